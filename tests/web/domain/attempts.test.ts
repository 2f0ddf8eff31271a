import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptsOf, lastTryWaits, newsOf, reasonOf, triedSince } from '../../../web/app/domain/attempts.ts'
import { entries } from '../../../web/app/domain/entries.ts'
import { saidBefore } from '../../../web/app/domain/said_before.ts'
import type { Call } from '../../../web/app/domain/records.ts'
import { aCall } from '../examples.ts'

const NOW = new Date('2026-11-24T15:00:00.000Z')
const DAY = 24 * 3_600_000
const daysAgo = (days: number, more: Partial<Call> = {}): Call => aCall({ id: `c${days}`, made_at: new Date(NOW.getTime() - days * DAY).toISOString(), ...more })
const held = (...calls: Call[]) => attemptsOf(entries(calls.sort((a, b) => (a.made_at < b.made_at ? 1 : -1))))

test('messages of every rep count, newest first, with what each gave as its reason', () => {
  const attempts = held(daysAgo(20, { reason: 'your north gate', rep_id: 'sam', rep_name: 'Sam' }), daysAgo(9, { reason: 'the second shift', rep_id: 'rosa' }), daysAgo(2, { outcome: 'left_with_person' }))
  assert.deepEqual(attempts.map(({ reason, by }) => [reason, by]), [['', null], ['the second shift', 'rosa'], ['your north gate', 'sam']])
  assert.deepEqual(triedSince(attempts, NOW), { unreturned: 3, weeks: 2, since: daysAgo(20).made_at })
})

test('they count from the last contact on: an answer, a talk, a call that came in', () => {
  const old = daysAgo(30, { reason: 'old' })
  for (const contact of [daysAgo(10, { outcome: 'spoke' }), daysAgo(10, { direction: 'in', outcome: 'spoke' }), daysAgo(10, { direction: 'in', outcome: 'spoke', credits: old.id, response: 'callback' })]) {
    assert.deepEqual(held(old, contact, daysAgo(3, { reason: 'new' })).map(({ reason }) => reason), ['new'])
  }
})

test('dials without a message, corrected and taken back entries are no attempts', () => {
  const slip = daysAgo(5)
  assert.deepEqual(held(daysAgo(9, { outcome: 'no_answer' }), slip, { ...slip, id: 'v', replaces: slip.id, void: true }), [])
  assert.deepEqual(held(slip, { ...slip, id: 'r', replaces: slip.id, outcome: 'busy' }), [])
})

test('a last try says what it waits for', () => {
  const waits = (unreturned: number, days: number, rule?: { messages: number; weeks: number }): string =>
    lastTryWaits({ unreturned, weeks: Math.floor(days / 7), since: unreturned ? new Date(NOW.getTime() - days * DAY).toISOString() : null }, rule)
  assert.equal(waits(0, 0), 'Opens after 3 unanswered messages over 3 weeks.')
  assert.equal(waits(2, 30), 'Opens after 1 more unanswered message. 2 of 3 so far.')
  assert.equal(waits(1, 4), 'Opens after 2 more unanswered messages, on 11 December at the earliest. 1 of 3 so far.')
  assert.equal(waits(4, 4), 'Opens on 11 December, 3 weeks after the first unanswered message.')
  assert.equal(waits(3, 21), '')
  assert.equal(waits(3, 21, { messages: 5, weeks: 3 }), 'Opens after 2 more unanswered messages. 3 of 5 so far.', 'as the lead set it')
  assert.equal(waits(1, 0, { messages: 1, weeks: 0 }), '')
})

test('the reason of a message is what the rep filled into the gaps that say why', () => {
  const values = { first_name: 'Ruth', reason: ' your north gate ', hook: 'two trucks were waiting', topic: '' }
  assert.equal(reasonOf(['first_name', 'hook', 'reason', 'topic'], values), 'your north gate: two trucks were waiting')
  assert.equal(reasonOf(['reason'], values), 'your north gate')
  assert.equal(reasonOf(['first_name'], values), '')
})

test('a follow-up may name the old reason and has to bring its own news', () => {
  const values = { reason: 'your north gate', hook: 'the second shift' }
  assert.deepEqual(newsOf('follow_up', ['reason', 'hook'], values), { field: 'hook', text: 'the second shift' })
  assert.equal(newsOf('follow_up', ['reason'], values), null, 'a smaller question is news enough')
  assert.deepEqual(newsOf('reason', ['reason'], values), { field: 'reason', text: 'your north gate' })
  assert.equal(newsOf('last_resort', ['reason'], values), null)
})

test('a reason in nearly the same words is the same reason', () => {
  const earlier = [{ reason: 'your north gate: two trucks were waiting at your north gate' }, { reason: 'the second shift you start in January' }]
  for (const again of ['two trucks were waiting at your north gate', 'Two trucks waiting at the north gate', 'your second shift in January', 'north gates']) assert.ok(saidBefore(again, earlier), again)
  for (const fresh of ['your south gate and its chain', 'a truck without a driver', 'the night shift', '', 'your']) assert.equal(saidBefore(fresh, earlier), null, fresh)
  assert.equal(saidBefore('anything', [{ reason: '' }]), null)
})
