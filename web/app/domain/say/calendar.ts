/** Days, months, times of day and dates as they are said. */
import { cardinal, ordinal, year } from './numbers.ts'
import { sees, stop, take, type Scan } from './scan.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const MONTH = '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

const MONTH_DAY = new RegExp(`${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,]*\\d|\\s?(?:%|[ap]\\.?m\\b))(?:,? ((?:19|20)\\d\\d)(?!\\d))?`, 'y')
const DAY_MONTH = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\.?(?!\\p{L})(?:,? ((?:19|20)\\d\\d)(?!\\d))?`, 'uy')
const SHORT_MONTH = /(Feb|Apr|Aug|Sept?|Oct|Nov|Dec|(?:Jan|Mar|Jun|Jul)(?=\.))(\.?)(?![\p{L}’'])/uy
const SHORT_DAY = /(Tues?|Weds?|Thur?s?|Fri|Mon|Sat|Sun)(\.?)(?![\p{L}’'])/uy
const DAY_FOLLOWS = /,? (?:\d|the \d|morning|afternoon|evening|night|at|or|and|to)(?!\p{L})|[-–/](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/uy
const BEFORE_WHEN = /^(?:in|on|by|of|or|and|until|till|this|next|last|every|early|late|mid|to|through|from|before|after|since)$/
const MONTH_FOLLOWS = new RegExp(`,? ${MONTH}`, 'y')
const DAY_BEFORE_DATE = new RegExp(`(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?, (?=${MONTH})`, 'iy')
const SLASHED = /(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|(?<=\/)\d\d)(?![\d/])/y
const ISO = /((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/y

/** "August 14th", "Aug. 14, 2026". */
export function monthFirst(scan: Scan): string | null {
  const match = take(scan, MONTH_DAY)
  return match && dayIn(Number(match[2]), monthNumber(match[1]!), match[3], scan, false)
}

/** "1 March", "the 9th of September". */
export function dayFirst(scan: Scan): string | null {
  const match = take(scan, DAY_MONTH)
  if (!match) return null
  const the = scan.before === 'the'
  const said = `${the ? '' : 'the '}${ordinal(Number(match[1]), scan.uk)} of ${MONTHS[monthNumber(match[2]!) - 1]!}`
  return said + (match[3] ? ` ${year(match[3], scan.uk)}` : '') + stop(scan)
}

/** "4/15/2026" and "2026-04-15": in Britain the day comes first. */
export function wholeDate(scan: Scan): string | null {
  const iso = take(scan, ISO)
  if (iso) return dayIn(Number(iso[3]), Number(iso[2]), iso[1], scan, scan.uk)
  const match = take(scan, SLASHED)
  return match && slashed(Number(match[1]), Number(match[3]), match[4], scan)
}

/** "4/15" is April 15 in America; in Britain "3/4" is the third of April. Null if no calendar has it. */
export function slashed(one: number, other: number, yearText: string | undefined, scan: Scan): string | null {
  const [day, month] = scan.uk ? [one, other] : [other, one]
  return day < 1 || day > 31 || month < 1 || month > 12 ? null : dayIn(day, month, yearText, scan, scan.uk)
}

function dayIn(day: number, month: number, yearText: string | undefined, scan: Scan, dayOf: boolean): string {
  const said = dayOf || scan.uk ? `the ${ordinal(day, scan.uk)} of ${MONTHS[month - 1]!}` : `${MONTHS[month - 1]!} ${ordinal(day, scan.uk)}`
  return said + (yearText ? ` ${year(yearText.length === 2 ? `20${yearText}` : yearText, scan.uk)}` : '')
}

/** "Fri. 5/22" is "friday …"; "Friday, August 14th" is said without the comma. */
export function dayName(scan: Scan): string | null {
  const joined = take(scan, DAY_BEFORE_DATE)
  if (joined) return fullDay(joined[1]!)
  const match = take(scan, SHORT_DAY)
  if (!match || (/^(?:Mon|Sun)/.test(match[0]) && match[2] === '' && !BEFORE_WHEN.test(scan.before) && !sees(scan, DAY_FOLLOWS))) return null
  return fullDay(match[1]!) + (sees(scan, MONTH_FOLLOWS) ? '' : stop(scan))
}

/** "Nov." on its own. "Jan." is only a month where no person is meant. */
export function monthName(scan: Scan): string | null {
  if (sees(scan, /Jan\./y) && !BEFORE_WHEN.test(scan.before)) return null
  const match = take(scan, SHORT_MONTH)
  return match && MONTHS[monthNumber(match[0]) - 1]! + stop(scan)
}

/** Of "Fri", "friday" and the like. */
export function isDay(word: string): boolean {
  return /^(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|(?:s|nes|rs|ur)?day)?$/.test(word)
}

function fullDay(name: string): string {
  return DAYS.find((day) => day.startsWith(name.toLowerCase().slice(0, 3)))!
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

const CLOCK = /(\d{1,2})(?::(\d\d)(?::\d\d)?|\.(\d\d)(?=\s?[ap]\.?m\b))(?!\d)(?:\s?([ap])\.?m(?:\b\.?|\.))?/iy
/** "at 7.30", where nothing follows that would make it an amount. */
const POINTED = /(\d{1,2})\.([0-5]\d)(?!\d|[.,:]\d|\s?(?:%|[a-z]?m\b|kg|million|percent|per\b))/y
const BEFORE_TIME = /^(?:at|by|from|until|till|before|after|around|to|between)$/
const HALF_OF_DAY = /\s?([ap])(?:\.m\.|m\b\.?)/iy
const ZONE = /\s\(?(?:([ECMP])[SD]?T|(GMT|UTC|BST))\b\)?/y
const ZONES: Record<string, string> = { E: 'eastern', C: 'central', M: 'mountain', P: 'pacific', GMT: 'jee em tee', UTC: 'you tee see', BST: 'bee ess tee' }

/** "2:30", "10:15 a.m. EST", in Britain "5:30" is "half five" and "14:30" is "fourteen thirty". */
export function timeOfDay(scan: Scan): string | null {
  const match = take(scan, CLOCK) ?? (scan.uk && BEFORE_TIME.test(scan.before) ? take(scan, POINTED) : null)
  if (!match) return null
  const [hour, minute] = [Number(match[1]), match[2] ?? match[3]!]
  if (hour > 24 || Number(minute) > 59) return null
  if (match[4]) return `${clock(hour, minute)} ${match[4].toLowerCase() === 'a' ? 'ay' : 'pee'} em${zone(scan)}`
  return (scan.uk && minute === '30' && hour > 0 && hour < 13 ? `half ${cardinal(hour, true)}` : clock(hour, minute)) + zone(scan)
}

/** "1:1" is "one to one". */
export function ratio(scan: Scan): string | null {
  const match = take(scan, /(\d{1,3}):(\d{1,2})(?!\d)/y)
  return match && `${cardinal(Number(match[1]), scan.uk)} to ${cardinal(Number(match[2]), scan.uk)}`
}

/** "CT" after a time that was said without it: "noon CT". */
export function timeZone(scan: Scan): string | null {
  const match = /\d|noon|midnight/.test(scan.before) && take(scan, /([ECMP])[SD]?T(?![\p{L}\d])/uy)
  return match ? ZONES[match[1]!]! : null
}

/** "pee em" after a number, with the time zone. */
export function halfOfDay(scan: Scan): string {
  const match = take(scan, HALF_OF_DAY)
  return match ? ` ${match[1]!.toLowerCase() === 'a' ? 'ay' : 'pee'} em${zone(scan)}` : ''
}

function zone(scan: Scan): string {
  const match = take(scan, ZONE)
  if (match) return ` ${ZONES[match[1] ?? match[2]!]!}`
  return stop(scan)
}

function clock(hour: number, minute: string): string {
  const said = cardinal(hour, false)
  if (minute === '00') return hour > 12 ? `${said} hundred` : said
  return `${said} ${minute[0] === '0' ? `oh ${cardinal(Number(minute[1]), false)}` : cardinal(Number(minute), false)}`
}
