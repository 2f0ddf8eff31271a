import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coach, RULES, warmUp } from '../../web/app/domain/coach/coach.ts'
import type { CoachInput, CoachSettings } from '../../web/app/domain/coach/types.ts'
import { anInput, keysOf } from './coach_cases.ts'

const START = 'Hi Dana, this is Robin Hale at Hale Hinges, 317-555-0144.'
const END = 'Robin Hale, 317-555-0144. Thanks, Dana.'
const says = (middle: string, more: Partial<CoachInput> = {}): CoachInput => anInput({ text: `${START} ${middle} ${END}`, ...more })
const keys = (input: CoachInput, settings?: CoachSettings): string[] => coach(input, settings).map(({ key }) => key)
const place = (input: CoachInput, key: string): string => {
  const range = coach(input).find((finding) => finding.key === key)?.range
  return range ? input.text.slice(...range) : ''
}
const fixed = (input: CoachInput, key: string): string => coach(input).find((finding) => finding.key === key)!.fix!.edit(input.text)

test('a message without a fault gets no advice, and nor does an empty page', () => {
  assert.deepEqual([keysOf(anInput()), keysOf(anInput({ text: '' })), keysOf(anInput({ text: ' … ' }))], [[], [], []])
})

test('there are thirty rules and more, each with its own key', () => {
  assert.ok(RULES.length >= 30)
  assert.equal(new Set(RULES.map(({ key }) => key)).size, RULES.length)
})

test('what cannot be said comes before what could be better, and the order is the same each time', () => {
  const input = says('Um, your [door] drags. We are the best in the state. You need to call me today.')
  const found = coach(input)

  assert.deepEqual(found.map(({ key }) => key), ['unfilled_field', 'pitch', 'demand', 'filler'])
  assert.deepEqual(found.map(({ severity }) => severity), ['error', 'error', 'warning', 'hint'])
  assert.deepEqual(keys(input), keys(input))
})

test('the place is the words themselves, whatever stands before them', () => {
  assert.equal(place(says('Señor Núñez’s door drags. I insist. Could you call me?'), 'demand'), 'I insist')
  assert.equal(place(says('Your door drags. Could you call me between two and three?'), 'narrow_window'), 'between two and three')
  assert.equal(place(says('Your {hook} drags. Could you call me?'), 'unfilled_field'), '{hook}')
})

test('the lead switches a rule off for the office, and the rep mutes one for this message', () => {
  const input = says('Your door drags. You need to call me.')

  assert.deepEqual(keys(input), ['demand'])
  assert.deepEqual(keys(input, { off: ['demand'] }), [])
  assert.deepEqual(keys(input, { muted: ['demand'] }), [])
})

test('the lead sets another severity, and it moves the finding', () => {
  const input = says('Um, your door drags. You need to call me.')

  assert.deepEqual(keys(input, { severity: { filler: 'error' } }), ['filler', 'demand'])
})

test('the office has its own numbers', () => {
  const thrice = says('Dana, your door drags. Could you call me?')
  const timed = anInput({ seconds: 34 })

  assert.deepEqual([keys(thrice), keys(thrice, { numbers: { first_names: 3 } })], [[], ['first_name_overused']])
  assert.deepEqual([keys(timed), keys(timed, { numbers: { over: { 14: 20, 20: 24, 30: 32, 60: 66 } } })], [[], ['too_long']])
})

test('a break in the middle is reported unless the lead allows it', () => {
  const input = anInput({ text: `${START} Your door drags because the—` })

  assert.deepEqual([keys(input).includes('cut_off'), keys(input, { off: ['cut_off'] }).includes('cut_off')], [true, false])
})

test('the preset decides where the advice disagrees', () => {
  const once = anInput({ text: `${START} Your door drags. Could you call me? Thanks, from Robin.` })
  const late = anInput({ text: 'Hi Dana. Your north door drags on the floor. Could you call me? Robin Hale at Hale Hinges, 317-555-0144, that\'s 317-555-0144. Thanks.', order: 'late' })
  const ends = says('Your door drags. Call me by Friday, or I will close the file.')

  assert.deepEqual([coach(once)[0]!.severity, coach({ ...once, band: '14', seconds: 14 })[0]!.severity], ['warning', 'hint'])
  assert.deepEqual([keys(late), keys(anInput({ text: late.text }))], [[], ['name_once']])
  assert.deepEqual([keys(ends), keys({ ...ends, family: 'last_resort', text: ends.text.replace('Your door', 'Third message: your door') })], [['deadline'], []])
})

test('an address is fine for a customer, and "returning your call" for somebody who called', () => {
  const address = says('The drawing is at halehinges dot com. Could you call me?')
  const returning = says("I'm returning your call about the door. Could you call me?")

  assert.deepEqual([keys(address), keys({ ...address, family: 'existing_customer' })], [['web_or_email'], []])
  assert.deepEqual([keys(returning), keys({ ...returning, cold: false })], [['impersonation'], []])
})

test('what somebody else wrote is not what the rep says', () => {
  assert.deepEqual(keys(says('Your banner says "Save 20 percent, call now or else", and it hangs upside down. Could you call me?')), [])
})

test('a talk track and an e-mail are spared the rules of a voicemail, and keep those of honesty', () => {
  const track = anInput({ family: 'pick_up', text: 'Hi Dana, is this a good moment? We are the best in the state.' })

  assert.deepEqual(keys(track), ['pitch'])
})

test('one tap puts the number in, moves it up, says the name again, asks, thanks', () => {
  const bare = anInput({ text: 'Hi Dana, this is Robin Hale at Hale Hinges. Your north door drags on the floor. Could you call me? Robin Hale. Thanks, Dana.' })

  assert.match(fixed(bare, 'number_missing'), /My number is 317-555-0144\. Thanks, Dana\.$/)
  assert.match(fixed(anInput({ text: `${START} Your door drags. Could you call me? Robin Hale. Thanks, Dana.` }), 'number_once'), /That's 317-555-0144\. Thanks, Dana\.$/)
  assert.match(fixed(anInput({ text: `${START} Your door drags. Could you call me? 317-555-0144. Thanks, Dana.` }), 'name_once'), /This was Robin Hale\. Thanks, Dana\.$/)
  assert.match(fixed(says('Your door drags.'), 'no_ask'), /Your door drags\. Robin Hale, 317-555-0144\. Could you call me\? Thanks, Dana\.$/)
  assert.match(fixed(anInput({ text: `${START} Your door drags. Could you call me? It's Robin Hale again, and the number is 317-555-0144.` }), 'no_thanks_or_signoff'), /317-555-0144\. Thanks, Dana\.$/)
  assert.match(fixed(says('Your door drags. You need to call me.'), 'demand'), /Could you call me when it suits you\?/)
  assert.match(fixed(says('Your door drags. See halehinges.example. Could you call me?'), 'web_or_email'), /Your door drags\. Could you call me\?/)
})

test('one tap spells the name, once its spelling is on file', () => {
  const input = anInput({ rep: { ...anInput().rep, spelling: 'H-A-L-E' } })

  assert.deepEqual(keys(input), ['name_unspelled'])
  assert.match(fixed(input, 'name_unspelled'), /That's H-A-L-E\. Thanks, Dana\.$/)
})

test('getting ready beforehand takes one small step for each rule, and changes no advice', () => {
  const before = keys(says('Um, your door drags. I insist.'))

  assert.equal([...warmUp()].length, RULES.length)
  assert.deepEqual(keys(says('Um, your door drags. I insist.')), before)
})

test('one tap puts the own number where another one stood, brackets and all, and says openly that it is another line', () => {
  const wrong = anInput({ rep: { ...anInput().rep, number: '(317) 555-0144' }, text: anInput().text.replaceAll('317-555-0144', '(317) 555-0199') })
  const mended = fixed(wrong, 'number_mismatch')
  assert.match(mended, /\(317\) 555-0144/)
  assert.doesNotMatch(mended, /0199|\(\(/)

  const shown = anInput({ rep: { ...anInput().rep, calls_from: '317-555-0199' } })
  assert.match(fixed(shown, 'number_not_shown'), /I'm calling from another line, so please use this number\. Thanks, Dana\.$/)
})
