/** What was tried already: the messages that nobody answered since there was contact last, whoever left them, what each gave as its reason, and
 *  when a last try may say that it is one. */
import { blank, type Values } from './fill.ts'
import { isMessage } from './outcomes.ts'
import type { Call, Family, Id, Instant } from './records.ts'

const WEEK = 7 * 24 * 3_600_000
const TALKED = new Set(['spoke', 'callback_agreed', 'meeting_booked'])

export interface Logged { call: Call; state: string; answered: Call | null }
export interface Attempt { id: Id; at: Instant; reason: string; by: Id | null; by_name: string }

export function talked(call: Call): boolean {
  return TALKED.has(call.outcome) || call.direction === 'in'
}

/** Newest first, as `history` is. */
export function attemptsOf(history: readonly Logged[]): Attempt[] {
  const stands = history.filter((entry) => entry.state === 'stands')
  const contact = stands.findIndex((entry) => entry.answered !== null || talked(entry.call))
  return (contact < 0 ? stands : stands.slice(0, contact)).filter(({ call }) => isMessage(call))
    .map(({ call }) => ({ id: call.id, at: call.made_at, reason: call.reason ?? '', by: call.rep_id, by_name: call.rep_name }))
}

/** So many messages and so many weeks have to pass. The lead says how many; "several" over "a long period" is all that advice 4.8 says. */
export interface LastResort { messages: number; weeks: number }
export const LAST_RESORT: LastResort = { messages: 3, weeks: 3 }
export interface Tried { unreturned: number; weeks: number; since: Instant | null }

export function triedSince(attempts: readonly Attempt[], now: Date): Tried {
  const since = attempts[attempts.length - 1]?.at ?? null
  return { unreturned: attempts.length, weeks: since ? Math.floor((now.getTime() - Date.parse(since)) / WEEK) : 0, since }
}

/** Why a last try has to wait, and for what; "" once it may be said. */
export function lastTryWaits({ unreturned, weeks, since }: Tried, rule: LastResort = LAST_RESORT): string {
  const missing = rule.messages - unreturned
  const day = since && weeks < rule.weeks ? dayWords(Date.parse(since) + rule.weeks * WEEK) : ''
  if (unreturned === 0) return `Opens after ${messages(rule.messages)} over ${rule.weeks === 1 ? 'a week' : `${rule.weeks} weeks`}.`
  if (missing > 0) return `Opens after ${missing} more unanswered ${missing === 1 ? 'message' : 'messages'}${day && `, on ${day} at the earliest`}. ${unreturned} of ${rule.messages} so far.`
  return day && `Opens on ${day}, ${rule.weeks === 1 ? 'a week' : `${rule.weeks} weeks`} after the first unanswered message.`
}

function messages(count: number): string {
  return count === 1 ? '1 unanswered message' : `${count} unanswered messages`
}

function dayWords(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}

/** The fields that say why, the newest thing first. */
const WHY = ['hook', 'topic', 'their_work', 'order', 'reason']

/** What a message with these fields gives as its reason, in the rep's own words; "" when it gives none. */
export function reasonOf(fields: readonly string[], values: Values): string {
  const told = WHY.filter((field) => fields.includes(field) && !blank(values[field])).map((field) => values[field]!.trim())
  return told.reverse().join(': ')
}

/** The part of it that has to be new. A follow-up names the old reason on purpose and brings its own news; a last try brings none. */
export function newsOf(family: Family, fields: readonly string[], values: Values): { field: string; text: string } | null {
  if (family === 'last_resort' || family === 'existing_customer') return null
  const field = WHY.find((each) => fields.includes(each) && !(family === 'follow_up' && each === 'reason'))
  return field ? { field, text: blank(values[field]) ? '' : values[field]!.trim() } : null
}
