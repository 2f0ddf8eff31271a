import assert from 'node:assert/strict'
import { test } from 'node:test'
import { derived } from '../../../web/app/domain/derived.ts'
import { companion, rank, situationOf, type Situation } from '../../../web/app/domain/families.ts'
import type { Call, Family, Template } from '../../../web/app/domain/records.ts'
import { toUtc } from '../../../web/app/domain/timing.ts'

const NOW = new Date('2026-11-24T15:00:00.000Z')
const DAY = 24 * 3_600_000
let place = 0
const template = (id: string, family: Family, more: Partial<Template> = {}): Template => ({
  id, name: id, family, band: '30', locale: 'en-US', owner_id: null, current: `${id}-1`, variant_of: null, variant: '', tags: [], note: '', position: place += 1, retired: false, ...more,
})
const LIBRARY = [
  template('reason', 'reason', { tags: ['first'] }), template('reason-b', 'reason', { tags: ['first'], variant_of: 'reason', variant: 'B' }), template('curious', 'curiosity', { tags: ['first'] }),
  template('referral', 'referral'), template('met', 'met_before'), template('customer', 'existing_customer'), template('second', 'follow_up', { tags: ['second'] }),
  template('third', 'follow_up', { tags: ['third'] }), template('last', 'last_resort'), template('live', 'pick_up'), template('mail', 'email'), template('old', 'reason', { retired: true }),
]
const NEW: Situation = { unreturned: 0, weeks: 0, since: null, talked: false, connected: false, customer: false }
const first = (situation: Partial<Situation>, prospect = 'p'): string => rank(LIBRARY, { ...NEW, ...situation }, prospect)[0]!.template.id
const message = (daysAgo: number, more: Partial<Call> = {}): { call: Call; state: string; answered: Call | null } => ({
  call: { id: `m${daysAgo}`, outcome: 'left_message', direction: 'out', channel: 'phone', made_at: new Date(NOW.getTime() - daysAgo * DAY).toISOString(), ...more } as Call, state: 'stands', answered: null,
})

test('the first message gives a reason, the second and third have their own words', () => {
  assert.match(first({}), /^reason/)
  assert.equal(first({ unreturned: 1 }), 'second')
  assert.equal(first({ unreturned: 2 }), 'third')
})

test('the last resort waits for three unanswered messages over three weeks, and says so', () => {
  const early = rank(LIBRARY, { ...NEW, unreturned: 3, weeks: 1, since: '2026-11-16T10:00:00.000Z' }, 'p')
  assert.equal(early.at(-1)!.template.id, 'last')
  assert.match(early.at(-1)!.locked, /^Opens on \d+ \w+, 3 weeks after the first/)
  assert.match(rank(LIBRARY, NEW, 'p').at(-1)!.locked, /3 unanswered messages over 3 weeks/)
  assert.equal(rank(LIBRARY, { ...NEW, unreturned: 2, weeks: 1 }, 'p', { messages: 2, weeks: 1 })[0]!.template.id, 'last', 'as the lead set it')
  assert.equal(first({ unreturned: 3, weeks: 3 }), 'last')
})

test('customers, people met before and connections get the words meant for them', () => {
  assert.equal(first({ customer: true }), 'customer')
  assert.equal(first({ talked: true }), 'met')
  assert.equal(first({ connected: true }), 'referral')
})

test('talk tracks, e-mails and retired templates are not offered as messages', () => {
  const offered = rank(LIBRARY, NEW, 'p').map((each) => each.template.id)
  for (const id of ['live', 'mail', 'old']) assert.ok(!offered.includes(id), id)
})

test('a prospect always meets the same variant, and the variants share the prospects fairly', () => {
  const meets = Array.from({ length: 400 }, (_, n) => first({}, `0192f7c0-0000-7000-8000-${String(n).padStart(12, '0')}`))
  assert.deepEqual(meets, Array.from({ length: 400 }, (_, n) => first({}, `0192f7c0-0000-7000-8000-${String(n).padStart(12, '0')}`)))
  const share = meets.filter((id) => id === 'reason').length / 400
  assert.ok(share > 0.4 && share < 0.6, String(share))
})

test('messages count since the last answer, weeks since the first of them', () => {
  assert.deepEqual(situationOf({}, [message(2), message(9), message(23)], NOW), { ...NEW, unreturned: 3, weeks: 3, since: '2026-11-01T15:00:00.000Z' })
  const answered = situationOf({}, [message(2), message(5, { outcome: 'spoke' }), message(9)], NOW)
  assert.equal(answered.unreturned, 1)
  assert.equal(answered.talked, true)
  assert.equal(situationOf({ connection: 'Sam Okoro' }, [], NOW).connected, true)
  assert.equal(situationOf({ purpose: 'Renewal of the contract' }, [], NOW).customer, true)
})

test('the talk track that goes with a message is of its language', () => {
  const british = template('live-gb', 'pick_up', { locale: 'en-GB' })
  assert.equal(companion([...LIBRARY, british], 'pick_up', 'en-GB')!.id, 'live-gb')
  assert.equal(companion([], 'email', 'en-US'), null)
})

test('the log fills how many messages there were and when the last one was', () => {
  const known = { family: 'last_resort' as const, last: message(4).call, unreturned: 4, now: toUtc('2026-11-24T10:00', 'Europe/London'), zone: 'Europe/London', work: { from: '09:00', to: '17:00', days: '12345', zone: 'Europe/London', holidays: [] } }
  const values = derived(known)
  assert.equal(values['count'], 'five')
  assert.equal(values['last_time'], 'on Friday')
  assert.equal(values['today'], 'Tuesday morning')
  assert.equal(values['next_slot'], 'on Wednesday morning')
  assert.equal('last_time' in derived({ ...known, family: 'existing_customer' }), false, 'there it means another time')
})
