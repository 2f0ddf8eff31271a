/** How near a promise is, as the rep's own calendar has it: never UTC's, and not the prospect's. */
import type { Fields, FollowUp, Instant } from './records.ts'
import { knownZone, MONTHS, wallIn, WEEKDAYS, zoneOr, type Wall } from './timing.ts'

export function isLate({ due }: Pick<FollowUp, 'due'>, now: Date): boolean {
  return Date.parse(due) <= now.getTime()
}

/** "14:00" on the rep's day, "23 Nov" on any other. */
export function dueText(due: Instant, profile: Fields, now: Date): string {
  const zone = zoneOr(profile['zone'] ?? '')
  const at = wallIn(zone, new Date(due))
  return sameDay(at, wallIn(zone, now)) ? `${two(at.hour)}:${two(at.minute)}` : `${at.day} ${MONTHS[at.month - 1]}`
}

/** "1 late, 2 to come today", of `total` that are due until the rep's day ends. Of a long list that is not all here, only how many there are. */
export function dueWords(due: ReadonlyArray<Pick<FollowUp, 'due'>>, total: number, now: Date): string {
  const late = due.filter((one) => isLate(one, now)).length
  if (late === due.length && late < total) return String(total)
  return [late && `${late} late`, late < total && `${total - late} to come today`].filter(Boolean).join(', ')
}

/** "Sunday 22 November" for a rep with this profile. Written out here: asking Intl for it takes longer than all the rest of Today. */
export function dateWords(profile: Fields, now: Date): string {
  const { weekday, day, month } = knownZone(profile['zone'] ?? '') ? wallIn(profile['zone']!, now) : onThisPhone(now)
  return `${WEEKDAYS[weekday - 1]} ${day} ${LONG_MONTHS[month - 1]}`
}

const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function onThisPhone(now: Date): Pick<Wall, 'weekday' | 'day' | 'month'> {
  return { weekday: now.getDay() || 7, day: now.getDate(), month: now.getMonth() + 1 }
}

function sameDay(one: Wall, other: Wall): boolean {
  return one.day === other.day && one.month === other.month && one.year === other.year
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
