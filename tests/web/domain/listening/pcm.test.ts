import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromPcm, resampled, toPcm, wavOf } from '../../../../web/app/domain/listening/pcm.ts'

const tone = (hertz: number, rate: number): Float32Array => Float32Array.from({ length: rate }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate))
const loudness = (sound: Float32Array): number => Math.sqrt(sound.reduce((sum, one) => sum + one * one, 0) / sound.length)

test('what a voice has stays, what would fold back goes', () => {
  for (const rate of [48_000, 44_100]) {
    assert.ok(Math.abs(loudness(resampled(tone(1000, rate), rate)) - Math.SQRT1_2) < 0.01)
    assert.ok(Math.abs(loudness(resampled(tone(6000, rate), rate)) - Math.SQRT1_2) < 0.02)
    assert.ok(loudness(resampled(tone(9500, rate), rate)) < 0.01)
  }
  assert.ok(Math.abs(loudness(resampled(tone(1000, 8000), 8000)) - Math.SQRT1_2) < 0.01, 'a headset at 8 kHz')
})

test('a sound survives being kept, and what is too loud stops at the end of the scale', () => {
  const back = fromPcm(toPcm(Float32Array.from([0, 0.5, -0.5, 2, -2])))
  assert.deepEqual([...back].map((one) => Math.round(one * 1000) / 1000), [0, 0.5, -0.5, 1, -1])
})

test('the file that is played says what is in it', () => {
  const wav = wavOf(toPcm(tone(440, 16_000)))
  const text = Buffer.from(wav).toString('latin1', 0, 40)
  assert.match(text, /^RIFF....WAVEfmt /s)
  const view = new DataView(wav)
  assert.deepEqual([view.getUint32(24, true), view.getUint16(34, true), view.getUint32(40, true), wav.byteLength], [16_000, 16, 32_000, 32_044])
})
