/** The families of templates, and which template fits this prospect now. */
import { attemptsOf, LAST_RESORT, lastTryWaits, talked, triedSince, type LastResort, type Logged, type Tried } from './attempts.ts'
import type { Family, Fields, Id, Template } from './records.ts'

export interface FamilyFacts { label: string; about: string }
export const FAMILY: Record<Family, FamilyFacts> = {
  reason: { label: 'Reason', about: 'Says in one line why you call.' },
  curiosity: { label: 'Curiosity', about: 'Asks about something of theirs, and no more.' },
  referral: { label: 'Referral', about: 'Names the person or thing that links you.' },
  met_before: { label: 'Met before', about: 'You have talked already.' },
  existing_customer: { label: 'Customer', about: 'They buy from you already.' },
  follow_up: { label: 'Follow-up', about: 'A second or third message, with something new.' },
  last_resort: { label: 'Last resort', about: 'The last try, after several unanswered messages over weeks.' },
  pick_up: { label: 'If they pick up', about: 'The talk track for a live answer.' },
  email: { label: 'E-mail', about: 'The note that follows a message.' },
}
/** Families of messages: what may be said to a voicemail. */
export const MESSAGE_FAMILIES: readonly Family[] = ['reason', 'curiosity', 'referral', 'met_before', 'existing_customer', 'follow_up', 'last_resort']

/** `unreturned` messages since the last answer, `weeks` since the first of these. */
export interface Situation extends Tried {
  talked: boolean
  connected: boolean
  customer: boolean
}

/** What the log and the prospect's own fields say. `history` is newest first. */
export function situationOf(fields: Fields, history: readonly Logged[], now: Date): Situation {
  const words = `${fields['connection'] ?? ''} ${fields['connection_source'] ?? ''} ${fields['source'] ?? ''} ${fields['purpose'] ?? ''}`
  return {
    ...triedSince(attemptsOf(history), now),
    talked: history.some((entry) => entry.state === 'stands' && talked(entry.call)) || /\bmet\b/i.test(words),
    connected: (fields['connection'] ?? '') !== '',
    customer: /\b(customer|client|renewal)\b/i.test(words),
  }
}

export interface Ranked { template: Template; why: string; locked: string } // locked: why not yet, "" if it may be used

/** The message templates, best first. Retired ones are not offered; the last resort comes last until it is time for it. Of two
 *  variants that are compared, the one that falls to this prospect comes first: by his id, so every phone agrees and nobody picks. */
export function rank(templates: readonly Template[], situation: Situation, prospect: Id, rule: LastResort = LAST_RESORT): Ranked[] {
  const waits = lastTryWaits(situation, rule)
  const offered = templates.filter((template) => !template.retired && MESSAGE_FAMILIES.includes(template.family))
  const turn = (template: Template): number => (variantFor(experimentOf(template, offered), prospect) === template.id ? 0 : 1)
  return offered
    .map((template) => ({ template, locked: template.family === 'last_resort' ? waits : '', ...score(template, situation, waits === '') }))
    .sort((a, b) => b.points - a.points || place(a.template, offered) - place(b.template, offered) || turn(a.template) - turn(b.template) || a.template.position - b.template.position)
}

/** The templates that are compared with this one, itself among them. */
function experimentOf(template: Template, all: readonly Template[]): Template[] {
  const base = template.variant_of ?? template.id
  return all.filter((each) => each.id === base || each.variant_of === base)
}

/** Variants stand at the place of the first of them. */
function place(template: Template, all: readonly Template[]): number {
  return Math.min(...experimentOf(template, all).map((each) => each.position))
}

/** The same prospect always meets the same variant (FNV-1a over both ids). */
function variantFor(experiment: readonly Template[], prospect: Id): Id {
  const ids = experiment.map((template) => template.id).sort()
  const hash = [...`${prospect} ${ids.join(' ')}`].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  return ids[(hash >>> 8) % ids.length]!
}

function score(template: Template, situation: Situation, ripe: boolean): { points: number; why: string } {
  const attempt = situation.unreturned
  const has = (tag: string): boolean => template.tags.includes(tag)
  if (template.family === 'last_resort') return ripe ? { points: 90, why: `${attempt} messages unanswered` } : { points: -100, why: '' }
  if (template.family === 'follow_up') return followUp(attempt, has)
  if (template.family === 'existing_customer') return situation.customer ? { points: 85, why: 'A customer' } : { points: -20, why: '' }
  if (template.family === 'met_before') return situation.talked ? { points: 80, why: 'You have talked before' } : { points: -10, why: '' }
  if (template.family === 'referral') return situation.connected ? { points: 60, why: 'You have a connection' } : { points: 5, why: '' }
  return { points: (attempt === 0 ? 40 : 10) + (has('first') ? 5 : 0) + (template.band === '20' ? 3 : 0) + (template.owner_id ? 2 : 0) - (has('humour') ? 4 : 0), why: attempt === 0 ? 'First message' : '' }
}

function followUp(attempt: number, has: (tag: string) => boolean): { points: number; why: string } {
  if (attempt === 0) return { points: -30, why: '' }
  const fits = has(attempt === 1 ? 'second' : 'third')
  return { points: fits ? 88 : 50, why: fits ? `${attempt === 1 ? 'Second' : 'Third'} message` : 'A message is unanswered' }
}

/** The talk track or the e-mail that goes with a message: the same locale first, then the office's order. */
export function companion(templates: readonly Template[], family: 'pick_up' | 'email', locale: string): Template | null {
  const fitting = templates.filter((template) => template.family === family && !template.retired)
  return [...fitting].sort((a, b) => Number(b.locale === locale) - Number(a.locale === locale) || a.position - b.position)[0] ?? null
}
