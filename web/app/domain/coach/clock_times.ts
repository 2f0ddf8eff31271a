/** Times of day in a sentence, in words or digits, and how wide a window between two of them is. Works on masked text. */
import { either } from './either.ts'

const HOURS = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']
const PAST: Record<string, number> = { half: 30, quarter: 15, 'a quarter': 15, five: 5, ten: 10, twenty: 20, 'twenty-five': 25, 'twenty five': 25 }
const HOUR = `(?:\\d{1,2}(?:[:.]\\d\\d)?|${HOURS.join('|')}|noon|midday|midnight)`
const PART = '(?: ?(?:o\'clock|a\\.?m\\b\\.?|p\\.?m\\b\\.?|sharp|in the (?:morning|afternoon|evening)))*'
/** One time of day: "four", "4:30 p.m.", "half past four", "quarter to five", "half past" after another. */
export const TIME = `(?:(?:(?:half|a quarter|quarter|five|ten|twenty|twenty[- ]five)(?: past| after| to| of)(?: ${HOUR})?|half ${HOUR}|${HOUR}(?:[- ](?:thirty|fifteen|forty-five|forty five|twenty|ten))?)${PART})`

const BETWEEN = either(
  `\\b(?:between|from) (${TIME}) (?:and|to|till|until|through|-|–) (${TIME})(?![\\w'-])`,
  `\\b(${TIME})(?: ?[-–] ?| to | till | until )(${TIME})(?![\\w'-])`,
)

/** The width of the first window in minutes, or null if there is none. "Between four and half past" is 30. */
export function windowMinutes(said: string): { minutes: number; at: number; text: string } | null {
  const match = BETWEEN.exec(said)
  if (!match) return null
  const from = (match[1] ?? match[3])!
  const to = (match[2] ?? match[4])!
  const start = minutesOf(from, null)
  const end = minutesOf(to, start)
  if (start === null || end === null) return null
  const exact = /a\.?m|p\.?m|noon|mid|morning|afternoon|evening/.test(from) && /a\.?m|p\.?m|noon|mid|morning|afternoon|evening/.test(to)
  const width = exact ? (late(to, end) - late(from, start) + 1440) % 1440 : (end - start + 720) % 720 || 720
  return { minutes: width, at: match.index, text: match[0] }
}

/** Minutes on a dial of twelve hours. `before`: the time that "half past" alone goes on from. */
function minutesOf(text: string, before: number | null): number | null {
  const bare = text.replace(/ ?(?:o'clock|[ap]\.?m\b\.?|sharp|in the \w+)/g, '').trim()
  if (/^(?:noon|midday|midnight)$/.test(bare)) return 0
  const shift = /^(half|a quarter|quarter|five|ten|twenty|twenty[- ]five)(?: (past|after|to|of))?(?: (.+))?$/.exec(bare)
  if (shift && (shift[2] || shift[3])) {
    const hour = shift[3] ? minutesOf(shift[3], null) : before === null ? null : before - (before % 60)
    const by = PAST[shift[1]!]!
    return hour === null ? null : (hour + (/to|of/.test(shift[2] ?? '') ? 720 - by : by)) % 720
  }
  const clock = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(bare)
  if (clock) return Number(clock[1]) > 24 ? null : (Number(clock[1]) % 12) * 60 + Number(clock[2] ?? 0)
  const [hour = '', ...rest] = bare.split(/[- ]/)
  const more: Record<string, number> = { thirty: 30, fifteen: 15, forty: 45, twenty: 20, ten: 10 }
  return HOURS.includes(hour) ? HOURS.indexOf(hour) * 60 + (more[rest[0] ?? ''] ?? 0) : null
}

function late(text: string, minutes: number): number {
  return /p\.?m|noon|midday|afternoon|evening/.test(text) ? minutes + 720 : minutes
}
