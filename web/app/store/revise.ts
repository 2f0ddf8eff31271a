/** Every change of a kept row goes through here: what the office sent, what is pending on it, and what is therefore seen. */

import { unwrap } from 'idb'
import { entries } from '../domain/entries.ts'
import { isMessage } from '../domain/credits.ts'
import type { Call, FollowUp, Id, Prospect } from '../domain/records.ts'
import { replay, type Written } from '../domain/replay.ts'
import { lineOf, type Line } from '../domain/search.ts'
import { dueOf } from '../domain/timing.ts'
import { answersTo, familyOf } from './family.ts'
import { put } from './handle.ts'
import type { Kept, KeptCall, KeptFollowUp, Pending, RowsTx } from './shape.ts'
import { Counting } from './tally.ts'

/** What is done to one record. Applied in the order: base, add, settle. */
export interface Revision {
  store: keyof Written
  id: Id
  base?: { row: Written[keyof Written] | null; seq: number; gen: number }
  add?: Pending[]
  /** What becomes of each pending operation: another one in its place, or null to let go of it. */
  settle?: (pending: Pending) => Pending | null
}

/** The kinds that changed, and the lines of the prospects among them (null: gone). */
export interface Changed { kinds: Set<string>; lines: Map<Id, Line | null> }

export function nothingChanged(): Changed {
  return { kinds: new Set(), lines: new Map() }
}

type Any = Kept<Written[keyof Written]>

type See = (kept: Any, revision: Revision, save: (store: keyof Written, next: Any) => void) => void

/** Revises records in `tx`. `me` is the member whose phone this is, null before there is one. */
export async function revise(tx: RowsTx, me: Id | null, revisions: Revision[]): Promise<Changed> {
  const changed = nothingChanged()
  const calls: Array<{ call: Call; rewritten: boolean }> = []
  const counting = new Counting()
  const see: See = (kept, revision, save) => {
    const next = revised(kept, revision)
    if (!next) return
    counting.count(revision.store, kept, -1)
    counting.count(revision.store, keyed(revision.store, next, me), 1)
    save(revision.store, next)
    changed.kinds.add(KIND[revision.store])
    if (revision.store === 'prospects') changed.lines.set(next.id, writeLine(tx, next as Kept<Prospect>))
    const call = (next.row ?? kept.row) as Call | null
    if (revision.store === 'calls' && call) calls.push({ call, rewritten: kept.row !== null })
  }
  const merged = mergeByRecord(revisions)
  const known = merged.filter((revision) => !isNews(revision))
  const refused = await addNews(tx, me, merged.filter(isNews), see)
  const slow = [...known, ...refused]
  const before = await Promise.all(slow.map(({ store, id }) => tx.objectStore(store).get(id) as Promise<Any | undefined>))
  slow.forEach((revision, i) => see(before[i] ?? unknown(revision.id), revision, (store, next) => write(tx, store, next)))
  await refreshMessages(tx, me, calls, counting)
  await counting.save(tx)
  return changed
}

/** Most rows of the office are of records that are not here yet. They are added without looking first, which halves a first pull. */
function isNews({ base, add, settle }: Revision): boolean {
  return base?.row != null && !add && !settle
}

/** The revisions of records that are here already after all. */
async function addNews(tx: RowsTx, me: Id | null, news: Revision[], see: See): Promise<Revision[]> {
  const refused: Revision[] = []
  const seen: Revision[] = []
  await Promise.all(news.map((revision) => new Promise<void>((resolve) => {
    const next = keyed(revision.store, revised(unknown(revision.id), revision)!, me)
    const request = unwrap(tx.objectStore(revision.store)).add(next)
    request.onsuccess = () => resolve(void seen.push(revision))
    request.onerror = (event) => {
      if (request.error?.name !== 'ConstraintError') return resolve() // the transaction is over
      event.preventDefault()
      event.stopPropagation()
      resolve(void refused.push(revision))
    }
  })))
  for (const revision of seen) see(unknown(revision.id), revision, () => {})
  return refused
}

function unknown(id: Id): Any {
  return { id, row: null, seq: 0, gen: 0 }
}

const KIND: Record<keyof Written, string> = {
  prospects: 'prospect', calls: 'call', follow_ups: 'follow_up', templates: 'template', versions: 'template', profile: 'profile',
}

function mergeByRecord(revisions: Revision[]): Revision[] {
  const byRecord = new Map<string, Revision>()
  for (const revision of revisions) {
    const key = `${revision.store} ${revision.id}`
    const first = byRecord.get(key)
    if (!first) byRecord.set(key, { ...revision })
    else Object.assign(first, { ...revision, ...(first.add && revision.add && { add: [...first.add, ...revision.add] }) })
  }
  return [...byRecord.values()]
}

/** The record after `revision`, or null when it stays as it is. */
export function revised(kept: Any, { store, id, base, add, settle }: Revision): Any | null {
  const office = { row: kept.open ? (kept.base ?? null) : kept.row, seq: kept.seq, gen: kept.gen, gone: kept.gone ?? 0 }
  // Numbers of the office only rise, except where a new epoch began: then rows of an earlier pull give way whatever their number.
  const news = base && (base.gen > kept.gen || base.seq >= kept.seq) ? base : null
  if (news) Object.assign(office, { row: news.row ?? office.row, seq: news.seq, gen: news.gen, gone: news.row ? 0 : 1 })
  const known = new Set(kept.pending?.map((one) => `${one.device} ${one.op.n}`))
  const all = [...(kept.pending ?? []), ...(add ?? []).filter((one) => !known.has(`${one.device} ${one.op.n}`))]
  const settled = settle ? all.map(settle).filter((one) => one !== null) : all
  const pending = settled.filter((one) => one.rev === null || one.rev > office.seq)
  if (!news && !settle && pending.length === (kept.pending?.length ?? 0)) return null
  const next: Any = { id, seq: office.seq, gen: office.gen, row: office.gone ? null : office.row }
  if (pending.length === 0) return next
  const row = replay(store, id, office.row as never, pending.map((one) => one.op)) as Any['row']
  return { ...next, row, base: office.row, pending, open: 1, ...(office.gone && { gone: 1 as const }) }
}

function write(tx: RowsTx, store: keyof Written, kept: Any): void {
  if (!kept.row && !kept.open) put(tx.objectStore(store).delete(kept.id))
  else put(tx.objectStore(store).put(kept as never))
}

/** With what the indexes look at. */
function keyed(store: keyof Written, kept: Any, me: Id | null): Any {
  if (store === 'calls') Object.assign(kept, callKeys(kept as KeptCall, me))
  if (store === 'follow_ups' && (kept.row as FollowUp | null)?.state === 'open') (kept as KeptFollowUp).due = dueOf(kept.row as FollowUp)
  return kept
}

function callKeys({ row }: KeptCall, me: Id | null): Partial<KeptCall> {
  if (!row || (row.rep_id !== null && row.rep_id !== me)) return {}
  return { own_at: row.made_at, ...(!row.void && isMessage(row) && { unreturned_at: row.made_at }) }
}

function writeLine(tx: RowsTx, kept: Kept<Prospect>): Line | null {
  const line = kept.row && lineOf(kept.row)
  put(line ? tx.objectStore('lines').put(line) : tx.objectStore('lines').delete(kept.id))
  return line
}

/** A message stops being unreturned when an entry answers it, replaces it or takes it back, in whatever order they come: what such an entry
 *  points at and is not here yet is noted as missing, and looked at again when it comes. */
async function refreshMessages(tx: RowsTx, me: Id | null, calls: Array<{ call: Call; rewritten: boolean }>, counting: Counting): Promise<void> {
  if (calls.length === 0) return
  const [store, missing] = [tx.objectStore('calls'), new Set(await tx.objectStore('missing').getAllKeys())]
  const touched = new Set<Id>()
  for (const { call, rewritten } of calls) {
    for (const id of [call.credits, call.replaces]) if (id) touched.add(id)
    if (rewritten || missing.has(call.id)) touched.add(call.id)
    if (missing.has(call.id)) put(tx.objectStore('missing').delete(call.id))
  }
  const families = await Promise.all([...touched].map((id) => familyOf(store, id)))
  for (const [at, id] of [...touched].entries()) if (families[at]!.length === 0) put(tx.objectStore('missing').put({ id }))
  const answered = new Set(families.flat().flatMap(({ row }) => row!.credits ?? []))
  families.push(...await Promise.all([...answered].map((id) => familyOf(store, id))))
  const once = new Map(families.flatMap((family) => (family[0] ? [[family[0].id, family]] : [])))
  await Promise.all([...once.values()].map((family) => refreshFamily(tx, me, family, counting)))
}

async function refreshFamily(tx: RowsTx, me: Id | null, family: KeptCall[], counting: Counting): Promise<void> {
  const calls = tx.objectStore('calls')
  const seen = new Map(entries([...family, ...await answersTo(calls, family)].map((one) => one.row!)).map((entry) => [entry.call.id, entry]))
  for (const kept of family) {
    const entry = seen.get(kept.id)
    const { unreturned_at: _, ...rest } = { ...kept, ...callKeys(kept, me) }
    const open = entry?.state === 'stands' && !entry.answered && rest.own_at && isMessage(kept.row!)
    const next: KeptCall = open ? { ...rest, unreturned_at: kept.row!.made_at } : rest
    counting.count('calls', kept, -1)
    counting.count('calls', next, 1)
    put(calls.put(next))
  }
}
