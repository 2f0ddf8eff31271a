import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BARS, figuresOf } from '../../../../web/app/domain/listening/figures.ts'
import { listened } from '../../../../web/app/domain/listening/take.ts'
import { inNoise, louder, near, recording, RECORDINGS, TEXT } from '../../recordings.ts'

const script = { text: TEXT, locale: 'en-US', pace: 150 }
const figures = (name: string) => figuresOf(recording(name).sound, script)!

test('spoken words a minute are those of the recording, and its pace beside the script is within a twentieth', () => {
  for (const { told, sound } of RECORDINGS.filter(({ told }) => told.words_spoken === 27)) {
    const found = figuresOf(sound, script)!
    assert.equal(found.words, 27)
    assert.ok(near(told.spoken_wpm, found.perMinute, 0.05 * told.spoken_wpm), `${told.file}: ${found.perMinute}, not ${told.spoken_wpm}`)
    assert.ok(near(told.pace_vs_reference, found.pace / 150, 0.05 * told.pace_vs_reference), `${told.file}: ${found.pace / 150}, not ${told.pace_vs_reference}`)
  }
})

test('the number is found in the sound: its digits a second, in calm and in haste', () => {
  assert.equal(figures('clean').digits, 10)
  assert.ok(near(2.05, figures('clean').perSecond!, 0.1))
  assert.ok(near(3.2, figures('too-fast').perSecond!, 0.15))
  assert.ok(near(2.05, figures('long-pauses').perSecond!, 0.1), 'pauses elsewhere do not slow it')
  assert.ok(near(2.05, figuresOf(inNoise(recording('clean').sound, -23, 15), script)!.perSecond!, 0.2), 'in noise')
})

test('each chunk of the script lies where it was said', () => {
  const starts = figures('long-pauses').chunks.map((chunk) => chunk.start)
  const told = [0.52, 5.85, 9.97, 10.85, 17.32]
  assert.equal(starts.length, told.length)
  starts.forEach((start, at) => assert.ok(near(told[at]!, start, 0.25), `chunk ${at} at ${start} s`))
})

test('a voice that drives the microphone beyond its end is noticed, a loud one is not', () => {
  assert.equal(figures('clean').clipped, 0)
  assert.ok(near(-6, figures('clean').peak, 0.1))
  assert.ok(figuresOf(louder(recording('clean').sound, 4), script)!.clipped > 20)
})

test('what a phone records at 48 or 44.1 kHz is kept small, and measured the same', () => {
  const { told, sound } = recording('clean')
  for (const rate of [48_000, 44_100]) {
    const high = Float32Array.from({ length: Math.floor((sound.length * rate) / 16_000) }, (_, at) => {
      const from = (at * 16_000) / rate
      const left = sound[Math.floor(from)]!
      return left + (from % 1) * ((sound[Math.floor(from) + 1] ?? left) - left)
    })
    const { pcm, figures } = listened({ sound: high, rate, script })
    assert.ok(near(told.duration_s * 32_000, pcm.byteLength, 200))
    assert.ok(near(told.span_s, figures!.span, 0.05) && near(told.pause_s, figures!.pause, 0.1) && near(told.snr_db, figures!.ratio, 3), `${rate}`)
  }
})

test('the picture has its bars: silence is low, speech is high', () => {
  const { wave } = figures('clean')
  assert.equal(wave.length, BARS)
  assert.ok(wave[2]! < 0.05 && Math.max(...wave) > 0.7 && wave.every((bar) => bar >= 0 && bar <= 1))
})

test('a take without a voice has no figures, and is kept all the same', () => {
  const { pcm, figures } = listened({ sound: new Float32Array(48_000), rate: 48_000, script })
  assert.deepEqual([pcm.byteLength, figures], [32_000, null])
})
