import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctable, entries } from '../../../web/app/domain/entries.ts'
import type { Call } from '../../../web/app/domain/records.ts'
import { aCall } from '../examples.ts'

const shown = (calls: ReturnType<typeof aCall>[]): string[] => entries(calls).map((entry) => `${entry.call.id} ${entry.state}`)

test('a correction stands, and what it corrects is shown as replaced', () => {
  assert.deepEqual(shown([aCall({ id: 'b', replaces: 'a' }), aCall({ id: 'a' })]), ['b stands', 'a replaced'])
})

test('an entry that was taken back is shown as such, once', () => {
  assert.deepEqual(shown([aCall({ id: 'v', replaces: 'a', void: true }), aCall({ id: 'a' })]), ['a void'])
})

test('taking a correction back lets the first entry stand again', () => {
  const calls = [aCall({ id: 'a' }), aCall({ id: 'b', replaces: 'a' }), aCall({ id: 'v', replaces: 'b', void: true })]
  assert.deepEqual(shown(calls), ['a stands', 'b void'])
})

test('of two corrections of one entry the younger stands, and the older again when that is taken back', () => {
  const calls = [aCall({ id: 'a' }), aCall({ id: 'c', replaces: 'a' }), aCall({ id: 'b', replaces: 'a' })]
  assert.deepEqual(shown(calls), ['a replaced', 'c stands', 'b replaced'])
  assert.deepEqual(shown([...calls, aCall({ id: 'd', replaces: 'c' })]), ['a replaced', 'c replaced', 'b replaced', 'd stands'])
  assert.deepEqual(shown([...calls, aCall({ id: 'd', replaces: 'b' })]), ['a replaced', 'c stands', 'b replaced', 'd replaced'], 'with what corrects it')
  assert.deepEqual(shown([...calls, aCall({ id: 'v', replaces: 'c', void: true })]), ['a replaced', 'c void', 'b stands'])
  assert.deepEqual(shown([...calls, aCall({ id: 'v', replaces: 'a', void: true })]), ['a void', 'c stands', 'b replaced'])
})

test('what one rep wrote is not replaced by what another wrote', () => {
  const calls = [aCall({ id: 'a', rep_id: 'sam' }), aCall({ id: 'b', replaces: 'a', rep_id: 'ines' }), aCall({ id: 'v', replaces: 'a', void: true, rep_id: 'ines' })]
  assert.deepEqual(shown(calls), ['a stands', 'b stands'])
  assert.deepEqual(shown([aCall({ id: 'a', rep_id: 'sam' }), aCall({ id: 'b', replaces: 'a' })]), ['a replaced', 'b stands'])
})

test('a rep corrects his own entries, sent or not, and nobody else\'s', () => {
  const may = (more: Partial<Call>): boolean => correctable(entries([aCall(more)])[0]!, 'ines')
  assert.deepEqual([may({ rep_id: 'ines' }), may({ rep_id: null }), may({ rep_id: 'sam' })], [true, true, false])
  const [, before] = entries([aCall({ id: 'b', replaces: 'a' }), aCall({ id: 'a' })])
  assert.equal(correctable(before!, 'ines'), false)
})

test('a message knows what answered it', () => {
  const [message] = entries([aCall({ id: 'a' }), aCall({ id: 'back', direction: 'in', credits: 'a', response: 'callback' })])
  assert.equal(message?.answered?.id, 'back')
})

test('what answered a message answers whatever stands in its place', () => {
  const back = aCall({ id: 'back', direction: 'in', outcome: 'spoke', credits: 'a', response: 'callback' })
  const seen = (...more: Call[]): string[] => entries([aCall({ id: 'a' }), aCall({ id: 'b', replaces: 'a', note: 'By the gate.' }), back, ...more]).filter(({ answered }) => answered).map(({ call }) => call.id)
  assert.deepEqual(seen(), ['b'])
  assert.deepEqual(seen(aCall({ id: 'v', replaces: 'b', void: true })), ['a'])
  assert.deepEqual(seen(aCall({ id: 'c', replaces: 'b', outcome: 'no_answer' })), [])
  assert.deepEqual(seen(aCall({ id: 'c', replaces: 'back', direction: 'in', outcome: 'wrong_number' })), [])
})

test('entries that replace each other come to an end', () => {
  const circle = [aCall({ id: 'a', replaces: 'b' }), aCall({ id: 'b', replaces: 'a' }), aCall({ id: 'c', replaces: 'c' })]
  assert.deepEqual(entries(circle).map(({ call }) => call.id), ['a', 'b', 'c'])
})
