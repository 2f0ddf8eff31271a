/** How long texts may be for the office, which keeps aside an entry that breaks a limit (the protocol, "Operations"). It counts characters
 *  where JavaScript counts halves of them. */

import type { Call, Fields } from './records.ts'

export const SHORT = 200
export const LONG = 8_000
const MOST = 100 // in a list
const A_DAY = 86_400 // seconds

/** What stands in every entry of the log, where it has to be short. */
export const NAMES = ['first_name', 'last_name', 'preferred_name', 'company'] as const

export function length(text: string): number {
  return text.length <= SHORT ? text.length : [...text].length
}

/** The first of its characters, none of them cut in two. */
export function first(most: number, text: string): string {
  return text.length <= most ? text : [...text].slice(0, most).join('')
}

/** Which name in `fields` is too long and what to say of it, if it is not one that was so `before`. */
export function longName(fields: Fields, before: Fields): [field: string, why: string] | null {
  const field = NAMES.find((name) => length(fields[name] ?? '') > SHORT && fields[name] !== before[name])
  return field ? [field, `This has ${length(fields[field]!)} characters, and ${SHORT} are the most. Shorten it; the rest can go into the note.`] : null
}

/** An entry that the office takes. Whatever is cut here stands in full with the prospect or the template. */
export function withinLimits(call: Omit<Call, 'rep_id' | 'rep_name'>): Omit<Call, 'rep_id' | 'rep_name'> {
  const { muted, reason } = call
  return {
    ...call,
    prospect_name: first(SHORT, call.prospect_name), company: first(SHORT, call.company), variant: first(SHORT, call.variant),
    zone: first(SHORT, call.zone), prospect_zone: first(SHORT, call.prospect_zone), number: first(SHORT, call.number),
    script: first(LONG, call.script), left_out: few(call.left_out), seconds: inADay(call.seconds), estimate: inADay(call.estimate),
    ...(muted && { muted: few(muted) }), ...(reason && { reason: first(LONG, reason) }),
  }
}

function few(keys: string[]): string[] {
  return keys.slice(0, MOST).map((key) => first(SHORT, key))
}

/** A clock that nobody stopped, or that was set back meanwhile. */
function inADay(seconds: number | null): number | null {
  return seconds === null ? null : Math.min(Math.max(seconds, 0), A_DAY)
}
