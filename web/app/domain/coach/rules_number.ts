/** The own number: said, said twice, said early, and the right one. */
import { beforeSignOff, greetingEnd, insert, replace } from './fixes.ts'
import { national } from './phone_numbers.ts'
import { find, type Rule } from './rule.ts'
import type { Script } from './script.ts'
import type { Fix, Range } from './types.ts'

const aGap = /\b(?:number|phone|cell|mobile|tel)/

/** Also silent when a gap stands for it, or another line or a wrong number is said: that is told by other rules. */
export const numberMissing: Rule = {
  key: 'number_missing', severity: 'error',
  judge(script) {
    if (script.phones.some(({ kind, digits }) => kind === 'own' || kind === 'wrong' || kind === 'line' || (kind === 'partial' && digits.length >= 7))) return null
    if (script.gaps.some((gap) => aGap.test(script.text.slice(...gap).toLowerCase().replace(/_/g, ' ')))) return null
    return { range: null, why: 'Your number is not said: they cannot call you back.', fix: numberAgain(script) }
  },
}

export const numberOnce: Rule = {
  key: 'number_once', severity: 'warning',
  judge(script) {
    if (script.own.length !== 1 || script.brokenOff || script.phones.some(({ kind }) => kind === 'wrong' || kind === 'partial') || saidPartly(script)) return null
    return { range: script.own[0]!.range, why: 'Your number is said once only: nobody can write it down in one go.', fix: numberAgain(script) }
  },
}

/** The shortest band has no room for a second number, so it is a hint with its cost there (advice 6 m). */
export const numberOnceShort: Rule = {
  ...numberOnce, severity: 'hint',
  judge(script) {
    const verdict = numberOnce.judge(script)
    return verdict && { ...verdict, why: 'Your number is said once. A second time costs about five seconds.' }
  },
}

/** "It ends in 0144." */
function saidPartly(script: Script): boolean {
  const own = script.own[0]?.digits.replace(/\D/g, '') ?? ''
  return [...script.said.matchAll(/\d{3,4}(?:[ -]\d{2,4})?/g)].some((match) => own.endsWith(match[0].replace(/\D/g, '')))
    || /\b(?:ends?|ending) (?:in|with)\b|\blast (?:three|four) (?:digits )?(?:are|is)\b/.test(script.said)
}

export const numberLate: Rule = {
  key: 'number_late', severity: 'hint',
  judge(script) {
    const first = script.own[0]
    if (!first || script.input.order === 'late') return null
    const before = script.words.filter((word) => word.range[1] <= first.range[0]).length
    if (before <= script.numbers.words_before_number) return null
    return { range: first.range, why: `${before} words come before your number: say it right after your name.`, fix: earlier(script) }
  },
}

/** A number for calling back that is not the profile number, or "ends in" digits that are not its last ones. */
export const numberMismatch: Rule = {
  key: 'number_mismatch', severity: 'error',
  judge(script) {
    const wrong = script.phones.find(({ kind }) => kind === 'wrong')?.range ?? wrongEnd(script)
    if (!wrong) return null
    const whole = script.phones.some(({ kind, range }) => kind === 'wrong' && range[0] === wrong[0])
    const why = `This is not your number, ${script.input.rep.number}.`
    return whole ? { range: wrong, why, fix: replace('Put my number here', wrong, script.input.rep.number) } : { range: wrong, why }
  },
}

/** Their phone shows one number and the message asks for another: said openly, it is no trap. */
export const numberNotShown: Rule = {
  key: 'number_not_shown', severity: 'warning',
  judge(script) {
    const { number, calls_from = '' } = script.input.rep
    if (calls_from === '' || national(calls_from) === national(number) || script.own.length === 0 || find(script, OTHER_LINE)) return null
    const why = `Their phone shows ${calls_from}, and you say another number.`
    return { range: script.own[0]!.range, why, fix: beforeSignOff('Say that it is another line', script, "I'm calling from another line, so please use this number.") }
  },
}

const OTHER_LINE = /\b(?:another|other|different|second) (?:line|number|phone)\b|\b(?:call|ring)(?:ing)? (?:you )?from (?:my|the|our|a) (?:car|mobile|cell|desk|office|shop)\b|\b(?:not|isn't|rather than) the (?:number|one) (?:that )?(?:you see|on your (?:screen|phone|display)|this call)/

function wrongEnd(script: Script): Range | null {
  const match = /\b(?:ends?|ending) (?:in|with) (\d{3,4})\b/.exec(script.said)
  const own = script.input.rep.number.replace(/\D/g, '')
  const mine = match && /\b(?:it|number|that|and|mine|which)[ ']?s? (?:ends?|ending)\b/.test(match[0] && script.said.slice(Math.max(0, match.index - 12), match.index + 8))
  return match && mine && !own.endsWith(match[1]!) ? [match.index, match.index + match[0].length] : null
}

function numberAgain(script: Script): Fix {
  const { name, number } = script.input.rep
  const nameToo = script.names.length < 2 && name !== '' ? `${name}, ` : ''
  return beforeSignOff(script.own.length > 0 ? 'Say the number again at the end' : 'Say my number', script, script.own.length > 0 ? `That's ${nameToo}${number}.` : `My number is ${number}.`)
}

/** Behind the own name if that is said early, else behind the greeting. */
function earlier(script: Script): Fix {
  const early = script.names.find(([start]) => script.words.filter((word) => word.range[1] <= start).length <= 12)
  const at = early ? early[1] : greetingEnd(script)
  return insert('Move the number up', at, `, ${script.input.rep.number}${/^\s*[,.;:!?—–-]/.test(script.text.slice(at)) || at === script.text.length ? '' : ','}`)
}

/** Digits in one piece cannot be said in groups. */
export const numberUngrouped: Rule = {
  key: 'number_ungrouped', severity: 'hint',
  judge(script) {
    const solid = script.own.find(({ range }) => /^\+?\d{8,}$/.test(script.text.slice(...range)))
    if (!solid) return null
    const [a, b] = solid.range
    const digits = script.text.slice(a, b)
    const head = digits.length - 7
    const grouped = `${digits.slice(0, head)} ${digits.slice(head, head + 3)} ${digits.slice(head + 3)}`
    return { range: solid.range, why: 'Write your number in groups: it is read digit by digit.', fix: replace('Group the digits', solid.range, grouped) }
  },
}

/** Only for a rep who marked himself so. */
export const bestTimeMissing: Rule = {
  key: 'best_time_missing', severity: 'hint',
  judge(script) {
    if (!script.input.hard_to_reach || find(script, /\b(?:morning|afternoon|evening|noon|lunch|o'clock|[ap]\.?m\b|\d{1,2}:\d\d|easiest|best (?:time|reached)|after|before|until|between|any ?time|all day|weekdays|daily)s?\b/)) return null
    const time = script.input.fields?.['best_time']?.trim()
    const why = 'You are hard to reach today: say when they can get you.'
    return time ? { range: null, why, fix: beforeSignOff('Say when I can be reached', script, `I'm easiest to reach ${time}.`) } : { range: null, why }
  },
}
