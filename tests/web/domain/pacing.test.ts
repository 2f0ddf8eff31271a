import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chunksOf } from '../../../web/app/domain/chunks.ts'
import { AGAIN, beats, chunkSeconds, groupAt, NAME_PAUSE, saidBefore, stretched } from '../../../web/app/domain/pacing.ts'
import { spokenSeconds } from '../../../web/app/domain/seconds.ts'

const TEXT = "Hi Dana, this is Alex Moreau at Northgate Doors, 555 555 0142. Could you call me? That's Alex Moreau, (555) 555-0142. Thanks."
const chunks = chunksOf(TEXT, 'Alex Moreau')
const numbers = chunks.flatMap((chunk, at) => (chunk.kind === 'number' ? [at] : []))

test('the number is slower the second time, however it is written', () => {
  const seconds = chunkSeconds(chunks, { locale: 'en-US', pace: 150 })
  const [first, second] = numbers.map((at) => seconds[at]!) as [number, number]
  assert.ok(Math.abs(second / first - AGAIN) < 1e-9)
  assert.deepEqual(numbers.map((at) => saidBefore(chunks, at)), [false, true])
  assert.equal(saidBefore(chunks, 0), false, 'words are not numbers')
})

test('who speaks fast still says his number so that it can be written: two digits a second', () => {
  const [first, second] = numbers.map((at) => chunkSeconds(chunks, { locale: 'en-US', pace: 300 })[at]!) as [number, number]
  assert.equal(first, 5)
  assert.equal(second, 6)
})

test('the own name gets a breath more than its words take; all else takes what it takes', () => {
  const options = { locale: 'en-US', pace: 150 }
  assert.ok(NAME_PAUSE > 0.2)
  const plain = spokenSeconds(chunks.map((chunk) => chunk.text), options).parts
  const more = chunkSeconds(chunks, options).map((seconds, at) => Number((seconds - plain[at]!).toFixed(3)))
  chunks.forEach((chunk, at) => chunk.kind === 'number' || assert.equal(more[at], chunk.kind === 'name' ? NAME_PAUSE : 0, chunk.text))
})

test('the beats are those of the groups: a longer group takes longer, and each has its breath', () => {
  const [first, second, third] = beats(['555', '555', '0142']) as [number, number, number]
  assert.equal(first, 0)
  assert.ok(Math.abs(second - 4.5 / 14.5) < 1e-9)
  assert.ok(1 - third > second, 'four digits and a breath')
  assert.deepEqual([0, 0.3, 0.32, 0.63, 1].map((part) => groupAt(['555', '555', '0142'], part)), [0, 0, 1, 2, 2])
  assert.deepEqual(beats(['+44', '116', '496', '0123']).length, 4)
})

test('key words take the time of what is said for them; whole sentences are never hurried', () => {
  assert.deepEqual(stretched([1, 2, 1], 12), [3, 6, 3])
  assert.deepEqual(stretched([4, 4], 6), [4, 4])
  assert.deepEqual(stretched([], 6), [])
})
