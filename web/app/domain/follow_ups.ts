/** What to promise oneself after a call, and when: a suggestion for each outcome, and quick picks for one thumb. */
import { OUTCOME } from './outcomes.ts'
import { dayText, HORIZON, isOpen, isWork, LEAD, nextGoodSlots, slotAt, wallIn, wallText, WEEKDAYS, type Slot, type WorkHours } from './timing.ts'
import type { Fields, FollowUp, Id, Instant, Outcome, Zone } from './records.ts'

export type PickName = 'later' | 'tomorrow' | 'good' | 'own'
export interface Pick { name: PickName; label: string; slot: Slot }
export interface Suggestion { picks: Pick[]; chosen: PickName | null; mustChoose: boolean; reason: string }

const HOUR = 3_600_000
/** Working days to wait for a callback before the next try. */
const PATIENCE = 2

/** Picks in the prospect's own time, inside the rep's work hours where they are suggested. `chosen` is preselected. */
export function suggest(outcome: Outcome, now: Date, zone: Zone, work: WorkHours): Suggestion {
  const facts = OUTCOME[outcome]
  if (facts.followUp === 'none') return { picks: [], chosen: null, mustChoose: false, reason: '' }
  const picks = quickPicks(now, zone, work, { soon: outcome === 'busy', patient: waits(outcome) })
  return { picks, chosen: facts.followUp === 'suggest' ? preselected(outcome, picks) : null, mustChoose: facts.followUp === 'ask', reason: facts.reason }
}

function preselected(outcome: Outcome, picks: Pick[]): PickName | null {
  const wanted: PickName[] = outcome === 'busy' ? ['later', 'good'] : ['good']
  return wanted.find((name) => picks.some((pick) => pick.name === name)) ?? picks[0]?.name ?? null
}

function waits(outcome: Outcome): boolean {
  return outcome === 'left_message' || outcome === 'left_with_person'
}

/** `soon`: the line was only busy. `patient`: a message was left, so the next good slot leaves time for the callback. */
export function quickPicks(now: Date, zone: Zone, work: WorkHours, { soon = false, patient = false } = {}): Pick[] {
  const from = patient ? new Date(workDaysLater(now, PATIENCE, work).getTime() - LEAD) : now
  const morning = nextMorning(now, zone, work)
  const offered: Array<[PickName, string, Slot | undefined]> = [
    ['good', 'Next good slot', nextGoodSlots(from, zone, work, 1)[0]],
    ['later', 'Later today', laterToday(soon ? 1 : 3, now, zone, work)],
    ['tomorrow', morning.label, morning.slot],
  ]
  const picks: Pick[] = []
  for (const [name, label, slot] of offered) if (slot && !picks.some((pick) => pick.slot.at === slot.at)) picks.push({ name, label, slot })
  return ORDER.flatMap((name) => picks.find((pick) => pick.name === name) ?? [])
}

const ORDER: PickName[] = ['later', 'tomorrow', 'good']

/** Some hours from now on the half hour, if both would still be at work. */
function laterToday(hours: number, now: Date, zone: Zone, work: WorkHours): Slot | undefined {
  const at = new Date(Math.ceil((now.getTime() + hours * HOUR) / (HOUR / 2)) * (HOUR / 2))
  const slot = slotAt(wallText(wallIn(zone, at)), zone)
  if (slot.quality === 'never' || !isOpen(slot, work) || slot.wall.slice(0, 10) !== wallText(wallIn(zone, now)).slice(0, 10)) return undefined
  return slot
}

/** The first moment of the next working morning when the prospect can be called and the rep works. */
function nextMorning(now: Date, zone: Zone, work: WorkHours): { label: string; slot: Slot | undefined } {
  const today = wallIn(zone, now)
  for (let day = 1; day <= HORIZON; day += 1) {
    for (const time of ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']) {
      const slot = slotAt(`${dayText(today, day)}T${time}`, zone)
      if (slot.quality === 'never' || !isOpen(slot, work)) continue
      return { label: day === 1 ? 'Tomorrow morning' : `${WEEKDAYS[wallIn(zone, new Date(slot.at)).weekday - 1]} morning`, slot }
    }
  }
  return { label: '', slot: undefined }
}

/** The start of the day that is so many of the rep's working days away. */
function workDaysLater(now: Date, days: number, work: WorkHours): Date {
  const today = wallIn(work.zone, now)
  let left = days
  for (let day = 1; day <= HORIZON; day += 1) {
    const at = new Date(slotAt(`${dayText(today, day)}T${work.from}`, work.zone).at)
    if (isWork(work, at)) left -= 1
    if (left === 0) return at
  }
  return new Date(now.getTime() + days * 24 * HOUR)
}

/** What to know before promising this time; "" when there is nothing to say. */
export function slotNote(slot: Slot, work: WorkHours, now: Date): string {
  if (Date.parse(slot.at) <= now.getTime()) return 'That has passed already.'
  if (work.holidays.includes(slot.wall.slice(0, 10))) return 'A holiday of your office.'
  if (!isWork(work, new Date(slot.at))) return 'Outside your work hours.'
  if (slot.quality === 'never') return 'They will hardly be at work then.'
  const wall = wallIn(slot.zone, new Date(slot.at))
  return slot.quality === 'poor' ? `${WEEKDAYS[wall.weekday - 1]} ${wall.weekday === 1 ? 'morning' : 'afternoon'} is a poor time.` : ''
}

/** When to be reminded again; the promise stays where it is. By the rep's own clock. */
export function remindPicks(now: Date, profile: Fields, work: WorkHours): Array<{ label: string; at: Instant }> {
  const keepsHours = Boolean(profile['work_from'] || profile['work_to'] || profile['work_days']) // as the office has it: nobody's hours are assumed
  const soon = [['In 15 minutes', 0.25], ['In an hour', 1], ['In 3 hours', 3]] as const
  const picks = soon.map(([label, hours]) => ({ label, at: minute(now.getTime() + hours * HOUR) })).filter(({ at }) => !keepsHours || isWork(work, new Date(at)))
  const next = workDaysLater(now, 1, work)
  return [...picks, { label: dayText(wallIn(work.zone, now), 1) === dayText(wallIn(work.zone, next), 0) ? 'Tomorrow morning' : `${WEEKDAYS[wallIn(work.zone, next).weekday - 1]} morning`, at: next.toISOString() }]
}

function minute(ms: number): Instant {
  return new Date(Math.ceil(ms / 60_000) * 60_000).toISOString()
}

/** A promise that is open, and what happened in the call that it was made in: null when it was made without one, or that call is not here. */
export interface OpenPromise { followUp: FollowUp; after: Outcome | null }
/** `parked` is the promise that was made of the card that is used up now; `closing`: the words were a last try. */
export interface Happening { incoming: boolean; outcome: Outcome; parked: Id | null; now: Date; closing?: boolean }

const HALF_DAY = 12 * HOUR
const A_LITTLE = HOUR / 2
/** A promise to call is kept when somebody was reached or a message was left; an unanswered call leaves it open. */
const ENDS: ReadonlySet<Outcome> = new Set(['left_message', 'left_with_person', 'spoke', 'callback_agreed', 'meeting_booked', 'do_not_call', 'wrong_number', 'disconnected'])

/** What a call, or one that came in, fulfils: what is due by now; the call that was prepared for later; and, once the prospect himself was
 *  reached or is let go, the further tries. What was agreed with him for another time stays. */
export function fulfilled(open: OpenPromise[], call: Happening): FollowUp[] {
  if (!call.incoming && !ENDS.has(call.outcome)) return []
  return open.filter((one) => call.outcome === 'do_not_call' || isThis(one, call) || (reached(call) && isTry(one))).map(({ followUp }) => followUp)
}

/** The promise that a call without success puts off, if a new time is promised for it. */
export function putOff(open: OpenPromise[], call: Happening): FollowUp | null {
  return open.find((one) => isThis(one, call))?.followUp ?? null
}

/** What was agreed or noted for another time, and is still promised after this call. */
export function staying(open: OpenPromise[], call: Happening): FollowUp[] {
  const ended = fulfilled(open, call)
  return open.filter((one) => !isTry(one) && !isThis(one, call) && !ended.includes(one.followUp)).map(({ followUp }) => followUp)
}

function reached({ incoming, outcome, closing }: Happening): boolean {
  return incoming || OUTCOME[outcome].reached || closing === true
}

/** Another try after one that reached nobody: nobody waits for it. */
function isTry({ after }: OpenPromise): boolean {
  return after !== null && !OUTCOME[after].reached
}

/** This call is the one that was promised. What somebody waits for is not done hours too early by a call that does not reach him. */
function isThis(one: OpenPromise, call: Happening): boolean {
  const early = isTry(one) || reached(call) ? HALF_DAY : A_LITTLE
  return one.followUp.id === call.parked || Date.parse(one.followUp.due) <= call.now.getTime() + early
}
