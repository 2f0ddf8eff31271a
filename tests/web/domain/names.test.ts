import assert from 'node:assert/strict'
import { test } from 'node:test'
import { displayName, initials, nameOr, sortKey, splitName } from '../../../web/app/domain/names.ts'

test('people are named the way they want to be called', () => {
  assert.equal(displayName({ first_name: 'Daniela', last_name: 'Reyes' }), 'Daniela Reyes')
  assert.equal(displayName({ first_name: 'Daniela', preferred_name: 'Dana', last_name: 'Reyes' }), 'Dana Reyes')
  assert.equal(displayName({ last_name: ' Li ' }), 'Li')
})

test('somebody without a name stands under the company, and nobody is blank', () => {
  assert.equal(nameOr({ name: '', company: 'Quarry Lane School' }), 'Quarry Lane School')
  assert.equal(nameOr({ name: '', company: '' }), 'No name yet')
})

test('two letters stand for a name, in any alphabet', () => {
  assert.equal(initials('Dana Reyes'), 'DR')
  assert.equal(initials('Maximiliano-Alexander Featherstonehaugh'), 'MF')
  assert.equal(initials('Øystein'), 'Ø')
  assert.equal(initials('李 伟'), '李伟')
  assert.equal(initials('(unknown)'), '')
})

test('the list goes by last name; accents and capitals do not matter; the nameless come by company, then last', () => {
  const people = [{ company: 'Quarry' }, { first_name: 'Åsa', last_name: 'ek' }, { first_name: 'Bo', last_name: 'Ek' }, {}, { first_name: 'Zoë', last_name: 'Adam' }]
  const sorted = people.map(sortKey).sort((a, b) => (a < b ? -1 : 1))
  assert.deepEqual(sorted, ['adam zoe', 'ek asa', 'ek bo', 'quarry', '\uffff'])
})

test('a full name is cut where people cut it', () => {
  assert.deepEqual(splitName('Dana Reyes'), { first_name: 'Dana', last_name: 'Reyes' })
  assert.deepEqual(splitName('Reyes, Dana Maria'), { first_name: 'Dana Maria', last_name: 'Reyes' })
  assert.deepEqual(splitName('  Ana  Maria   Reyes '), { first_name: 'Ana Maria', last_name: 'Reyes' })
  assert.deepEqual(splitName('Cher'), { first_name: 'Cher', last_name: '' })
})

test('what stands after a name is no first name, with points or without', () => {
  for (const after of ['MBA', 'Ph.D.', 'ph. d.', 'Jr.', 'III', 'Esq', 'CPA, MBA', 'PhD MBA']) {
    assert.deepEqual(splitName(`Dana Reyes, ${after}`), { first_name: 'Dana', last_name: 'Reyes' }, after)
  }
  assert.deepEqual(splitName('Reyes, Dana, MBA'), { first_name: 'Dana', last_name: 'Reyes' })
  assert.deepEqual(splitName('Reyes, Jr., Dana'), { first_name: 'Dana', last_name: 'Reyes' })
  assert.deepEqual(splitName('Reyes, Mdina'), { first_name: 'Mdina', last_name: 'Reyes' })
})
