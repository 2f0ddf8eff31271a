/** Where a day begins and ends for somebody in a zone. */

import type { Instant, Zone } from './records.ts'

/** Midnight before `now` in `zone`, and the midnight after it. An unknown zone is read as the device's own. */
export function dayAround(now: Date, zone: Zone): { from: Instant; to: Instant } {
  const { year, month, day } = wallDate(now, zone)
  return { from: midnight(year, month, day, zone), to: midnight(year, month, day + 1, zone) }
}

function midnight(year: number, month: number, day: number, zone: Zone): Instant {
  const wanted = Date.UTC(year, month - 1, day)
  let guess = wanted
  // Twice: the first correction may cross a change of the clocks.
  for (let i = 0; i < 2; i += 1) guess = wanted - offset(new Date(guess), zone)
  return new Date(guess).toISOString()
}

function offset(at: Date, zone: Zone): number {
  const wall = wallDate(at, zone)
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - Math.floor(at.getTime() / 60_000) * 60_000
}

function wallDate(at: Date, zone: Zone): Record<'year' | 'month' | 'day' | 'hour' | 'minute', number> {
  const parts = formatIn(zone).formatToParts(at).map((part) => [part.type, Number(part.value)])
  return Object.fromEntries(parts) as ReturnType<typeof wallDate>
}

const formats = new Map<Zone, Intl.DateTimeFormat>()

function formatIn(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat('en', { ...parts, ...(zone && { timeZone: zone }) })
  } catch {
    made = new Intl.DateTimeFormat('en', parts)
  }
  formats.set(zone, made)
  return made
}
