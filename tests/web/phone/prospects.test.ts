import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, Edit, Fields } from '../../../web/app/domain/records.ts'
import type { Local } from '../../../web/app/phone/local.ts'
import { edit } from '../../../web/app/phone/prospects.ts'
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
