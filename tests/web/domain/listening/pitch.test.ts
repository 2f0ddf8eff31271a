import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pitchOf } from '../../../../web/app/domain/listening/pitch.ts'
import { RATE } from '../../../../web/app/domain/listening/spectrum.ts'
import { inNoise, near, recording, RECORDINGS } from '../../recordings.ts'

/** A voice as a row of pulses with a pitch that moves `swing` semitones up and down. */
function voice(hertz: number, swing: number): Float32Array {
  let phase = 0
  return Float32Array.from({ length: 3 * RATE }, (_, at) => {
    const now = hertz * 2 ** ((swing / 12) * Math.sin((2 * Math.PI * at) / RATE))
    phase += now / RATE
    return 0.3 * [1, 2, 3, 4, 5].reduce((sum, part) => sum + Math.sin(2 * Math.PI * part * phase) / part, 0)
  })
}

test('the spread of the pitch is the one that is true of the recording', () => {
  for (const { told, sound } of RECORDINGS) assert.ok(near(told.f0_sd_semitones, pitchOf(sound)!.spread, 0.7), `${told.file}: ${pitchOf(sound)!.spread}`)
})

test('a voice on one note is told from a lively one, also in noise', () => {
  for (const dB of [40, 20, 12]) {
    const spread = (name: string): number => pitchOf(inNoise(recording(name).sound, -23, dB))!.spread
    assert.ok(spread('monotone') < 1.2 && spread('clean') > 2, `at ${dB} dB`)
  }
})

test('high and low voices are heard at their own pitch, not an octave off', () => {
  for (const hertz of [85, 120, 200, 310]) {
    const still = pitchOf(voice(hertz, 0))!
    assert.ok(near(hertz, still.middle, 0.02 * hertz) && still.spread < 0.2, `${hertz} Hz: ${still.middle} Hz, ${still.spread}`)
    assert.ok(near(3 / Math.SQRT2, pitchOf(voice(hertz, 3))!.spread, 0.3), `${hertz} Hz`)
  }
})

test('noise has no pitch', () => {
  assert.equal(pitchOf(inNoise(new Float32Array(RATE * 2), -20, 0)), null)
})
