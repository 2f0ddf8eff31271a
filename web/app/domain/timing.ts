/** When to call: wall clocks of any zone, how good a slot is there, and the next good ones inside the rep's own work hours.
 *
 *  Zones come from the browser's own tables (Intl). Two rules for the days when clocks change, the same as the office's:
 *  a time that does not exist moves forward by the gap (02:30 becomes 03:30); a time that exists twice is the first one. */
import type { Fields, Instant, Zone } from './records.ts'

/** What a clock on the wall shows. `weekday` counts from Monday 1 to Sunday 7. */
export interface Wall { year: number; month: number; day: number; hour: number; minute: number; weekday: number }
export type Quality = 'best' | 'good' | 'fair' | 'poor' | 'never'
export interface Slot { at: Instant; wall: string; zone: Zone; quality: Quality }
/** "New York" of "America/New_York". */
export function city(zone: Zone): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ')
}

/** The rep's work hours in his own zone: "09:00", "17:30", days as "12345" with Monday 1. `holidays` are the office's, as "2026-12-25". */
export interface WorkHours { from: string; to: string; days: string; zone: Zone; holidays: readonly string[] }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const formats = new Map<Zone, Intl.DateTimeFormat | null>()

export function knownZone(zone: string): boolean {
  return zone !== '' && (heard.has(zone) || format(zone) !== null)
}

/** The zone to reckon in: the one asked for if the browser knows it, else this phone's own. */
export function zoneOr(zone: string, own?: Zone): Zone {
  return knownZone(zone) ? zone : own ?? deviceZone()
}

/** The first formatter wakes all that the browser knows of languages, which takes long, and at the start nothing else needs it. */
export function deviceZone(): Zone {
  return globalThis.Temporal?.Now.timeZoneId() ?? (new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC')
}

export function workHours(profile: Fields, holidays: readonly string[] = []): WorkHours {
  return {
    from: clock(profile['work_from'], '09:00'), to: clock(profile['work_to'], '17:30'),
    days: profile['work_days'] || '12345', zone: zoneOr(profile['zone'] ?? ''), holidays,
  }
}

/** @throws RangeError for a zone that the browser does not know. */
export function wallIn(zone: Zone, at: Date): Wall {
  const shown = new Date(at.getTime() + offset(zone, at.getTime()))
  return {
    year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate(),
    hour: shown.getUTCHours(), minute: shown.getUTCMinutes(), weekday: shown.getUTCDay() || 7,
  }
}

/** "2026-11-24T09:10" */
export function wallText(wall: Wall): string {
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}

/** The instant when the wall clocks of `zone` show `wall` ("2026-11-24T09:10"). See the rules above for days when clocks change. */
export function toUtc(wall: string, zone: Zone): Date {
  const shown = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(shown)) throw new RangeError(`${wall} is not a time of day`)
  const before = offset(zone, shown - DAY)
  const after = offset(zone, shown + DAY)
  const fits = [shown - before, shown - after].filter((at) => at + offset(zone, at) === shown)
  return new Date(fits.length > 0 ? Math.min(...fits) : shown - before)
}

/** The moment that was promised: what the wall clock of its zone will show, by the zone data of today. Clocks are set by law, and a law that
 *  changes moves the instant, not the promise. */
export function dueOf({ wall, zone, due }: { wall: string; zone: Zone; due: Instant }): Instant {
  return knownZone(zone) ? toUtc(wall, zone).toISOString() : due
}

/** How good a moment is for a call, by the prospect's own clock. Early midweek and mid-afternoon are best; the week's ends are worst. */
export function slotQuality(wall: Wall): Quality {
  const hour = wall.hour + wall.minute / 60
  if (wall.weekday > 5 || hour < 8 || hour >= 18) return 'never'
  if ((wall.weekday === 1 && hour < 12) || (wall.weekday === 5 && hour >= 12)) return 'poor'
  const favoured = hour < 10 || (hour >= 14 && hour < 16)
  if (wall.weekday === 1 || wall.weekday === 5) return favoured ? 'good' : 'fair'
  if (favoured) return 'best'
  return (hour >= 12 && hour < 13.5) || hour >= 17 ? 'fair' : 'good'
}

/** One sentence about calling now. Times in it are the prospect's. */
export function hint(zone: Zone, now: Date): { quality: Quality; time: string; sentence: string } {
  const wall = wallIn(zone, now)
  const quality = slotQuality(wall)
  const time = `${WEEKDAYS[wall.weekday - 1]} ${two(wall.hour)}:${two(wall.minute)}`
  return { quality, time, sentence: `${time} there. ${advice(wall, quality)}` }
}

function advice(wall: Wall, quality: Quality): string {
  if (wall.weekday > 5) return 'It is the weekend: keep it for a working day.'
  if (wall.hour < 8) return wall.hour < 6 ? 'It is the middle of the night.' : 'Too early: wait for 8:00.'
  if (wall.hour >= 18) return 'Too late: keep it for tomorrow.'
  if (quality === 'poor') return wall.weekday === 1 ? 'Monday morning is a poor time for a message.' : 'Friday afternoon is a poor time for a message.'
  if (quality === 'best') return 'A very good time to call.'
  if (quality === 'good') return 'A good time to call.'
  return wall.hour === 12 || wall.hour === 13 ? 'Around lunch: mid-afternoon is better.' : 'A fair time; midweek is better.'
}

/** The next good moments, soonest first, one for each half of a day: by the prospect's clock, inside the rep's work hours, on no holiday of
 *  either's calendar. */
export function nextGoodSlots(now: Date, zone: Zone, work: WorkHours, count = 4): Slot[] {
  for (const wanted of [['best', 'good'], ['fair'], ['poor']] as Quality[][]) {
    const slots = slotsOf(wanted, now, zone, work, count)
    if (slots.length > 0) return slots
  }
  return []
}

function slotsOf(wanted: Quality[], now: Date, zone: Zone, work: WorkHours, count: number): Slot[] {
  const found: Slot[] = []
  const today = wallIn(zone, now)
  for (let day = 0; day < HORIZON && found.length < count; day += 1) {
    for (const [from, to] of [[16, 25], [25, 36]] as const) { // half hours: 8:00 to 12:00, 12:30 to 17:30
      const slots = half(dayText(today, day), from, to, zone).filter((slot) => Date.parse(slot.at) >= now.getTime() + LEAD && isOpen(slot, work))
      const first = wanted.map((quality) => slots.find((slot) => slot.quality === quality)).find((slot) => slot !== undefined)
      if (first) found.push(first)
    }
  }
  return found.slice(0, count)
}

/** A slot must leave time to get ready. */
export const LEAD = 30 * MINUTE
/** How many days to look ahead: past two weeks that are all holidays. */
export const HORIZON = 22

/** Whether the rep works then and it is no holiday where the prospect is. */
export function isOpen(slot: Slot, work: WorkHours): boolean {
  return !work.holidays.includes(slot.wall.slice(0, 10)) && isWork(work, new Date(slot.at))
}

function half(day: string, from: number, to: number, zone: Zone): Slot[] {
  return Array.from({ length: to - from }, (_, at) => slotAt(`${day}T${two((from + at) >> 1)}:${(from + at) % 2 ? '30' : '00'}`, zone))
}

/** Whether the rep works at this moment. */
export function isWork(work: WorkHours, at: Date): boolean {
  const wall = wallIn(work.zone, at)
  const [day, time] = wallText(wall).split('T') as [string, string]
  return work.days.includes(String(wall.weekday)) && time >= work.from && time < work.to && !work.holidays.includes(day)
}

/** A slot at this wall time. */
export function slotAt(wall: string, zone: Zone): Slot {
  const at = toUtc(wall, zone)
  return { at: at.toISOString(), wall, zone, quality: slotQuality(wallIn(zone, at)) }
}

/** A slot at the time that somebody typed; null while it is none: a field of the browser's may hold a year of six digits. */
export function typedSlot(wall: string, zone: Zone): Slot | null {
  return WALL.test(wall) ? slotAt(wall, zone) : null
}

const WALL = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d$/

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "today 14:00", "tomorrow 09:00", "Tue 24 Nov 09:00", as seen by the wall clocks of `zone`. */
export function whenText(at: Date, zone: Zone, now: Date): string {
  const wall = wallIn(zone, at)
  const time = `${two(wall.hour)}:${two(wall.minute)}`
  const days = daysBetween(wallIn(zone, now), wall)
  if (days === 0) return `today ${time}`
  if (days === 1) return `tomorrow ${time}`
  if (days === -1) return `yesterday ${time}`
  const date = `${WEEKDAYS[wall.weekday - 1]!.slice(0, 3)} ${wall.day} ${MONTHS[wall.month - 1]}`
  return wall.year === wallIn(zone, now).year ? `${date} ${time}` : `${date} ${wall.year} ${time}`
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "2026-11-24", `days` after the day of `wall`. */
export function dayText(wall: Wall, days: number): string {
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days)).toISOString().slice(0, 10)
}

function daysBetween(from: Wall, to: Wall): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY
}

/** Milliseconds that the wall clock is ahead of UTC, remembered by the week, and by the day where clocks change: asking Intl every time is
 *  too slow to count thousands of calls or to look through two weeks of slots while somebody types. */
export function offset(zone: Zone, at: number): number {
  return steady(zone, at, 7 * DAY) ?? steady(zone, at, DAY) ?? measured(zone, at)
}

const spans = new Map<string, [number, number]>()
const heard = new Set<Zone>()

/** What is known of these zones for the moment `at` (ms), for `remember`. */
export function known(zones: Iterable<Zone>, at: number): KnownZone[] {
  return [...new Set(zones)].filter(knownZone).map((zone) => {
    offset(zone, at)
    return { zone, spans: [7 * DAY, DAY].map((length) => spanKey(zone, at, length)).filter((key) => spans.has(key)).map((key) => [key, spans.get(key)!]) }
  })
}

/** Saves asking Intl for these at the start, where making its first formats would take longer than all the rest of the page. */
export function remember(zones: KnownZone[]): void {
  for (const { zone, spans: given } of zones) {
    heard.add(zone)
    for (const [key, ends] of given) spans.set(key, ends)
  }
}

export interface KnownZone { zone: Zone; spans: Array<[string, [number, number]]> }

/** The offset in the span of this length round `at`, or null if it changes there. */
function steady(zone: Zone, at: number, length: number): number | null {
  const span = Math.floor(at / length)
  const key = spanKey(zone, at, length)
  let ends = spans.get(key)
  if (!ends) {
    if (spans.size > 20_000) spans.clear()
    spans.set(key, (ends = [measured(zone, span * length), measured(zone, (span + 1) * length)]))
  }
  return ends[0] === ends[1] ? ends[0] : null
}

function spanKey(zone: Zone, at: number, length: number): string {
  return `${zone} ${length} ${Math.floor(at / length)}`
}

function measured(zone: Zone, at: number): number {
  const shown: Record<string, number> = {}
  const known = format(zone)
  if (!known) throw new RangeError(`${zone} is not a zone that this phone knows`)
  for (const part of known.formatToParts(at)) shown[part.type] = Number(part.value)
  const wall = Date.UTC(shown['year']!, shown['month']! - 1, shown['day'], shown['hour'], shown['minute'], shown['second'])
  return wall - Math.floor(at / 1000) * 1000
}

function format(zone: Zone): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  formats.set(zone, made(zone))
  return formats.get(zone) ?? null
}

function made(zone: Zone): Intl.DateTimeFormat | null {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn', ...parts })
  } catch {
    return null
  }
}

function clock(value: string | undefined, otherwise: string): string {
  return value && /^\d\d:\d\d$/.test(value) ? value : otherwise
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
