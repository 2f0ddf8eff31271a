/** The names in a chunk: where the rep's own and the prospect's stand, and how they are said. */
import type { Fields } from './records.ts'

/** `say` is how it sounds, "" where nobody noted it. */
export interface SpokenName { kind: 'own' | 'own_company' | 'theirs' | 'their_company'; text: string; say: string }
export interface Run { text: string; name: SpokenName | null }

/** Longest first, so that "Dana Reyes" is not found as "Dana"; a first name that both have is the prospect's. Of a whole name's say-as a first name has the first part. */
export function spokenNames(profile: Fields, prospect: Fields): SpokenName[] {
  const first = prospect['preferred_name'] || prospect['first_name'] || ''
  return [
    ...person('theirs', `${first} ${prospect['last_name'] ?? ''}`.trim(), prospect['say_as'] ?? ''),
    ...person('own', profile['spoken_name'] ?? '', profile['say_as'] ?? ''),
    ...thing('own_company', profile['company'] ?? '', profile['company_say_as'] ?? ''),
    ...thing('their_company', prospect['company'] ?? '', prospect['company_say_as'] ?? ''),
  ].sort((a, b) => b.text.length - a.text.length)
}

function person(kind: SpokenName['kind'], name: string, say: string): SpokenName[] {
  const words = name.split(/\s+/)
  const sounds = say.split(/\s+/)
  const short = words.length > 1 ? thing(kind, words[0]!, sounds.length === words.length ? sounds[0]! : say) : []
  return [...thing(kind, name, say), ...short]
}

function thing(kind: SpokenName['kind'], text: string, say: string): SpokenName[] {
  return text === '' ? [] : [{ kind, text, say }]
}

/** The chunk cut at its names; together the runs are its text. */
export function runsOf(text: string, names: readonly SpokenName[]): Run[] {
  for (const name of names) {
    const at = placeOf(text, name.text)
    if (at < 0) continue
    const end = at + name.text.length
    return [...runsOf(text.slice(0, at), names), { text: text.slice(at, end), name }, ...runsOf(text.slice(end), names)]
  }
  return text === '' ? [] : [{ text, name: null }]
}

/** As a word of its own. -1 if it is not there. */
function placeOf(text: string, name: string): number {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')
  return text.search(whole)
}
