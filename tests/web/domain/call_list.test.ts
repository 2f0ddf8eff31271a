import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endRank, rankAfter } from '../../../web/app/domain/call_list.ts'

const NOW = Date.parse('2026-11-21T10:15:00.000Z')
const LAST = endRank('', NOW)

test('who joins later stands behind, even in the same millisecond or with a clock that went back', () => {
  assert.ok(endRank(LAST, NOW) > LAST)
  assert.ok(endRank(LAST, NOW - 60_000) > LAST)
  assert.ok(endRank(LAST, NOW + 1) > LAST)
})

test('after a message, a talk or a dead number the prospect leaves the list', () => {
  for (const outcome of ['left_message', 'spoke', 'meeting_booked', 'wrong_number', 'disconnected', 'do_not_call'] as const) {
    assert.equal(rankAfter(outcome, 'a', LAST, NOW), '')
  }
})

test('where nobody answered he goes to the end', () => {
  for (const outcome of ['no_answer', 'busy', 'mailbox_full'] as const) assert.ok(rankAfter(outcome, 'a', LAST, NOW)! > LAST)
})

test('who is not in the list is not put there by a call', () => {
  assert.equal(rankAfter('no_answer', '', LAST, NOW), null)
})
