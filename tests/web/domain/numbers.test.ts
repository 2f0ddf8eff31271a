import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryFor } from '../../../web/app/domain/country.ts'
import { parseNumber, readNumber, showNumber } from '../../../web/app/domain/numbers.ts'
import { telLink } from '../../../web/app/domain/tel.ts'

test('a number is understood however it is written, in its own country and from abroad', () => {
  for (const text of ['(212) 555-0147', '212.555.0147', '1-212-555-0147', '+1 212 555 0147', ' 212 555 0147 ']) assert.equal(parseNumber(text, 'US'), '+12125550147')
  for (const text of ['0116 496 0123', '+44 (0)116 496 0123', '0044 116 496 0123']) assert.equal(parseNumber(text, 'GB'), '+441164960123')
  assert.equal(parseNumber('+44 20 7946 0123', 'US'), '+442079460123')
})

test('numbers that nobody has been given yet are numbers, too', () => {
  assert.equal(parseNumber('(202) 555-0100', 'US'), '+12025550100')
})

test('half a number is not a number', () => {
  for (const text of ['555-0147', '12 34', 'call me', '', '+1']) assert.equal(parseNumber(text, 'US'), null)
})

test('an unknown default country refuses local numbers and reads international ones', () => {
  assert.equal(parseNumber('212 555 0147', 'ZZ'), null)
  assert.equal(parseNumber('+12125550147', 'ZZ'), '+12125550147')
  assert.equal(showNumber('+12125550147', 'ZZ'), '+1 212 555 0147')
})

test('an extension is kept apart and dialled after a pause', () => {
  assert.deepEqual(readNumber('0116 496 0123 ext 4', 'GB'), { number: '+441164960123', ext: '4' })
  assert.deepEqual(readNumber('212-555-0147 x12', 'US'), { number: '+12125550147', ext: '12' })
  assert.equal(telLink('+12125550147', '12'), 'tel:+12125550147,12')
  assert.equal(telLink('+12125550147'), 'tel:+12125550147')
})

test('a number is shown the local way at home and with its country code from abroad', () => {
  assert.equal(showNumber('+12125550147', 'US'), '(212) 555-0147')
  assert.equal(showNumber('+13065550123', 'US'), '(306) 555-0123')
  assert.equal(showNumber('+441164960123', 'GB'), '0116 496 0123')
  assert.equal(showNumber('+441164960123', 'US'), '+44 116 496 0123')
  assert.equal(showNumber('not a number', 'US'), 'not a number')
})

test('the country is the rep\'s choice, else the office\'s, else that of the phone\'s language', () => {
  assert.equal(countryFor({ country: 'IE' }, 'GB', ['en-US']), 'IE')
  assert.equal(countryFor({}, 'GB', ['en-US']), 'GB')
  assert.equal(countryFor({}, undefined, ['en', 'de-AT']), 'AT')
  assert.equal(countryFor({}, undefined, []), 'US')
})
