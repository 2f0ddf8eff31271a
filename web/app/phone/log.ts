/** Saving a call: read what it touches, decide, write it all in one durable step. */

import { logged, undone, type LogFacts, type LogRequest, type Undo } from '../domain/logging.ts'
import type { Call, Id } from '../domain/records.ts'
import { followUps, followUpsOf } from '../store/promises.ts'
import { history, lastRank, prospect } from '../store/reads.ts'
import { checked } from './prospects.ts'
import type { Local } from './local.ts'

const UNDO = 'undo' // what taking back the last entry needs

export async function logCall(local: Local, log: LogRequest & { clearDrafts: string[] }): Promise<Call> {
  checked({ note: log.call.note, script: log.call.script })
  const facts = { ...(await factsFor(local, log.call.prospect_id)), fulfilled: await followUps(await local.db(), log.fulfils) }
  const { call, changes, undo } = logged(log, facts)
  const drafts = Object.fromEntries(log.clearDrafts.map((key) => [`draft:${key}`, null]))
  await local.write(changes, { ...drafts, [UNDO]: undo })
  return { ...call, rep_id: local.me, rep_name: local.entry.member?.name ?? '' }
}

export async function undoLog(local: Local, call: Call): Promise<void> {
  await local.write(undone(call, await factsFor(local, call.prospect_id)), { [UNDO]: null })
}

async function factsFor(local: Local, id: Id | null): Promise<LogFacts> {
  const db = await local.db()
  const [who, earlier, open, last, undo] = await Promise.all([
    id ? prospect(db, id) : null, id ? history(db, id) : [], id ? followUpsOf(db, id) : [], lastRank(db), local.outbox.kept(UNDO),
  ])
  return {
    newId: local.newId, now: local.env.now().getTime(), prospect: who, earlier: earlier.map((entry) => entry.call),
    followUps: open, lastRank: last, undo: (undo as Undo | undefined) ?? null, fulfilled: [],
  }
}
