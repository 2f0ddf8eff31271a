/** The messages that every office starts with keep the coach's own advice. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { coach } from '../../web/app/domain/coach/coach.ts'
import { fill, spoken, type Values } from '../../web/app/domain/fill.ts'
import type { BandName, Family, Section } from '../../web/app/domain/records.ts'

interface Starter { name: string; family: Family; band: BandName; tags: string[]; version: { sections: Section[] } }
const library = JSON.parse(fs.readFileSync(new URL('../../server/ringback/library/starter.json', import.meta.url), 'utf8')) as { locale: string; templates: Starter[] }

const FIELDS = {
  hook: 'two trucks were waiting at your north gate', reason: 'your north gate', place: 'your Elm Street yard', last_time: 'on Monday', best_time: 'in the mornings', today: 'Tuesday morning',
  value: 'which dock door to change first', assistant: 'Paul', topic: 'the sign on your gate', their_work: 'your talk on cold storage', event: 'the packaging fair in Toledo', connection: 'Ewan Blythe',
  order: 'Thursday\'s delivery', question: 'which door is free', predecessor: 'Ruth Adler', count: 'five', next_slot: 'on Wednesday morning',
}
const CAST: Values[] = [
  { ...FIELDS, first_name: 'Dana', company: 'Mill Yard', my_name: 'Priya Raman', my_company: 'Delgado Supply', my_number: '303-555-0142' },
  { ...FIELDS, first_name: 'May', company: 'Birch Point Resort', my_name: 'Will Price', my_company: 'Price and Sons', my_number: '0116 496 0142', hook: 'the ivy has reached your vent', reason: 'the ivy', topic: 'the ivy' },
  { ...FIELDS, first_name: 'José', company: 'Free Range Foods', my_name: 'Anne-Marie O\'Neil', my_company: 'Best Street Doors', my_number: '020 7946 0137', hook: 'your price list has two Mondays', reason: 'Monday\'s list', topic: 'Monday\'s list' },
]

for (const { name, family, band, tags, version } of library.templates) {
  test(`"${name}" gives the coach nothing to say`, () => {
    for (const values of CAST) {
      const text = spoken(fill(version.sections, values, []))!
      const found = coach({
        text, locale: library.locale, rep: { name: values['my_name']!, number: values['my_number']!, company: values['my_company']! },
        prospect: { first_name: values['first_name']!, company: values['company']!, humour: 'laughs easily' }, family, band, tags,
        cold: family !== 'met_before' && family !== 'existing_customer', connection: values['connection']!, connection_verified: true, hard_to_reach: tags.includes('hard_to_reach'),
        sections: version.sections.map(({ kind }) => kind), fields: { ...values, purpose: 'a visit' }, history: { unreturned: 4, weeks: 5 }, ...(tags.includes('name_late') ? { order: 'late' } : {}),
      })

      assert.deepEqual(found.map(({ key, severity }) => `${key} ${severity}`), band === '14' ? ['number_once hint'] : [], text)
    }
  })
}
