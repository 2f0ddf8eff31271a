/** What a rep does to his prospects, as operations. */

import { endRank } from '../domain/call_list.ts'
import { LONG } from '../domain/limits.ts'
import { photoKey } from '../domain/reading.ts'
import type { Change, Edit, Fields, Id, LostValue, Prospect } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { followUpsOf } from '../store/promises.ts'
import { lastRank, prospect as read } from '../store/reads.ts'
import { DELETED, type Deleted } from './deletes.ts'
import type { Local } from './local.ts'

const BATCH = 200

/** New prospects join the call list at its end, in the order given, unless their `rank` is "": these stay off it. `progress` hears how many are safe. */
export async function addAll(local: Local, many: Fields[], progress?: (done: number) => void, signal?: AbortSignal, stops: string[] = []): Promise<Id[]> {
  many.forEach(checked)
  let last = await lastRank(await local.db())
  const ids: Id[] = []
  for (let i = 0; i < many.length && !signal?.aborted; i += BATCH) {
    const batch = many.slice(i, i + BATCH).flatMap((fields, k): Change[] => {
      const rank = fields.rank ?? endRank(last, local.env.now().getTime())
      last = rank || last
      const id = local.newId()
      ids.push(id)
      const stop = stops[i + k]
      return [{ kind: 'prospect.edit', body: { id, edits: editsBetween({}, { ...fields, rank }) } }, ...(stop ? [{ kind: 'prospect.block' as const, body: { id, reason: stop } }] : [])]
    })
    await local.write(batch)
    progress?.(ids.length)
  }
  return ids
}

/** `base`: the fields as the rep saw them when he began; without it, as they are now. Only what he changed is written, over what he saw: what came in
 *  between is seen by the office, and kept. */
export async function edit(local: Local, id: Id, fields: Fields, base?: Fields): Promise<void> {
  checked(fields)
  const { fields: now } = await existing(local, id)
  const edits = editsBetween(base ?? now, fields).filter((one) => one.new !== one.old.trim() && one.new !== (now[one.field] ?? ''))
  if (edits.length) await local.write([{ kind: 'prospect.edit', body: { id, edits } }])
}

/** What a delete took from this phone, for as long as it can be undone. */
export interface Removed { id: Id; fields: Fields; photo: unknown }

export async function remove(local: Local, id: Id): Promise<Removed> {
  const { token, fields } = await existing(local, id)
  const photo = await local.outbox.kept(photoOf(id))
  await local.write([{ kind: 'prospect.delete', body: { id, token } }], { [DELETED + id]: { fields } satisfies Deleted, [photoOf(id)]: null })
  return { id, fields, photo }
}

/** The same one again, with the calls and promises that stand under this id. Nothing is written over one whom another edit brought back meanwhile. */
export async function bringBack(local: Local, { id, fields, photo }: Removed): Promise<void> {
  const isBack = await read(await local.db(), id)
  const edit: Change = { kind: 'prospect.edit', body: { id, edits: editsBetween({}, fields) } }
  await local.write(isBack ? [] : [edit], { [DELETED + id]: null, ...(photo !== undefined && { [photoOf(id)]: photo }) })
}

/** Off the call list, and nothing is promised to them any more. */
export async function block(local: Local, many: Array<{ id: Id; reason: string }>): Promise<void> {
  const db = await local.db()
  await local.write((await Promise.all(many.map((one) => blocking(db, one)))).flat())
}

async function blocking(db: Awaited<ReturnType<Local['db']>>, { id, reason }: { id: Id; reason: string }): Promise<Change[]> {
  const [who, open] = await Promise.all([read(db, id), followUpsOf(db, id)])
  const rank = who?.fields['rank']
  return [
    { kind: 'prospect.block', body: { id, reason } }, ...(rank ? [{ kind: 'prospect.edit' as const, body: { id, edits: [{ field: 'rank', old: rank, new: '' }] } }] : []),
    ...open.map((one): Change => ({ kind: 'follow_up.close', body: { id: one.id, state: 'cancelled', call_id: null } })),
  ]
}

function photoOf(id: Id): string {
  return `draft:${photoKey(id)}`
}

export async function resolveLost(local: Local, id: Id, lost: LostValue, use: boolean): Promise<void> {
  const { fields } = await existing(local, id)
  const edits = use ? editsBetween(fields, { [lost.field]: lost.value }) : []
  const back: Change[] = edits.length ? [{ kind: 'prospect.edit', body: { id, edits } }] : []
  await local.write([...back, { kind: 'prospect.resolve', body: { id, lost_id: lost.id } }])
}

/** What differs, field by field. "" and absent are the same. */
export function editsBetween(before: Fields, after: Fields): Edit[] {
  return Object.entries(after)
    .map(([field, value]) => ({ field, old: before[field] ?? '', new: value }))
    .filter((one) => one.old !== one.new)
}

export function checked(fields: Fields): void {
  for (const value of Object.values(fields)) {
    if (value.length > LONG) throw new Refusal('invalid', `One field is longer than ${LONG} characters. Shorten it, then save again.`)
  }
}

async function existing(local: Local, id: Id): Promise<Prospect> {
  const found = await read(await local.db(), id)
  if (!found) throw new Refusal('gone', 'This prospect is no longer on this phone. It may have been deleted, or given to a colleague.')
  return found
}
