import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../../web/app/domain/records.ts'
import { rescueOf } from '../../../web/app/phone/rescue.ts'
import type { Waiting } from '../../../web/app/store/outbox.ts'
import { contract } from '../examples.ts'

const EXAMPLE = contract<{ made_at: string; device: string; office_id: string; member_id: string; member_name: string; ops: Operation[] }>('rescue')
const office = { id: EXAMPLE.office_id, name: 'Harbor Ovens', country: 'US', locale: 'en-US' }
const member = { id: EXAMPLE.member_id, name: EXAMPLE.member_name, role: 'rep' as const }
const kept = (device: string): Waiting[] => EXAMPLE.ops.map((op) => ({ ...op, device }))

test('a rescue file is exactly the one of the wire, whether its entries were sent or not', () => {
  const [first, ...rest] = kept(EXAMPLE.device)
  const sent = { ...first!, status: 'ok', rev: 3 }
  assert.deepEqual(rescueOf(EXAMPLE.device, [sent, ...rest], { member, office }, EXAMPLE.made_at), EXAMPLE)
})

test('a phone that was never paired names nobody', () => {
  const file = rescueOf('d', kept('d'), { member: null, office: null }, EXAMPLE.made_at)
  assert.ok(!('member_id' in file) && !('office_id' in file))
})

test('what was sent under an earlier name of the phone is in the file, and not counted as this one\'s', () => {
  const file = rescueOf('d', [...kept('old'), ...kept('d')], { member, office }, EXAMPLE.made_at)
  assert.equal((file.ops as unknown[]).length, EXAMPLE.ops.length)
  assert.equal((file.earlier as Array<{ device: string }>)[0]!.device, 'old')
})
