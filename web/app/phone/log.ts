/** Saving a call: read what it touches, decide, write it all in one durable step. */

import { logged, undone, type LogFacts, type LogRequest, type Undo } from '../domain/logging.ts'
import { prepareKey, type Prepared } from '../domain/reading.ts'
import type { Call, Change, FollowUp, Id } from '../domain/records.ts'
import { followUps, followUpsOf, nowOf } from '../store/promises.ts'
import { history, lastRank, prospect } from '../store/reads.ts'
import { checked } from './prospects.ts'
import type { Local } from './local.ts'

const UNDO = 'undo' // where the prospect stood before the last entry
const endedKey = (call: Id): string => `ended:${call}` // the promises that an entry ended

export async function logCall(local: Local, log: LogRequest & { clearDrafts: string[] }): Promise<Call> {
  checked({ note: log.call.note })
  const facts = { ...(await factsFor(local, log.call.prospect_id, log.call.replaces ?? null)), fulfilled: await followUps(await local.db(), log.fulfils) }
  const { call, changes, undo, ended } = logged(log, facts)
  const drafts = Object.fromEntries(log.clearDrafts.map((key) => [`draft:${key}`, null]))
  const kept = { ...(await parkedAnew(local, log, changes)), ...drafts, [UNDO]: undo, ...(ended.length > 0 && { [endedKey(call.id)]: ended }) }
  await local.write(changes, kept)
  return { ...call, rep_id: local.me, rep_name: local.entry.member?.name ?? '' }
}

/** The entry that a correction took the place of stands again, and what that one ended stays ended. */
export async function undoLog(local: Local, call: Call): Promise<void> {
  const [facts, before] = await Promise.all([factsFor(local, call.prospect_id, call.id), call.replaces ? endedBy(local, call.replaces) : []])
  const ended = facts.ended.filter((one) => !before.some(({ id }) => id === one.id))
  await local.write(undone(call, { ...facts, ended }), { [UNDO]: null, [endedKey(call.id)]: null })
}

/** The promises that an entry ended on this phone. */
export async function endedBy(local: Local, call: Id): Promise<FollowUp[]> {
  return ((await local.outbox.kept(endedKey(call))) as FollowUp[] | undefined) ?? []
}

/** A card that nobody has heard yet stays, with the time that it is kept for now. */
export async function parkedAnew(local: Local, { call, fulfils }: Pick<LogRequest, 'fulfils'> & { call: Pick<Call, 'prospect_id'> }, changes: Change[]): Promise<Record<string, unknown>> {
  const key = `draft:${prepareKey(call.prospect_id ?? '')}`
  const card = (await local.outbox.kept(key)) as Prepared | undefined
  if (!card?.parked) return {}
  const db = await local.db()
  const stands = (await nowOf(db, card.parked, await followUpsOf(db, call.prospect_id ?? '')))?.id ?? card.parked
  const next = changes.find((one) => one.kind === 'follow_up.add' && one.body.supersedes === stands)
  if (next?.kind === 'follow_up.add') return { [key]: { ...card, parked: next.body.id } }
  if (!fulfils.includes(stands)) return {}
  const { parked: _, ...rest } = card
  return { [key]: rest }
}

/** `replaced` is the entry that is corrected or taken back. */
async function factsFor(local: Local, id: Id | null, replaced: Id | null): Promise<LogFacts> {
  const db = await local.db()
  const [who, earlier, open, last, undo, ended] = await Promise.all([
    id ? prospect(db, id) : null, id ? history(db, id) : [], id ? followUpsOf(db, id) : [], lastRank(db), local.outbox.kept(UNDO), replaced ? endedBy(local, replaced) : [],
  ])
  return {
    newId: local.newId, now: local.env.now().getTime(), prospect: who, earlier: earlier.map((entry) => entry.call),
    followUps: open, lastRank: last, undo: (undo as Undo | undefined) ?? null, fulfilled: [], ended,
  }
}
