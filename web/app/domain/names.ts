/** How a prospect is named on the screen, found in a list, and drawn as two letters. */
import type { Fields } from './records.ts'

/** "Dana Reyes", with the preferred name in the first one's place; "" if none is known. */
export function displayName(fields: Fields): string {
  const first = fields['preferred_name'] || fields['first_name'] || ''
  return tidy(`${first} ${fields['last_name'] ?? ''}`)
}

/** What to write where there must be something: the name, else the company, else that it is not known. */
export function nameOr(line: { name: string; company: string }): string {
  return line.name || line.company || 'No name yet'
}

/** Two letters at most: of the first and the last word. "" for what has no letter. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–.,]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const ends = words.length > 1 ? [words[0]!, words[words.length - 1]!] : words
  return ends.map((word) => [...word][0]!.toLocaleUpperCase()).join('')
}

/** Sorts by last name, then first, then company, letters before case and accents. People without a name come under their company. */
export function sortKey(fields: Fields): string {
  const name = tidy(`${fields['last_name'] ?? ''} ${fields['preferred_name'] || fields['first_name'] || ''}`)
  return plain(tidy(`${name} ${fields['company'] ?? ''}`)) || '\uffff'
}

/** Lower case without accents: for comparing and finding. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A full name as people type it, in two parts. "Reyes, Dana" is understood; one word is a first name. A "Jr." or "MBA" after a comma
 *  is left out: a message is begun without it, and he is looked for without it. */
export function splitName(full: string): { first_name: string; last_name: string } {
  const [before = '', ...rest] = full.split(',')
  const after = rest.filter((part) => !SUFFIX.test(part.replace(/[\s.]/gu, '')))
  if (before.trim() && after.some((part) => part.trim())) return { first_name: tidy(after.join(',')), last_name: tidy(before) }
  const words = tidy(rest.length > after.length ? before : full).split(' ')
  return { first_name: words.slice(0, -1).join(' ') || words[0] || '', last_name: words.length > 1 ? words[words.length - 1]! : '' }
}

const SUFFIX = /^(jr|sr|ii|iii|iv|phd|md|mba|cpa|esq)+$/i // without spaces and points

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
