import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taken } from '../../../web/app/domain/typed.ts'

const BASE = { first_name: 'Ruth', phone: '+13035550142', rank: 'a1' }
const draft = (fields = {}, raw = {}) => ({ fields: { ...BASE, ...fields }, raw, base: BASE })

test('what the rep has typed is his, over what he saw when he began', () => {
  const typed = taken(draft({ note: 'Ask for Ines' }), { ...BASE, note: 'Back on Monday' })
  assert.deepEqual([typed.fields['note'], typed.base['note']], ['Ask for Ines', ''])
})

test('a field that he has not touched shows what it has become meanwhile, its number as well', () => {
  const typed = taken(draft({ note: 'Ask for Ines' }, { phone: '(303) 555-0142' }), { ...BASE, phone: '+13035550199', rank: '' })
  assert.deepEqual([typed.fields['phone'], typed.base['phone'], typed.raw['phone']], ['+13035550199', '+13035550199', undefined])
  assert.deepEqual([typed.fields['rank'], typed.base['rank']], ['', ''])
})

test('a number that he was typing stays as he typed it', () => {
  assert.equal(taken(draft({ phone: '' }, { phone: '(303) 55' }), { ...BASE, phone: '+13035550199' }).raw['phone'], '(303) 55')
})

test('a draft from before there was a base keeps its words, replaces nothing unseen, and leaves the call list alone', () => {
  const { base: _, ...old } = draft({ note: 'Ask for Ines', closed: '' })
  const typed = taken(old, { first_name: 'Ruth', phone: '+13035550199', rank: '', closed: '2026-11-20T09:00:00.000Z' })
  assert.deepEqual([typed.fields['note'], typed.fields['rank'], typed.fields['closed']], ['Ask for Ines', '', '2026-11-20T09:00:00.000Z'])
  assert.deepEqual([typed.fields['phone'], typed.base['phone'], typed.base['first_name']], ['+13035550142', '', 'Ruth'])
})
