/** Amounts of money as they are said. */
import { UNITS } from './abbreviations.ts'
import { cardinal, decimal } from './numbers.ts'
import { take, type Scan } from './scan.ts'

const CURRENCIES: Record<string, readonly [one: string, many: string]> = {
  $: ['dollar', 'dollars'], '£': ['pound', 'pounds'], '€': ['euro', 'euros'],
}
const SCALES: Record<string, string> = { k: 'kay', m: 'million', mm: 'million', mn: 'million', b: 'billion', bn: 'billion' }
const AMOUNT = /([$£€]) ?(\d[\d,]*\d|\d)?(?:\.(\d+))?/y
const RANGE = /\s?[-–]\s?(?=[$£€]?\d)/y
const SCALE = /(?: ?(k|mm|mn|m|bn|b)| ?-?(thousand|million|billion|trillion))(?![\p{L}\d])/iuy
const PER = /\s?\/\s?(sq\.? ?ft|\p{L}+)(?:\.(?=,|\s\p{Ll}))?(?!\p{L})/uy

/** "$5-10k", "$649.99", "£1.2m", "$4.25/lb". */
export function money(scan: Scan): string | null {
  const amounts = [take(scan, AMOUNT)]
  if (!amounts[0]?.[2] && !amounts[0]?.[3]) return null
  if (take(scan, RANGE)) amounts.push(take(scan, /([$£€])?(\d[\d,]*\d|\d)(?:\.(\d+))?/y))
  const scale = take(scan, SCALE)
  const symbol = amounts[0][1]!
  const last = amounts.length - 1
  const said = amounts.map((amount, at) => amountWords(symbol, amount![2] ?? '', amount![3], at === last, scale !== null, scan.uk)).join(' to ')
  return said + (scale ? scaled(scale, symbol) : '') + each(scan, true)
}

function scaled(scale: RegExpExecArray, symbol: string): string {
  const name = SCALES[scale[1]?.toLowerCase() ?? ''] ?? scale[2]!.toLowerCase()
  return name === 'kay' ? ' kay' : ` ${name} ${CURRENCIES[symbol]![1]}`
}

/** With cents Americans name no currency: "seven ten". The British put it between: "seven pounds ten". */
function amountWords(symbol: string, whole: string, cents: string | undefined, named: boolean, scaled: boolean, uk: boolean): string {
  const n = Number(whole.replace(/,/g, ''))
  const [one, many] = CURRENCIES[symbol]!
  if (scaled) return decimal(cents === undefined ? whole : `${whole || '0'}.${cents}`, uk)
  const rest = Number((cents ?? '').padEnd(2, '0').slice(0, 2))
  if (rest === 0) return wholeAmount(n, uk) + (named ? ` ${n === 1 ? one : many}` : '')
  if (n === 0) return `${cardinal(rest, uk)} ${symbol === '£' ? 'pee' : 'cents'}`
  const small = `${rest < 10 ? 'oh ' : ''}${cardinal(rest, uk)}`
  if (symbol === '£' && n < 100 || uk) return `${cardinal(n, uk)} ${n === 1 ? one : many} ${cardinal(rest, uk)}`
  return n < 1000 ? `${cardinal(n, uk)} ${small}` : `${wholeAmount(n, uk)} ${many} and ${cardinal(rest, uk)} cents`
}

/** Americans count in hundreds up to 9,900: "twenty three hundred", "eleven hundred forty". */
function wholeAmount(n: number, uk: boolean): string {
  const hundreds = Math.floor(n / 100)
  if (uk || n < 1100 || n > 9999 || hundreds % 10 === 0 || (n > 2000 && n % 100 !== 0)) return cardinal(n, uk)
  return `${cardinal(hundreds, uk)} hundred${n % 100 === 0 ? '' : ` ${cardinal(n % 100, uk)}`}`
}

/** "/lb" is "a pound". After money any word may follow the slash, else only a unit: "and/or" is none. */
export function each(scan: Scan, anyWord = false): string {
  const start = scan.at
  const word = take(scan, PER)?.[1]!.toLowerCase().replace(/[. ]/g, '')
  const unit = word && (anyWord || word.length > 1) && (UNITS.get(word)?.replace(/s$/, '') ?? (anyWord ? word : ''))
  if (unit) return word === 'ea' ? ' each' : ` ${unit === 'hour' ? 'an' : 'a'} ${unit}`
  scan.at = start
  return ''
}
