/** Numbers as they are said. "and" after the hundreds is said in Britain and left out in America. */

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: ReadonlyArray<readonly [number, string]> = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million'], [1e3, 'thousand']]

/** 1846 is "one thousand eight hundred forty six", in Britain "… and forty six". Whole numbers from 0 to 10^15. */
export function cardinal(n: number, uk: boolean): string {
  for (const [size, name] of SCALES) {
    if (n < size) continue
    const rest = n % size
    return `${cardinal(Math.floor(n / size), uk)} ${name}${rest === 0 ? '' : `${uk && rest < 100 ? ' and' : ''} ${cardinal(rest, uk)}`}`
  }
  if (n < 100) return belowHundred(n)
  return `${ONES[Math.floor(n / 100)]!} hundred${n % 100 === 0 ? '' : `${uk ? ' and' : ''} ${belowHundred(n % 100)}`}`
}

function belowHundred(n: number): string {
  if (n < 20) return ONES[n]!
  return TENS[Math.floor(n / 10) - 2]! + (n % 10 === 0 ? '' : ` ${ONES[n % 10]!}`)
}

const IRREGULAR: Record<string, string> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' }

/** 21 is "twenty first". */
export function ordinal(n: number, uk: boolean): string {
  return cardinal(n, uk).replace(/\w+$/, (last) => IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`))
}

/** "207" digit by digit. In phone numbers Americans say "zero", everywhere else, and the British always, it is "oh". */
export function digits(text: string, zero: 'oh' | 'zero' = 'oh'): string {
  return [...text].map((digit) => (digit === '0' ? zero : ONES[Number(digit)]!)).join(' ')
}

/** "1983" is "nineteen eighty three", "204" is "two oh four", "1200" is "twelve hundred": years, rooms, models. */
export function inPairs(text: string): string {
  const [high, low] = [Number(text.slice(0, -2)), Number(text.slice(-2))]
  if (low === 0) return high % 10 === 0 ? `${belowHundred(high / 10)} thousand` : `${belowHundred(high)} hundred`
  return `${belowHundred(high)} ${low < 10 ? 'oh ' : ''}${belowHundred(low)}`
}

/** 2005 is "two thousand five", in Britain "two thousand and five". */
export function year(text: string, uk: boolean): string {
  return /^200[1-9]$/.test(text) ? cardinal(Number(text), uk) : inPairs(text)
}

/** "1,846.25" with everything after the point digit by digit. */
export function decimal(text: string, uk: boolean): string {
  const [whole, ...parts] = text.replace(/,/g, '').split('.')
  const start = whole === '' ? 'zero' : cardinal(Number(whole), uk)
  return parts.map((part) => `point ${digits(part)}`).reduce((said, part) => `${said} ${part}`, start)
}
