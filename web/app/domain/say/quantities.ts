/** Numbers with what belongs to them: units, fractions, ranges, percentages. */
import { UNITS } from './abbreviations.ts'
import { halfOfDay, isDay, slashed } from './calendar.ts'
import { each } from './money.ts'
import { cardinal, decimal, digits, inPairs, ordinal, year } from './numbers.ts'
import { sees, stop, take, type Scan } from './scan.ts'

const ORDINAL = /(\d[\d,]*)(?:st|nd|rd|th)(?![\p{L}\d])/uy
const SLASH = /(\d{1,3})\/(\d{1,3})(?!\d|\/)/y
const MIXED = /(\d+)[ -](?=\d{1,2}\/\d{1,2}(?!\d|\/))/y
const FRACTION_SIGN = /(\d*) ?([½⅓⅔¼¾⅛⅜⅝⅞])/y
const DATED = /^(?:on|by|until|till|before|after|from|since|through|thru|due|starting|starts|ends|deadline|date|dated)$/
const NUMBER = /\d[\d,]*\d(?:\.\d+)*|\d(?:\.\d+)*|\.\d+/y
const RANGE = /\s?[-–—]\s?(?=\d)|-(?=\d)/y
const BY = /\s?[x×]\s?(?=\d)/y
const MEASURED = /\s?(?:[ckm]?m|kg|k|[a-z]{3,}s)(?!\p{L})/uy
const CAPITAL_UNITS: Record<string, string> = { T: 'tesla', M: 'million' }
const UNIT = /([-\s]?)(km\/h|sq\.? ?ft|\p{L}{1,4})(\.?)(?![\p{L}\d@])/uy

/** "21st" */
export function ordinalNumber(scan: Scan): string | null {
  const match = take(scan, ORDINAL)
  return match && ordinal(Number(match[1]!.replace(/,/g, '')), scan.uk)
}

const DECADE = /((?:1[89]|20)\d0|(?<=['’]|[Tt]he |early |late |mid )[2-9]0)['’]?s(?!\p{L})/uy

/** "1990s", "the 80s" */
export function decade(scan: Scan): string | null {
  const match = take(scan, DECADE)
  return match && `${match[1]!.length === 2 ? cardinal(Number(match[1]), false) : inPairs(match[1]!)}s`.replace(/ys$/, 'ies')
}

/** "3/8", "5 1/2", "24/7", and "4/15" where it is a date. */
export function slashedPair(scan: Scan): string | null {
  const mixed = take(scan, MIXED)
  const match = take(scan, SLASH)
  if (!match) return null
  const [one, other] = [Number(match[1]), Number(match[2])]
  const fraction = one < other && ([2, 3, 4, 8, 16, 32, 64].includes(other) || sees(scan, /["”″]| of /y))
  if (mixed) return `${cardinal(Number(mixed[1]), scan.uk)} and ${fractionWords(one, other, true)}${lengthUnit(scan, true)}`
  if (take(scan, /(?= (?:stars|times|people|customers|drivers|reviews)\b)/y)) return `${cardinal(one, scan.uk)} out of ${cardinal(other, scan.uk)}`
  const date = fraction && !DATED.test(scan.before) && !isDay(scan.before) ? null : slashed(one, other, undefined, scan)
  if (date && !(one === 24 && other === 7) && !sees(scan, /["”″%]|\s?(?:split|support|service)/y)) return date
  if (fraction) return fractionWords(one, other, false) + fractionUnit(scan)
  return `${cardinal(one, scan.uk)} ${cardinal(other, scan.uk)}`
}

/** "2½ hours" */
export function fractionSign(scan: Scan): string | null {
  const match = take(scan, FRACTION_SIGN)
  if (!match) return null
  const [one, other] = match[2]!.normalize('NFKC').split('⁄').map(Number) as [number, number]
  return match[1] ? `${cardinal(Number(match[1]), scan.uk)} and ${fractionWords(one, other, true)}${unit(scan, 2)}` : fractionWords(one, other, false) + fractionUnit(scan)
}

function fractionWords(one: number, other: number, mixed: boolean): string {
  if (other === 2) return mixed ? 'a half' : 'half'
  const part = other === 4 ? 'quarter' : ordinal(other, false)
  return `${one === 1 && mixed ? 'a' : cardinal(one, false)} ${part}${one === 1 ? '' : 's'}`
}

function fractionUnit(scan: Scan): string {
  const inches = take(scan, /["”″]| ?-?in\b\.?/y)
  return inches ? ' of an inch' : ''
}

/** A number, a range or a run of digits, with its unit. */
export function quantity(scan: Scan): string | null {
  const first = take(scan, NUMBER)?.[0]
  if (first === undefined) return null
  const start = scan.at
  const second = take(scan, RANGE) && take(scan, NUMBER)?.[0]
  if (second && isRange(first, second)) return `${number(first, scan)} to ${number(second, scan)}${unit(scan, 2)}`
  scan.at = start
  const said = scan.uk && /^\d+\.5$/.test(first) && sees(scan, MEASURED) ? `${cardinal(Math.floor(Number(first)), true)} and a half` : number(first, scan)
  const whole = said + unit(scan, first === '1' ? 1 : 2)
  return take(scan, BY) ? `${whole} by ${quantity(scan)}` : whole
}

function isRange(first: string, second: string): boolean {
  const [low, high] = [first, second].map((each) => Number(each.replace(/,/g, ''))) as [number, number]
  return (low < high || (low <= 12 && high < low)) && !/^0\d/.test(second) && (second.length < 4 || first.length >= 3) && !(first.length === 3 && second.length === 4)
}

const CODES = /^(?:ext|extension|pin|code|order|ref|reference|zip|invoice|ticket|account|serial|po|box|policy|case|claim|quote|job|part|item|model)$/
const PLACES = /^(?:room|suite|unit|flight|apartment|flat|bus|building|gate|bay|dock|route|office|floor|interstate|highway|extension|channel|stand|booth|address|at)$/

/** Digits with a comma are an amount; without one they may be a year, a room or a code. */
function number(text: string, scan: Scan): string {
  const whole = /^\d+$/.test(text)
  if (!whole) return /\..*\.|^0\d/.test(text) ? text.split('.').map((part) => cardinal(Number(part), scan.uk)).join(' point ') : decimal(text, scan.uk)
  if (/^0\d/.test(text)) return digits(text)
  if (scan.before === 'extension' || (text.length > 2 && CODES.test(scan.before))) return digits(text)
  if (text.length > 4) return /000$/.test(text) ? cardinal(Number(text), scan.uk) : digits(text)
  if (text.length === 4) return /000$/.test(text) ? cardinal(Number(text), scan.uk) : year(text, scan.uk)
  return text.length === 3 && PLACES.test(scan.before) ? inPairs(text) : cardinal(Number(text), scan.uk)
}

/** What follows a number: "%", an inch mark, "mm", "am", "+". With its space, or nothing. */
export function unit(scan: Scan, count: number): string {
  if (take(scan, /\s?%/y)) return ' percent'
  if (take(scan, /\s?°\s?[FC]?(?!\p{L})/uy)) return ' degrees'
  if (take(scan, /\+(?!\d)/y)) return ` plus${unit(scan, count)}`
  const half = halfOfDay(scan)
  if (half) return half
  const length = lengthUnit(scan, false)
  return length || written(scan, count)
}

function lengthUnit(scan: Scan, mixed: boolean): string {
  if (take(scan, /["”″](?!\p{L})/uy) || take(scan, /[- ]?in\.(?= [a-z])/y)) return mixed ? ' inches' : ' inch'
  return take(scan, /['’′](?=x\d|[^\p{L}]|$)/uy) ? ' foot' : ''
}

/** A single letter is a unit only where it touches the number, but for "m" and "g". Others may stand apart. */
function written(scan: Scan, count: number): string {
  const start = scan.at
  const match = take(scan, UNIT)
  const name = match?.[2]!.toLowerCase().replace(/[. ]/g, '') ?? ''
  const said = match && (name.length > 1 || match[1] === '' || /^[mgl]$/i.test(match[2]!)) && !/^(?:am|pm|a|c|sq|pt|x|ph|pc|s|p|k)$/.test(match[1] ? name : '') ? CAPITAL_UNITS[match[2]!] ?? UNITS.get(name) : undefined
  if (!said) {
    scan.at = start
    return ''
  }
  return ` ${count === 1 || match![1] === '-' ? said.replace(/s(?= an?\b|$)/, '') : said}${stop(scan) || each(scan)}`
}
