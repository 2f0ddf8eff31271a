/** What to promise oneself after a call, and when: a suggestion for each outcome, and quick picks for one thumb. */
import { OUTCOME } from './outcomes.ts'
import { dayText, isWork, LEAD, nextGoodSlots, slotAt, slotQuality, wallIn, wallText, WEEKDAYS, type Slot, type WorkHours } from './timing.ts'
import type { Outcome, Zone } from './records.ts'

export type PickName = 'later' | 'tomorrow' | 'good' | 'in_two_days' | 'own'
export interface Pick { name: PickName; label: string; slot: Slot }
export interface Suggestion { picks: Pick[]; chosen: PickName | null; mustChoose: boolean; reason: string }

const HOUR = 3_600_000
/** Working days to wait for a callback before the next try. */
const PATIENCE = 2

/** Picks in the prospect's own time, inside the rep's work hours where they are suggested. `chosen` is preselected. */
export function suggest(outcome: Outcome, now: Date, zone: Zone, work: WorkHours): Suggestion {
  const facts = OUTCOME[outcome]
  if (facts.followUp === 'none') return { picks: [], chosen: null, mustChoose: false, reason: '' }
  const picks = picksFor(outcome, now, zone, work)
  return { picks, chosen: facts.followUp === 'suggest' ? preselected(outcome, picks) : null, mustChoose: facts.followUp === 'ask', reason: facts.reason }
}

function preselected(outcome: Outcome, picks: Pick[]): PickName | null {
  const wanted: PickName[] = outcome === 'busy' ? ['later', 'good'] : waits(outcome) ? ['in_two_days', 'good'] : ['good']
  return wanted.find((name) => picks.some((pick) => pick.name === name)) ?? picks[0]?.name ?? null
}

function waits(outcome: Outcome): boolean {
  return outcome === 'left_message' || outcome === 'left_with_person'
}

function picksFor(outcome: Outcome, now: Date, zone: Zone, work: WorkHours): Pick[] {
  const picks: Pick[] = []
  const add = (name: PickName, label: string, slot: Slot | undefined): void => {
    if (slot && !picks.some((pick) => pick.slot.at === slot.at)) picks.push({ name, label, slot })
  }
  if (waits(outcome)) add('in_two_days', 'In two days', nextGoodSlots(new Date(workDaysLater(now, PATIENCE, work).getTime() - LEAD), zone, work, 1)[0])
  add('later', 'Later today', laterToday(outcome === 'busy' ? 1 : 3, now, zone, work))
  const morning = nextMorning(now, zone, work)
  add('tomorrow', morning.label, morning.slot)
  add('good', 'Next good slot', nextGoodSlots(now, zone, work, 1)[0])
  return picks
}

/** Some hours from now on the half hour, if both would still be at work. */
function laterToday(hours: number, now: Date, zone: Zone, work: WorkHours): Slot | undefined {
  const at = new Date(Math.ceil((now.getTime() + hours * HOUR) / (HOUR / 2)) * (HOUR / 2))
  const wall = wallIn(zone, at)
  if (slotQuality(wall) === 'never' || !isWork(work, at) || wallText(wall).slice(0, 10) !== wallText(wallIn(zone, now)).slice(0, 10)) return undefined
  return slotAt(wallText(wall), zone)
}

/** The first moment of the next working morning when the prospect can be called and the rep works. */
function nextMorning(now: Date, zone: Zone, work: WorkHours): { label: string; slot: Slot | undefined } {
  const today = wallIn(zone, now)
  for (let day = 1; day <= 7; day += 1) {
    for (const time of ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']) {
      const slot = slotAt(`${dayText(today, day)}T${time}`, zone)
      if (slot.quality === 'never' || !isWork(work, new Date(slot.at))) continue
      return { label: day === 1 ? 'Tomorrow morning' : `${WEEKDAYS[wallIn(zone, new Date(slot.at)).weekday - 1]} morning`, slot }
    }
  }
  return { label: '', slot: undefined }
}

/** The start of the day that is so many of the rep's working days away. */
function workDaysLater(now: Date, days: number, work: WorkHours): Date {
  const today = wallIn(work.zone, now)
  let left = days
  for (let day = 1; day <= 21; day += 1) {
    const at = new Date(slotAt(`${dayText(today, day)}T${work.from}`, work.zone).at)
    if (isWork(work, at)) left -= 1
    if (left === 0) return at
  }
  return new Date(now.getTime() + days * 24 * HOUR)
}
