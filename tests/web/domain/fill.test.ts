import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { blank, fieldLabel, fieldsOf, fill, gapsInWords, gapsOf, sentences, shown, sourceOf, spoken, valuesFor } from '../../../web/app/domain/fill.ts'
import type { Section } from '../../../web/app/domain/records.ts'

const starter = JSON.parse(fs.readFileSync(new URL('../../../server/ringback/library/starter.json', import.meta.url), 'utf8')) as {
  templates: Array<{ name: string; family: string; version: { sections: Section[] } }>
}
const one = (text: string): Section[] => [{ kind: 'body', text }]
const said = (text: string, values: Record<string, string>, out: string[] = []): string => shown(fill(one(text), values, out))

test('a field takes its value, a missing one stays a gap that can be seen', () => {
  const pieces = fill(one('Hi {first_name}, this is {my_name}.'), { my_name: 'Alex Moreau' }, [])
  assert.equal(pieces[0]!.text, 'Hi [first name], this is Alex Moreau.')
  assert.deepEqual(gapsOf(pieces), ['first_name'])
  assert.equal(spoken(pieces), null)
})

test('a value that is itself a placeholder, or only marks, is a gap', () => {
  for (const value of ['', '  ', '-', '{first_name}', '[name]', '...']) assert.equal(blank(value), true, value)
  for (const value of ['Bo', '7', 'Änne']) assert.equal(blank(value), false, value)
})

test('a field is the same however its braces are written', () => {
  assert.deepEqual(fieldsOf(one('{First Name} and { first_name } and {their-event}')), ['first_name', 'their_event'])
})

test('what was typed by hand is searched for placeholders as well', () => {
  assert.deepEqual(gapsInWords('Hi {first_name}, about [hook]. {'), ['{first_name}', '[hook]', '{'])
  assert.deepEqual(gapsInWords('Hi Dana (from before).'), [])
})

test('an address, an aside and a place go without their sentence', () => {
  assert.equal(said('Hi {first_name}, this is {my_name}.', { my_name: 'Alex' }, ['first_name']), 'Hi, this is Alex.')
  assert.equal(said('Thanks, {first_name}.', {}, ['first_name']), 'Thanks.')
  assert.equal(said('Thank you, {first_name}, and have a good day.', {}, ['first_name']), 'Thank you, and have a good day.')
  assert.equal(said('This is {my_name} at {my_company}, {my_number}.', { my_name: 'Alex', my_number: '555-0142' }, ['my_company']), 'This is Alex, 555-0142.')
  assert.equal(said('{first_name}, it was good to meet you.', {}, ['first_name']), 'It was good to meet you.')
  assert.equal(said('I left you a message {last_time} about {reason}.', { reason: 'your gate' }, ['last_time']), 'I left you a message about your gate.')
})

test('a sentence that cannot be said without the field goes with it, and is named', () => {
  const pieces = fill(one('I noticed that {hook}. Could you call me?'), {}, ['hook'])
  assert.equal(pieces[0]!.text, 'Could you call me?')
  assert.deepEqual(pieces[0]!.dropped, ['I noticed that {hook}.'])
})

test('a section of nothing but what was left out falls away', () => {
  assert.equal(shown(fill([{ kind: 'greeting', text: 'Hi {first_name}.' }, { kind: 'contact', text: "I'm easiest to reach {best_time}." }], { first_name: 'Dana' }, ['best_time'])), 'Hi Dana.')
})

test('a field that has a value cannot be left out by an old choice', () => {
  assert.equal(said('Hi {first_name}.', { first_name: 'Dana' }, ['first_name']), 'Hi Dana.')
})

test('a company that ends in a full stop does not get a second one, a sentence starts with a capital', () => {
  assert.equal(said('This is {my_name} at {my_company}. {connection} sent me.', { my_name: 'Alex', my_company: 'Halden Inc.', connection: 'a friend' }), 'This is Alex at Halden Inc. A friend sent me.')
})

test('an e-mail keeps its paragraphs, and a line that is left out closes up', () => {
  const text = 'Hi {first_name},\n\nI noticed that {hook}.\n\nThank you,\n{my_name}\n{my_company}'
  assert.equal(said(text, { first_name: 'Dana', my_name: 'Alex' }, ['hook', 'my_company']), 'Hi Dana,\n\nThank you,\nAlex')
  assert.equal(said(text, { hook: 'it rains', my_name: 'Alex' }, ['first_name', 'my_company']), 'Hi,\n\nI noticed that it rains.\n\nThank you,\nAlex')
})

test('abbreviations and initials do not end a sentence', () => {
  assert.deepEqual(sentences('Ask Dr. Reyes. She is in at 4 p.m. today. Fine?'), ['Ask Dr. Reyes.', 'She is in at 4 p.m. today.', 'Fine?'])
})

test('the preferred name is the one that is said, numbers are written the local way', () => {
  const values = valuesFor({ first_name: 'Maximiliane', preferred_name: 'Max' }, { number: '+15555550142', best_time: 'mornings' }, (e164) => `n${e164}`)
  assert.equal(values['first_name'], 'Max')
  assert.equal(values['my_number'], 'n+15555550142')
  assert.equal(values['best_time'], '', 'only for somebody who is hard to reach')
})

test('known fields have labels, any other gets one from its name', () => {
  assert.equal(fieldLabel('my_number_2'), 'My second number')
  assert.equal(fieldLabel('their_work'), 'Their work')
  assert.deepEqual(['hook', 'my_name', 'event'].map(sourceOf), ['prospect', 'rep', 'message'])
})

/** Every starter with every choice of one and two fields filled, missing and left out. */
function* cases(): Generator<{ name: string; sections: Section[]; missing: string[]; out: string[]; values: Record<string, string> }> {
  for (const { name, version: { sections } } of starter.templates) {
    const fields = fieldsOf(sections)
    const sets = [[], ...fields.map((field) => [field]), ...fields.flatMap((a, at) => fields.slice(at + 1).map((b) => [a, b])), fields]
    for (const missing of sets) {
      const values = Object.fromEntries(fields.filter((field) => !missing.includes(field)).map((field) => [field, `Value${field.length}`]))
      yield { name, sections, missing, out: [], values }
      yield { name, sections, missing, out: missing, values }
      if (missing.length === 2) yield { name, sections, missing, out: missing.slice(0, 1), values }
    }
  }
}

test('no gap of any starter reaches the reading text unnoticed', () => {
  let seen = 0
  for (const { name, sections, missing, out, values } of cases()) {
    const pieces = fill(sections, values, out)
    const text = spoken(pieces)
    const open = missing.filter((field) => !out.includes(field))
    if (text === null) assert.ok(gapsOf(pieces).length > 0)
    else assert.deepEqual(gapsInWords(text), [], `${name}: ${text}`)
    if (out.length === 0) assert.equal(text === null, open.length > 0, `${name} without ${open}`)
    for (const gap of gapsOf(pieces)) assert.ok(open.includes(gap), `${name}: ${gap}`)
    seen += 1
  }
  assert.ok(seen > 500, `${seen} cases`)
})

test('what is left when fields are left out reads cleanly', () => {
  for (const { name, sections, out, values } of cases()) {
    for (const piece of fill(sections, values, out)) {
      const where = `${name} without ${out}: ${piece.text}`
      assert.doesNotMatch(piece.text, / {2,}| [,.!?;:]|,,|[,;:][.!?]|\.\.|\n{3,}|^[\s,.;:!?]|\s$/, where)
      assert.doesNotMatch(piece.text, /^\p{Ll}/u, where)
    }
  }
})
