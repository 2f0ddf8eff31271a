import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AT_START, chunkAt, leapt, modeFor, placeAt, SPEEDS, sped, turned } from '../../../web/app/domain/marker.ts'

const SECONDS = [2, 4, 1]
const placed = (marker = AT_START, clock = 0): number => Number(placeAt(marker, SECONDS, clock).toFixed(3))

test('the marker is where the clock says, at the pace of each chunk', () => {
  assert.deepEqual([0, 1, 2, 4, 6.5].map((clock) => placed(AT_START, clock)), [0, 0.5, 1, 1.5, 2.5])
})

test('it ends with the last words and goes nowhere from there', () => {
  assert.equal(placed(AT_START, 60), 3)
  assert.equal(chunkAt(3, 3), 2)
  assert.equal(chunkAt(0, 0), 0)
})

test('a tap takes it to the beginning of a chunk, from where it goes on', () => {
  const tapped = leapt(AT_START, 1, 0.4)
  assert.deepEqual([placed(tapped, 0.4), placed(tapped, 2.4)], [1, 1.5])
  assert.equal(placed(leapt(tapped, 0, 3), 4), 0.5, 'back')
})

test('slower and faster count from where it is, never backwards', () => {
  const slow = sped(AT_START, SECONDS, 2, -1)
  assert.equal(slow.speed, 0.9)
  assert.deepEqual([placed(slow, 2), placed(slow, 4)], [1, 1.45])
  const fast = sped(sped(slow, SECONDS, 4, 1), SECONDS, 4, 1)
  assert.deepEqual([fast.speed, placed(fast, 4)], [1.1, 1.45])
  assert.equal(SPEEDS.reduce((marker) => sped(marker, SECONDS, 0, 1), AT_START).speed, 1.35, 'it has an end')
})

test('it waits while nothing is said, and goes on from there', () => {
  const waits = turned(AT_START, SECONDS, 1, 'waits')
  assert.deepEqual([placed(waits, 1), placed(waits, 30)], [0.5, 0.5])
  assert.equal(placed(turned(waits, SECONDS, 30, 'goes'), 31), 1)
  assert.equal(turned(waits, SECONDS, 40, 'waits'), waits, 'the same way again changes nothing')
})

test('without a marker it stays in the chunk until the rep taps on', () => {
  const stays = turned(AT_START, SECONDS, 0, 'stays')
  assert.deepEqual([placed(stays, 1), placed(stays, 60)], [0.5, 0.999])
  assert.equal(placed(leapt(stays, 1, 60), 62), 1.5, 'so the groups of a number are timed all the same')
})

test('a clock that is set back does not move it back', () => {
  assert.equal(placed(leapt(AT_START, 1, 10), 4), 1)
})

test('a talk track is not said from top to bottom; an ear that hears nothing changes nothing', () => {
  const mode = (heard: boolean | null, wanted = true, plan: 'voicemail' | 'pick_up' = 'voicemail'): string => modeFor({ plan, wanted, heard })
  assert.deepEqual([mode(true), mode(false), mode(null)], ['goes', 'waits', 'goes'])
  assert.deepEqual([mode(false, false), mode(true, true, 'pick_up')], ['stays', 'stays'])
})
