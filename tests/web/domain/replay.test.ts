import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replay, touched } from '../../../web/app/domain/replay.ts'
import type { Operation } from '../../../web/app/domain/records.ts'
import { aFollowUp, aProspect, contract, edit, op } from '../examples.ts'

test('edits lie on top of what the office sent, field by field', () => {
  const seen = replay('prospects', 'ruth', aProspect(), [edit(1, 'note', '', 'Tuesdays'), edit(2, 'company', 'Delgado Bakery', '')])
  assert.deepEqual(seen?.fields, { first_name: 'Ruth', last_name: 'Delgado', phone: '+13035550142', note: 'Tuesdays' })
})

test('a prospect that the office has never seen is there at once', () => {
  assert.equal(replay('prospects', 'ann', null, [edit(1, 'first_name', '', 'Ann', 'ann')])?.fields.first_name, 'Ann')
})

test('a delete loses to any edit that follows', () => {
  const gone = op(1, { kind: 'prospect.delete', body: { id: 'ruth', token: 'T1' } })
  assert.equal(replay('prospects', 'ruth', aProspect(), [gone]), null)
  assert.equal(replay('prospects', 'ruth', aProspect(), [gone, edit(2, 'note', '', 'back')])?.fields.first_name, 'Ruth')
})

test('do-not-call is set once and keeps its first reason', () => {
  const block = (n: number, reason: string): Operation => op(n, { kind: 'prospect.block', body: { id: 'ruth', reason } })
  assert.equal(replay('prospects', 'ruth', aProspect(), [block(1, 'asked'), block(2, 'again')])?.do_not_call?.reason, 'asked')
})

test('done beats cancelled and moved, these beat open', () => {
  const close = (n: number, state: 'done' | 'cancelled'): Operation => op(n, { kind: 'follow_up.close', body: { id: 'promise', state, call_id: null } })
  const state = (...ops: Operation[]): string | undefined => replay('follow_ups', 'promise', aFollowUp(), ops)?.state
  assert.equal(state(close(1, 'cancelled'), close(2, 'done')), 'done')
  assert.equal(state(close(1, 'done'), close(2, 'cancelled')), 'done')
  const { state: _, made_at: __, remind_at: ___, ...promise } = aFollowUp({ id: 'later', supersedes: 'promise' })
  assert.equal(state(op(1, { kind: 'follow_up.add', body: promise })), 'moved')
})

test('a reminder for later moves the reminder alone, the last one wins, and what is over is not reminded of', () => {
  const remind = (n: number, at: string): Operation => op(n, { kind: 'follow_up.remind', body: { id: 'promise', at } })
  const seen = replay('follow_ups', 'promise', aFollowUp(), [remind(1, '2026-11-24T17:10:00.000Z'), remind(2, '2026-11-24T18:10:00.000Z')])
  assert.deepEqual([seen?.remind_at, seen?.due, seen?.state], ['2026-11-24T18:10:00.000Z', aFollowUp().due, 'open'])
  assert.equal(replay('follow_ups', 'promise', aFollowUp({ state: 'done' }), [remind(1, '2026-11-24T17:10:00.000Z')])?.remind_at, null)
})

test('every operation of the wire changes what is seen of the records that it touches', () => {
  for (const { what, op: one } of contract<Array<{ what: string; op: Operation }>>('operations')) {
    const places = touched(one)
    assert.ok(places.length > 0 && places.every(([, id]) => typeof id === 'string'), what)
    for (const [store, id] of places) assert.doesNotThrow(() => replay(store, id, null, [one]), what)
  }
})
