/** What a rep sees of a record: the office's last row of it with his own operations, which the office's row does not hold yet, on top. */

import type { Call, Change, FollowUp, FollowUpState, Fields, Id, Instant, Operation, Prospect, Template, Version } from './records.ts'

/** The kinds of record that operations write to. */
export interface Written {
  prospects: Prospect
  calls: Call
  follow_ups: FollowUp
  templates: Template
  versions: Version
  profile: { id: Id; fields: Fields }
}
export type Place = [store: keyof Written, id: Id]

/** The phone holds one profile, whoever's it turns out to be. */
export const MINE = 'me'

/** Every record that an operation changes. */
export function touched(op: Change): Place[] {
  switch (op.kind) {
    case 'call.add': return [['calls', op.body.id]]
    case 'follow_up.add': return [['follow_ups', op.body.id], ...(op.body.supersedes ? [['follow_ups', op.body.supersedes] as Place] : [])]
    case 'follow_up.close': case 'follow_up.remind': return [['follow_ups', op.body.id]]
    case 'template.save': return [['templates', op.body.id], ['versions', op.body.version_id]]
    case 'template.retire': return [['templates', op.body.id]]
    case 'profile.edit': return [['profile', MINE]]
    default: return [['prospects', op.body.id]]
  }
}

/** `base` with `ops` on top; null when there is nothing to see. */
export function replay<K extends keyof Written>(store: K, id: Id, base: Written[K] | null, ops: Operation[]): Written[K] | null {
  return REPLAYS[store](id, base as never, ops) as Written[K] | null
}

const REPLAYS: { [K in keyof Written]: (id: Id, base: Written[K] | null, ops: Operation[]) => Written[K] | null } = {
  prospects: seeProspect,
  calls: (_id, base, ops) => ops.reduce<Call | null>((call, op) => (call || op.kind !== 'call.add' ? call : { ...op.body, rep_id: null, rep_name: '' }), base),
  follow_ups: (id, base, ops) => ops.reduce((seen, op) => seeFollowUp(id, seen, op), base),
  templates: (_id, base, ops) => ops.reduce(seeTemplate, base),
  versions: (id, base, ops) => ops.reduce((version, op) => seeVersion(id, version, op), base),
  profile: (id, base, ops) => ({ id, fields: ops.reduce((fields, op) => (op.kind === 'profile.edit' ? edited(fields, op.body.edits) : fields), base?.fields ?? {}) }),
}

function seeProspect(id: Id, base: Prospect | null, ops: Operation[]): Prospect | null {
  let seen = base
  let deleted = false
  for (const op of ops) {
    if (op.kind === 'prospect.delete') deleted = true
    if (op.kind === 'prospect.edit') {
      const from: Prospect = seen ?? emptyProspect(id, op.at)
      seen = { ...from, fields: edited(from.fields, op.body.edits) }
      deleted = false // delete loses to any edit
    }
    if (op.kind === 'prospect.block' && seen) seen = { ...seen, do_not_call: seen.do_not_call ?? { at: op.at, by: '', reason: op.body.reason } }
    if (op.kind === 'prospect.resolve' && seen) seen = { ...seen, lost: seen.lost.filter((lost) => lost.id !== op.body.lost_id) }
  }
  return deleted ? null : seen
}

function emptyProspect(id: Id, at: Instant): Prospect {
  return { id, fields: {}, owner_id: null, do_not_call: null, token: '', made_at: at, lost: [] }
}

function edited(fields: Fields, edits: Array<{ field: string; new: string }>): Fields {
  const next = { ...fields }
  for (const edit of edits) {
    if (edit.new === '') delete next[edit.field]
    else next[edit.field] = edit.new
  }
  return next
}

function seeFollowUp(id: Id, seen: FollowUp | null, op: Operation): FollowUp | null {
  if (op.kind === 'follow_up.add' && op.body.id === id) return seen ?? { ...op.body, state: 'open', made_at: op.at, remind_at: null }
  if (op.kind === 'follow_up.add' && seen) return { ...seen, state: stronger(seen.state, 'moved') }
  if (op.kind === 'follow_up.remind' && seen?.state === 'open') return { ...seen, remind_at: op.body.at }
  if (op.kind === 'follow_up.close' && seen) return { ...seen, state: stronger(seen.state, op.body.state) }
  return seen
}

const STRENGTH: Record<FollowUpState, number> = { open: 0, moved: 1, cancelled: 1, done: 2 }

/** `done` beats `cancelled` and `moved`, and these beat `open`. */
function stronger(now: FollowUpState, next: FollowUpState): FollowUpState {
  return STRENGTH[next] > STRENGTH[now] ? next : now
}

function seeTemplate(seen: Template | null, op: Operation): Template | null {
  if (op.kind === 'template.retire') return seen && { ...seen, retired: op.body.retired }
  if (op.kind !== 'template.save') return seen
  const { id, version_id, shared, name, family, band, locale, variant_of, variant, tags, note } = op.body
  const owner_id = shared ? null : (seen?.owner_id ?? MINE)
  return {
    id, name, family, band, locale, variant_of, variant, tags, note, current: version_id, owner_id,
    position: seen?.position ?? 1000, retired: seen?.retired ?? false,
  }
}

/** The office numbers versions; until it has, `number` is 0. */
function seeVersion(id: Id, seen: Version | null, op: Operation): Version | null {
  if (seen || op.kind !== 'template.save') return seen
  return { id, template_id: op.body.id, number: 0, sections: op.body.sections, author: '', published_at: op.at }
}
