/** Phone numbers: digit by digit, with a full stop's pause between the groups, so that they can be written down. */
import { digits } from './numbers.ts'
import { take, type Scan } from './scan.ts'

/** Anything that may be one; `isPhoneNumber` decides. */
export const NUMBER = /(?<![\d$£€.,/:])\+?(?:\(0?\d{1,5}\)|\d{1,15})(?:[ .\-\u00a0\u2009\u2011]{0,2}(?:\(\d{1,5}\)|\d{2,}))*(?!\d|[/:]\d)/g

/** Seven to fifteen digits, and no date, amount or range. */
export function isPhoneNumber(text: string): boolean {
  const count = text.replace(/\D/g, '').length
  if (count < 7 || count > 15) return false
  return /^[+(]|^0(?:\D*\d){8}|^(?:1[ .-]?)?(?:\d{3}[ .-]?)?\d{3}[ .-]\d{4}$|^1?\d{10}$/.test(text) && !/^0?\d[.-]\d\d?[.-]\d{4}$/.test(text)
}

/** Digit groups as they are written; a long run is cut the way such numbers are usually written, else into threes and a last four. */
export function groupsOf(number: string): string[] {
  const plus = number.trim().startsWith('+')
  const groups = number.replace(/\(0\)/, ' ').split(/\D+/).filter((group) => group !== '').flatMap(cut)
  return plus ? [`+${groups[0]}`, ...groups.slice(1)] : groups
}

function cut(run: string): string[] {
  if (run.length <= 5) return [run]
  const first = run.length === 6 ? 3 : run.length === 11 && run[0] === '1' ? 1 : run.length !== 11 ? 3 : run.startsWith('07') ? 5 : 4
  return [run.slice(0, first), ...cut(run.slice(first))]
}

const HERE = new RegExp(NUMBER.source, 'y')
const TOLL_FREE_WORD = /(?:1[ .-])?(8(?:00|33|44|55|66|77|88))[ .-](?=[A-Z]{3})/y

/** Americans say "zero", the British "oh". */
export function phoneNumber(scan: Scan): string | null {
  const word = take(scan, TOLL_FREE_WORD)
  if (word) return `one eight ${word[1] === '800' ? 'hundred' : digits(word[1]!.slice(1))}`
  const match = take(scan, HERE)
  if (!match || !isPhoneNumber(match[0])) return null
  return groupsOf(match[0]).map((group) => `${group[0] === '+' ? 'plus ' : ''}${digits(group.replace('+', ''), scan.uk ? 'oh' : 'zero')}`).join('. ')
}

const EXTENSION = /(?:x|ext\.?|extn\.?|extension)\s?(\d{1,6})(?!\d)/iy

/** "ext. 12" is "extension one two". */
export function extension(scan: Scan): string | null {
  const match = take(scan, EXTENSION)
  return match && `extension ${digits(match[1]!)}`
}
