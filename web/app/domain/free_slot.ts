/** When a card that is ready should wait for: many may be put aside in one evening, and one rep cannot call them all at once. */
import { HORIZON, isOpen, nextGoodSlots, slotAt, wallIn, wallText, type Slot, type WorkHours } from './timing.ts'
import type { Instant, Zone } from './records.ts'

const QUARTER = 15 * 60_000

/** The first quarter of an hour, in the good stretches that come, in which nothing else is promised: cards that are kept one after the other
 *  fill a stretch from its beginning, and then the next. The first good slot when all are full. `taken` are the times of what is promised. */
export function nextFreeSlot(now: Date, zone: Zone, work: WorkHours, taken: Iterable<Instant>): Slot | undefined {
  const full = new Set([...taken].map(quarter))
  const good = nextGoodSlots(now, zone, work, 2 * HORIZON)
  for (const first of good) {
    const free = stretch(first, work).find((slot) => !full.has(quarter(slot.at)))
    if (free) return free
  }
  return good[0]
}

/** Quarters of an hour from this one on, as good as it is. */
function stretch(first: Slot, work: WorkHours): Slot[] {
  const slots: Slot[] = []
  for (let slot = first; slot.quality === first.quality && isOpen(slot, work); slot = after(slot)) slots.push(slot)
  return slots
}

function after({ at, zone }: Slot): Slot {
  return slotAt(wallText(wallIn(zone, new Date(Date.parse(at) + QUARTER))), zone)
}

function quarter(at: Instant): number {
  return Math.floor(Date.parse(at) / QUARTER)
}
