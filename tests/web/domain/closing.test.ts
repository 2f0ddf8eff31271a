import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closedAfter } from '../../../web/app/domain/closing.ts'
import { isChecked, linkChanged } from '../../../web/app/domain/connection.ts'
import { logged, undone, type LogFacts, type LogRequest } from '../../../web/app/domain/logging.ts'
import type { Change } from '../../../web/app/domain/records.ts'
import { aCall, aProspect } from '../examples.ts'

let ids = 0
const facts = (fields: Record<string, string> = {}, more: Partial<LogFacts> = {}): LogFacts => ({
  newId: () => `new-${(ids += 1)}`, now: Date.parse('2026-11-24T15:00:00.000Z'), prospect: aProspect({ fields: { rank: '0001', ...fields } }), earlier: [], lastRank: '0009', fulfilled: [], ended: [], undo: null, followUps: [], ...more,
})
const log = (more: Partial<LogRequest> = {}): LogRequest => ({ call: aCall(), followUp: null, fulfils: [], edits: [], stop: '', ...more })
const edited = (changes: Change[]): Record<string, string> => Object.fromEntries(changes.flatMap((change) => (change.kind === 'prospect.edit' ? change.body.edits.map((edit) => [edit.field, edit.new]) : [])))

test('after a last try the prospect is closed and off the call list; undone, he is where he was', () => {
  const now = facts()
  const { call, changes, undo } = logged(log({ last: true }), now)
  assert.deepEqual(edited(changes), { closed: call.made_at, rank: '' })
  const back = undone(call, { ...now, prospect: aProspect({ fields: { closed: call.made_at } }), undo })
  assert.deepEqual(edited(back), { closed: '', rank: '0001' })
})

test('a callback opens who was closed; taken back, he is closed as before', () => {
  const closed = '2026-11-20T10:00:00.000Z'
  const now = facts({ closed })
  const { call, changes, undo } = logged(log({ call: aCall({ direction: 'in', outcome: 'spoke' }) }), now)
  assert.equal(edited(changes)['closed'], '')
  assert.equal(edited(undone(call, { ...now, prospect: aProspect({ fields: { rank: '' } }), undo }))['closed'], closed)
})

test('words of a last try that nobody could be left close nothing', () => {
  assert.deepEqual(Object.keys(edited(logged(log({ last: true, call: aCall({ outcome: 'busy' }) }), facts()).changes)), ['rank'])
})

test('whoever rings back or is reached is open again; another try does not open him', () => {
  const closed = '2026-11-20T10:00:00.000Z'
  assert.equal(closedAfter(aCall({ direction: 'in', outcome: 'spoke' }), closed, false), '')
  assert.equal(closedAfter(aCall({ outcome: 'spoke' }), closed, true), '')
  assert.equal(closedAfter(aCall({ outcome: 'no_answer', made_at: '2026-11-24T10:00:00.000Z' }), closed, false), closed)
  assert.equal(closedAfter(aCall({ outcome: 'no_answer', made_at: closed, replaces: 'the-try' }), closed, false), '', 'corrected: there was no last try')
})

test('a link counts as checked only as it stood when it was checked', () => {
  const fields = { connection: 'Ewan Blythe', connection_verified: 'yes' }
  assert.deepEqual([isChecked(fields, 'Ewan Blythe '), isChecked(fields, 'June Park'), isChecked({ connection: 'Ewan Blythe' }, 'Ewan Blythe')], [true, false, false])
  assert.deepEqual(linkChanged(fields, 'June Park'), { connection: 'June Park', connection_verified: '' })
  assert.deepEqual(linkChanged(fields, 'Ewan Blythe'), { connection: 'Ewan Blythe' })
})
