import assert from 'node:assert/strict'
import { test } from 'node:test'
import { find, lineOf } from '../../../web/app/domain/search.ts'
import { aProspect } from '../examples.ts'

const person = (id: string, first_name: string, last_name: string, company: string, phone: string, more = {}) =>
  lineOf(aProspect({ id, fields: { first_name, last_name, company, phone, ...more } }))
const LINES = [
  person('ruth', 'Ruth', 'Delgado', 'Delgado Bakery', '+13035550142'),
  person('soren', 'Søren', 'Łukasz', 'Öl & Söhne', '+441164960123'),
  person('tanya', 'Tanya', 'Ruthven', 'Harbor Ovens', '+442079460117', { phone_2: '+13125550199' }),
  person('mmm', 'Ann', 'Bell', '3M Tapes', '+12025550110'),
]
const found = (query: string, limit = 9): string[] => find(LINES, query, limit).map((line) => line.id)

test('three keystrokes of a name find the person, first names before parts of other names', () => {
  assert.deepEqual(found('rut'), ['ruth', 'tanya'])
})

test('accents and foreign letters need not be typed, and may be', () => {
  assert.deepEqual(found('soren lukasz'), ['soren'])
  assert.deepEqual(found('SØREN'), ['soren'])
  assert.deepEqual(found('öl so'), ['soren'])
})

test('the last digits of any number find its owner', () => {
  assert.deepEqual(found('0142'), ['ruth'])
  assert.deepEqual(found('199'), ['tanya'])
})

test('a number may be typed as it is dialled at home, however it is spaced', () => {
  assert.deepEqual(found('0116 496 0123'), ['soren'])
  assert.deepEqual(found('(303) 555-01'), ['ruth'])
  assert.deepEqual(found('+44 20 7946'), ['tanya'])
  assert.deepEqual(found('+44 (0)20 7946'), ['tanya'])
})

test('a mark inside a word may be typed or left out', () => {
  const people = [person('sean', 'Sean', 'O’Brien', 'J.P. Halden', ''), person('ann', 'Ann-Marie', "D'Arcy", 'T-Roofing', ''), LINES[0]!]
  const ids = (query: string): string[] => find(people, query, 9).map((line) => line.id)
  for (const query of ['obr', 'obrien', "o'brien", 'O’Brien', 'brien', 'jp hal', 'j.p. halden', 'j p']) assert.deepEqual(ids(query), ['sean'], query)
  for (const query of ['annm', 'ann marie', 'darcy', 'ann darcy', 'troof', 't-roof']) assert.deepEqual(ids(query), ['ann'], query)
})

test('every word must match, in any order, of the name or the company', () => {
  assert.deepEqual(found('bakery ruth'), ['ruth'])
  assert.deepEqual(found('ruth tapes'), [])
  assert.deepEqual(found('3m'), ['mmm'])
})

test('nothing typed finds nobody, and no more are shown than asked for', () => {
  assert.deepEqual(found('  '), [])
  assert.equal(find(LINES, 'e', 2).length, 2)
})

test('a blocked prospect is found, and is not in the call list', () => {
  const line = lineOf(aProspect({ fields: { first_name: 'Ruth', rank: 'a' }, do_not_call: { at: '', by: '', reason: 'asked' } }))
  assert.equal(line.blocked, true)
  assert.equal(line.in_list, false)
  assert.equal(line.rank, undefined)
})

test('an extension is known beside its number, so that an import tells colleagues apart', () => {
  assert.equal(person('ann', 'Ann', 'Lee', 'Acme', '+12125550147', { phone_ext: '3' }).ext, '3')
  assert.equal('ext' in LINES[0]!, false)
})

test('ten thousand prospects are searched in well under a tenth of a second', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => person(String(i), 'Ruth', `Delgado${i}`, `Company ${i % 300}`, `+1202555${String(i).padStart(4, '0')}`))
  find(many, 'warm', 5)
  const started = performance.now()
  assert.equal(find(many, 'del 9', 20).length, 20)
  assert.ok(performance.now() - started < 100)
})
