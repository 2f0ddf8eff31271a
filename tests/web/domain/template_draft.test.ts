import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Template, Version } from '../../../web/app/domain/records.ts'
import { blankDraft, copyOf, draftOf, moved, saveOf, troubles, withAgain, withFamily, without, withSection } from '../../../web/app/domain/template_draft.ts'

const template: Template = { id: 't', name: 'A reason', family: 'reason', band: '30', locale: 'en-US', owner_id: null, current: 'v2', variant_of: 'base', variant: 'B', tags: ['first'], note: '', position: 1, retired: false }
const version: Version = { id: 'v2', template_id: 't', number: 2, sections: [{ kind: 'greeting', text: 'Hi {first_name}.' }, { kind: 'ask', text: 'Call me?' }], author: 'Kim', published_at: '2026-11-01T00:00:00.000Z' }

test('a new template starts from words that can be said, in the usual order', () => {
  assert.deepEqual(blankDraft('n', 'en-GB').sections.map((section) => section.kind), ['greeting', 'reason', 'ask', 'number_again', 'sign_off'])
})

test('an edit knows the version that it began from, a copy is its own', () => {
  assert.equal(draftOf(template, version).base, 'v2')
  const copy = copyOf(template, version, 'n')
  assert.deepEqual([copy.id, copy.base, copy.shared, copy.variant_of, copy.variant], ['n', null, false, null, ''])
  copy.sections[0]!.text = 'changed'
  assert.equal(version.sections[0]!.text, 'Hi {first_name}.', 'a published version never changes')
})

test('sections move, go, and come back to their usual place', () => {
  const draft = draftOf(template, version)
  assert.deepEqual(moved(draft, 1, -1).sections.map((section) => section.kind), ['ask', 'greeting'])
  assert.deepEqual(moved(draft, 0, -1).sections.map((section) => section.kind), ['greeting', 'ask'])
  assert.deepEqual(without(draft, 0).sections.map((section) => section.kind), ['ask'])
  assert.deepEqual(withSection(draft, 'reason').sections.map((section) => section.kind), ['greeting', 'reason', 'ask'])
  assert.deepEqual(withSection(draft, 'sign_off').sections.map((section) => section.kind), ['greeting', 'ask', 'sign_off'])
})

test('a section that comes back leaves alone what was typed since it went', () => {
  const draft = draftOf(template, version)
  const typed = { ...without(draft, 0), name: 'In the car', sections: [{ kind: 'ask' as const, text: 'Ring me on Tuesday?' }] }
  const back = withAgain(typed, draft.sections[0]!, 0)
  assert.deepEqual([back.name, back.sections.map(({ text }) => text)], ['In the car', ['Hi {first_name}.', 'Ring me on Tuesday?']])
  const mail = withAgain(withFamily(without(draft, 0), 'email'), draft.sections[0]!, 0)
  assert.deepEqual(mail.sections.map(({ kind, text }) => [kind, text]), [['subject', ''], ['body', 'Call me? Hi {first_name}.']])
})

test('turning a message into an e-mail loses no word', () => {
  const mail = withFamily(draftOf(template, version), 'email')
  assert.deepEqual(mail.sections, [{ kind: 'subject', text: '' }, { kind: 'body', text: 'Hi {first_name}. Call me?' }])
  assert.equal(withFamily(draftOf(template, version), 'curiosity').sections.length, 2)
})

test('what cannot be saved is said in a sentence', () => {
  const draft = draftOf(template, version)
  assert.deepEqual(troubles(draft), [])
  assert.equal(troubles({ ...draft, name: ' ' }).length, 1)
  assert.equal(troubles({ ...draft, sections: [{ kind: 'ask', text: ' ' }] }).length, 1)
  assert.match(troubles({ ...draft, sections: [{ kind: 'ask', text: 'Hi {2nd name}' }] })[0]!, /\{2nd_name\}/)
  assert.equal(troubles({ ...draft, sections: [{ kind: 'ask', text: 'Hi [name], {open' }] }).length, 1)
})

test('what is saved has no empty section and one way of writing a field', () => {
  const save = saveOf({ ...draftOf(template, version), name: ' A reason ', sections: [{ kind: 'greeting', text: 'Hi { First Name }.' }, { kind: 'ask', text: '' }] }, 'v3')
  assert.deepEqual(save.sections, [{ kind: 'greeting', text: 'Hi {first_name}.' }])
  assert.deepEqual([save.name, save.version_id, save.base], ['A reason', 'v3', 'v2'])
})
