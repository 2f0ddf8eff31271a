import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backAt, leftFor, spoken, started, stopped, unpreparedCall, type Reading, type Said } from '../../../web/app/domain/reading.ts'
import type { Call, FollowUp, Outcome, Prospect } from '../../../web/app/domain/records.ts'
import { entryOf, type Logged } from '../../../web/app/views/log_entry.ts'

const NOW = new Date('2026-11-24T15:00:00.000Z')
const prospect: Prospect = { id: 'p', fields: { first_name: 'Dana', last_name: 'Reyes', company: 'Halden Foods', phone: '+15555550123', zone: 'America/New_York' }, owner_id: null, do_not_call: null, token: '', made_at: '', lost: [] }
const said: Said = { template_id: 't', version_id: 'v', variant: 'B', name: 'A reason', band: { from: 12, to: 20, stop: 24 }, script: 'Hi Dana, this is Alex.', parts: [], estimate: 17.6, left_out: ['hook'] }
const prepared: Reading = { ...unpreparedCall('p', '+15555550123'), unprepared: false, voicemail: said, pick_up: { ...said, script: 'Is this a good moment?', template_id: 'live' }, dialled_at: '2026-11-24T14:58:00.000Z', edits: [{ field: 'reason', old: '', new: 'your gate' }] }
const read = (plan: 'voicemail' | 'pick_up'): Reading => stopped(started(prepared, plan, new Date('2026-11-24T14:59:00.000Z')), new Date('2026-11-24T14:59:18.400Z'))
const slot = { at: '2026-11-26T14:00:00.000Z', wall: '2026-11-26T09:00', zone: 'America/New_York', quality: 'best' as const }
const promise = (id: string, due: string): FollowUp => ({ id, prospect_id: 'p', call_id: null, due, wall: '', zone: '', reason: '', state: 'open', supersedes: null, made_at: '', remind_at: null })
const logged = (more: Partial<Logged>): Logged => ({
  prospect, id: 'p', profile: { zone: 'America/Chicago' }, reading: read('voicemail'), corrected: null, open: [], ended: [], parked: null, incoming: false,
  form: { outcome: 'left_message', pick: null, touched: false, wall: '', note: ' rang twice ', reason: '', channel: 'phone' }, outcome: 'left_message', slot: null, reason: 'Try again', now: NOW, key: 'log:p:out', ...more,
})

test('the exact words, version, variant and seconds are frozen with the entry', () => {
  const { call, edits, clearDrafts } = entryOf(logged({}))
  assert.deepEqual([call.script, call.template_id, call.version_id, call.variant, call.plan, call.seconds, call.estimate, call.left_out], ['Hi Dana, this is Alex.', 't', 'v', 'B', 'voicemail', 18, 18, ['hook']])
  assert.deepEqual([call.prospect_name, call.company, call.number, call.note, call.made_at, call.zone, call.prospect_zone], ['Dana Reyes', 'Halden Foods', '+15555550123', 'rang twice', '2026-11-24T14:58:00.000Z', 'America/Chicago', 'America/New_York'])
  assert.deepEqual(edits, [{ field: 'reason', old: '', new: 'your gate' }])
  assert.deepEqual(clearDrafts, ['log:p:out', 'reading', 'prepare:p'])
})

test('words that were read to a full mailbox are still to be said: the card stays', () => {
  const kept = (outcome: Outcome): boolean => !entryOf(logged({ outcome })).clearDrafts.includes('prepare:p')
  assert.deepEqual((['left_message', 'left_with_person', 'spoke', 'mailbox_full', 'no_answer', 'busy'] as const).map(kept), [false, false, false, true, true, true])
})

test('what the rep waved through is kept with the words, and so is that they were bullets', () => {
  const { call } = entryOf(logged({ reading: { ...read('voicemail'), voicemail: { ...said, muted: ['number_once'], bullets: true } } }))

  assert.deepEqual([call.muted, call.flags], [['number_once'], ['bullets']])
  assert.deepEqual([entryOf(logged({})).call.muted, entryOf(logged({ corrected: { ...call, id: 'c', rep_id: null, rep_name: '', void: false } as Call })).call.muted], [[], ['number_once']])
})

test('a talk keeps the talk track, a call that nobody answered keeps no words', () => {
  assert.deepEqual([entryOf(logged({ reading: read('pick_up'), outcome: 'spoke' })).call.script, entryOf(logged({ reading: read('pick_up'), outcome: 'spoke' })).call.plan], ['Is this a good moment?', 'pick_up'])
  const none = entryOf(logged({ reading: prepared, outcome: 'no_answer' })).call
  assert.deepEqual([none.script, none.plan, none.seconds, none.template_id], ['', '', null, null])
})

test('a message left without the clock had the prepared words, and no seconds', () => {
  const { call } = entryOf(logged({ reading: prepared }))
  assert.deepEqual([call.script, call.seconds, call.estimate], ['Hi Dana, this is Alex.', null, 18])
})

test('a call that nothing was prepared for says so', () => {
  assert.deepEqual(entryOf(logged({ reading: { ...unpreparedCall('p', '+1'), dialled_at: NOW.toISOString() } })).call.flags, ['unprepared'])
  assert.deepEqual(entryOf(logged({ reading: null })).call.flags, [], 'logged by hand')
})

test('a message that ended on the rescue line is marked rescued; a talk was none', () => {
  const flags = (reading: Reading): string[] => entryOf(logged({ reading })).call.flags
  const at = (plan: Reading['plan']): Reading => ({ ...stopped(started(prepared, plan, NOW), new Date(NOW.getTime() + 9000)), rescued: true })
  assert.deepEqual([flags(at('voicemail')), flags(at('pick_up')), flags({ ...at('voicemail'), rescued: false })], [['rescued'], [], []])
})

test('reaching somebody keeps the promise, an unanswered call leaves it open or moves it', () => {
  const open = [promise('due', '2026-11-24T14:00:00.000Z'), promise('later', '2026-12-24T14:00:00.000Z')].map((followUp) => ({ followUp, after: null }))
  assert.deepEqual(entryOf(logged({ open, outcome: 'spoke' })).fulfils, ['due'])
  assert.deepEqual(entryOf(logged({ open, outcome: 'no_answer' })).fulfils, [])
  assert.equal(entryOf(logged({ open, outcome: 'no_answer', slot })).followUp!.supersedes, 'due')
  assert.equal(entryOf(logged({ open, outcome: 'spoke', slot })).followUp!.supersedes, null)
})

test('an incoming call, or an e-mail, is theirs', () => {
  const { call } = entryOf(logged({ incoming: true, reading: null, outcome: 'spoke', form: { ...logged({}).form, channel: 'email' } }))
  assert.deepEqual([call.direction, call.channel, call.plan], ['in', 'email', ''])
})

test('a correction is a new entry with the same words that points at the old one', () => {
  const corrected = { id: 'c1', direction: 'in', channel: 'phone', outcome: 'spoke', script: 'Hi', note: '', response: 'callback', credits: 'm1', replaces: null, void: false, rep_id: 'r', rep_name: 'Alex' } as unknown as Call
  const same = entryOf(logged({ corrected, incoming: true, outcome: 'meeting_booked', reading: null })).call
  assert.deepEqual([same.replaces, same.outcome, same.script, same.credits, same.response, 'id' in same, 'rep_id' in same], ['c1', 'meeting_booked', 'Hi', 'm1', 'callback', false, false])
  const wrong = entryOf(logged({ corrected, incoming: true, outcome: 'wrong_number', reading: null })).call
  assert.deepEqual([wrong.credits, wrong.response], [null, null], 'a wrong number answers nothing')
})

test('a message keeps the reason that it gave; a last try closes, and ends further tries', () => {
  const last = { ...prepared, voicemail: { ...said, reason: 'your gate', last: true } }
  const open = [{ followUp: promise('later', '2026-12-24T15:00:00.000Z'), after: 'no_answer' as const }]
  const left = entryOf(logged({ reading: last, open }))
  assert.deepEqual([left.call.reason, left.last, left.fulfils], ['your gate', true, ['later']])
  const busy = entryOf(logged({ reading: last, open, outcome: 'busy' }))
  assert.deepEqual(['reason' in busy.call, busy.fulfils], [false, []])
})

test('who answers there is asked when somebody else answered, and kept with the prospect', () => {
  const form = { ...logged({}).form, switchboard: ' June, she knows me ' }
  const edits = (outcome: 'gatekeeper' | 'no_answer') => entryOf(logged({ reading: null, form, outcome })).edits
  assert.deepEqual(edits('gatekeeper'), [{ field: 'switchboard', old: '', new: 'June, she knows me' }])
  assert.deepEqual(edits('no_answer'), [])
})

test('a prepared card is used up only by a call in which its words were said', () => {
  const clears = (more: Partial<Logged>): boolean => entryOf(logged(more)).clearDrafts.includes('prepare:p')
  for (const outcome of ['no_answer', 'busy', 'gatekeeper', 'mailbox_full', 'wrong_number'] as Outcome[]) assert.equal(clears({ reading: prepared, outcome }), false, outcome)
  assert.equal(clears({ reading: { ...unpreparedCall('p', '+15555550123'), dialled_at: '2026-11-24T14:58:00.000Z' } }), false, 'called from a list, with the card still unread')
  assert.ok(clears({ reading: prepared, outcome: 'left_message' }), 'left without the clock')
  assert.ok(clears({ reading: read('pick_up'), outcome: 'spoke' }))
})

test('the seconds are those until the rep left for the log, however late he saves', () => {
  const running = started(prepared, 'voicemail', new Date('2026-11-24T14:59:00.000Z'))
  const left = leftFor(running, new Date('2026-11-24T14:59:19.000Z'))
  assert.equal(entryOf(logged({ reading: left })).call.seconds, 19)
  assert.equal(leftFor(left, new Date('2026-11-24T14:59:55.000Z')).left_at, left.left_at, 'the first time that he left counts')
  assert.equal(spoken(backAt(left), new Date('2026-11-24T14:59:30.000Z')), 30, 'back at the words the clock has gone on')
  assert.equal(entryOf(logged({ reading: running })).call.seconds, 60)
  assert.equal(entryOf(logged({ reading: running, now: new Date('2026-11-27T09:00:00.000Z') })).call.seconds, null, 'nobody talks for three days')
})

const of = (followUp: FollowUp, after: Outcome | null = null): { followUp: FollowUp; after: Outcome | null } => ({ followUp, after })
const before = { ...entryOf(logged({})).call, id: 'c', rep_id: null, rep_name: '', void: false, credits: null, response: null, replaces: null } as Call
const form = { outcome: null, pick: null, touched: false, wall: '', note: '', reason: '', channel: 'phone' as const }

test('a correction of the note leaves what the entry promised, another outcome or another time does not', () => {
  const corrected = { ...before, outcome: 'callback_agreed' as const }
  const own = { ...promise('own', '2026-11-26T14:00:00.000Z'), call_id: 'c' }
  const correction = (more: Partial<Logged>): ReturnType<typeof entryOf> => entryOf(logged({ corrected, reading: null, open: [of(own, 'callback_agreed')], form, outcome: 'callback_agreed', ...more }))
  assert.deepEqual([correction({}).keepsOwn, correction({}).fulfils], [true, []])
  assert.equal(correction({ outcome: 'no_answer' }).keepsOwn, false)
  assert.equal(correction({ slot, form: { ...form, pick: 'good', touched: true } }).keepsOwn, false)
})

test('what a slip of the thumb had ended is promised again when the correction does not end it', () => {
  const due = of(promise('due', '2026-11-24T14:30:00.000Z'), 'callback_agreed')
  const slip = (outcome: Outcome, more: Partial<Logged> = {}): ReturnType<typeof entryOf> => entryOf(logged({ corrected: before, reading: null, ended: [due], form, outcome, ...more }))
  assert.deepEqual(slip('no_answer').again, [due.followUp])
  assert.deepEqual([slip('spoke').again, slip('spoke').fulfils], [[], []], 'it is over all the same')
  assert.deepEqual(slip('left_message').again, [], 'only the note was corrected')
  const later = slip('no_answer', { slot, form: { ...form, pick: 'good', touched: true } })
  assert.deepEqual([later.again, later.followUp!.supersedes], [[], 'due'], 'put off to the time that was picked now')
})

test('a correction ends what the right outcome would have ended', () => {
  const due = of(promise('due', '2026-11-24T14:30:00.000Z'), 'callback_agreed')
  assert.deepEqual(entryOf(logged({ corrected: { ...before, outcome: 'no_answer' }, reading: null, open: [due], form, outcome: 'left_message' })).fulfils, ['due'])
})
