import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyWords } from '../../../web/app/domain/key_words.ts'

test('names, numbers and the words that carry a message stay', () => {
  assert.deepEqual(keyWords("Hi Dana, it's Marcus at Brightwater. I found two leaks on your bill. Call me at 212-555-0143. Thanks."),
    ['Marcus … Brightwater', 'found … leaks', '', '212-555-0143', ''])
})

test('nothing stays of a chunk that has only small words, and an empty script has nothing', () => {
  assert.deepEqual(keyWords('Would you call me back, please?').filter((line) => line !== ''), [])
  assert.deepEqual(keyWords(''), [])
})
