/** A text as people say it: numbers, money, dates, acronyms and addresses in words; of the marks only those that make a pause. */
import { ODD_WORDS, SHORT_FORMS, TITLES, UNITS } from './abbreviations.ts'
import { address } from './addresses.ts'
import { dayFirst, dayName, isDay, monthFirst, monthName, ratio, timeOfDay, timeZone, wholeDate } from './calendar.ts'
import { code } from './codes.ts'
import { plain } from './letters.ts'
import { each, money } from './money.ts'
import { inPairs } from './numbers.ts'
import { extension, phoneNumber } from './phone.ts'
import { decade, fractionSign, ordinalNumber, quantity, slashedPair } from './quantities.ts'
import { scanOf, sees, take, type Rule, type Scan } from './scan.ts'
import { dotted, shortForm, spelledName, word } from './words.ts'

/** Spoken words, or one mark that makes a pause, and the place in the text where they are written. */
export interface Saying { at: number; words: string }

/** The first rule that knows what stands there says it. */
const NUMBERS: readonly Rule[] = [phoneNumber, wholeDate, timeOfDay, ratio, dayFirst, ordinalNumber, decade, slashedPair, fractionSign, code, address, quantity]
const WORDS: readonly Rule[] = [address, spelledName, dotted, extension, code, monthFirst, dayName, monthName, timeZone, shortForm, word]
const SIGNS: readonly Rule[] = [phoneNumber, money, fractionSign, quantity, upTo, perUnit, sign]

/** What `text` sounds like, in order: "Call at 2:30." is "call", "at", "two thirty", ".". */
export function say(text: string, locale: string): Saying[] {
  const scan = scanOf(isShouted(text) ? text.toLowerCase() : text, locale)
  const sayings: Saying[] = []
  while (scan.at < scan.text.length) {
    const at = scan.at
    const words = plainWord(scan) ?? first(rulesFor(scan), scan)
    if (words === null) addMark(sayings, { at, words: mark(scan) }, scan)
    else addWords(sayings, { at, words }, scan)
  }
  return sayings
}

/** A whole message in capitals has no acronyms that could be told from its words. */
function isShouted(text: string): boolean {
  return text.length > 30 && !/\p{Ll}/u.test(text)
}

const PLAIN = /(?=[a-z]*[aeiouy])[a-z]{2,}(?:['’][a-z]+)?(?=[ ,!?;]|:(?!\/)|$)/y

/** Most words need no rule. */
function plainWord(scan: Scan): string | null {
  const start = scan.at
  const match = take(scan, PLAIN)?.[0]
  if (match === undefined) return null
  if (!SHORT_FORMS.has(match) && !TITLES.has(match) && !ODD_WORDS.has(match) && !UNITS.has(match) && !match.startsWith('ext')) return match
  scan.at = start
  return null
}

function rulesFor(scan: Scan): readonly Rule[] {
  const character = scan.text[scan.at]!
  if (/\d/.test(character)) return NUMBERS
  return /\p{L}/u.test(character) ? WORDS : SIGNS
}

function first(rules: readonly Rule[], scan: Scan): string | null {
  const start = scan.at
  for (const rule of rules) {
    const said = rule(scan)
    if (said !== null) return said
    scan.at = start
  }
  return null
}

function addWords(sayings: Saying[], saying: Saying, scan: Scan): void {
  sayings.push(saying)
  scan.beforeAsWritten = scan.text.slice(saying.at, scan.at)
  scan.before = plain(scan.beforeAsWritten).replace(/[^\p{L}\d]/gu, '')
}

/** Of marks that follow each other the strongest stays; none begins a text. */
function addMark(sayings: Saying[], saying: Saying, scan: Scan): void {
  const last = sayings[sayings.length - 1]
  if (!last || saying.words === '') return
  scan.beforeAsWritten = ''
  if (saying.words !== ',' && saying.words !== ':') scan.before = ''
  if (!/[.,;:!?]$/.test(last.words)) sayings.push(saying)
  else if (strength(last.words.slice(-1)) < strength(saying.words)) last.words = last.words.slice(0, -1) + saying.words
}

function strength(mark: string): number {
  return /[.!?]/.test(mark) ? 2 : mark === ',' ? 0 : 1
}

const GAP = /(?:(?![.(]\d)[^\p{L}\p{N}$£€+#&@~=×%°])+|./suy

/** Takes all that is not said, and answers with the pause that it makes: ". ! ? ; : ," or none. */
function mark(scan: Scan): string {
  const start = scan.at
  const gap = take(scan, GAP)![0]
  if (/^\.\s+$/.test(gap) && sees(scan, /\p{Ll}/uy)) return ''
  const stop = /[!?]/.exec(gap)?.[0] ?? (/[.…]|\n/.test(gap) ? '.' : /[;:]/.exec(gap)?.[0])
  return stop ?? (/[,—–]|\s\(|[\p{L}\d]{2}\)|\s-+\s|--/u.test(scan.text.slice(Math.max(0, start - 2), scan.at)) ? ',' : '')
}

const UP_TO = /\s?[-–—]\s?(?=[$£€]\d|\d{1,2}(?:(?::\d\d)?\s?[ap]\.?m\b|:\d\d)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/iy

/** "8am-5pm", "Mon-Fri" */
function upTo(scan: Scan): string | null {
  return (/\d/.test(scan.before) || isDay(scan.before)) && take(scan, UP_TO) ? 'to' : null
}

/** "3 days/wk" */
function perUnit(scan: Scan): string | null {
  return each(scan).trim() || null
}

const SIGN = /[&@%~=×°]|#(?=\d)|\+|['’](\d\d)(?![\ds])/y
const SIGNS_SAID: Record<string, string> = { '&': 'and', '@': 'at', '%': 'percent', '~': 'about', '=': 'equals', '×': 'by', '°': 'degrees', '#': 'number', '+': 'plus' }

function sign(scan: Scan): string | null {
  const match = take(scan, SIGN)
  return match && (match[1] ? inPairs(match[1]) : SIGNS_SAID[match[0]]!)
}
