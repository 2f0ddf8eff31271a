import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chunksOf } from '../../../web/app/domain/chunks.ts'
import { groupsOf } from '../../../web/app/domain/say/phone.ts'

const TEXT = "Hi Dana, this is Alex Moreau at Northgate Doors, (555) 555-0142. I noticed that two trucks were waiting at your north gate for most of the morning. Could you call me back for five minutes? That's Alex Moreau, 555 555 0142. Thanks, Dana."

test('no word is lost or moved', () => {
  assert.equal(chunksOf(TEXT).map((chunk) => chunk.text).join(' ').replace(/\s+/g, ' '), TEXT.replace(/\s+/g, ' '))
})

test('a chunk is a breath: at most nine words, and never a lonely word of a longer sentence', () => {
  for (const chunk of chunksOf(TEXT)) assert.ok(chunk.text.split(/\s+/).length <= 9, chunk.text)
  assert.ok(!chunksOf(TEXT).some((chunk) => chunk.text === 'Hi Dana,'))
})

test('a phone number stands alone, whole, with its groups', () => {
  const numbers = chunksOf(TEXT).filter((chunk) => chunk.kind === 'number')
  assert.deepEqual(numbers.map((chunk) => chunk.groups), [['555', '555', '0142'], ['555', '555', '0142']])
  assert.equal(numbers[0]!.text, '(555) 555-0142.')
})

test('other numbers stay with their words', () => {
  assert.deepEqual(chunksOf('It takes 20 minutes on 24 November 2026.').map((chunk) => chunk.kind), ['words'])
})

test('a sentence ends with the long pause, a clause with the short one', () => {
  const [first, second] = chunksOf('Since then I have been thinking about your gate, and I believe that I know the answer.')
  assert.equal(first!.pause, 'short')
  assert.equal(second!.pause, 'long')
})

test('digits come in groups that can be written down', () => {
  assert.deepEqual(groupsOf('5555550142'), ['555', '555', '0142'])
  assert.deepEqual(groupsOf('0116 496 0123'), ['0116', '496', '0123'])
  assert.deepEqual(groupsOf('+44 116 496 0123'), ['+44', '116', '496', '0123'])
})

test('nothing to say is no chunk', () => {
  assert.deepEqual(chunksOf('  '), [])
})
