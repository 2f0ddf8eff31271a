/** What is being typed about a prospect, kept for as long as it takes, while the prospect may change elsewhere. */
import type { Fields } from './records.ts'

/** `base`: the fields as they were when the rep began. `raw`: numbers as they were typed. */
export interface Typed { fields: Fields; raw: Fields; base: Fields }
/** A draft of any age: the oldest have no base. */
export type KeptTyped = Omit<Typed, 'base'> & { base?: Fields }

/** The draft over what is known now: a field that the rep has not touched shows what it has become, with its base; one that he has touched stays his, with
 *  the base that he saw. What he has touched in a draft without a base nobody knows: where it differs now, nothing is his base, so that the office keeps what
 *  it replaces; and the call list, which no form shows, is left alone. */
export function taken(kept: KeptTyped, now: Fields): Typed {
  const { base = {} } = kept
  const typed = kept.base ? kept.fields : without(kept.fields, 'rank', 'closed')
  const own = Object.keys(typed).filter((field) => typed[field] !== (base[field] ?? '') && typed[field] !== (now[field] ?? ''))
  const only = (from: Fields): Fields => Object.fromEntries(own.map((field) => [field, from[field] ?? '']))
  const raw = without(kept.raw, ...Object.keys(kept.raw).filter((field) => !own.includes(field) && (base[field] ?? '') !== (now[field] ?? '')))
  return { fields: { ...now, ...only(typed) }, base: { ...now, ...only(base) }, raw }
}

function without(fields: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)))
}
