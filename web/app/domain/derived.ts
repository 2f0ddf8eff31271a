/** Fields that the log and the clock can fill: how many messages there were, when the last one was, what day it is there. Offered, not imposed. */
import type { Call, Family } from './records.ts'
import { nextGoodSlots, wallIn, WEEKDAYS, type Wall, type WorkHours } from './timing.ts'
import type { Values } from './fill.ts'

const DAY = 24 * 3_600_000
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

export interface Known { family: Family; last: Call | null; unreturned: number; now: Date; zone: string; work: WorkHours }

export function derived(known: Known): Values {
  const again = known.family === 'follow_up' || known.family === 'last_resort'
  return {
    today: dayPart(wallIn(known.zone, known.now)),
    next_slot: slotWords(known),
    ...(again && { count: NUMBERS[known.unreturned + 1] ?? String(known.unreturned + 1) }),
    ...(again && known.last && { last_time: lastTime(known.last, known) }),
  }
}

/** "Tuesday morning" */
function dayPart(wall: Wall): string {
  return `${WEEKDAYS[wall.weekday - 1]} ${wall.hour < 12 ? 'morning' : wall.hour < 18 ? 'afternoon' : 'evening'}`
}

/** "on Wednesday morning" */
function slotWords(known: Known): string {
  const slot = nextGoodSlots(new Date(known.now.getTime() + DAY / 2), known.zone, known.work, 1)[0]
  return slot ? `on ${dayPart(wallIn(known.zone, new Date(slot.at)))}` : ''
}

function lastTime(last: Call, known: Known): string {
  const at = new Date(last.made_at)
  const days = dayNumber(wallIn(known.zone, known.now)) - dayNumber(wallIn(known.zone, at))
  if (days <= 0) return 'earlier today'
  if (days === 1) return 'yesterday'
  if (days < 7) return `on ${WEEKDAYS[wallIn(known.zone, at).weekday - 1]}`
  if (days < 14) return 'last week'
  return days < 60 ? `${NUMBERS[Math.round(days / 7)]} weeks ago` : 'a while ago'
}

function dayNumber(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day) / DAY
}
