import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entries } from '../../../web/app/domain/entries.ts'
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

test('a message knows what answered it', () => {
  const [message] = entries([aCall({ id: 'a' }), aCall({ id: 'back', direction: 'in', credits: 'a', response: 'callback' })])
  assert.equal(message?.answered?.id, 'back')
})
