/** A log a day at a time. */
import type { Entry } from './entries.ts'
import { whenText, zoneOr } from './timing.ts'

/** "Today", "Yesterday", "Mon 16 Nov": as the clock on the rep's wall had it when he made each entry, which is the one that its time is shown by. */
export function byDay(entries: Entry[], now: Date): Array<[string, Entry[]]> {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = whenText(new Date(entry.call.made_at), zoneOr(entry.call.zone), now).replace(/ \d\d:\d\d$/, '')
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, of]) => [day.charAt(0).toUpperCase() + day.slice(1), of])
}
