import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedWith, numbersIn } from '../../../web/app/domain/stranger.ts'

const SCRIPT = 'Hi Dana, this is Alex, 212-555-0143. Two leaks on the 14th. Call me: 212-555-0143.'

test('a number is right however it is written down', () => {
  for (const typed of ['2125550143', '(212) 555-0143', ' 212 555 0143 ']) assert.deepEqual(comparedWith(typed, SCRIPT), { right: true, wanted: '2125550143', wrong: 0 })
})

test('digits that are wrong, missing or added are counted', () => {
  const wrong = (typed: string): number => comparedWith(typed, SCRIPT)!.wrong
  assert.deepEqual([wrong('212-555-0144'), wrong('212-555-043'), wrong('212-555-01433'), wrong('212-555-0134'), wrong('')], [1, 1, 1, 2, 10])
})

test('dates and small numbers are no phone numbers, and a number said twice is one', () => {
  assert.deepEqual(numbersIn(SCRIPT), ['2125550143'])
  assert.equal(comparedWith('212', 'No number at all on the 14th.'), null)
})

test('with two numbers the one that was meant counts', () => {
  assert.equal(comparedWith('020 7946 0123', 'Ring 0116 496 0123 or 020 7946 0123.')!.right, true)
})
