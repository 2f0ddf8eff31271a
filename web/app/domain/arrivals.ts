/** Is somebody from a file new here? Compared by number, and by name with company, both with this phone and with the lines before. */
import { plain, splitName } from './names.ts'
import type { Column } from './csv.ts'
import type { ReadNumber } from './numbers.ts'
import type { Fields } from './records.ts'

export type Raw = Partial<Record<Exclude<Column, ''>, string>>
export type Verdict = 'new' | 'here' | 'refused'
export interface Arrival { line: number; verdict: Verdict; why: string; title: string; note: string; fields: Fields }
export interface Tools { read: (text: string) => ReadNumber | null; zone: (e164: string) => string | null; known: (zone: string) => boolean }

/** Who is here: the answer to "is this one known", fed with what stands on the phone and with each new line. */
export class Present {
  #numbers = new Map<string, string>()
  #names = new Map<string, string>()

  add(one: { name: string; company: string; phone: string }, where: string): void {
    if (one.phone) this.#numbers.set(one.phone, where)
    const key = nameKey(one)
    if (key) this.#names.set(key, where)
  }

  /** Where they are, or "" when they are not. */
  find(one: { name: string; company: string; phone: string }): string {
    return (one.phone && this.#numbers.get(one.phone)) || this.#names.get(nameKey(one)) || ''
  }
}

/** Somebody without a name is told apart by the number; without both, by the company. */
function nameKey({ name, company, phone }: { name: string; company: string; phone: string }): string {
  return name || !phone ? plain(`${name}|${company}`).replace(/\s+/g, ' ').replace(/^\|$/, '') : ''
}

/** `line` counts as the file does. A new one is added to `present`, so the same person twice in one file comes once. */
export function judge(raw: Raw, line: number, present: Present, tools: Tools): Arrival {
  const fields = fieldsOf(raw, tools)
  const one = { name: `${fields['first_name'] ?? ''} ${fields['last_name'] ?? ''}`.trim(), company: fields['company'] ?? '', phone: fields['phone'] ?? '' }
  const arrival = { line, fields, title: one.name || one.company || raw.phone || '', note: [one.name && one.company, fields['phone'] || raw.phone].filter(Boolean).join(' · ') }
  if (!one.name && !one.company && !one.phone) return { ...arrival, verdict: 'refused', why: raw.phone ? `“${raw.phone}” is not a whole number, and there is no name` : 'No name, company or number' }
  const where = present.find(one)
  if (where) return { ...arrival, verdict: 'here', why: where }
  present.add(one, `Twice in this file, first in line ${line}`)
  return { ...arrival, verdict: 'new', why: raw.phone && !fields['phone'] ? `“${raw.phone}” is not a whole number: it goes into the note` : '' }
}

function fieldsOf(raw: Raw, tools: Tools): Fields {
  const { name, phone, phone_2, zone, ...rest } = raw
  const fields: Fields = { ...(name && !rest.first_name && !rest.last_name ? splitName(name) : {}), ...rest }
  const unread = [place(fields, 'phone', phone, tools), place(fields, 'phone_2', phone_2, tools)].filter(Boolean)
  if (!fields['phone'] && fields['phone_2']) [fields['phone'], fields['phone_2']] = [fields['phone_2'], '']
  if (unread.length) fields['note'] = [fields['note'], `Number in the file: ${unread.join(', ')}`].filter(Boolean).join('\n')
  const given = zone && tools.known(zone) ? zone : ''
  const found = given || (fields['phone'] ? tools.zone(fields['phone']) ?? '' : '')
  return found ? { ...fields, zone: found, zone_known: given ? 'rep' : 'number' } : fields
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
