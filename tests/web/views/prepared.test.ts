import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Prepared } from '../../../web/app/domain/reading.ts'
import type { Prospect, Template, Version } from '../../../web/app/domain/records.ts'
import { aCall } from '../examples.ts'
import { known, noteFor, NOTHING, planOf, readingOf, templateFor, wholeSeconds, withTyped } from '../../../web/app/views/prepared.ts'

const prospect: Prospect = { id: 'p', fields: { first_name: 'Dana', preferred_name: 'Dee', phone: '+15555550123', zone: 'America/New_York' }, owner_id: null, do_not_call: null, token: '', made_at: '', lost: [] }
const template: Template = { id: 't', name: 'A reason', family: 'reason', band: '20', locale: 'en-US', owner_id: null, current: 'v', variant_of: null, variant: 'A', tags: [], note: '', position: 1, retired: false }
const live: Template = { ...template, id: 'live', family: 'pick_up', current: 'lv' }
const version: Version = { id: 'v', template_id: 't', number: 1, author: '', published_at: '', sections: [{ kind: 'greeting', text: 'Hi {first_name}, this is {my_name}.' }, { kind: 'reason', text: 'I noticed that {hook}.' }] }
const track: Version = { ...version, id: 'lv', sections: [{ kind: 'opener', text: 'Hi {first_name}.' }, { kind: 'if_busy', text: 'When is better?' }] }
const page = known(prospect, { spoken_name: 'Alex Moreau', pace: '150' }, [], [template, live], (e164) => e164, new Date('2026-11-24T15:00:00.000Z'))
const typed: Prepared = { ...NOTHING, values: { hook: 'two trucks were waiting', first_name: 'Dora' } }
const plans = (prepared: Prepared) => [planOf(page, prepared, 'voicemail', template, version), planOf(page, prepared, 'pick_up', live, track)] as const

test('what is known fills the template, what was typed goes over it', () => {
  assert.equal(plans(NOTHING)[0].text, 'Hi Dee, this is Alex Moreau. I noticed that [hook].')
  assert.deepEqual(plans(NOTHING)[0].gaps, ['hook'])
  assert.equal(plans(typed)[0].text, 'Hi Dora, this is Alex Moreau. I noticed that two trucks were waiting.')
})

test('the rep\'s own wording is what will be said, and is searched for gaps', () => {
  const own = { ...typed, words: { voicemail: 'Hi Dee, [name] here.' } }
  assert.deepEqual(plans(own)[0].gaps, ['[name]'])
  const [message, talk] = plans({ ...typed, words: { voicemail: 'Hi Dee, Alex here.' } })
  assert.equal(readingOf(page, { ...typed, words: { voicemail: 'Hi Dee, Alex here.' } }, message, talk).voicemail!.script, 'Hi Dee, Alex here.')
})

test('the call carries the words of both plans, what was left out, and what was learnt about the prospect', () => {
  const prepared = { ...typed, values: { first_name: 'Dora' }, left_out: ['hook', 'value'] }
  const [message, talk] = plans(prepared)
  const reading = readingOf(page, prepared, message, talk)
  assert.equal(reading.voicemail!.script, 'Hi Dora, this is Alex Moreau.')
  assert.deepEqual(reading.voicemail!.left_out, ['hook'])
  assert.deepEqual(reading.pick_up!.parts, [{ label: 'Opener', text: 'Hi Dora.' }, { label: 'If they are busy', text: 'When is better?' }])
  assert.deepEqual(reading.edits, [{ field: 'preferred_name', old: 'Dee', new: 'Dora' }])
  assert.equal(reading.plan, 'pick_up', 'while it rings, the talk track is in front')
  assert.equal(readingOf(page, prepared, message, null).plan, 'voicemail')
})

test('what was typed the evening before is told over what stood there then', () => {
  const before = withTyped(withTyped({ ...NOTHING } as Prepared, prospect, 'hook', 'two') as Prepared, prospect, 'hook', 'two trucks were waiting') as Prepared
  const meanwhile = { ...page, prospect: { ...prospect, fields: { ...prospect.fields, hook: 'they open a second yard' } } }
  assert.deepEqual(readingOf(meanwhile, { ...NOTHING, ...before }, null, null).edits, [{ field: 'hook', old: '', new: 'two trucks were waiting' }])
})

test('the chosen template stays, else the best one stands', () => {
  assert.equal(templateFor(page, NOTHING, 'voicemail')!.id, 't')
  assert.equal(templateFor(page, { ...NOTHING, chosen: { pick_up: 'live' } }, 'pick_up')!.id, 'live')
  assert.equal(templateFor(page, NOTHING, 'email'), null)
})

test('the author\'s words about a field stand under it', () => {
  const note = 'The everyday message. {hook} is what you saw: "two trucks". {reason} is a few words that follow "about".'
  assert.equal(noteFor('hook', note), 'What you saw: "two trucks".')
  assert.equal(noteFor('value', note), '')
})

test('a last try whose time has not come is no choice', () => {
  const last: Template = { ...template, id: 'last', family: 'last_resort' }
  const chosen = { ...NOTHING, chosen: { voicemail: 'last' } }
  const early = known(prospect, {}, [], [template, last], (e164) => e164, new Date('2026-11-24T15:00:00.000Z'))
  assert.equal(templateFor(early, chosen, 'voicemail')!.id, 't')
  assert.match(early.ranked.find((each) => each.template.id === 'last')!.locked, /^Opens after/)
  const message = { call: aCall({ made_at: '2026-11-20T10:00:00.000Z' }), state: 'stands' as const, answered: null }
  const ripe = known(prospect, {}, [message], [template, last], (e164) => e164, new Date('2026-11-24T15:00:00.000Z'), [], { messages: 1, weeks: 0 })
  assert.equal(templateFor(ripe, chosen, 'voicemail')!.id, 'last')
})

test('the call carries its reason, and a changed link has to be checked anew', () => {
  const [message] = plans(typed)
  assert.equal(readingOf(page, typed, message, null).voicemail!.reason, 'two trucks were waiting')
  const linked = known({ ...prospect, fields: { ...prospect.fields, connection: 'Ewan Blythe', connection_verified: 'yes' } }, {}, [], [template], (e164) => e164, new Date('2026-11-24T15:00:00.000Z'))
  const { edits } = readingOf(linked, { ...NOTHING, values: { connection: 'June Park' } }, message, null)
  assert.deepEqual(edits.map((edit) => [edit.field, edit.new]), [['connection', 'June Park'], ['connection_verified', '']])
})

test('the seconds of the sections are whole, and add up to the seconds of the message', () => {
  const [message] = plans(typed)

  assert.equal(message.parts.reduce((sum, part) => sum + part, 0), Math.round(message.seconds))
  assert.equal(message.parts.length, message.pieces.length)
  assert.deepEqual(wholeSeconds([1.4, 2.4, 0, 1.4]), [2, 2, 0, 1])
})

test('a message read from bullets takes them along, says so, and keeps what was waved through', () => {
  const prepared: Prepared = { ...typed, bullets: true, muted: ['number_once'] }
  const [message, talk] = plans(prepared)
  const said = readingOf(page, prepared, message, talk).voicemail!

  assert.deepEqual(said.parts, [{ label: 'Greeting', text: 'Dora · Alex Moreau' }, { label: 'Reason', text: 'noticed two trucks waiting' }])
  assert.equal(said.script, said.parts.map(({ text }) => text).join('\n'))
  assert.deepEqual([said.bullets, said.muted, talk.bullets], [true, ['number_once'], null])
  assert.equal(said.estimate, plans(typed)[0].seconds, 'they are said in sentences')
})

test('bullets in the rep\'s own hand are searched for gaps and stay as they are', () => {
  const [message] = plans({ ...NOTHING, bullets: true, points: '- Dee\n- [hook]' })

  assert.deepEqual([message.gaps, message.text], [['[hook]'], 'Dee\n[hook]'])
  assert.deepEqual(plans({ ...NOTHING, bullets: true, points: 'Dee\ntrucks' })[0].gaps, [])
  assert.deepEqual(plans({ ...NOTHING, bullets: true })[0].gaps, ['hook'], 'those that are made from the script have its gaps')
})
