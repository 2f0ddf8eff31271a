import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mended } from '../../../../web/app/domain/listening/mend.ts'
import { hear } from '../../../../web/app/domain/listening/speech.ts'
import { HOP, RATE } from '../../../../web/app/domain/listening/spectrum.ts'
import { near, recording } from '../../recordings.ts'

const { told, sound } = recording('noise')
const paused = (of: Float32Array): number => hear(of)!.pauses.reduce((sum, pause) => sum + pause.seconds, 0)

test('what a busy phone loses of the noise, a hundredth of a second here and there, changes no figure', () => {
  const slipped = sound.slice()
  for (const at of [1.9, 4.14, 6.2, 10.3]) slipped.fill(0, at * RATE, at * RATE + HOP)
  assert.ok(near(told.pause_s, paused(slipped), 0.15 * told.pause_s), `paused ${paused(slipped)} s, not ${told.pause_s}`)
  assert.ok(near(told.span_s, hear(slipped)!.to - hear(slipped)!.from, 0.2))
})

test('a last block that the browser plays over and over is not part of the take', () => {
  const stuck = Float32Array.from({ length: sound.length + 3 * RATE }, (_, at) => (at < sound.length ? sound[at]! : sound[sound.length - HOP + (at % HOP)]!))
  assert.ok(near(sound.length, mended(stuck)!.sound.length, HOP))
  assert.ok(near(told.pause_s, paused(stuck), 0.15 * told.pause_s), `paused ${paused(stuck)} s, not ${told.pause_s}`)
})

test('a microphone that adds a constant is no noise', () => {
  const { told, sound } = recording('clean')
  const heard = hear(sound.map((one) => one + 0.02))!
  assert.ok(near(told.snr_db, heard.level - heard.noise, 3), `${heard.level - heard.noise} dB`)
})

test('silence that a phone makes between the words stays a pause', () => {
  const { told, sound } = recording('clean')
  const gated = sound.slice()
  for (const [at, seconds] of told.pauses) gated.fill(0, (at + 0.05) * RATE, (at + seconds - 0.05) * RATE)
  assert.ok(near(told.pause_s, paused(gated), 0.1), `paused ${paused(gated)} s`)
})

test('a microphone that was never on gave nothing', () => {
  assert.equal(mended(new Float32Array(RATE)), null)
  assert.equal(mended(new Float32Array(0)), null)
})
