/** A template being written: sections in order, kept at every keystroke, saved as a new version. */
import { gapsInWords, fieldsOf } from './fill.ts'
import type { BandName, Family, Id, Section, SectionKind, Template, TemplateSave, Version } from './records.ts'

export interface TemplateDraft {
  id: Id
  base: Id | null // the version this started from
  shared: boolean
  name: string
  family: Family
  band: BandName
  locale: string
  variant_of: Id | null
  variant: string
  tags: string[]
  note: string
  sections: Section[]
}

/** The order that the advice starts from (advice 3.21), for each kind of text. */
const FRESH: Record<'message' | 'pick_up' | 'email', SectionKind[]> = {
  message: ['greeting', 'context', 'reason', 'ask', 'contact', 'number_again', 'sign_off'],
  pick_up: ['opener', 'bridge', 'question', 'if_busy'],
  email: ['subject', 'body'],
}
const FIRST_WORDS: Partial<Record<SectionKind, string>> = {
  greeting: 'Hi {first_name}, this is {my_name} at {my_company}, {my_number}.', reason: "I'm calling about {reason}.", ask: 'Could you call me back?',
  number_again: "That's {my_name}, {my_number}.", sign_off: 'Thanks, {first_name}.', opener: 'Hi {first_name}, this is {my_name} at {my_company}. Is this a good moment?',
}

export function kindsFor(family: Family): SectionKind[] {
  return FRESH[family === 'pick_up' || family === 'email' ? family : 'message']
}

export function blankDraft(id: Id, locale: string): TemplateDraft {
  return { id, base: null, shared: false, name: '', family: 'reason', band: '20', locale, variant_of: null, variant: '', tags: [], note: '', sections: freshSections('reason') }
}

function freshSections(family: Family): Section[] {
  return kindsFor(family).map((kind) => ({ kind, text: FIRST_WORDS[kind] ?? '' })).filter((section) => section.text !== '' || family === 'email' || family === 'pick_up')
}

export function draftOf(template: Template, version: Version): TemplateDraft {
  const { id, name, family, band, locale, variant_of, variant, tags, note } = template
  return { id, base: version.id, shared: template.owner_id === null, name, family, band, locale, variant_of, variant, tags, note, sections: version.sections.map((section) => ({ ...section })) }
}

/** A copy of the rep's own: another template, compared with nothing. */
export function copyOf(template: Template, version: Version, id: Id): TemplateDraft {
  return { ...draftOf(template, version), id, base: null, shared: false, name: `${template.name}, my way`, variant_of: null, variant: '' }
}

/** Another family keeps the words; one that needs other sections gets those, and the words that no section is left for go into the last. */
export function withFamily(draft: TemplateDraft, family: Family): TemplateDraft {
  const kinds = kindsFor(family)
  if (draft.sections.every((section) => kinds.includes(section.kind))) return { ...draft, family }
  const words = draft.sections.map((section) => section.text).filter((text) => text.trim() !== '').join(' ')
  const sections: Section[] = kinds.map((kind) => ({ kind, text: '' }))
  sections[sections.length - 1]!.text = words
  return { ...draft, family, sections }
}

export function moved(draft: TemplateDraft, at: number, by: -1 | 1): TemplateDraft {
  const sections = [...draft.sections]
  const [section] = sections.splice(at, 1)
  sections.splice(Math.max(0, at + by), 0, section!)
  return { ...draft, sections }
}

export function without(draft: TemplateDraft, at: number): TemplateDraft {
  return { ...draft, sections: draft.sections.filter((_, place) => place !== at) }
}

/** A section that was taken out of place `at` comes back into what the draft is by now. Of a family that has no such section, the words come into the last one. */
export function withAgain(draft: TemplateDraft, section: Section, at: number): TemplateDraft {
  const sections = draft.sections.map((each) => ({ ...each }))
  const last = sections.at(-1)
  if (!last || kindsFor(draft.family).includes(section.kind)) sections.splice(at, 0, section)
  else last.text = [last.text, section.text].filter((text) => text.trim() !== '').join(' ')
  return { ...draft, sections }
}

/** A section goes where its kind usually stands. */
export function withSection(draft: TemplateDraft, kind: SectionKind): TemplateDraft {
  const order = kindsFor(draft.family)
  const place = draft.sections.findIndex((section) => order.indexOf(section.kind) > order.indexOf(kind))
  const sections = [...draft.sections]
  sections.splice(place < 0 ? sections.length : place, 0, { kind, text: FIRST_WORDS[kind] ?? '' })
  return { ...draft, sections }
}

/** Why it cannot be saved, a sentence each. Field names that the office would not take are named. */
export function troubles(draft: TemplateDraft): string[] {
  const bad = fieldsOf(draft.sections).filter((field) => !/^[a-z][a-z0-9_]{0,39}$/.test(field))
  const loose = draft.sections.some((section) => gapsInWords(section.text.replace(/\{[^{}]*\}/g, '')).length > 0)
  return [
    ...(draft.name.trim() === '' ? ['Give it a name that you will know in the car.'] : []),
    ...(draft.sections.every((section) => section.text.trim() === '') ? ['It has no words yet.'] : []),
    ...(bad.length > 0 ? [`A field has letters, digits and spaces only, and starts with a letter: look at {${bad.join('}, {')}}.`] : []),
    ...(loose ? ['A bracket is open or stands alone. Fields are written like {first_name}; square brackets would be read out.'] : []),
  ]
}

/** What is saved: empty sections are left behind, fields are written one way. */
export function saveOf(draft: TemplateDraft, version: Id): TemplateSave {
  const { id, base, shared, family, band, locale, variant_of, variant, tags, note } = draft
  const sections = draft.sections.filter((section) => section.text.trim() !== '').map((section) => ({ kind: section.kind, text: normal(section.text) }))
  return { id, version_id: version, base, shared, name: draft.name.trim(), family, band, locale, variant_of, variant, tags, note: note.trim(), sections }
}

/** "{ First Name }" is written "{first_name}". */
function normal(text: string): string {
  return text.trim().replace(/\{\s*([^{}]*?)\s*\}/g, (_, name: string) => `{${name.toLowerCase().replace(/[\s-]+/g, '_')}}`)
}
