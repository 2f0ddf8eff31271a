/** What is asked about promises. */

import type { Call, FollowUp, Id, Instant, OfficeRow } from '../domain/records.ts'
import { dueOf } from '../domain/timing.ts'
import type { Handle } from './handle.ts'
import { put } from './handle.ts'
import type { Due } from './reads.ts'
import type { KeptFollowUp, RowsShape } from './shape.ts'

type Db = Handle<RowsShape>

/** As it is seen: due by the zone data of this phone. */
export function promised(kept: KeptFollowUp): FollowUp {
  return { ...kept.row!, remind_at: kept.row!.remind_at ?? null, due: kept.due ?? kept.row!.due }
}

/** Open ones, soonest first. */
export function followUpsOf(db: Db, prospectId: Id): Promise<FollowUp[]> {
  return db.read(async (open) => {
    const kept = await open.getAllFromIndex('follow_ups', 'by_prospect', prospectId)
    return kept.filter((one) => one.row!.state === 'open').map(promised).sort((a, b) => (a.due < b.due ? -1 : 1))
  })
}

export function followUps(db: Db, ids: Id[]): Promise<FollowUp[]> {
  return db.read(async (open) => {
    const tx = open.transaction('follow_ups')
    return (await Promise.all(ids.map((id) => tx.store.get(id)))).flatMap((kept) => (kept?.row ? promised(kept) : []))
  })
}

export function dueUntil(db: Db, until: Instant): Promise<Due[]> {
  return db.read(async (open) => {
    const tx = open.transaction(['follow_ups', 'lines'])
    const kept = await tx.objectStore('follow_ups').index('due').getAll(IDBKeyRange.upperBound(until, true))
    const who = await Promise.all(kept.map((one) => tx.objectStore('lines').get(one.row!.prospect_id)))
    return kept.map((one, i) => ({ followUp: promised(one), line: who[i] ?? null }))
  })
}

/** How many are due at `now`. */
export function dueCount(db: Db, now: Instant): Promise<number> {
  return db.read((open) => open.countFromIndex('follow_ups', 'due', IDBKeyRange.upperBound(now)))
}

/** When all that is open is due, but for what this prospect was promised. */
export function taken(db: Db, except: Id): Promise<Instant[]> {
  return db.read(async (open) => (await open.getAllFromIndex('follow_ups', 'due')).filter((kept) => kept.row!.prospect_id !== except).map((kept) => promised(kept).due))
}

/** The call that each was made in; null where it is not here. */
export function callsOf(db: Db, followUps: FollowUp[]): Promise<Array<Call | null>> {
  return db.read(async (open) => {
    const tx = open.transaction('calls')
    return Promise.all(followUps.map(async ({ call_id }) => (call_id && (await tx.store.get(call_id))?.row) || null))
  })
}

const MOST_MOVES = 500

/** The first of those that were moved to become this one, known here or not, and how often that was. */
export async function originOf(db: Db, id: Id): Promise<{ root: Id; moves: number }> {
  const trail = await trailOf(db, id)
  return { root: trail.at(-1)!, moves: trail.length - 1 }
}

/** Which of the `open` ones the promise `id` is by now: it may have been moved since, or ended and taken up again. */
export async function nowOf(db: Db, id: Id, open: FollowUp[]): Promise<FollowUp | null> {
  const trails = await Promise.all(open.map((one) => trailOf(db, one.id)))
  return open.find((_, i) => trails[i]!.includes(id)) ?? null
}

/** This one and those that it took the place of, latest first. */
function trailOf(db: Db, id: Id): Promise<Id[]> {
  return db.read(async (open) => {
    const { store } = open.transaction('follow_ups')
    const trail = [id]
    while (trail.length <= MOST_MOVES) {
      const before = (await store.get(trail.at(-1)!))?.row?.supersedes
      if (!before) break
      trail.push(before)
    }
    return trail
  })
}

/** The row of the office, null on a phone that has none yet. */
export function office(db: Db): Promise<OfficeRow | null> {
  return db.read(async (open) => ((await open.getAll('office'))[0] as OfficeRow | undefined) ?? null)
}

/** Open ones whose instant is another one since the zone data of this phone changed. Whether there were any. */
export function setRight(db: Db): Promise<boolean> {
  return db.write(['follow_ups'], 'relaxed', async (tx) => {
    const wrong = (await tx.store.index('due').getAll()).filter((kept) => kept.due !== dueOf(kept.row!))
    for (const kept of wrong) put(tx.store.put({ ...kept, due: dueOf(kept.row!) }))
    return wrong.length > 0
  })
}
