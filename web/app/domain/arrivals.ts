/** Is somebody from a file new here? Compared with this phone and with the lines before. Colleagues share a number, and people share
 *  names: one is taken for another only where nothing that both say speaks against it. */
import { first, length, LONG, NAMES, SHORT } from './limits.ts'
import { plain, splitName } from './names.ts'
import type { Column } from './csv.ts'
import type { ReadNumber } from './numbers.ts'
import type { Fields, Id } from './records.ts'
import { fullName } from './search.ts'

export type Raw = Partial<Record<Exclude<Column, ''>, string>>
export type Verdict = 'new' | 'here' | 'refused'
export interface Arrival { line: number; verdict: Verdict; why: string; title: string; note: string; fields: Fields; stop: string; marks: Id } // `stop`: why not to call, "" if nothing is against it; `marks`: who is here and is to be marked so, or ""
export interface Tools { read: (text: string) => ReadNumber | null; show: (e164: string) => string; zone: (e164: string) => string | null; known: (zone: string) => boolean }

/** What people are told apart by. */
export interface One { name: string; company: string; phone: string; ext?: string }
/** Who it is: one on this phone, or a line before. */
export interface Who { id: Id; blocked: boolean; line?: Arrival }
interface Known extends One, Who { where: string; as: string }

/** Who is here: the answer to "is this one known", fed with what stands on the phone and with each new line. */
export class Present {
  #numbers = new Map<string, Known[]>()
  #names = new Map<string, Known[]>()

  /** `where` as it is told: "Here already: Dana Reyes". */
  add(one: One, where: string, who: Who): void {
    const known = { ...who, ...folded(one), where, as: one.name || one.company }
    if (known.phone) put(this.#numbers, known.phone, known)
    put(this.#names, called(known), known)
  }

  /** Who they are, with where they are and what says so as `why`; null when they are not here. */
  find(one: One): { who: Who; why: string } | null {
    const asked = folded(one)
    const byNumber = this.#sharing(asked).find((known) => agree(known.name, asked.name) && agree(known.ext, asked.ext))
    if (byNumber) return { who: byNumber, why: met(byNumber, asked) }
    const byName = this.#names.get(called(asked))?.find((known) => asked.name ? !known.phone || !asked.phone : !known.phone && !asked.phone)
    return byName ? { who: byName, why: `${byName.where} (same ${[asked.name && 'name', asked.company && 'company'].filter(Boolean).join(' and ')})` } : null
  }

  /** Whose number a new one has as well, "" if nobody's. */
  sharesWith(one: One): string {
    return this.#sharing(one)[0]?.as ?? ''
  }

  #sharing({ phone }: One): Known[] {
    return (phone && this.#numbers.get(phone)) || []
  }
}

/** A number without a name is the first one who comes with a name, and nobody else after that. */
function met(known: Known, { name, ext }: One): string {
  const why = `${known.where} (same ${name && known.name ? 'name and ' : ''}number)`
  known.name ||= name
  known.ext ||= ext ?? ''
  return why
}

function put(map: Map<string, Known[]>, key: string, known: Known): void {
  const there = map.get(key)
  if (there) there.push(known)
  else map.set(key, [known])
}

/** What one of two does not say does not tell them apart. */
function agree(one: string | undefined, other: string | undefined): boolean {
  return !one || !other || one === other
}

function folded(one: One): One {
  const fold = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()
  return { ...one, name: fold(one.name), company: fold(one.company) }
}

function called({ name, company }: One): string {
  return `${name}|${company}`
}

/** `line` counts as the file does. A new one is added to `present`, so the same person twice in one file comes once. */
export function judge(raw: Raw, line: number, present: Present, tools: Tools): Arrival {
  const fields = fieldsOf(raw, tools)
  const one = { name: fullName(fields), company: fields['company'] ?? '', phone: fields['phone'] ?? '', ext: fields['phone_ext'] ?? '' }
  const stop = stopIn(raw.do_not_call ?? '')
  const arrival = { line, fields, stop, marks: '', title: one.name || one.company || raw.phone || '', note: [one.name && one.company, one.phone ? `${tools.show(one.phone)}${one.ext && ` ext. ${one.ext}`}` : raw.phone].filter(Boolean).join(' · ') }
  if (!one.name && !one.company && !one.phone) return { ...arrival, verdict: 'refused', why: raw.phone ? `“${raw.phone}” is not a whole number, and there is no name` : 'No name, company or number' }
  if (Object.values(fields).some((text) => text.length > LONG)) return { ...arrival, verdict: 'refused', why: 'One field would be longer than 8,000 characters: shorten it in the file' }
  const found = present.find(one)
  if (found) return { ...arrival, verdict: 'here', ...heard(found.who, found.why, stop) }
  const shared = present.sharesWith(one)
  const fresh: Arrival = { ...arrival, verdict: 'new', why: [
    stop && STOPPED,
    raw.phone && !fields['phone'] && `“${raw.phone}” is not a whole number: it goes into the note`,
    tooLong(named(raw)).length > 0 && `A name or company is longer than ${SHORT} characters: all of it goes into the note`,
    shared && `Has the same number as ${shared}`,
  ].filter(Boolean).join('. ') }
  present.add(one, `Twice in this file, first in line ${line}`, { id: '', blocked: stop !== '', line: fresh })
  return fresh
}

const STOPPED = 'Comes as “do not call”'

/** A line about somebody who is known: where it says not to call, they are marked so, here or in the line that brings them. */
function heard(who: Who, why: string, stop: string): { why: string; marks: Id } {
  if (!stop || who.blocked) return { why, marks: '' }
  who.blocked = true
  if (who.line) Object.assign(who.line, { stop, why: [STOPPED, who.line.why].filter(Boolean).join('. ') })
  return { why: `${why}. To be marked “do not call”, as the file says`, marks: who.id }
}

function fieldsOf(raw: Raw, tools: Tools): Fields {
  const { phone, phone_2, zone, do_not_call: _, ...rest } = named(raw)
  const fields: Fields = { ...rest }
  const long = tooLong(fields)
  if (long.length) fields['note'] = [fields['note'], ...long.map((field) => `In full: ${fields[field]}`)].filter(Boolean).join('\n')
  for (const field of long) fields[field] = first(SHORT, fields[field] ?? '').trim()
  const unread = [place(fields, 'phone', phone, tools), place(fields, 'phone_2', phone_2, tools)].filter(Boolean)
  if (!fields['phone'] && fields['phone_2']) [fields['phone'], fields['phone_2']] = [fields['phone_2'], '']
  if (unread.length) fields['note'] = [fields['note'], `Number in the file: ${unread.join(', ')}`].filter(Boolean).join('\n')
  const given = zone && tools.known(zone) ? zone : ''
  const found = given || (fields['phone'] ? tools.zone(fields['phone']) ?? '' : '')
  return found ? { ...fields, zone: found, zone_known: given ? 'rep' : 'number' } : fields
}

const NO = /^(?:no?|false|f|0|off|nein|non|nej|-|n\/a|none|never)$/i
const YES = /^(?:y(?:es)?|true|t|1|on|x|ja|oui|s[ií]|✓)$/i

/** Anything but a no is heard: rather one who could have been called than one who asked not to be. */
function stopIn(cell: string): string {
  if (!cell || NO.test(cell)) return ''
  return YES.test(cell) ? 'Marked so in the file that they came from' : first(SHORT, cell)
}

/** With the name in two parts. */
function named({ name, ...rest }: Raw): Omit<Raw, 'name'> {
  return { ...(name && !rest.first_name && !rest.last_name ? splitName(name) : {}), ...rest }
}

function tooLong(fields: Fields): string[] {
  return NAMES.filter((field) => length(fields[field] ?? '') > SHORT)
}

/** Puts a number in its field; gives back what could not be read as one. */
function place(fields: Fields, field: 'phone' | 'phone_2', text: string | undefined, tools: Tools): string {
  if (!text) return ''
  const read = tools.read(text)
  if (!read) return text
  fields[field] = read.number
  if (field === 'phone' && read.ext && !fields['phone_ext']) fields['phone_ext'] = read.ext
  return ''
}
