import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, Edit, Fields, Operation } from '../../../web/app/domain/records.ts'
import { deleteAgain } from '../../../web/app/phone/deletes.ts'
import type { Local } from '../../../web/app/phone/local.ts'
import { bringBack, edit, remove } from '../../../web/app/phone/prospects.ts'
import { replay } from '../../../web/app/domain/replay.ts'
import { aProspect, op } from '../examples.ts'

const OPENED = { first_name: 'Ruth', phone: '+13035550142', rank: 'a1', closed: '' }

/** A phone on which Ruth has these fields now, what it writes, and what is seen of her then. */
function phone(now: Fields) {
  const written: Edit[] = []
  const row = aProspect({ fields: now })
  const local = {
    db: async () => ({ read: (work: (db: unknown) => unknown) => work({ get: async () => ({ row }) }) }),
    write: async ([change]: Change[]) => void written.push(...(change!.body as { edits: Edit[] }).edits),
  } as unknown as Local
  const seen = () => replay('prospects', 'ruth', row, [op(1, { kind: 'prospect.edit', body: { id: 'ruth', edits: written } })])!.fields
  return { local, written, seen }
}

test('a form that was open for long changes what the rep changed in it, and nothing that came meanwhile', async () => {
  const { local, written, seen } = phone({ ...OPENED, phone: '+13035550199', rank: '', closed: '2026-11-20T09:00:00.000Z', switchboard: 'Ask for Ines' })
  await edit(local, 'ruth', { ...OPENED, note: 'New oven' }, OPENED)
  assert.deepEqual(written, [{ field: 'note', old: '', new: 'New oven' }])
  const { phone: number, rank, closed, switchboard } = seen()
  assert.deepEqual([number, rank, closed, switchboard], ['+13035550199', '', '2026-11-20T09:00:00.000Z', 'Ask for Ines'])
})

test('where both changed one field, the office hears which value the rep saw, so that it keeps the other', async () => {
  const { local, written, seen } = phone({ ...OPENED, phone: '+13035550199' })
  await edit(local, 'ruth', { ...OPENED, phone: '+13035550100' }, OPENED)
  assert.deepEqual(written, [{ field: 'phone', old: '+13035550142', new: '+13035550100' }])
  assert.equal(seen()['phone'], '+13035550100')
})

test('what is the same by now, and spaces that nobody typed, are no change', async () => {
  const { local, written } = phone({ ...OPENED, phone: '+13035550199' })
  await edit(local, 'ruth', { first_name: 'Ruth', phone: '+13035550199' }, { ...OPENED, first_name: 'Ruth ' })
  assert.deepEqual(written, [])
})

test('a single field that is set, as from the call list, is set over what is there', async () => {
  const { local, written } = phone(OPENED)
  await edit(local, 'ruth', { rank: '' })
  assert.deepEqual(written, [{ field: 'rank', old: 'a1', new: '' }])
})

/** A phone with Ruth, her photo and her card on it, whose writes are seen at once. `ops` is what it wrote; nothing of it waits any more. */
function phoneWithRuth() {
  const kept = new Map<string, unknown>([['draft:photo:ruth', 'a face'], ['draft:prepare:ruth', 'a card']])
  const ops: Operation[] = []
  const seen = () => replay('prospects', 'ruth', aProspect({ fields: OPENED }), ops)
  const local = {
    db: async () => ({ read: (work: (db: unknown) => unknown) => work({ get: async () => ({ row: seen() }) }) }),
    write: async (changes: Change[], keep: Record<string, unknown> = {}) => {
      for (const change of changes) ops.push(op(ops.length + 1, change))
      for (const [key, value] of Object.entries(keep)) value === null ? kept.delete(key) : kept.set(key, value)
    },
    outbox: {
      state: async () => ({ waiting: 0 }), kept: async (key: string) => kept.get(key), keep: async (things: object) => Object.keys(things).forEach((key) => kept.delete(key)),
      keptUnder: async (prefix: string) => [...kept].filter(([key]) => key.startsWith(prefix)),
    },
  } as unknown as Local
  return { local, kept, ops, seen }
}

test('a delete that is undone brings back the same prospect, with the photo and the card, and no second delete', async () => {
  const { local, kept, ops, seen } = phoneWithRuth()
  const removed = await remove(local, 'ruth')
  assert.deepEqual([seen(), kept.has('draft:photo:ruth')], [null, false])

  await bringBack(local, removed)

  assert.deepEqual(seen()?.fields, OPENED)
  assert.deepEqual([kept.get('draft:photo:ruth'), kept.get('draft:prepare:ruth')], ['a face', 'a card'])
  assert.equal(await deleteAgain(local), false, 'the sync that follows leaves her here')
  assert.deepEqual(ops.map(({ kind, body }) => [kind, (body as { id: string }).id]), [['prospect.delete', 'ruth'], ['prospect.edit', 'ruth']])
})

test('undoing a delete that lost to another edit writes nothing over that edit', async () => {
  const { local, ops } = phoneWithRuth()
  const removed = await remove(local, 'ruth')
  ops.push(op(2, { kind: 'prospect.edit', body: { id: 'ruth', edits: [{ field: 'phone', old: '+13035550142', new: '+13035550199' }] } }))
  await bringBack(local, removed)
  assert.equal(ops.length, 2)
})
