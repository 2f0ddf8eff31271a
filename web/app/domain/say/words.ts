/** Words as they are said: short forms, acronyms, spelled names, capitals for stress. */
import { ODD_WORDS, SHORT_FORMS, TITLES, UNITS } from './abbreviations.ts'
import { isSpelled, letterByLetter, plain, spelledOut } from './letters.ts'
import { cardinal } from './numbers.ts'
import { sees, stop, take, type Scan } from './scan.ts'

const SPELLED = /\p{L}(?:-\p{L}){2,}(?!\p{L})|\p{Lu}(?: \p{Lu}){2,}(?![\p{L}'’])/uy
const INITIALS = /(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/uy
const LATIN = /(e\.g|i\.e|a\.m|p\.m|a\.s\.a\.p|a\.k\.a|f\.y\.i|ph\.d|p\.a)\.?(?!\p{L})/iuy
const INITIAL = /\p{Lu}\.(?=\s(?:\p{Lu}\p{Ll}|\d))/uy
const LETTERED = /^(?:plan|type|grade|class|section|option|group|suite|unit|building|bay|gate|dock|vitamin|exhibit|level|phase|part|line|lot|zone|block|hall|room|team|route)$/
const SAID: Record<string, string> = { 'e.g': 'for example', 'i.e': 'that is', 'a.m': 'ay em', 'p.m': 'pee em', 'a.k.a': 'ay kay ay', 'p.a': 'per annum' }
const SLASHED = /(?:[wW]\/o?|[bB]\/c|c\/o|n\/a|[aw]\/c)(?![\p{L}\d])/uy
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/uy
const ROMAN: Record<string, number> = { II: 2, III: 3, VI: 6, VII: 7, VIII: 8, XI: 11, XII: 12 }
/** One letter, or a few without a vowel, unless they are a noise that people make. */
const NO_WORD = /^(?:[b-z]|(?!.*(?:mm|hh|rr)|ps|nth|tsk|mc)[b-df-hj-np-tv-xz]{2,4})$/
const PIECES = /\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}'’]+|\p{Lu}/gu

/** "K-O-W-A-L-S-K-I", "S M I T H". */
export function spelledName(scan: Scan): string | null {
  const match = take(scan, SPELLED)
  return match && spelledOut(match[0], scan.uk)
}

/** "U.S.", "e.g.", "w/o". */
export function dotted(scan: Scan): string | null {
  const latin = take(scan, LATIN)
  if (latin) return SAID[latin[1]!.toLowerCase()] ?? letterByLetter(latin[0].replace(/\./g, ''), scan.uk)
  const match = take(scan, INITIALS)
  if (match) return letterByLetter(match[0].replace(/\./g, ''), scan.uk) + (match[0].length > 4 ? stop(scan) : '')
  if (/^(?:\p{Lu}\p{Ll}|$)/u.test(scan.beforeAsWritten) && !LETTERED.test(scan.before)) {
    const initial = take(scan, INITIAL)
    if (initial) return letterByLetter(initial[0][0]!, scan.uk)
  }
  const slashed = take(scan, SLASHED)
  return slashed && (ODD_WORDS.get(slashed[0].toLowerCase()) ?? null)
}

/** "Dr.", "Ltd", "approx." */
export function shortForm(scan: Scan): string | null {
  const match = take(scan, WORD)
  if (!match) return null
  const key = match[0].toLowerCase()
  const point = take(scan, /\.(?!\.)/y) !== null
  if (key === 'no' && point && sees(scan, /\s?\d/y)) return 'number'
  if (key === 'st' || key === 'dr') return saintOrStreet(scan, key)
  const title = TITLES.get(key) ?? (point ? TITLES.get(`.${key}`) : undefined)
  if (title !== undefined && (point || /^\p{Lu}\p{Ll}/u.test(match[0]) || key.length > 2)) return title
  const form = SHORT_FORMS.get(key) ?? (point ? SHORT_FORMS.get(`.${key}`) : undefined) ?? (key.length > 2 ? UNITS.get(key) : undefined)
  if (form === undefined || (match[0] === key.toUpperCase() && key.length < 4 && !point)) return null
  return form + stop(scan)
}

function saintOrStreet(scan: Scan, key: string): string {
  const afterName = /^\p{Lu}|^\d/u.test(scan.beforeAsWritten) && !/^(?:hi|hello|hey|dear|at|in|on|from|near|thanks|to|the|for|this|is|call|see|ask|with|and|good|morning|afternoon|evening)$/.test(scan.before)
  const beforeName = !afterName && sees(scan, /\s+\p{Lu}/uy)
  return (key === 'dr' ? (afterName ? 'drive' : 'doctor') : beforeName ? 'saint' : 'street') + (beforeName ? '' : stop(scan))
}

/** Any other word. Capitals inside it begin a new one: "YouTube" is two. */
export function word(scan: Scan): string | null {
  const match = take(scan, WORD)
  if (!match) return null
  const text = match[0].replace(/’/g, "'")
  const odd = ODD_WORDS.get(text)
  if (odd !== undefined) return odd
  const plural = /^(\p{Lu}{2,})'?s$/u.exec(text)
  if (plural && isSpelled(plural[1]!)) return `${letterByLetter(plural[1]!, scan.uk)}s`
  if (/^\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text)) return NO_WORD.test(text) ? letterByLetter(text, scan.uk) : lower(text)
  return ROMAN[text] !== undefined && /^\p{Lu}/u.test(scan.beforeAsWritten) ? cardinal(ROMAN[text]!, false) : [...text.matchAll(PIECES)].map(([piece]) => pieceWords(piece, text, scan)).join(' ')
}

function pieceWords(piece: string, whole: string, scan: Scan): string {
  if (piece.length === 1 && !/^[AI]$/.test(piece)) return letterByLetter(piece, scan.uk)
  if (piece === 'A') return whole === 'A' && scan.before !== '' ? 'ay' : 'a'
  if (sees(scan, /&\p{Lu}/uy)) return letterByLetter(piece, scan.uk)
  if (piece.length > 1 && /^\p{Lu}+$/u.test(piece)) return isSpelled(plain(piece).toUpperCase()) ? letterByLetter(piece, scan.uk) : lower(piece)
  return lower(piece)
}

function lower(text: string): string {
  return text.toLowerCase()
}
