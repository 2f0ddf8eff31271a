import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestHours, ownHoursWords } from '../../../web/app/domain/best_hours.ts'
import type { Call } from '../../../web/app/domain/records.ts'
import { theirTime } from '../../../web/app/domain/their_time.ts'
import { toUtc } from '../../../web/app/domain/timing.ts'
import { aCall } from '../examples.ts'

let id = 0
/** `dials` calls at this hour of a Tuesday in Denver, of which `reached` reach somebody. */
const at = (hour: string, dials: number, reached: number, more: Partial<Call> = {}): Call[] => Array.from({ length: dials }, (_, n) => aCall({
  id: `call-${(id += 1)}`, made_at: toUtc(`2026-11-24T${hour}`, 'America/Denver').toISOString(), outcome: n < reached ? 'spoke' : 'no_answer', ...more,
}))

test('nothing is claimed before two parts of the day have enough calls', () => {
  assert.match(ownHoursWords(bestHours([]), 9), /not known yet, about 40 more calls/)
  assert.match(ownHoursWords(bestHours([...at('08:30', 300, 200), ...at('15:00', 5, 0)]), 9), /about 15 more/)
})

test('the best hours are those of the prospect\'s clock, and clearly better than the rest', () => {
  const own = bestHours([...at('08:30', 60, 30), ...at('15:00', 60, 9), ...at('11:00', 60, 8)])
  assert.deepEqual(own.best, { from: 8, to: 10, dials: 60, reached: 30 })
  assert.equal(ownHoursWords(own, 9), 'Your own best hours: you reach them in 50\u00a0% of 60 calls from 8 to 10.')
  assert.equal(ownHoursWords(own, 15), 'Your own best hours are 8 to 10 of their day: 50\u00a0% of 60 calls reach somebody.')
})

test('what could be chance is called no best hour', () => {
  const own = bestHours([...at('08:30', 30, 8), ...at('15:00', 30, 7)])
  assert.equal(own.best, null)
  assert.equal(ownHoursWords(own, 9), 'Your own 60 calls show no best hour so far: 25\u00a0% reach somebody, at any time.')
})

test('calls that came in, entries that were taken back and the weekend do not count', () => {
  const slips = at('08:30', 30, 30)
  const back = slips.map((call) => ({ ...call, id: `back-${call.id}`, replaces: call.id, void: true }))
  const weekend = at('08:30', 30, 30).map((call) => ({ ...call, made_at: '2026-11-28T15:30:00.000Z' }))
  assert.equal(bestHours([...slips, ...back, ...weekend, ...at('08:30', 30, 30, { direction: 'in' })]).dials, 0)
})

test('their time in one line, with how good it is', () => {
  const words = (wall: string): string => theirTime('America/Denver', toUtc(wall, 'America/Denver')).words
  assert.equal(words('2026-11-24T08:12'), 'Tue 08:12 for them: a very good time')
  assert.equal(words('2026-11-23T09:00'), 'Mon 09:00 for them: Monday mornings are weak')
  assert.equal(words('2026-11-27T15:00'), 'Fri 15:00 for them: Friday afternoons are weak')
  assert.equal(words('2026-11-28T10:00'), 'Sat 10:00 for them: the weekend')
  assert.equal(words('2026-11-24T06:30'), 'Tue 06:30 for them: too early')
  assert.equal(words('2026-11-24T19:00'), 'Tue 19:00 for them: too late')
})
