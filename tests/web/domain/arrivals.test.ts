import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, Present, type Raw, type Tools } from '../../../web/app/domain/arrivals.ts'
import { readNumber, showNumber } from '../../../web/app/domain/numbers.ts'
import { knownZone } from '../../../web/app/domain/timing.ts'

const tools: Tools = { read: (text) => readNumber(text, 'US'), show: (number) => showNumber(number, 'US'), zone: (number) => (number.startsWith('+1212') ? 'America/New_York' : null), known: knownZone }

function here(...people: Array<[name: string, company: string, phone: string]>): Present {
  const present = new Present()
  for (const [name, company, phone] of people) present.add({ name, company, phone }, `Here already: ${name}`, { id: `id of ${name}`, blocked: name === 'Omar Reyes' })
  return present
}

test('a new person comes with number, zone and a name in two parts', () => {
  const one = judge({ name: 'Dana Reyes', company: 'Harbor', phone: '(212) 555-0147 x4' }, 2, here(), tools)
  assert.equal(one.verdict, 'new')
  assert.deepEqual(one.fields, { first_name: 'Dana', last_name: 'Reyes', company: 'Harbor', phone: '+12125550147', phone_ext: '4', zone: 'America/New_York', zone_known: 'number' })
})

test('who asked not to be called comes as that, and a no is no reason', () => {
  const stop = (cell: string): string => judge({ name: 'Dana Reyes', do_not_call: cell }, 2, here(), tools).stop
  assert.deepEqual(['', 'no', 'FALSE', '0', '-'].map(stop), ['', '', '', '', ''])
  assert.deepEqual(['yes', 'X', 'true', '1'].map((cell) => stop(cell) !== ''), [true, true, true, true])
  const one = judge({ name: 'Dana Reyes', do_not_call: 'Asked by letter in May' }, 2, here(), tools)
  assert.deepEqual([one.stop, one.why, one.fields['do_not_call']], ['Asked by letter in May', 'Comes as “do not call”', undefined])
})

test('who is here already and asks not to be called is to be marked so, once', () => {
  const present = here(['Dana Reyes', 'Harbor', '+12125550147'], ['Omar Reyes', 'Harbor', '+12125550148'])
  const lines = ['(212) 555-0147', '212 555 0147', '(212) 555-0148'].map((phone, at) => judge({ phone, do_not_call: 'By letter' }, at + 2, present, tools))
  assert.deepEqual(lines.map(({ verdict, marks, stop }) => [verdict, marks, stop]), [
    ['here', 'id of Dana Reyes', 'By letter'], ['here', '', 'By letter'], ['here', '', 'By letter'],
  ])
  assert.equal(lines[0]!.why, 'Here already: Dana Reyes (same number). To be marked “do not call”, as the file says')
  assert.equal(judge({ name: 'Dana Reyes', company: 'Harbor', do_not_call: 'no' }, 9, here(['Dana Reyes', 'Harbor', '']), tools).marks, '')
})

test('a later line that asks not to be called stops the line that brings them', () => {
  const present = here()
  const first = judge({ name: 'Ann Lee', phone: '(212) 555-0147' }, 2, present, tools)
  const second = judge({ name: 'Ann Lee', phone: '(212) 555-0147', do_not_call: 'yes' }, 3, present, tools)
  assert.deepEqual([first.verdict, first.stop, first.why], ['new', 'Marked so in the file that they came from', 'Comes as “do not call”'])
  assert.deepEqual([second.verdict, second.marks], ['here', ''])
})

test('a number alone is enough', () => {
  assert.equal(judge({ phone: '(212) 555-0147' }, 2, here(), tools).verdict, 'new')
})

test('somebody is known by the number, however it is written', () => {
  const present = here(['Dana Reyes', 'Harbor', '+12125550147'])
  const again = [judge({ name: 'dana reyes', phone: '+1 212 555 0147' }, 2, present, tools), judge({ company: 'Harbor', phone: '212-555-0147' }, 3, present, tools)]
  assert.deepEqual(again.map(({ verdict, why }) => [verdict, why]), [
    ['here', 'Here already: Dana Reyes (same name and number)'], ['here', 'Here already: Dana Reyes (same number)'],
  ])
})

test('colleagues who share the number of their company all come, and the line says whom they share it with', () => {
  const present = here(['Ann Lee', 'Acme', '+12125550147'])
  const bob = judge({ name: 'Bob Ray', company: 'Acme', phone: '(212) 555-0147' }, 2, present, tools)
  assert.deepEqual([bob.verdict, bob.why], ['new', 'Has the same number as Ann Lee'])
  const cid = judge({ name: 'Cid Fox', company: 'Acme', phone: '(212) 555-0147 x3' }, 3, present, tools)
  assert.deepEqual([cid.verdict, cid.note], ['new', 'Acme · (212) 555-0147 ext. 3'])
  assert.equal(judge({ name: 'Bob Ray', company: 'Acme', phone: '(212) 555-0147' }, 4, present, tools).why, 'Twice in this file, first in line 2 (same name and number)')
})

test('two extensions are two people, an extension that only one side knows tells nobody apart', () => {
  const present = here()
  assert.equal(judge({ company: 'Acme', phone: '(212) 555-0147 x1' }, 2, present, tools).verdict, 'new')
  assert.equal(judge({ company: 'Acme', phone: '(212) 555-0147 x2' }, 3, present, tools).verdict, 'new')
  assert.equal(judge({ company: 'Acme', phone: '(212) 555-0147' }, 4, present, tools).verdict, 'here')
})

test('a number that stands there without a name is one person, not all who have it', () => {
  const present = here(['', 'Acme', '+12125550147'])
  assert.equal(judge({ name: 'Ann Lee', company: 'Acme', phone: '(212) 555-0147' }, 2, present, tools).verdict, 'here')
  assert.equal(judge({ name: 'Bob Ray', company: 'Acme', phone: '(212) 555-0147' }, 3, present, tools).verdict, 'new')
})

test('two people of one name with different numbers both come', () => {
  const present = here()
  assert.equal(judge({ name: 'Ann Lee', phone: '(212) 555-0147' }, 2, present, tools).verdict, 'new')
  assert.equal(judge({ name: 'Ann Lee', phone: '(212) 555-0148' }, 3, present, tools).verdict, 'new')
  const third = judge({ name: 'Ann Lee' }, 4, present, tools)
  assert.deepEqual([third.verdict, third.why], ['here', 'Twice in this file, first in line 2 (same name)'])
})

test('somebody is known by name and company, but not by either alone', () => {
  const present = here(['Zoë Adam', 'Harbor', ''])
  assert.equal(judge({ name: 'zoe adam', company: 'HARBOR' }, 2, present, tools).verdict, 'here')
  assert.equal(judge({ name: 'Zoë Adam', company: 'Other' }, 3, present, tools).verdict, 'new')
  assert.equal(judge({ name: 'Kim Park', company: 'Harbor' }, 4, present, tools).verdict, 'new')
})

test('two numbers of one company without names are two people to call', () => {
  const present = here()
  assert.equal(judge({ company: 'Harbor', phone: '(212) 555-0147' }, 2, present, tools).verdict, 'new')
  assert.equal(judge({ company: 'Harbor', phone: '(212) 555-0148' }, 3, present, tools).verdict, 'new')
})

test('the same person twice in one file comes once', () => {
  const present = here()
  judge({ name: 'Dana Reyes', phone: '(212) 555-0147' }, 2, present, tools)
  const again = judge({ phone: '212 555 0147' }, 3, present, tools)
  assert.deepEqual([again.verdict, again.why], ['here', 'Twice in this file, first in line 2 (same number)'])
})

test('importing a file a second time adds nobody', () => {
  const file: Raw[] = [{ name: 'Dana Reyes', phone: '(212) 555-0147' }, { name: 'Kim Park', company: 'Low' }, { phone: '(212) 555-0150' }, { company: 'Only Ltd' }, { preferred_name: 'Bo', last_name: 'Ray', phone: '(212) 555-0147 x2' }]
  const present = here()
  assert.deepEqual(file.map((raw, at) => judge(raw, at + 1, present, tools).verdict), file.map(() => 'new'))
  assert.deepEqual(file.map((raw, at) => judge(raw, at + 1, present, tools).verdict), file.map(() => 'here'))
})

test('a number that cannot be read is not lost: it goes into the note, and the line says so', () => {
  const one = judge({ name: 'Kim Park', phone: '12 34', note: 'likes tea' }, 2, here(), tools)
  assert.equal(one.verdict, 'new')
  assert.equal(one.fields['note'], 'likes tea\nNumber in the file: 12 34')
  assert.match(one.why, /not a whole number/)
})

test('a company that is longer than an entry of the log can hold comes cut, with all of it in the note', () => {
  const company = 'Harbor and Sons '.repeat(20).trim()
  const present = here()
  const one = judge({ name: 'Kim Park', company, phone: '12 34', note: 'likes tea' }, 2, present, tools)
  assert.deepEqual([one.verdict, one.fields['company']], ['new', company.slice(0, 200).trim()])
  assert.equal(one.fields['note'], `likes tea\nIn full: ${company}\nNumber in the file: 12 34`)
  assert.equal(one.why, '“12 34” is not a whole number: it goes into the note. A name or company is longer than 200 characters: all of it goes into the note')
  assert.equal(judge({ name: 'Kim Park', company }, 3, present, tools).verdict, 'here')
})

test('a field without end refuses its line, and not the whole file', () => {
  const one = judge({ name: 'Kim Park', hook: 'x'.repeat(8_001) }, 2, here(), tools)
  assert.deepEqual([one.verdict, one.why], ['refused', 'One field would be longer than 8,000 characters: shorten it in the file'])
})

test('a line that says nothing about anybody is refused, with the reason', () => {
  assert.deepEqual([judge({ note: 'x' }, 2, here(), tools).verdict, judge({ note: 'x' }, 2, here(), tools).why], ['refused', 'No name, company or number'])
  assert.match(judge({ phone: '12 34' }, 2, here(), tools).why, /“12 34” is not a whole number/)
})

test('a zone in the file counts more than the number, if it is one', () => {
  assert.deepEqual(pick(judge({ phone: '(212) 555-0147', zone: 'America/Chicago' }, 2, here(), tools).fields), ['America/Chicago', 'rep'])
  assert.deepEqual(pick(judge({ phone: '(212) 555-0147', zone: 'over there' }, 2, here(), tools).fields), ['America/New_York', 'number'])
})

function pick(fields: Record<string, string>): string[] {
  return [fields['zone'] ?? '', fields['zone_known'] ?? '']
}
