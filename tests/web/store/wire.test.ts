import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, Prospect } from '../../../web/app/domain/records.ts'
import { recordOf, STORE_OF, type WireRow } from '../../../web/app/store/wire.ts'
import { contract } from '../examples.ts'

const ROWS = contract<WireRow[]>('rows')
const PLAIN = new Set(['office', 'member', 'problem'])

test('every kind of row of the wire has its place', () => {
  for (const row of ROWS) assert.ok(STORE_OF[row.kind] || PLAIN.has(row.kind), row.kind)
})

test('a record is the row without what is the wire\'s', () => {
  const call = recordOf(ROWS.find((row) => row.kind === 'call')!) as Call
  assert.equal(call.script.slice(0, 7), 'Hi Ruth')
  assert.ok(!('seq' in call) && !('kind' in call))
})

test('a prospect that went to somebody else, or was deleted, leaves nothing', () => {
  for (const row of ROWS.filter((one) => one.gone)) assert.equal(recordOf(row), null)
})

test('what a row leaves out is empty, not absent', () => {
  const prospect = recordOf({ kind: 'prospect', id: 'p', seq: 1, fields: {}, token: 'x', made_at: '' }) as Prospect
  assert.equal(prospect.do_not_call, null)
  assert.deepEqual(prospect.lost, [])
})
