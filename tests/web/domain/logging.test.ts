import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endRank } from '../../../web/app/domain/call_list.ts'
import { cardAfter, logged, undone, type LogFacts, type LogRequest } from '../../../web/app/domain/logging.ts'
import type { Prepared } from '../../../web/app/domain/reading.ts'
import type { Change } from '../../../web/app/domain/records.ts'
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

test('a correction of words alone is no second time that it happened: nobody moves in the list, and who was let go stays so', () => {
  const old = aCall({ id: 'old', made_at: '2026-11-10T10:00:00.000Z' })
  const listed = facts({ prospect: aProspect({ fields: { rank: 'zz' } }), earlier: [old] })
  assert.deepEqual(kinds(logged(request({ replaces: 'old', note: 'The new number.' }), listed).changes), ['call.add'])
  const spoke = aCall({ id: 'spoke', outcome: 'spoke' })
  const closed = facts({ prospect: aProspect({ fields: { closed: '2026-11-17T00:00:00.000Z' } }), earlier: [spoke] })
  assert.deepEqual(kinds(logged(request({ outcome: 'spoke', replaces: 'spoke' }), closed).changes), ['call.add'])
})

test('a correction answers neither a message that was left later nor the slip that it takes the place of', () => {
  const message = aCall({ id: 'message', made_at: '2026-11-01T10:00:00.000Z' })
  const slip = aCall({ id: 'slip', made_at: '2026-11-18T09:00:00.000Z' })
  const second = { ...slip, id: 'second', outcome: 'no_answer' as const, replaces: 'slip' }
  const later = aCall({ id: 'later', made_at: '2026-11-19T09:00:00.000Z' })
  const { call } = logged(request({ outcome: 'spoke', replaces: 'second', made_at: slip.made_at }), facts({ earlier: [later, second, slip, message] }))
  assert.equal(call.credits, 'message')
})

test('undoing a correction brings back what stood before it, not what stood before the entry that stands again', () => {
  const slip = logged(request(), facts({ prospect: aProspect({ fields: { rank: 'a' } }) }))
  const stands = facts({ prospect: aProspect({ fields: { rank: '' } }), earlier: [slip.call], undo: slip.undo, ended: [aFollowUp({ id: 'kept' })] })
  const corrected = logged(request({ outcome: 'no_answer', replaces: slip.call.id }, { again: stands.ended }), stands)
  const again = corrected.changes.find((one) => one.kind === 'follow_up.add')!.body.id
  const now = facts({ prospect: aProspect({ fields: { rank: 'x' } }), followUps: [aFollowUp({ id: again })], undo: corrected.undo })
  const changes = undone(corrected.call, now)
  assert.deepEqual(kinds(changes), ['call.add', 'follow_up.close', 'prospect.edit'])
  assert.deepEqual(changes[1]!.body, { id: again, state: 'done', call_id: slip.call.id }) // what the entry had kept is kept
  assert.deepEqual((changes[2]!.body as { edits: unknown }).edits, [{ field: 'rank', old: 'x', new: '' }])
})

test('what never happened takes with it all that it was a correction of', () => {
  const slip = logged(request(), facts({ prospect: aProspect({ fields: { rank: 'a' } }) }))
  const stands = facts({ prospect: aProspect({ fields: { rank: '' } }), earlier: [slip.call], undo: slip.undo })
  const corrected = logged(request({ outcome: 'no_answer', replaces: slip.call.id }), stands)
  const now = facts({ prospect: aProspect({ fields: { rank: 'x' } }), followUps: [aFollowUp({ id: 'own', call_id: slip.call.id })], undo: corrected.undo })
  const changes = undone(corrected.call, now, [slip.call])
  const voids = changes.filter((one) => one.kind === 'call.add').map(({ body }) => [body.replaces, body.void])
  assert.deepEqual(voids, [[corrected.call.id, true], [slip.call.id, true]])
  assert.deepEqual(changes.find((one) => one.kind === 'follow_up.close')!.body, { id: 'own', state: 'cancelled', call_id: null })
  assert.deepEqual((changes.at(-1)!.body as { edits: unknown }).edits, [{ field: 'rank', old: 'x', new: 'a' }])
})

test('a card that stays knows what was written of it into the prospect, so that a second call does not write it over again', () => {
  const card: Prepared = { chosen: {}, tab: 'voicemail', values: { reason: 'your gate' }, was: { reason: '' }, left_out: [], words: {}, muted: [], parked: 'kept' }
  const edits = [{ field: 'reason', old: '', new: 'your gate' }]
  assert.deepEqual(cardAfter(card, { edits, fulfils: [] }, []), { ...card, was: { reason: 'your gate' } })
  const moved: Change[] = [{ kind: 'follow_up.add', body: { ...aFollowUp(), id: 'thursday', supersedes: 'kept' } }]
  assert.equal(cardAfter(card, { edits: [], fulfils: [] }, moved).parked, 'thursday')
  assert.equal(cardAfter(card, { edits: [], fulfils: ['kept'] }, []).parked, undefined)
})

test('a promise that comes back is still reminded of when the rep asked for it, unless that is over', () => {
  const later = new Date(facts().now + 3_600_000).toISOString()
  const back = (remind_at: string): string[] => kinds(undone(aCall(), facts({ ended: [aFollowUp({ remind_at })] })))
  assert.deepEqual(back(later), ['call.add', 'follow_up.add', 'follow_up.remind'])
  assert.deepEqual(back(new Date(facts().now - 1).toISOString()), ['call.add', 'follow_up.add'])
  const again = logged(request({ outcome: 'no_answer', replaces: 'slip' }, { again: [aFollowUp({ remind_at: later })] }), facts()).changes
  const [add, remind] = again.filter(({ kind }) => kind.startsWith('follow_up')) as Array<{ body: { id: string; at?: string } }>
  assert.deepEqual(remind!.body, { id: add!.body.id, at: later })
})
