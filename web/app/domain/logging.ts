/** All that saving a call means, as one list of operations; and all that taking it back means. */

import { rankAfter } from './call_list.ts'
import { closedAfter } from './closing.ts'
import { creditOf } from './credits.ts'
import { withinLimits } from './limits.ts'
import type { Call, Change, Edit, FollowUp, Id, Promised, Prospect } from './records.ts'

export interface LogRequest {
  call: Omit<Call, 'id' | 'rep_id' | 'rep_name' | 'response' | 'credits' | 'void' | 'replaces'> & Partial<Pick<Call, 'id' | 'response' | 'credits' | 'replaces'>>
  followUp: Omit<Promised, 'id' | 'call_id'> | null
  fulfils: Id[]
  keepsOwn?: boolean // a correction that leaves what the entry promised as it is
  again?: FollowUp[] // what the entry that is corrected had ended, and what now stands no longer ends
  edits: Edit[]
  last?: boolean // the words were a last try: they are closed kindly
  stop: string // why not to call again, when that is the outcome
}
export interface LogFacts {
  newId(): Id
  now: number // milliseconds
  prospect: Prospect | null
  earlier: Call[] // every entry of the prospect
  lastRank: string
  fulfilled: FollowUp[]
  ended: FollowUp[] // by the entry that is corrected or taken back
  undo: Undo | null // of the entry logged last
  followUps: FollowUp[] // open ones of the prospect
}
/** Where the prospect stood before an entry. Kept on this phone for the last one. */
export interface Undo { call: Id; rank: string | null; closed?: string }

/** `ended` are the promises that are over because of this entry: they come back with it. */
export function logged(log: LogRequest, facts: LogFacts): { call: Call; changes: Change[]; undo: Undo; ended: FollowUp[] } {
  const call = entryOf(log, facts)
  const rank = rankBefore(call, facts)
  const changes: Change[] = [...prospectEdit(log, call, rank, facts), { kind: 'call.add', body: bodyOf(call) }]
  const own = log.keepsOwn ? [] : facts.followUps.filter((one) => one.call_id !== null && one.call_id === call.replaces && !log.fulfils.includes(one.id))
  const again = log.again ?? []
  const moved = facts.followUps.filter((one) => one.id === log.followUp?.supersedes)
  for (const id of log.fulfils) changes.push({ kind: 'follow_up.close', body: { id, state: 'done', call_id: call.id } })
  for (const { id } of own) changes.push({ kind: 'follow_up.close', body: { id, state: 'cancelled', call_id: call.id } })
  changes.push(...again.map((one) => promisedAgain(one, facts)))
  if (log.followUp) changes.push({ kind: 'follow_up.add', body: { ...log.followUp, id: facts.newId(), call_id: call.id } })
  if (call.outcome === 'do_not_call' && call.prospect_id) {
    changes.push({ kind: 'prospect.block', body: { id: call.prospect_id, reason: log.stop || 'Asked not to be called' } })
  }
  const ended = [...facts.ended.filter((one) => !again.some(({ id }) => id === one.id)), ...facts.fulfilled, ...own, ...moved]
  return { call, changes, undo: { call: call.id, rank, closed: facts.prospect?.fields.closed ?? '' }, ended }
}

/** One that is over cannot be opened again: another one takes its place. */
function promisedAgain({ state: _state, made_at: _made, remind_at: _remind, ...one }: FollowUp, { newId }: Pick<LogFacts, 'newId'>): Change {
  return { kind: 'follow_up.add', body: { ...one, id: newId(), supersedes: one.id } }
}

function entryOf(log: LogRequest, facts: LogFacts): Call {
  const earlier = facts.earlier.filter((one) => one.id !== log.call.replaces)
  const credit = log.call.credits ? { credits: log.call.credits, response: log.call.response ?? null } : creditOf(log.call, earlier)
  return {
    ...log.call, id: log.call.id ?? facts.newId(), replaces: log.call.replaces ?? null, void: false, rep_id: null, rep_name: '',
    credits: credit?.credits ?? null, response: credit?.response ?? log.call.response ?? null,
  }
}

/** A correction starts from where the prospect stood before the entry that it corrects. */
function rankBefore(call: Call, { undo, prospect }: LogFacts): string | null {
  if (!prospect) return null
  return call.replaces && undo?.call === call.replaces && undo.rank !== null ? undo.rank : (prospect.fields.rank ?? '')
}

function prospectEdit(log: LogRequest, call: Call, rank: string | null, facts: LogFacts): Change[] {
  if (!facts.prospect) return []
  const edits = log.edits.filter((edit) => edit.old !== edit.new && edit.field !== 'rank' && edit.field !== 'closed')
  const was = facts.prospect.fields.closed ?? ''
  const closed = closedAfter(call, was, log.last ?? false)
  if (closed !== was) edits.push({ field: 'closed', old: was, new: closed })
  const old = facts.prospect.fields.rank ?? ''
  const next = rankAfter(call.outcome, rank ?? '', facts.lastRank, facts.now)
  if (call.direction === 'out' && next !== null && next !== old) edits.push({ field: 'rank', old, new: next })
  if (call.direction === 'in' && next === '' && old !== '') edits.push({ field: 'rank', old, new: '' })
  return edits.length ? [{ kind: 'prospect.edit', body: { id: facts.prospect.id, edits } }] : []
}

/** Takes an entry back: a void one in its place, its follow-up cancelled, what it ended promised again, the place in the list restored. */
export function undone(call: Call, facts: Pick<LogFacts, 'newId' | 'prospect' | 'followUps' | 'undo' | 'ended'>): Change[] {
  const again = facts.undo?.call === call.id ? facts.undo : null
  const voided: Call = { ...call, id: facts.newId(), replaces: call.id, void: true, script: '', note: '', response: null, credits: null }
  const changes: Change[] = [{ kind: 'call.add', body: bodyOf(voided) }]
  for (const one of facts.followUps) if (one.call_id === call.id) changes.push({ kind: 'follow_up.close', body: { id: one.id, state: 'cancelled', call_id: null } })
  changes.push(...facts.ended.map((one) => promisedAgain(one, facts)))
  const { rank: old = '', closed = '' } = facts.prospect?.fields ?? {}
  const edits: Edit[] = again && again.rank !== null && again.rank !== old ? [{ field: 'rank', old, new: again.rank }] : []
  const before = again?.closed ?? (closed === call.made_at ? '' : closed)
  if (closed !== before) edits.push({ field: 'closed', old: closed, new: before })
  if (facts.prospect && edits.length > 0) changes.push({ kind: 'prospect.edit', body: { id: facts.prospect.id, edits } })
  return changes
}

function bodyOf({ rep_id: _id, rep_name: _name, ...body }: Call): Omit<Call, 'rep_id' | 'rep_name'> {
  return withinLimits(body)
}
