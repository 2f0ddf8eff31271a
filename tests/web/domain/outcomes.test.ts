import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BY_FREQUENCY, likelyOutcome, OUTCOME, outcomesFor } from '../../../web/app/domain/outcomes.ts'
import { OUTCOMES } from '../../../web/app/domain/records.ts'

test('all twelve outcomes have a button, each once, the irreversible one last', () => {
  assert.deepEqual([...BY_FREQUENCY].sort(), [...OUTCOMES].sort())
  assert.equal(BY_FREQUENCY.at(-1), 'do_not_call')
  for (const outcome of OUTCOMES) assert.deepEqual([...outcomesFor(outcome)].sort(), [...OUTCOMES].sort())
})

test('the likely outcome comes first', () => {
  const happened = { direction: 'out', dialled: true, voicemailRead: false, talked: false } as const
  assert.equal(likelyOutcome({ ...happened, voicemailRead: true }), 'left_message')
  assert.equal(likelyOutcome({ ...happened, talked: true }), 'spoke')
  assert.equal(likelyOutcome(happened), 'no_answer')
  assert.equal(likelyOutcome({ ...happened, dialled: false }), 'left_message')
  assert.equal(likelyOutcome({ ...happened, direction: 'in' }), 'spoke')
  assert.equal(outcomesFor('no_answer')[0], 'no_answer')
})

test('an unanswered call stays in the list, a dead number says so', () => {
  assert.deepEqual(OUTCOMES.filter((outcome) => !OUTCOME[outcome].leavesList).sort(), ['busy', 'gatekeeper', 'mailbox_full', 'no_answer'])
  assert.deepEqual([OUTCOME.disconnected.number, OUTCOME.wrong_number.number], ['dead', 'wrong'])
})
