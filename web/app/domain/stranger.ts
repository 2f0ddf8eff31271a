/** The stranger test: the number that somebody wrote down after one listen, digit by digit beside the one that was said. */
import { isPhoneNumber, NUMBER } from './say/phone.ts'

export interface Compared { right: boolean; wanted: string; wrong: number } // `wrong`: digits missing, added or changed

/** The digits of the phone numbers in a script, each once. */
export function numbersIn(script: string): string[] {
  const found = [...script.matchAll(NUMBER)].map(([number]) => number).filter(isPhoneNumber)
  return [...new Set(found.map(digitsOf))]
}

/** Null when the script has no number. With several, the nearest counts. */
export function comparedWith(typed: string, script: string): Compared | null {
  const results = numbersIn(script).map((wanted) => ({ wanted, wrong: distance(digitsOf(typed), wanted) }))
  const best = results.sort((a, b) => a.wrong - b.wrong)[0]
  return best ? { ...best, right: best.wrong === 0 } : null
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** The fewest digits that have to be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
