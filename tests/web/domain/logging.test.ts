import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endRank } from '../../../web/app/domain/call_list.ts'
import { logged, undone, type LogFacts, type LogRequest } from '../../../web/app/domain/logging.ts'
import { aCall, aFollowUp, aProspect } from '../examples.ts'

let ids = 0
const facts = (more: Partial<LogFacts> = {}): LogFacts => ({
  newId: () => `new-${(ids += 1)}`, now: Date.parse('2026-11-21T10:15:00.000Z'), prospect: aProspect({ fields: { first_name: 'Ruth', rank: 'a' } }),
  earlier: [], lastRank: 'b', fulfilled: [], ended: [], undo: null, followUps: [], ...more,
})
const request = (call = {}, more: Partial<LogRequest> = {}): LogRequest => {
  const { id: _id, rep_id: _rep, rep_name: _name, response: _response, credits: _credits, void: _void, replaces: _replaces, ...rest } = aCall()
  return { call: { ...rest, ...call }, followUp: null, fulfils: [], edits: [], stop: '', ...more }
}
const kinds = (changes: Array<{ kind: string }>): string[] => changes.map((change) => change.kind)

test('saving a message is one list: what was typed, the entry, the promise kept, the new promise', () => {
  const { id: _id, call_id: _call, state: _state, made_at: _made, ...followUp } = aFollowUp()
  const { changes, call } = logged(request({}, { followUp, fulfils: ['old'], edits: [{ field: 'hook', old: '', new: 'the fair' }] }), facts())
  assert.deepEqual(kinds(changes), ['prospect.edit', 'call.add', 'follow_up.close', 'follow_up.add'])
  assert.deepEqual(changes[0]!.body, { id: 'ruth', edits: [{ field: 'hook', old: '', new: 'the fair' }, { field: 'rank', old: 'a', new: '' }] })
  assert.equal((changes[3]!.body as { call_id: string }).call_id, call.id)
})

test('the entry does not say who made it: the office knows', () => {
  const { changes } = logged(request(), facts())
  assert.ok(!('rep_id' in changes[1]!.body))
})

test('somebody who must not be called is blocked in the same step, with the reason noted', () => {
  const { changes } = logged(request({ outcome: 'do_not_call', note: 'Ten seconds' }, { stop: 'Lawyer on the line' }), facts())
  assert.deepEqual(changes.at(-1), { kind: 'prospect.block', body: { id: 'ruth', reason: 'Lawyer on the line' } })
})

test('a call from a number that nobody knows is logged by itself', () => {
  assert.deepEqual(kinds(logged(request({ prospect_id: null, direction: 'in', outcome: 'spoke' }), facts({ prospect: null })).changes), ['call.add'])
})

test('a correction takes the place of the entry, its promise and its place in the list', () => {
  const wrong = aCall({ id: 'wrong' })
  const before = facts({
    prospect: aProspect({ fields: {} }), earlier: [wrong], undo: { call: 'wrong', rank: 'a' }, followUps: [aFollowUp({ call_id: 'wrong' })],
  })
  const { changes } = logged(request({ outcome: 'no_answer', replaces: 'wrong' }), before)
  assert.deepEqual(kinds(changes), ['prospect.edit', 'call.add', 'follow_up.close'])
  const [rank] = (changes[0]!.body as { edits: Array<{ new: string }> }).edits
  assert.equal(rank!.new, endRank('b', before.now)) // at the end of the list again
})

test('taking an entry back voids it, cancels its promise, promises again what it fulfilled and restores the place in the list', () => {
  const call = aCall({ id: 'slip' })
  const after = facts({
    prospect: aProspect({ fields: {} }), followUps: [aFollowUp({ call_id: 'slip' })], undo: { call: 'slip', rank: 'a' }, ended: [aFollowUp({ id: 'kept' })],
  })
  const changes = undone(call, after)
  assert.deepEqual(kinds(changes), ['call.add', 'follow_up.close', 'follow_up.add', 'prospect.edit'])
  const entry = changes[0]!.body as { void: boolean; replaces: string; id: string }
  assert.ok(entry.void && entry.replaces === 'slip' && entry.id !== 'slip')
  assert.deepEqual((changes[3]!.body as { edits: unknown }).edits, [{ field: 'rank', old: '', new: 'a' }])
})

test('what an entry ended is known by it, whether done, cancelled with it or moved', () => {
  const [done, own, moved] = [aFollowUp({ id: 'done' }), aFollowUp({ id: 'own', call_id: 'wrong' }), aFollowUp({ id: 'moved' })]
  const now = facts({ fulfilled: [done], followUps: [own, moved], ended: [] })
  const { id: _id, call_id: _call, state: _state, made_at: _made, remind_at: _remind, ...next } = aFollowUp({ supersedes: 'moved' })
  const { ended } = logged(request({ replaces: 'wrong' }, { fulfils: ['done'], followUp: next }), now)
  assert.deepEqual(ended.map(({ id }) => id), ['done', 'own', 'moved'])
})

test('a correction of words alone keeps the promise; one that does not end what the slip had ended promises it again', () => {
  const [own, lost] = [aFollowUp({ id: 'own', call_id: 'wrong' }), aFollowUp({ id: 'lost' })]
  const before = facts({ followUps: [own], ended: [lost] })
  assert.deepEqual(kinds(logged(request({ replaces: 'wrong' }, { keepsOwn: true }), before).changes).slice(-1), ['call.add'])
  const { changes, ended } = logged(request({ outcome: 'no_answer', replaces: 'wrong' }, { again: [lost] }), before)
  const again = changes.find((change) => change.kind === 'follow_up.add')!.body as { supersedes: string; wall: string; id: string }
  assert.ok(again.supersedes === 'lost' && again.wall === lost.wall && again.id !== 'lost')
  assert.deepEqual(ended.map(({ id }) => id), ['own'])
})
