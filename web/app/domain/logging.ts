/** All that saving a call means, as one list of operations; and all that taking it back means. */

import { rankAfter } from './call_list.ts'
import { closedAfter } from './closing.ts'
import { creditOf } from './credits.ts'
import { withinLimits } from './limits.ts'
import { cardKnowing, type Prepared } from './reading.ts'
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
  earlier: Call[] // every entry of the prospect that was not taken back
  lastRank: string
  fulfilled: FollowUp[]
  ended: FollowUp[] // by the entry that is corrected or taken back
  undo: Undo | null // of the entry logged last
  followUps: FollowUp[] // open ones of the prospect
}
/** Where the prospect stood before an entry. Kept on this phone for the last one. A correction has two such places: before the entry that it
 *  corrects, and, in `before`, before itself. `again` are the promises that it opened again. */
export interface Undo extends Place { call: Id; before?: Place; again?: Id[] }
interface Place { rank: string | null; closed?: string }
type Promises = Extract<Change, { kind: 'follow_up.add' }>

/** `ended` are the promises that are over because of this entry: they come back with it. */
export function logged(log: LogRequest, facts: LogFacts): { call: Call; changes: Change[]; undo: Undo; ended: FollowUp[] } {
  const call = entryOf(log, facts)
  const before = placeOf(facts.prospect)
  const stood = call.replaces && facts.undo?.call === call.replaces && facts.undo.rank !== null ? facts.undo : before
  const changes: Change[] = [...prospectEdit(log, call, stood.rank, facts), { kind: 'call.add', body: bodyOf(call) }]
  const own = log.keepsOwn ? [] : facts.followUps.filter((one) => one.call_id !== null && one.call_id === call.replaces && !log.fulfils.includes(one.id))
  const again = (log.again ?? []).map((one) => promisedAgain(one, facts))
  const moved = facts.followUps.filter((one) => one.id === log.followUp?.supersedes)
  for (const id of log.fulfils) changes.push({ kind: 'follow_up.close', body: { id, state: 'done', call_id: call.id } })
  for (const { id } of own) changes.push({ kind: 'follow_up.close', body: { id, state: 'cancelled', call_id: call.id } })
  changes.push(...again, ...(log.again ?? []).flatMap((one, at) => remindedAgain(one, again[at]!.body.id, facts.now)))
  if (log.followUp) changes.push({ kind: 'follow_up.add', body: { ...log.followUp, id: facts.newId(), call_id: call.id } })
  if (call.outcome === 'do_not_call' && call.prospect_id) {
    changes.push({ kind: 'prospect.block', body: { id: call.prospect_id, reason: log.stop || 'Asked not to be called' } })
  }
  const ended = [...facts.ended.filter((one) => !again.some(({ body }) => body.supersedes === one.id)), ...facts.fulfilled, ...own, ...moved]
  const undo = { call: call.id, rank: stood.rank, closed: stood.closed ?? before.closed, before, again: again.map(({ body }) => body.id) }
  return { call, changes, undo, ended }
}

/** One that is over cannot be opened again: another one takes its place. */
function promisedAgain({ state: _state, made_at: _made, remind_at: _remind, ...one }: FollowUp, { newId }: Pick<LogFacts, 'newId'>): Promises {
  return { kind: 'follow_up.add', body: { ...one, id: newId(), supersedes: one.id } }
}

/** The rep asked to be reminded of it later: that is still to come. */
export function remindedAgain({ remind_at }: Pick<FollowUp, 'remind_at'>, id: Id, now: number): Change[] {
  return remind_at && Date.parse(remind_at) > now ? [{ kind: 'follow_up.remind', body: { id, at: remind_at } }] : []
}

function entryOf(log: LogRequest, facts: LogFacts): Call {
  const credit = log.call.credits ? { credits: log.call.credits, response: log.call.response ?? null } : creditOf(log.call, facts.earlier, log.call.replaces)
  return {
    ...log.call, id: log.call.id ?? facts.newId(), replaces: log.call.replaces ?? null, void: false, rep_id: null, rep_name: '',
    credits: credit?.credits ?? null, response: credit?.response ?? log.call.response ?? null,
  }
}

function placeOf(prospect: Prospect | null): { rank: string | null; closed: string } {
  return { rank: prospect && (prospect.fields.rank ?? ''), closed: prospect?.fields.closed ?? '' }
}

function prospectEdit(log: LogRequest, call: Call, rank: string | null, facts: LogFacts): Change[] {
  if (!facts.prospect) return []
  const edits = log.edits.filter((edit) => edit.old !== edit.new && edit.field !== 'rank' && edit.field !== 'closed')
  if (facts.earlier.some((one) => one.id === call.replaces && one.outcome === call.outcome)) return edited(facts.prospect.id, edits) // it did its work then
  const was = facts.prospect.fields.closed ?? ''
  const closed = closedAfter(call, was, log.last ?? false)
  if (closed !== was) edits.push({ field: 'closed', old: was, new: closed })
  const old = facts.prospect.fields.rank ?? ''
  const next = rankAfter(call.outcome, rank ?? '', facts.lastRank, facts.now)
  if (call.direction === 'out' && next !== null && next !== old) edits.push({ field: 'rank', old, new: next })
  if (call.direction === 'in' && next === '' && old !== '') edits.push({ field: 'rank', old, new: '' })
  return edited(facts.prospect.id, edits)
}

function edited(id: Id, edits: Edit[]): Change[] {
  return edits.length ? [{ kind: 'prospect.edit', body: { id, edits } }] : []
}

/** Takes an entry back: a void one in its place, its follow-up cancelled, what it ended promised again, the place in the list restored. What a
 *  correction took the place of stands again, unless that is in `chain`: then none of it happened. */
export function undone(call: Call, facts: Pick<LogFacts, 'newId' | 'now' | 'prospect' | 'followUps' | 'undo' | 'ended'>, chain: Call[] = []): Change[] {
  const undo = facts.undo?.call === call.id ? facts.undo : null
  const gone = [call, ...chain]
  const changes: Change[] = gone.map((one) => ({ kind: 'call.add', body: bodyOf(voided(one, facts.newId())) }))
  for (const { id, call_id } of facts.followUps) {
    if (gone.some((one) => one.id === call_id)) changes.push({ kind: 'follow_up.close', body: { id, state: 'cancelled', call_id: null } })
    else if (chain.length === 0 && undo?.again?.includes(id)) changes.push({ kind: 'follow_up.close', body: { id, state: 'done', call_id: call.replaces } })
  }
  for (const one of facts.ended) {
    const again = promisedAgain(one, facts)
    changes.push(again, ...remindedAgain(one, again.body.id, facts.now))
  }
  return facts.prospect ? [...changes, ...edited(facts.prospect.id, backTo(chain.length ? undo : undo?.before ?? undo, facts.prospect, call))] : changes
}

function voided(call: Call, id: Id): Call {
  return { ...call, id, replaces: call.id, void: true, script: '', note: '', response: null, credits: null }
}

function backTo(place: Place | null, { fields: { rank: old = '', closed = '' } }: Prospect, call: Call): Edit[] {
  const edits: Edit[] = place && place.rank !== null && place.rank !== old ? [{ field: 'rank', old, new: place.rank }] : []
  const before = place?.closed ?? (closed === call.made_at ? '' : closed)
  return closed === before ? edits : [...edits, { field: 'closed', old: closed, new: before }]
}

function bodyOf({ rep_id: _id, rep_name: _name, ...body }: Call): Omit<Call, 'rep_id' | 'rep_name'> {
  return withinLimits(body)
}

/** A card that nobody has heard yet stays, with the time that it is kept for now, and knowing what was written of it into the prospect. */
export function cardAfter({ parked: was, ...card }: Prepared, { edits, fulfils }: Pick<LogRequest, 'edits' | 'fulfils'>, changes: Change[]): Prepared {
  const next = changes.find((one): one is Promises => one.kind === 'follow_up.add' && was !== undefined && one.body.supersedes === was)
  const parked = next?.body.id ?? (was && fulfils.includes(was) ? undefined : was)
  return { ...cardKnowing(card, edits), ...(parked && { parked }) }
}
