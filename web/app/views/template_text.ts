/** A template on its own, with no prospect: fields shown by their names, and stand-ins of usual length for timing. */
import { html, type TemplateResult } from 'lit'
import { fieldLabel, fieldsOf, fill, shown, type Values } from '../domain/fill.ts'
import type { Section } from '../domain/records.ts'

/** What usually stands in a field, so that a template can be timed before it has a prospect. All fictitious. */
const USUAL: Values = {
  first_name: 'Dana', last_name: 'Reyes', company: 'Halden Foods', title: 'plant manager', connection: 'Sam Okoro',
  reason: 'your north gate', hook: 'two trucks were waiting at your gate', value: 'which door to change first',
  my_name: 'Alex Moreau', my_company: 'Northgate Doors', my_number: '555-555-0142', my_number_2: '555-555-0177', best_time: 'in the mornings',
}
const USUAL_WORDS = 'three usual words'

/** The text with stand-ins: for timing and for a look, never for reading out. */
export function sampleText(sections: readonly Section[]): string {
  return shown(fill(sections, sampleValues(sections), []))
}

export function sampleValues(sections: readonly Section[]): Values {
  return Object.fromEntries(fieldsOf(sections).map((field) => [field, USUAL[field] ?? USUAL_WORDS]))
}

/** The words with their fields as marks. */
export function markedText(section: Section): TemplateResult[] {
  return fill([section], {}, [])[0]!.parts.map((part) => (part.gap ? html`<span class="field-mark">${fieldLabel(part.field).toLowerCase()}</span>` : html`${part.text}`))
}
