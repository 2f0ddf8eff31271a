/** "Who is ringing me?": prospects by any part of a name, a company or a number, three keystrokes being enough.
 *  One compact line per prospect is held in memory; ten thousand of them are looked through in a few milliseconds. */

import type { Fields, Prospect } from './records.ts'

/** What a list shows of a prospect, and what a search looks through. */
export interface Line {
  id: string
  name: string
  company: string
  phone: string
  zone: string
  blocked: boolean
  in_list: boolean
  lost: number
  rank?: string // only while in the call list, so that the index over it holds nobody else
  sort: string
  names: string // folded, a space before every word
  places: string // the company's name, likewise
  digits: string // of every number, a "#" after each
}

export function lineOf(prospect: Prospect): Line {
  const f = prospect.fields
  const name = fullName(f)
  const company = f.company ?? ''
  const rank = prospect.do_not_call ? '' : (f.rank ?? '')
  return {
    id: prospect.id, name, company, phone: f.phone ?? '', zone: f.zone ?? '',
    blocked: prospect.do_not_call !== null, in_list: rank !== '', lost: prospect.lost.filter(shown).length, ...(rank && { rank }),
    sort: fold(`${f.last_name ?? ''} ${f.first_name ?? ''} ${company}`).trim(),
    names: ` ${fold(`${name} ${f.preferred_name ?? ''}`)}`, places: ` ${fold(company)}`,
    digits: [f.phone, f.phone_2, f.switchboard].map((number) => onlyDigits(number ?? '')).filter(Boolean).map((digits) => `${digits}#`).join(''),
  }
}

/** A place in the call list that lost against another phone's is nothing for a person to look at. */
export function shown(lost: { field: string }): boolean {
  return lost.field !== 'rank'
}

export function fullName(f: Fields): string {
  return [f.first_name || f.preferred_name, f.last_name].filter(Boolean).join(' ')
}

/** The best `limit` of `lines` that match every word of `query`. */
export function find(lines: Iterable<Line>, query: string, limit: number): Line[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const hits: Array<{ line: Line; score: number }> = []
  for (const line of lines) {
    const score = scoreAll(line, words)
    if (score > 0) hits.push({ line, score })
  }
  return hits.sort((a, b) => b.score - a.score || (a.line.sort < b.line.sort ? -1 : 1)).slice(0, limit).map((hit) => hit.line)
}

/** Lower case, no accents: "Søren Łukasz-Öz" is found by "soren lukasz oz". */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase()
  return plain.replace(/[ßøæœłđðþı]/g, (letter) => SPECIAL[letter] ?? letter).replace(/[\s\-.,;/()'’"]+/g, ' ').trim()
}

const SPECIAL: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** A number is one word, however it is spaced: "0116 496 0123". */
function wordsOf(query: string): string[] {
  const typed = query.trim()
  return /^[+\d][\d\s().\-/]*$/.test(typed) ? [onlyDigits(typed)].filter(Boolean) : fold(typed).split(' ').filter(Boolean)
}

function onlyDigits(text: string): string {
  return text.replace(/\D+/g, '')
}

function scoreAll(line: Line, words: string[]): number {
  let total = 0
  for (const word of words) {
    const score = scoreOne(line, word)
    if (score === 0) return 0
    total += score
  }
  return total
}

function scoreOne(line: Line, word: string): number {
  if (/^\d+$/.test(word)) {
    const score = scoreDigits(line.digits, word)
    if (score > 0) return score
  }
  if (line.names.startsWith(` ${word}`)) return 8
  if (line.names.includes(` ${word}`)) return 7
  if (line.places.includes(` ${word}`)) return 5
  if (line.names.includes(word)) return 3
  return line.places.includes(word) ? 2 : 0
}

/** People give the last digits, or the number the way it is dialled at home, with a 0 that E.164 does not have. */
function scoreDigits(digits: string, word: string): number {
  if (digits.includes(`${word}#`)) return 9
  const national = word.replace(/^0+/, '')
  if (national.length >= 2 && national !== word && digits.includes(national)) return 6
  return word.length >= 2 && digits.includes(word) ? 4 : 0
}
