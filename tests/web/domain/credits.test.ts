import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditOf } from '../../../web/app/domain/credits.ts'
import { aCall } from '../examples.ts'

const first = aCall({ id: 'first', made_at: '2026-11-18T10:00:00.000Z' })
const second = aCall({ id: 'second', made_at: '2026-11-20T10:00:00.000Z' })
const ringsBack = { direction: 'in', channel: 'phone', outcome: 'spoke', made_at: '2026-11-21T10:00:00.000Z' } as const

test('a callback answers the latest message', () => {
  assert.deepEqual(creditOf(ringsBack, [first, second]), { credits: 'second', response: 'callback' })
})

test('a message that was answered already is passed over', () => {
  const answer = aCall({ ...ringsBack, id: 'answer', credits: 'second', response: 'callback' })
  assert.deepEqual(creditOf(ringsBack, [first, second, answer])?.credits, 'first')
  assert.equal(creditOf(ringsBack, [second, answer]), null)
})

test('an e-mail that comes in answers too, by its own name', () => {
  assert.equal(creditOf({ ...ringsBack, channel: 'email' }, [first])?.response, 'email')
})

test('reaching the person on a later dial counts as picked up, reaching nobody does not', () => {
  const dial = { direction: 'out', channel: 'phone', made_at: '2026-11-21T10:00:00.000Z' } as const
  assert.deepEqual(creditOf({ ...dial, outcome: 'spoke' }, [first]), { credits: 'first', response: 'pick_up' })
  assert.equal(creditOf({ ...dial, outcome: 'no_answer' }, [first]), null)
  assert.equal(creditOf({ ...dial, outcome: 'wrong_number' }, [first]), null)
})

test('a call answers no message that was left after it', () => {
  assert.equal(creditOf({ ...ringsBack, made_at: '2026-11-19T10:00:00.000Z' }, [first, second])?.credits, 'first')
  assert.equal(creditOf({ ...ringsBack, made_at: '2026-11-17T10:00:00.000Z' }, [first, second]), null)
})

test('a message that was taken back is answered by nobody', () => {
  const taken = aCall({ id: 'void', replaces: 'first', void: true })
  assert.equal(creditOf(ringsBack, [first, taken]), null)
})

test('an answer that was taken back leaves the message open again', () => {
  const answer = aCall({ ...ringsBack, id: 'answer', credits: 'first', response: 'callback' })
  const taken = aCall({ ...ringsBack, id: 'void', replaces: 'answer', void: true })
  assert.equal(creditOf(ringsBack, [first, answer, taken])?.credits, 'first')
})

test('nobody is credited without a message, a dial that reached nobody is none', () => {
  assert.equal(creditOf(ringsBack, [aCall({ outcome: 'no_answer' })]), null)
})

test('a message that was corrected after it was answered is not answered once more', () => {
  const answer = aCall({ ...ringsBack, id: 'answer', credits: 'second', response: 'callback' })
  const corrected = { ...second, id: 'corrected', replaces: 'second' }
  assert.equal(creditOf(ringsBack, [first, second, corrected, answer])?.credits, 'first')
  assert.equal(creditOf(ringsBack, [first, second, corrected, answer], 'answer')?.credits, 'corrected')
})
