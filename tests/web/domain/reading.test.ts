import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afresh, afterReturn, clockOf, elapsed, paused, readingFrom, resumed, started, stopped, unpreparedCall, wantsCall, withoutAway, type Reading } from '../../../web/app/domain/reading.ts'

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, second))
const call = unpreparedCall('p', '+15555550123')

test('the clock goes by the wall, also while another app is in front', () => {
  assert.equal(elapsed(started(call, 'voicemail', at(0)), at(19)), 19)
})

test('a pause does not count, and stopping in one stops where it began', () => {
  const again = resumed(paused(started(call, 'voicemail', at(0)), at(5)), at(15))
  assert.equal(elapsed(again, at(20)), 10)
  assert.equal(elapsed(stopped(paused(again, at(20)), at(50)), at(59)), 10)
})

test('ready, running, paused, stopped: one at a time', () => {
  const running = started(call, 'pick_up', at(0))
  assert.deepEqual([call, running, paused(running, at(1)), stopped(running, at(2))].map(clockOf), ['ready', 'running', 'paused', 'stopped'])
  assert.equal(running.plan, 'pick_up')
  assert.equal(stopped(call, at(1)), call, 'what never began cannot stop')
})

test('the beep after a talk track starts the clock anew', () => {
  assert.equal(elapsed(started(started(call, 'pick_up', at(0)), 'voicemail', at(20)), at(30)), 10)
})

test('a press on the call button dials at once or never', () => {
  const pressed = { ...call, call_now: at(0).toISOString() }
  assert.equal(wantsCall(pressed, at(1)), true)
  assert.equal(wantsCall(pressed, at(30)), false, 'a page opened again later never dials by itself')
  assert.equal(wantsCall({ ...pressed, number: '' }, at(1)), false)
  assert.equal(wantsCall(call, at(0)), false)
})

test('they answered after all: the talk has a clock of its own, and what was rescued before is not', () => {
  const message = { ...started(call, 'voicemail', at(0)), rescued: true }
  const talk = started(message, 'pick_up', at(8))
  assert.deepEqual([talk.plan, elapsed(talk, at(10)), talk.rescued], ['pick_up', 2, false])
})

test('once more is as if it had not begun; the speed that was found stays', () => {
  const before = { ...stopped(started(call, 'voicemail', at(0)), at(9)), rescued: true }
  const again = afresh({ ...before, marker: { ...before.marker, place: 4.2, since: 3, speed: 0.9 } })
  assert.deepEqual([clockOf(again), again.rescued, again.marker.place, again.marker.since, again.marker.speed], ['ready', false, 0, 0, 0.9])
})

test('the clock goes on through a call that interrupts; the rep may take that time off it', () => {
  const running = started(call, 'voicemail', at(0))
  assert.equal(elapsed(running, at(50)), 50)
  assert.equal(elapsed(withoutAway(running, 42_000), at(50)), 8)
  assert.equal(withoutAway(call, 5000), call)
})

test('back from the dialler the log opens; back in the middle of the message the words are still there', () => {
  const dialled: Reading = { ...call, dialled_at: at(0).toISOString(), voicemail: { estimate: 20 } as Reading['voicemail'] }
  const reading = started(dialled, 'voicemail', at(0))
  assert.equal(afterReturn(dialled, 5000, at(30)), 'log')
  assert.equal(afterReturn(reading, 20_000, at(25)), 'words', 'left at 5 of 20 s')
  assert.equal(afterReturn(paused(reading, at(5)), 20_000, at(40)), 'words')
  assert.equal(afterReturn(reading, 2000, at(20)), 'log', 'left at 18 of 20 s: that was hanging up')
  assert.equal(afterReturn(stopped(reading, at(5)), 5000, at(30)), 'log')
  assert.equal(afterReturn(started(dialled, 'pick_up', at(0)), 5000, at(10)), 'log')
  assert.equal(afterReturn({ ...reading, dialled_at: null }, 5000, at(50)), 'words', 'nobody was called from here')
})

test('a draft of an earlier version goes on with what it did not have yet', () => {
  const { marker: _marker, rescued: _rescued, ...before } = started(call, 'voicemail', at(0))
  const reading = readingFrom(before as Reading)
  assert.deepEqual([reading.started_at, reading.marker, reading.rescued], [before.started_at, call.marker, false])
})
