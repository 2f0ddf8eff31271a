/** Saving a call: read what it touches, decide, write it all in one durable step. */

import { cardAfter, logged, undone, type LogFacts, type LogRequest, type Undo } from '../domain/logging.ts'
import { prepareKey, READING, type Prepared } from '../domain/reading.ts'
import type { Call, Change, FollowUp, Id } from '../domain/records.ts'
import { followUps, followUpsOf, nowOf } from '../store/promises.ts'
import { history, lastRank, prospect } from '../store/reads.ts'
import { readingKey } from './drafts.ts'
import { checked } from './prospects.ts'
import type { Local } from './local.ts'

const UNDO = 'undo' // where the prospect stood before the last entry
const endedKey = (call: Id): string => `ended:${call}` // the promises that an entry ended

export async function logCall(local: Local, log: LogRequest & { clearDrafts: string[] }): Promise<Call> {
  checked({ note: log.call.note })
  const facts = { ...(await factsFor(local, log.call.prospect_id, log.call.replaces ?? null)), fulfilled: await followUps(await local.db(), log.fulfils) }
  const { call, changes, undo, ended } = logged(log, facts)
  const begun = await readingKey(local, log.call.prospect_id)
  const drafts = Object.fromEntries(log.clearDrafts.map((key) => [`draft:${key === READING ? begun : key}`, null]))
  const kept = { ...(await cardKept(local, log, changes)), ...drafts, [UNDO]: undo, ...(ended.length > 0 && { [endedKey(call.id)]: ended }) }
  await local.write(changes, kept)
  return { ...call, rep_id: local.me, rep_name: local.entry.member?.name ?? '' }
}

/** The entry that a correction took the place of stands again, and what that one ended stays ended. */
export async function undoLog(local: Local, call: Call): Promise<void> {
  const [facts, before] = await Promise.all([factsFor(local, call.prospect_id, call.id), call.replaces ? endedBy(local, call.replaces) : []])
  const ended = facts.ended.filter((one) => !before.some(({ id }) => id === one.id))
  await local.write(undone(call, { ...facts, ended }), { [UNDO]: null, [endedKey(call.id)]: null })
}

/** None of it happened: not the entry, and not those whose place it took. */
export async function takeBack(local: Local, call: Call): Promise<void> {
  const facts = await factsFor(local, call.prospect_id, call.id)
  const before = (one: Call): Call[] => facts.earlier.filter((other) => other.id === one.replaces).flatMap((other) => [other, ...before(other)])
  const chain = before(call)
  await local.write(undone(call, facts, chain), Object.fromEntries([UNDO, ...[call, ...chain].map(({ id }) => endedKey(id))].map((key) => [key, null])))
}

/** The promises that an entry ended on this phone. */
export async function endedBy(local: Local, call: Id): Promise<FollowUp[]> {
  return ((await local.outbox.kept(endedKey(call))) as FollowUp[] | undefined) ?? []
}

/** The card by now, if there is one. Its promise may have been moved since it was kept for it. */
export async function cardKept(local: Local, log: Pick<LogRequest, 'edits' | 'fulfils'> & { call: Pick<Call, 'prospect_id'> }, changes: Change[]): Promise<Record<string, unknown>> {
  const prospectId = log.call.prospect_id ?? ''
  const key = `draft:${prepareKey(prospectId)}`
  const card = (await local.outbox.kept(key)) as Prepared | undefined
  if (!card) return {}
  const db = await local.db()
  const parked = card.parked && (await nowOf(db, card.parked, await followUpsOf(db, prospectId)))?.id
  return { [key]: cardAfter({ ...card, ...(parked && { parked }) }, log, changes) }
}

/** `replaced` is the entry that is corrected or taken back. */
async function factsFor(local: Local, id: Id | null, replaced: Id | null): Promise<LogFacts> {
  const db = await local.db()
  const [who, earlier, open, last, undo, ended] = await Promise.all([
    id ? prospect(db, id) : null, id ? history(db, id) : [], id ? followUpsOf(db, id) : [], lastRank(db), local.outbox.kept(UNDO), replaced ? endedBy(local, replaced) : [],
  ])
  return {
    newId: local.newId, now: local.env.now().getTime(), prospect: who, earlier: earlier.filter(({ state }) => state !== 'void').map(({ call }) => call),
    followUps: open, lastRank: last, undo: (undo as Undo | undefined) ?? null, fulfilled: [], ended,
  }
}
