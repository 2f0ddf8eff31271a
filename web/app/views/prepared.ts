/** What stands on the Prepare page, worked out from what is known and what was typed. Pure: the page shows it, nothing more. */
import { attemptsOf, LAST_RESORT, reasonOf, type Attempt, type LastResort } from '../domain/attempts.ts'
import { BANDS } from '../domain/bands.ts'
import { bulletsOf, linesOf } from '../domain/bullets.ts'
import { linkChanged } from '../domain/connection.ts'
import { derived } from '../domain/derived.ts'
import { companion, rank, situationOf, type Ranked, type Situation } from '../domain/families.ts'
import { blank, fieldsOf, fill, gapsInWords, gapsOf, sentences, shown, sourceOf, spoken, valuesFor, type Piece, type Values } from '../domain/fill.ts'
import { AT_START } from '../domain/marker.ts'
import type { Prepared, Reading, Said, Tab } from '../domain/reading.ts'
import type { Edit, Fields, Id, Prospect, Template, Version } from '../domain/records.ts'
import { spokenSeconds } from '../domain/seconds.ts'
import { workHours, zoneOr, type WorkHours } from '../domain/timing.ts'
import type { Knowing } from './know_part.ts'
import type { Entry } from './phone.ts'
import { SECTION_LABEL } from './section_labels.ts'

export const NOTHING: Prepared = { chosen: {}, tab: 'voicemail', values: {}, left_out: [], words: {}, muted: [] }
export const TABS: readonly Tab[] = ['voicemail', 'pick_up', 'email']

/** What the page read from the phone. */
export interface Known {
  prospect: Prospect
  profile: Fields
  history: Entry[]
  templates: Template[]
  ranked: Ranked[]
  situation: Situation
  attempts: Attempt[]
  lastResort: LastResort
  number: (e164: string) => string
  now: Date
  work: WorkHours
  offers: Map<string, Values> // by template: looked up once, not at every keystroke
}

export interface Plan {
  tab: Tab
  template: Template
  version: Version
  values: Values
  fields: string[]
  pieces: Piece[]
  words: string | null // the rep's own, else null
  text: string // with gaps in brackets
  gaps: string[]
  seconds: number
  parts: number[] // whole seconds of each piece: together they are the seconds, rounded
  bullets: Bullets | null // null: read in full
}
/** The message as key words, line by line; `own` are typed by the rep. */
export interface Bullets { lines: Said['parts']; own: string | null }

export function known(prospect: Prospect, profile: Fields, history: Entry[], templates: Template[], number: (e164: string) => string, now: Date, holidays: readonly string[] = [], rule: LastResort | null = null): Known {
  const situation = situationOf(prospect.fields, history, now)
  const lastResort = rule ?? LAST_RESORT
  const ranked = rank(templates, situation, prospect.id, lastResort)
  return { prospect, profile, history, templates, situation, attempts: attemptsOf(history), lastResort, ranked, number, now, work: workHours(profile, holidays), offers: new Map() }
}

/** The rep's choice, else what fits best. A last try whose time has not come is no choice. Null where the library has none. */
export function templateFor(known: Known, prepared: Prepared, tab: Tab): Template | null {
  const chosen = known.templates.find((template) => template.id === prepared.chosen[tab])
  if (chosen && lockOf(known, chosen.id) === '') return chosen
  if (tab === 'voicemail') return known.ranked[0]?.template ?? null
  return companion(known.templates, tab, known.profile['locale'] || known.prospect.fields['language'] || '')
}

/** Why this template is closed for now; "" when it is not. */
export function lockOf(known: Known, template: Id | undefined): string {
  return known.ranked.find((each) => each.template.id === template)?.locked ?? ''
}

/** What is shown beside these words; the link as they would name it, else as it stands. */
export function knowingOf({ prospect, profile, attempts, now }: Known, plan: Plan | null): Knowing {
  const names = plan?.fields.includes('connection') ?? false
  return { prospect, profile, attempts, now, names, link: (names ? plan!.values['connection'] : prospect.fields['connection'])?.trim() ?? '' }
}

export function planOf(known: Known, prepared: Prepared, tab: Tab, template: Template, version: Version): Plan {
  const values = { ...offered(known, template), ...prepared.values }
  const pieces = fill(version.sections, values, prepared.left_out)
  const words = prepared.words[tab] ?? null
  const full = words ?? shown(pieces)
  const bullets = tab === 'voicemail' && prepared.bullets ? bulletsFor(words === null ? pieces : null, full, prepared.points ?? null) : null
  const typed = bullets ? bullets.own : words
  const { total, parts } = spokenSeconds(words === null ? pieces.map((piece) => piece.text) : [full], wayOfSpeaking(known.profile))
  return {
    tab, template, version, values, pieces, words, text: bullets ? scriptOf(bullets) : full, fields: fieldsOf(version.sections),
    gaps: typed === null && words === null ? gapsOf(pieces) : gapsInWords(typed ?? full), seconds: total, parts: wholeSeconds(parts), bullets,
  }
}

function bulletsFor(pieces: Piece[] | null, full: string, own: string | null): Bullets {
  if (own !== null) return { own, lines: linesOf(own).map((text) => ({ label: '', text })) }
  if (pieces === null) return { own, lines: bulletsOf(sentences(full)).map((text) => ({ label: '', text })).filter(({ text }) => text !== '') }
  const texts = bulletsOf(pieces.map((piece) => piece.text))
  return { own, lines: pieces.map((piece, at) => ({ label: SECTION_LABEL[piece.kind], text: texts[at]! })).filter(({ text }) => text !== '') }
}

export function scriptOf({ lines }: Bullets): string {
  return lines.map(({ text }) => text).join('\n')
}

/** Rounded so that the sum is the sum, rounded: what is left over goes to those that lost most. */
export function wholeSeconds(parts: readonly number[]): number[] {
  const whole = parts.map(Math.floor)
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0))
  const left = total - whole.reduce((sum, part) => sum + part, 0)
  const first = parts.map((part, at) => ({ at, lost: part - whole[at]! })).sort((a, b) => b.lost - a.lost).slice(0, left)
  for (const { at } of first) whole[at]! += 1
  return whole
}

export function secondsOf(text: string, profile: Fields): number {
  return spokenSeconds(text, wayOfSpeaking(profile)).total
}

function wayOfSpeaking(profile: Fields): { locale: string; pace: number } {
  return { locale: profile['locale'] || 'en-US', pace: Number(profile['pace']) || 150 }
}

function offered(known: Known, template: Template): Values {
  const before = known.offers.get(template.id)
  if (before) return before
  const values = found(known, template)
  known.offers.set(template.id, values)
  return values
}

function found(known: Known, template: Template): Values {
  const { work } = known
  const zone = zoneOr(known.prospect.fields['zone'] ?? '', work.zone)
  const last = known.history.find((entry) => entry.state === 'stands' && entry.call.outcome === 'left_message')?.call ?? null
  const fromLog = derived({ family: template.family, last, unreturned: known.situation.unreturned, now: known.now, zone, work })
  return { ...fromLog, ...valuesFor(known.prospect.fields, known.profile, known.number) }
}

/** The call that these plans make. Only for plans without a gap. While it rings the talk track is in front: a voice gives no time to look
 *  for it, a beep does. */
export function readingOf(known: Known, prepared: Prepared, voicemail: Plan | null, pickUp: Plan | null): Reading {
  return {
    prospect_id: known.prospect.id, plan: pickUp && (known.prospect.fields['phone'] || !voicemail) ? 'pick_up' : 'voicemail',
    voicemail: voicemail && said(voicemail, prepared), pick_up: pickUp && said(pickUp, prepared),
    unprepared: false, stop_seen: false, number: known.prospect.fields['phone'] ?? '', edits: editsOf(known.prospect, prepared),
    call_now: null, dialled_at: null, started_at: null, paused_at: null, paused_ms: 0, stopped_at: null, left_at: null, marker: AT_START, rescued: false,
  }
}

function said(plan: Plan, prepared: Prepared): Said {
  return {
    template_id: plan.template.id, version_id: plan.version.id, variant: plan.template.variant, name: plan.template.name, band: BANDS[plan.template.band],
    script: plan.bullets ? plan.text : plan.words ?? spoken(plan.pieces) ?? '', parts: plan.bullets?.lines ?? (plan.tab === 'pick_up' && plan.words === null ? partsOf(plan) : []), estimate: plan.seconds,
    left_out: prepared.left_out.filter((field) => plan.fields.includes(field) && blank(plan.values[field])), muted: prepared.muted, bullets: plan.bullets !== null,
    reason: reasonOf(plan.fields, plan.values), last: plan.template.family === 'last_resort',
  }
}

function partsOf(plan: Plan): Said['parts'] {
  return plan.pieces.filter((piece) => piece.text !== '').map((piece) => ({ label: SECTION_LABEL[piece.kind], text: piece.text }))
}

/** What was typed about the prospect, for his own row: over what the rep saw there, which may have changed since. */
function editsOf(prospect: Prospect, { values, was }: Prepared): Edit[] {
  const link = values['connection']?.trim()
  return Object.entries({ ...values, ...(link && linkChanged(prospect.fields, link)) }).filter(([field]) => sourceOf(field) === 'prospect' || field === 'connection_verified').map(([field, value]) => {
    const own = ownField(prospect, field)
    return { field: own, old: was?.[own] ?? prospect.fields[own] ?? '', new: value.trim() }
  }).filter((edit) => edit.new !== (prospect.fields[edit.field] ?? '') && (edit.new !== '' || edit.field === 'connection_verified'))
}

/** Where a merge field of the prospect is kept. */
function ownField(prospect: Prospect, field: string): string {
  return field === 'first_name' && prospect.fields['preferred_name'] ? 'preferred_name' : field
}

/** With `value` typed into `field`. */
export function withTyped({ values, was }: Prepared, prospect: Prospect, field: string, value: string): Pick<Prepared, 'values' | 'was'> {
  const own = ownField(prospect, field)
  return { values: { ...values, [field]: value }, was: { [own]: prospect.fields[own] ?? '', ...was } }
}

/** What the author of a template wrote about a field: the sentence of the note that begins with it. */
export function noteFor(field: string, note: string): string {
  const sentence = new RegExp(`\\{${field}\\}\\s+(?:is|are)\\s+([^{]*?)(?=\\s*\\{|$)`).exec(note)?.[1]
  return sentence ? sentence[0]!.toUpperCase() + sentence.slice(1).trimEnd() : ''
}
