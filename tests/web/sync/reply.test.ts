import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReply } from '../../../web/app/sync/reply.ts'
import { contract } from '../examples.ts'

const ANSWERS = contract<Array<{ what: string; answer: Record<string, unknown> & { nonce: string } }>>('answers')
const QUIET = ANSWERS[0]!.answer

test('every answer of the wire is understood', () => {
  for (const { what, answer } of ANSWERS) {
    const reply = readReply(answer, answer.nonce)
    assert.equal(reply.rows.length, (answer.rows as unknown[]).length, what)
    assert.equal(Boolean(reply.reset), 'reset' in answer, what)
    assert.equal(reply.notice?.kind ?? null, (answer.notice as { kind: string } | null)?.kind ?? null, what)
  }
})

test('an answer that is not exactly one is none', () => {
  const wrong = [{ nonce: 'other' }, { epoch: 7 }, { results: [{ n: 1 }] }, { results: [{ n: 1, status: 'maybe', rev: 1 }] }, { rows: {} }, { rows: [{ id: 'x' }] }, { cursor: -1 }, { cursor: 1.5 }, { more: 'no' }]
  for (const part of wrong) assert.throws(() => readReply({ ...QUIET, ...part }, QUIET.nonce), { trouble: 'portal' })
})
