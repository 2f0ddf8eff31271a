/** The questions that pages ask. Every one is answered by an index and a limit, so that it takes as long with ten thousand
 *  prospects as with ten. */

import type { IDBPDatabase } from 'idb'
import { entries, type Entry } from '../domain/entries.ts'
import type { Call, Fields, FollowUp, Id, Instant, Prospect, Template, Version } from '../domain/records.ts'
import { MINE } from '../domain/replay.ts'
import { shown, type Line } from '../domain/search.ts'
import { answersTo, familyOf } from './family.ts'
import type { Handle } from './handle.ts'
import { promised } from './promises.ts'
import type { KeptCall, RowsShape, Tally } from './shape.ts'
import { NO_TALLY, unreturnedSince } from './tally.ts'

export type Db = Handle<RowsShape>
export interface Due { followUp: FollowUp; line: Line | null }

export interface TodayRows {
  due: Due[]; dueTotal: number; list: Line[]; listTotal: number; calls: Call[]; unreturned: number; prospects: number; profile: Fields; day: Day; doing: Array<Line | null>
}

/** The ends of the rep's day, and the oldest message that still counts as unreturned. */
export interface Day { from: Instant; to: Instant; since: Instant }

/** All of Today in one read. `dayOf` says when the day is, for the rep with this profile; `doing` says whose calls were begun. */
export function today(db: Db, dayOf: (profile: Fields) => Day, doing: Id[]): Promise<TodayRows> {
  return db.read(async (open) => {
    const tx = open.transaction(['lines', 'follow_ups', 'calls', 'profile', 'meta'])
    const profile = (await tx.objectStore('profile').get(MINE))?.row?.fields ?? {}
    const day = dayOf(profile)
    const { from, to, since } = day
    const lines = tx.objectStore('lines')
    const due = tx.objectStore('follow_ups').index('due')
    const [followUps, dueTotal, list, own, tally, whom] = await Promise.all([
      due.getAll(IDBKeyRange.upperBound(to, true), 50), due.count(IDBKeyRange.upperBound(to, true)), lines.index('rank').getAll(null, 20),
      tx.objectStore('calls').index('own_at').getAll(IDBKeyRange.bound(from, to, false, true)), tallyIn(tx.objectStore('meta').get('tally')),
      Promise.all(doing.map((id) => lines.get(id))),
    ])
    const who = await Promise.all(followUps.map((kept) => lines.get(kept.row!.prospect_id)))
    return {
      due: followUps.map((kept, i) => ({ followUp: promised(kept), line: who[i] ?? null })), dueTotal, list, listTotal: tally.listed,
      calls: own.map((kept) => kept.row!), unreturned: unreturnedSince(tally, since), prospects: tally.prospects, profile, day, doing: whom.map((line) => line ?? null),
    }
  })
}

async function tallyIn(read: Promise<unknown>): Promise<Tally> {
  return (await read as Tally | undefined) ?? NO_TALLY
}

export function profile(db: Db): Promise<Fields> {
  return db.read(async (open) => (await open.get('profile', MINE))?.row?.fields ?? {})
}

export function prospect(db: Db, id: Id): Promise<Prospect | null> {
  return db.read(async (open) => {
    const row = (await open.get('prospects', id))?.row
    return row ? { ...row, lost: row.lost.filter(shown) } : null
  })
}

/** The first `limit` by name (`sort`) or of the call list (`rank`), and how many there are in all. */
export function firstLines(db: Db, order: 'sort' | 'rank', limit: number): Promise<{ lines: Line[]; total: number }> {
  return db.read(async (open) => {
    const tx = open.transaction(['lines', 'meta'])
    const [lines, tally] = await Promise.all([tx.objectStore('lines').index(order).getAll(null, limit), tallyIn(tx.objectStore('meta').get('tally'))])
    return { lines, total: order === 'sort' ? tally.prospects : tally.listed }
  })
}

export function linesOf(db: Db, ids: Id[]): Promise<Array<Line | undefined>> {
  return db.read((open) => {
    const tx = open.transaction('lines')
    return Promise.all(ids.map((id) => tx.store.get(id)))
  })
}

export function allLines(db: Db): Promise<Line[]> {
  return db.read((open) => open.getAll('lines'))
}

/** The last place in the call list, "" when it is empty. */
export function lastRank(db: Db): Promise<string> {
  return db.read(async (open) => ((await open.transaction('lines').store.index('rank').openKeyCursor(null, 'prev'))?.key as string | undefined) ?? '')
}

export function call(db: Db, id: Id): Promise<Call | null> {
  return db.read(async (open) => (await open.get('calls', id))?.row ?? null)
}

/** Every entry of a prospect, newest first, his colleagues' too. */
export function history(db: Db, prospectId: Id): Promise<Entry[]> {
  return db.read(async (open) => {
    const range = IDBKeyRange.bound([prospectId, ''], [prospectId, '\uffff'])
    const kept = await open.getAllFromIndex('calls', 'by_prospect', range)
    return entries(kept.map((one) => one.row!).reverse())
  })
}

/** The rep's entries, newest first, from before `before`. */
export function ownCalls(db: Db, before: Instant | null, limit: number): Promise<Entry[]> {
  return db.read(async (open) => {
    const calls = open.transaction('calls').store
    const found: KeptCall[] = []
    let cursor = await calls.index('own_at').openCursor(before ? IDBKeyRange.upperBound(before, true) : null, 'prev')
    for (; cursor && found.length < limit; cursor = await cursor.continue()) if (!cursor.value.row!.void) found.push(cursor.value)
    return Promise.all(found.map(async ({ id }) => {
      const family = await familyOf(calls, id)
      const around = [...family, ...await answersTo(calls, family)].map((one) => one.row!)
      return entries(around).find((entry) => entry.call.id === id)!
    }))
  })
}

/** Own entries, newest first, in batches; `see` stops them by returning false. */
export async function eachOwnCall(db: Db, see: (batch: Call[]) => boolean | void): Promise<void> {
  let before: Instant | null = null
  for (;;) {
    const batch = await db.read((open) => batchBefore(open, before, 500))
    if (batch.length === 0 || see(batch.map((kept) => kept.row!)) === false) return
    before = batch.at(-1)!.own_at!
  }
}

/** At least `size` of them, if there are as many: one question for a whole range is much quicker than one for each. */
async function batchBefore(open: IDBPDatabase<RowsShape>, before: Instant | null, size: number): Promise<KeptCall[]> {
  const own = open.transaction('calls').store.index('own_at')
  const newer = before ? IDBKeyRange.upperBound(before, true) : null
  const last = await (await own.openKeyCursor(newer, 'prev'))?.advance(size - 1)
  const from = last?.key
  const range = before ? (from ? IDBKeyRange.bound(from, before, false, true) : newer) : from ? IDBKeyRange.lowerBound(from) : null
  return (await own.getAll(range)).reverse()
}

export function templates(db: Db): Promise<Template[]> {
  return db.read(async (open) => {
    const all = (await open.getAll('templates')).flatMap((kept) => kept.row ?? [])
    return all.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
  })
}

export function template(db: Db, id: Id): Promise<{ template: Template; versions: Version[] } | null> {
  return db.read(async (open) => {
    const tx = open.transaction(['templates', 'versions'])
    const [kept, versions] = await Promise.all([tx.objectStore('templates').get(id), tx.objectStore('versions').index('by_template').getAll(id)])
    return kept?.row ? { template: kept.row, versions: numbered(versions.flatMap((one) => one.row ?? [])) } : null
  })
}

export function version(db: Db, id: Id): Promise<Version | null> {
  return db.read(async (open) => (await open.get('versions', id))?.row ?? null)
}

/** Oldest first. The office numbers versions; those that wait for it get the next numbers meanwhile. */
function numbered(versions: Version[]): Version[] {
  let last = 0
  return versions
    .sort((a, b) => (a.number || Infinity) - (b.number || Infinity) || (a.published_at < b.published_at ? -1 : 1))
    .map((one) => ({ ...one, number: (last = one.number || last + 1) }))
}

export function counts(db: Db): Promise<{ prospects: number; calls: number }> {
  return db.read(async (open) => {
    const [prospects, calls] = await Promise.all([open.count('prospects'), open.count('calls')])
    return { prospects, calls }
  })
}
