import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heard, SILENT, type Voice } from '../../../web/app/domain/voice.ts'

const EVERY = 50
/** `level(second)` in dB, from `from` to `to` seconds; the state after it, and how long somebody was held to speak. */
function hears(level: (second: number) => number, to: number, from = 0, voice: Voice = SILENT): { voice: Voice; spoke: number } {
  let spoke = 0
  for (let ms = from * 1000; ms < to * 1000; ms += EVERY) {
    voice = heard(voice, level(ms / 1000), ms)
    if (voice.speaking) spoke += EVERY / 1000
  }
  return { voice, spoke }
}
/** Noise of a place: it swings by 3 dB, the same way each time. */
const noise = (around: number) => (second: number): number => around + 3 * Math.sin(second * 37)
const syllables = (loud: number, quiet: number) => (second: number): number => (second % 0.4 < 0.28 ? loud : quiet)

for (const [place, level] of [['a quiet room', -65], ['a car park', -48], ['a motorway lay-by', -38]] as const) {
  test(`in ${place} silence is silence and speech is speech`, () => {
    const before = hears(noise(level), 4)
    assert.equal(before.spoke, 0)
    const speech = hears(syllables(level + 20, level), 14, 4, before.voice)
    assert.ok(speech.spoke > 9.5, `${speech.spoke} of 10 s`)
    const after = hears(noise(level), 20, 14, speech.voice)
    assert.ok(after.spoke < 0.9, 'a breath, then it knows')
  })
}

test('a pause inside a sentence does not stop him', () => {
  const speaking = hears(syllables(-25, -60), 3).voice
  assert.equal(hears(() => -60, 3.6, 3, speaking).voice.speaking, true)
  assert.equal(hears(() => -60, 4.2, 3, speaking).voice.speaking, false)
})

test('a knock is no voice', () => {
  const quiet = hears(noise(-60), 3).voice
  assert.equal(hears((second) => (second < 3.05 ? -10 : -60), 5, 3, quiet).spoke, 0)
})

test('a lorry that stops beside him is a noise of the place after a while', () => {
  const quiet = hears(noise(-60), 3).voice
  const { voice } = hears(noise(-42), 60, 3, quiet)
  assert.equal(voice.speaking, false)
  assert.ok(hears(syllables(-20, -42), 64, 60, voice).spoke > 3.5, 'and he is still heard over it')
})

test('it hears him when he speaks from the first moment on', () => {
  assert.ok(hears(syllables(-25, -60), 3).spoke > 2.2)
})

test('frames that come late or twice are no harm', () => {
  const quiet = hears(noise(-60), 3).voice
  assert.equal(heard(heard(quiet, -60, 9000), -60, 9000).speaking, false)
})
