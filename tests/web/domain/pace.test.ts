import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPace, timedReadings, type TimedReading } from '../../../web/app/domain/pace.ts'
import { aCall } from '../examples.ts'

const read = (took: number, more: Partial<TimedReading> = {}): TimedReading => ({ atDefault: 20, took, finished: true, ...more })
const times = (count: number, reading: TimedReading): TimedReading[] => Array.from({ length: count }, () => reading)

test('without a reading the pace is the one that is set', () => {
  assert.deepEqual(ownPace([]), { pace: 150, readings: 0, sure: false })
  assert.equal(ownPace([], 130).pace, 130)
})

test('who always needs 24 s for 20 speaks at 125', () => {
  assert.deepEqual(ownPace(times(20, read(24))), { pace: 127, readings: 20, sure: true })
})

test('one reading moves it by a third of the way, more of them nearer and nearer', () => {
  const paces = [1, 3, 5, 10, 20].map((count) => ownPace(times(count, read(24))).pace)
  assert.deepEqual(paces, [141, 134, 132, 129, 127])
})

test('it is his own from the fifth reading on', () => {
  assert.deepEqual([4, 5].map((count) => ownPace(times(count, read(18))).sure), [false, true])
})

test('a reading that was broken off says nothing', () => {
  assert.equal(ownPace(times(5, read(10, { finished: false }))).readings, 0)
})

test('a phone that ran on in the pocket, or a stop by mistake, changes nothing', () => {
  const calm = times(6, read(22))
  assert.equal(ownPace([...calm, read(400), read(5.1)]).pace, ownPace(calm).pace)
})

test('one odd reading among several hardly matters', () => {
  const calm = [21, 22, 22, 23, 22].map((took) => read(took))
  assert.ok(Math.abs(ownPace([...calm, read(39)]).pace - ownPace(calm).pace) <= 2)
})

test('a message of a breath is too short to tell', () => {
  assert.equal(ownPace([read(4, { atDefault: 3 }), read(6, { atDefault: 4 })]).readings, 0)
})

test('the newest twenty count: who has become quicker is timed quicker', () => {
  assert.equal(ownPace([...times(30, read(24)), ...times(20, read(16))]).pace, ownPace(times(20, read(16))).pace)
})

test('the log says how fast he read: messages that were left, oldest first, against their own words', () => {
  const said = { plan: 'voicemail' as const, script: 'Hello Ruth, this is Sam Hale from Hale Crates, about the late order in March.', outcome: 'left_message' as const, seconds: 7 }
  const calls = [aCall({ ...said, seconds: 6 }), aCall(said), aCall({ ...said, outcome: 'spoke' }), aCall({ ...said, seconds: null }), aCall({ ...said, plan: 'pick_up' })]
  const readings = timedReadings(calls, 'en-US')
  assert.deepEqual(readings.map(({ took, finished }) => [took, finished]), [[7, false], [7, true], [6, true]])
  assert.ok(readings.every(({ atDefault }) => atDefault > 4 && atDefault < 8))
})
