import assert from 'node:assert/strict'
import { test } from 'node:test'
import { say } from '../../../../web/app/domain/say/say.ts'
import { MESSAGES } from '../../speech.ts'
import { BRITISH, AMERICAN, type Table } from './sayings.ts'

const said = (text: string, locale: string): string => say(text, locale).map(({ words }) => words).join(' ').replace(/ ([.,;:!?])/g, '$1')

function checks(kind: string, locale: string, table: Table): void {
  test(`${kind}, as people in ${locale} say them`, () => {
    const wrong = Object.entries(table).filter(([text, words]) => said(text, locale) !== words).map(([text, words]) => ({ text, said: said(text, locale), not: words }))
    assert.deepEqual(wrong, [])
  })
}
for (const [kind, table] of Object.entries(AMERICAN)) checks(kind, 'en-US', table)
for (const [kind, table] of Object.entries(BRITISH)) checks(kind, 'en-GB', table)

/** Names whose sound no rule tells from their letters, British spellings, and one full stop that was meant as a question. */
const OWN_SOUND: Record<string, string> = {
  franswah: 'francois', enkemmelu: 'nkemelu', loller: 'loler', chloay: 'chloe', shchepanski: 'szczepanski', renay: 'renee', "boshom's": "beauchamp's",
  tibbadoe: 'thibodeaux', seeomara: 'xiomara', millimetres: 'millimeters', metres: 'meters', 'november?': 'november.',
}

test('sixty messages are said word for word as a person would say them, marks and all', () => {
  const wrong = MESSAGES.map((message) => ({ id: message.id, said: plain(said(message.text, message.locale)), wanted: respelled(plain(message.say)) }))
    .filter((each) => each.said !== each.wanted)
  assert.deepEqual(wrong, [])
})

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/-/g, ' ').replace(/[.!?]+$/, '')
}

function respelled(text: string): string {
  return text.replace(/[\p{L}'?]+/gu, (word) => OWN_SOUND[word] ?? word)
}

test('a place belongs to every saying, so that its seconds can be told apart', () => {
  const text = 'Call at 2:30, Dr. Lee.'
  assert.deepEqual(say(text, 'en-US').map(({ at, words }) => [text.slice(at, at + 4), words]),
    [['Call', 'call'], ['at 2', 'at'], ['2:30', 'two thirty'], [', Dr', ','], ['Dr. ', 'doctor'], ['Lee.', 'lee'], ['.', '.']])
})

test('marks: the strongest of several, a stop at the end of a line, none at the start', () => {
  assert.equal(said('...Well? "Yes!" (He said so.)\n\nThanks — bye -- now', 'en-US'), 'well? yes! he said so. thanks, bye, now')
  assert.equal(said('Best\nAlex', 'en-US'), 'best. alex')
})

test('words stay words: whatever is no special case is said as it is written', () => {
  assert.equal(said("I'll be at the rep's open house; it isn't far", 'en-US'), "i'll be at the rep's open house; it isn't far")
  assert.equal(said('[first name], I noticed that [hook].', 'en-US'), 'first name, i noticed that hook.')
})
