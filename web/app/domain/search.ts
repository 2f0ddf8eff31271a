/** "Who is ringing me?": prospects by any part of a name, a company or a number, three keystrokes being enough.
 *  One compact line per prospect is held in memory; ten thousand of them are looked through in a few milliseconds. */

import type { Fields, Prospect } from './records.ts'

/** What a list shows of a prospect, and what a search looks through. */
export interface Line {
  id: string
  name: string
  company: string
  phone: string
  ext?: string
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
    id: prospect.id, name, company, phone: f.phone ?? '', ...(f.phone_ext && { ext: f.phone_ext }), zone: f.zone ?? '',
    blocked: prospect.do_not_call !== null, in_list: rank !== '', lost: prospect.lost.filter(shown).length, ...(rank && { rank }),
    sort: fold(`${f.last_name ?? ''} ${f.first_name ?? ''} ${company}`).trim(),
    names: ` ${words(`${name} ${f.preferred_name ?? ''}`)}`, places: ` ${words(company)}`,
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
  const byScore: Line[][] = []
  for (const line of lines) {
    const score = scoreAll(line, words)
    if (score > 0) (byScore[score] ??= []).push(line)
  }
  const best: Line[] = []
  for (const same of byScore.reverse()) {
    if (best.length >= limit) break // the rest need no order
    if (same) best.push(...same.sort((a, b) => (a.sort < b.sort ? -1 : 1)))
  }
  return best.slice(0, limit)
}

/** Lower case, no accents: "Søren Łukasz-Öz" is found by "soren lukasz oz". */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase()
  return plain.replace(/[ßøæœłđðþı]/g, (letter) => SPECIAL[letter] ?? letter).replace(/[\s\-.,;/()'’"]+/g, ' ').trim()
}

/** Folded, and once more in one piece where a mark stands inside a word: "O'Brien" is found by "brien" and by "obrien". */
function words(text: string): string {
  const marked = text.split(/\s+/).filter((word) => INNER.test(word))
  return fold([text, ...marked.map((word) => word.replace(MARKS, ''))].join(' '))
}

const INNER = /[\p{L}\p{N}][\-.'’&][\p{L}\p{N}]/u
const MARKS = /[\-.'’&]/g

const SPECIAL: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** `start` is the word with the space before it that every word of a line has. `national`: without the 0 that E.164 does not have. */
interface Word { text: string; start: string; end: string; digits: boolean; national: string }

/** A number is one word, however it is spaced: "0116 496 0123". */
function wordsOf(query: string): Word[] {
  const typed = query.trim()
  const texts = /^[+\d][\d\s().\-/]*$/.test(typed) ? [onlyDigits(typed.replace('(0)', ''))] : fold(typed).split(' ')
  return texts.filter(Boolean).map((text) => {
    return { text, start: ` ${text}`, end: `${text}#`, digits: /^\d+$/.test(text), national: text.replace(/^0+/, '') }
  })
}

function onlyDigits(text: string): string {
  return text.replace(/\D+/g, '')
}

function scoreAll(line: Line, words: Word[]): number {
  let total = 0
  for (const word of words) {
    const score = scoreOne(line, word)
    if (score === 0) return 0
    total += score
  }
  return total
}

function scoreOne({ names, places, digits }: Line, word: Word): number {
  const score = word.digits ? scoreDigits(digits, word) : 0
  if (score > 0) return score
  if (names.startsWith(word.start)) return 8
  if (names.includes(word.start)) return 7
  if (places.includes(word.start)) return 5
  if (names.includes(word.text)) return 3
  return places.includes(word.text) ? 2 : 0
}

/** People give the last digits, or the number the way it is dialled at home. */
function scoreDigits(digits: string, { text, end, national }: Word): number {
  if (digits.includes(end)) return 9
  if (national.length >= 2 && national !== text && digits.includes(national)) return 6
  return text.length >= 2 && digits.includes(text) ? 4 : 0
}
