/** What the store holds, as the views want it. */

import { isMessage } from '../domain/credits.ts'
import { standing } from '../domain/entries.ts'
import { nameOr } from '../domain/names.ts'
import { isMade, prepareKey, type Reading } from '../domain/reading.ts'
import type { Call, Fields, Id, Instant } from '../domain/records.ts'
import type { Line } from '../domain/search.ts'
import { dayText, toUtc, wallIn, zoneOr } from '../domain/timing.ts'
import type { Day, Due, TodayRows } from '../store/reads.ts'
import type { Doing, DueFollowUp, ProspectLine, Today } from '../views/phone.ts'
import type { Local } from './local.ts'

const UNRETURNED_DAYS = 30
const DAY = 86_400_000 // ms

/** The rep's own day, and since when a message without an answer counts as unreturned. */
export function dayOf(profile: Fields, now: Date): Day {
  const zone = zoneOr(profile.zone ?? '')
  const wall = wallIn(zone, now)
  const [from, to] = [0, 1].map((days) => toUtc(`${dayText(wall, days)}T00:00`, zone).toISOString()) as [Instant, Instant]
  return { from, to, since: new Date(now.getTime() - UNRETURNED_DAYS * DAY).toISOString() }
}

export function shownDue({ followUp, line }: Due, prepared: ReadonlySet<Id>): DueFollowUp {
  return { followUp, prospect: line && shownLine(line), prepared: line !== null && prepared.has(followUp.prospect_id) }
}

/** The prospects for whom something was typed on this phone. */
export async function preparedFor(local: Local): Promise<Set<Id>> {
  const prefix = `draft:${prepareKey('')}`
  return new Set((await local.outbox.keptKeys(prefix)).map((key) => key.slice(prefix.length)))
}

export function shownLine({ id, name, company, phone, ext = '', zone, blocked, in_list, lost }: Line): ProspectLine {
  return { id, name, company, phone, ext, zone, blocked, in_list, lost }
}

export function shownToday({ due, list, doing, ...rest }: Omit<TodayRows, 'day' | 'calls'>, calls: Call[], begun: Reading[], prepared: ReadonlySet<Id>): Today {
  return {
    ...rest, due: due.map((one) => shownDue(one, prepared)), list: list.map(shownLine), messagesToday: standing(calls).filter((call) => isMessage(call)).length,
    doing: begun.flatMap((reading, at) => shownDoing(reading, doing[at] ?? null)),
  }
}

/** What was made can be logged also when he is not on this phone any more; what was only prepared can no longer be read. */
function shownDoing(reading: Reading, line: Line | null): Doing[] {
  const { prospect_id, dialled_at } = reading
  if (!line) return isMade(reading) ? [{ prospect_id, name: 'somebody no longer here', dialled: true }] : []
  return [{ prospect_id, name: nameOr(line), dialled: dialled_at !== null }]
}
