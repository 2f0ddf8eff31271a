/** A template filled for one prospect. A gap stays a gap that can be seen; a field that the rep leaves out takes with it what cannot
 *  be said without it. Nothing here reads a gap out: `spoken` answers null until there is none. */
import type { Fields, Section, SectionKind } from './records.ts'

export type Values = Record<string, string>
export interface Part { text: string; field: string; gap: boolean } // field: "" for the template's own words
export interface Piece {
  kind: SectionKind
  parts: Part[]
  text: string // gaps shown as "[first name]"
  gaps: string[]
  dropped: string[] // sentences that went with a field that was left out, as the template has them
}

const FIELD = /\{\s*([^{}]*?)\s*\}/g

/** One piece per section, in order; sections that are left with nothing have no text. */
export function fill(sections: readonly Section[], values: Values, leftOut: readonly string[]): Piece[] {
  const out = new Set(leftOut.filter((field) => blank(values[field])))
  return sections.map((section) => piece(section, values, out))
}

/** All that will be said, or null while there is a gap. */
export function spoken(pieces: readonly Piece[]): string | null {
  return pieces.some((piece) => piece.gaps.length > 0) ? null : shown(pieces)
}

/** All of it, gaps in brackets: for looking at and for timing. */
export function shown(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).filter((text) => text !== '').join(' ')
}

export function gapsOf(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap((piece) => piece.gaps))]
}

/** The merge fields of a template, in the order in which they are met. */
export function fieldsOf(sections: readonly Section[]): string[] {
  return [...new Set(sections.flatMap((section) => [...section.text.matchAll(FIELD)].map((match) => fieldName(match[1]!))))]
}

/** Placeholders in words that were typed by hand: "{hook}", "[name]". Read aloud they would be as bad as a gap. */
export function gapsInWords(words: string): string[] {
  return [...new Set([...words.matchAll(/\{[^{}]*\}|\[[^[\]]*\]|[{}[\]]/g)].map((match) => match[0]))]
}

/** Nothing that could be said: empty, only marks, or itself a placeholder such as "[name]". */
export function blank(value: string | undefined): boolean {
  return value === undefined || !/[\p{L}\p{N}]/u.test(value) || gapsInWords(value).length > 0
}

function piece(section: Section, values: Values, out: ReadonlySet<string>): Piece {
  const dropped: string[] = []
  const lines = section.text.split('\n').map((line) => lineWithout(line, out, dropped)).filter((line): line is string => line !== null)
  const parts = partsOf(lines.join('\n').replace(/\n{3,}/g, '\n\n').trim(), values)
  return {
    kind: section.kind, parts, dropped, text: parts.map((part) => part.text).join(''),
    gaps: [...new Set(parts.filter((part) => part.gap).map((part) => part.field))],
  }
}

/** Null for a line that goes as a whole; empty lines are an e-mail's paragraphs and stay. */
function lineWithout(line: string, out: ReadonlySet<string>, dropped: string[]): string | null {
  if (line.trim() === '') return ''
  const kept: string[] = []
  for (const sentence of sentences(line)) {
    const left = without(sentence, out)
    if (left === '') dropped.push(sentence)
    else kept.push(left)
  }
  return kept.length > 0 ? kept.join(' ') : null
}

/** The sentence without the fields that are left out, tidied; "" if it cannot be said without them. */
function without(sentence: string, out: ReadonlySet<string>): string {
  let left = sentence
  for (const field of fieldsOf([{ kind: 'body', text: sentence }])) {
    if (!out.has(field)) continue
    const taken = take(left, field)
    if (taken === null) return ''
    left = taken
  }
  if (left === sentence) return sentence
  return tidy(left) + (/,$/.test(sentence) ? ',' : '')
}

/** The ways in which a field can go and leave a sentence that still stands: an address ("Hi NAME,"), an aside (", TITLE,"), a place
 *  ("from COMPANY"), a time ("I left a message LAST_TIME about"). Otherwise the sentence depends on it: null. */
function take(sentence: string, field: string): string | null {
  const gap = `\\{\\s*${field.split('_').join('[ _]+')}\\s*\\}`
  const rules: Array<[RegExp, string]> = [
    [new RegExp(`\\(\\s*${gap}\\s*\\)`, 'giu'), ' '],
    [new RegExp(`^((?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you)\\b(?: again| there)?),? ${gap}(?=\\s*[,.!?:—–]|\\s*$)`, 'giu'), '$1'],
    [new RegExp(`^${gap}\\s*[,:—–]\\s*`, 'giu'), ''],
    [new RegExp(`,\\s*${gap}(?=\\s*[,.!?:;—–]|\\s*$)`, 'giu'), ''],
    [new RegExp(`(?<=\\S+\\s+\\S+)\\s+(?:from|at|with|for|over at) ${gap}(?=\\s*[,.!?:;—–]|\\s*$)`, 'giu'), ''],
  ]
  if (field === 'last_time') rules.push([new RegExp(`(?<=\\S+\\s+\\S+)\\s+${gap}`, 'giu'), ''])
  const left = rules.reduce((text, [rule, instead]) => text.replace(rule, instead), sentence)
  return new RegExp(gap, 'iu').test(left) || !/[\p{L}\p{N}]/u.test(left) ? null : left
}

/** Single spaces, no mark without its words, a capital at the start. Fields keep their braces. */
function tidy(sentence: string): string {
  const text = sentence.replace(/\s+/g, ' ').replace(/\s+([,.!?;:])/g, '$1').replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/[,;:]\s*([.!?])/g, '$1').replace(/^[\s,.;:!?—–-]+/, '').replace(/[\s,;:—–-]+$/, '').trim()
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function partsOf(text: string, values: Values): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(FIELD)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), field: '', gap: false })
    parts.push(fieldPart(fieldName(match[1]!), values))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), field: '', gap: false })
  return joined(parts)
}

function fieldPart(field: string, values: Values): Part {
  const value = values[field]
  if (blank(value)) return { text: `[${fieldLabel(field).toLowerCase()}]`, field, gap: true }
  return { text: value!.trim().replace(/[ \t]+/g, ' '), field, gap: false }
}

/** A value that ends its sentence with its own mark ("Acme Inc." + ".") does not get a second one; a value at the start gets its capital. */
function joined(parts: Part[]): Part[] {
  return parts.map((part, at) => {
    const before = parts[at - 1]
    if (part.field === '' && before && !before.gap && /[.!?]$/.test(before.text)) return { ...part, text: part.text.replace(/^[.!?]/, '') }
    const starts = !before || /[.!?]\s+$/.test(before.text)
    return starts && part.field !== '' && !part.gap ? { ...part, text: part.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) } : part
  }).filter((part) => part.text !== '')
}

const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp|vs|e\.g|i\.e|a\.m|p\.m|[A-Z])\.$/i

/** The sentences of a text, each with its mark, without the white space between. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…]+["'”’)]*(?=\s)|\n+/g)) {
    const end = match.index + match[0].length
    const sentence = text.slice(from, end)
    const next = text.slice(end).trimStart()[0] ?? ''
    if (match[0][0] === '.' && (ABBREVIATION.test(sentence) && !/[.]{2}$/.test(sentence) || /\p{Ll}/u.test(next))) continue
    if (sentence.trim() !== '') found.push(sentence.trim())
    from = end
  }
  const rest = text.slice(from).trim()
  return rest === '' ? found : [...found, rest]
}

export type Source = 'prospect' | 'rep' | 'message'

const PROSPECT_LABELS: Record<string, string> = {
  first_name: 'First name', last_name: 'Last name', company: 'Company', title: 'Job title', connection: 'Connection',
  reason: 'Reason for the call', hook: 'Hook', value: 'What is in it for them',
}
const REP_LABELS: Record<string, string> = {
  my_name: 'My name', my_company: 'My company', my_number: 'My number', my_number_2: 'My second number', best_time: 'Best time to reach me',
}
/** What helps to fill a field, in a few words. */
export const FIELD_HINTS: Record<string, string> = {
  reason: 'One line: why you call. "your two open shifts at the depot"',
  hook: 'Something about them that makes them listen',
  value: 'A few words, theirs rather than yours',
  connection: 'Who or what links you: a person, an event, an article',
}

/** Where a field's value lives: with the prospect, in the rep's settings, or in this message alone. */
export function sourceOf(field: string): Source {
  if (field in PROSPECT_LABELS) return 'prospect'
  return field in REP_LABELS ? 'rep' : 'message'
}

export function fieldLabel(field: string): string {
  const known = PROSPECT_LABELS[field] ?? REP_LABELS[field]
  if (known) return known
  const words = field.replace(/_/g, ' ').trim()
  return words === '' ? 'Unnamed field' : words[0]!.toUpperCase() + words.slice(1)
}

export const KNOWN_FIELDS = [...Object.keys(PROSPECT_LABELS), ...Object.keys(REP_LABELS)]

/** The values that are known before the rep types anything. `number` writes an E.164 number the way it is said here. */
export function valuesFor(prospect: Fields, profile: Fields, number: (e164: string) => string): Values {
  const values: Values = {}
  for (const field of Object.keys(PROSPECT_LABELS)) values[field] = prospect[field] ?? ''
  if (prospect['preferred_name']) values['first_name'] = prospect['preferred_name']
  const said = (value: string | undefined): string => (value ? number(value) : '')
  return {
    ...values, my_name: profile['spoken_name'] ?? '', my_company: profile['company'] ?? '', my_number: said(profile['number']),
    my_number_2: said(profile['number_2']), best_time: profile['hard_to_reach'] ? profile['best_time'] ?? '' : '',
  }
}

/** "First Name" and "first_name" are the same field. */
function fieldName(inBraces: string): string {
  return inBraces.toLowerCase().replace(/[\s-]+/g, '_')
}
