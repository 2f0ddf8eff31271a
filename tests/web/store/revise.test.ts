import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation, Prospect } from '../../../web/app/domain/records.ts'
import { revised } from '../../../web/app/store/revise.ts'
import type { Kept, Pending } from '../../../web/app/store/shape.ts'
import { aProspect, edit } from '../examples.ts'

type Rows = Kept<Prospect>
const office = (seq: number, fields = {}, gen = 1) => ({ row: aProspect({ fields: { first_name: 'Ruth', ...fields } }), seq, gen })
const mine = (op: Operation, rev: number | null = null): Pending => ({ device: 'phone', op, rev })
const at = (kept: Rows | null, revision: object): Rows =>
  (revised((kept ?? { id: 'ruth', row: null, seq: 0, gen: 0 }) as never, { store: 'prospects', id: 'ruth', ...revision } as never) ?? kept) as Rows
const acknowledged = (rev: number) => ({ settle: (one: Pending) => ({ ...one, rev }) })

test('what was just written is seen before the office knows it', () => {
  const kept = at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] })
  assert.equal(kept.row?.fields.note, 'mine')
  assert.equal(kept.base?.fields.note, undefined)
})

test('the office\'s acknowledgement alone changes nothing: its row is still the old one', () => {
  const kept = at(at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] }), acknowledged(8))
  assert.equal(kept.row?.fields.note, 'mine')
  assert.equal(kept.open, 1)
})

test('once the row with it has come, the office\'s word stands', () => {
  const waiting = at(at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] }), acknowledged(8))
  const kept = at(waiting, { base: office(8, { note: 'mine, merged' }) })
  assert.equal(kept.row?.fields.note, 'mine, merged')
  assert.equal(kept.open, undefined)
})

test('a row that came before the acknowledgement counts as well', () => {
  const waiting = at(at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] }), { base: office(8, { note: 'mine' }) })
  assert.equal(waiting.open, 1)
  assert.equal(at(waiting, acknowledged(8)).open, undefined)
})

test('an operation that changed nothing in the office is let go of at once', () => {
  const kept = at(at(at(null, { base: office(5, { note: 'same' }) }), { add: [mine(edit(1, 'note', '', 'same'))] }), acknowledged(0))
  assert.equal(kept.open, undefined)
})

test('an older row never takes a newer one\'s place, except after a restore', () => {
  const kept = at(null, { base: office(9, { note: 'new' }) })
  assert.equal(at(kept, { base: office(5, { note: 'old' }) }).row?.fields.note, 'new')
  assert.equal(at(kept, { base: office(2, { note: 'restored' }, 2) }).row?.fields.note, 'restored')
})

test('the same operation is never put on top twice', () => {
  const once = at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] })
  assert.equal(at(once, { add: [mine(edit(1, 'note', '', 'mine'))] }).pending?.length, 1)
})

test('a prospect who was given away stays while something typed about him is on its way, then goes', () => {
  const waiting = at(at(null, { base: office(5) }), { add: [mine(edit(1, 'note', '', 'mine'))] })
  const leaving = at(waiting, { base: { row: null, seq: 7, gen: 1 } })
  assert.equal(leaving.row?.fields.first_name, 'Ruth')
  assert.equal(at(leaving, { settle: () => null }).row, null)
})
