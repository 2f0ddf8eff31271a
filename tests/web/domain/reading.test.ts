import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, elapsed, paused, resumed, started, stopped, unpreparedCall, wantsCall } from '../../../web/app/domain/reading.ts'

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
