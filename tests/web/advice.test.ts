import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ADVICE, ARTICLES, byId, mentions, TOPICS } from '../../web/app/domain/advice/advice.ts'
import { DISAGREEMENTS } from '../../web/app/domain/advice/disagreements.ts'
import { officeRules } from '../../web/app/domain/advice/office_list.ts'
import { SETTINGS, SWITCHES } from '../../web/app/domain/advice/switches.ts'
import { coach, RULES } from '../../web/app/domain/coach/coach.ts'
import { settingsOf } from '../../web/app/domain/coach/office.ts'
import { SOURCES } from '../../web/app/domain/coach/sources.ts'
import { anInput } from './coach_cases.ts'

const keys = RULES.map(({ key }) => key)

test('every rule of the coach names advice that can be read, and no rule is missing or invented', () => {
  assert.deepEqual(Object.keys(SOURCES).sort(), [...keys].sort())
  assert.deepEqual(Object.values(SOURCES).flat().filter((id) => byId(id) === null), [])
  assert.ok(Object.values(SOURCES).every((ids) => ids.length > 0))
})

test('every piece of advice says what to do, why, and which article says so', () => {
  assert.equal(new Set(ADVICE.map(({ id }) => id)).size, ADVICE.length)
  for (const { id, what, why, article, topic } of ADVICE) {
    assert.ok(what.length > 10 && why.length > 10 && article.title && article.by && TOPICS[topic], id)
  }
})

test('each article is told from its first piece of advice to its last', () => {
  const count = (article: string): number => ADVICE.filter(({ id }) => id.startsWith(`${article}.`)).length

  assert.deepEqual(Object.keys(ARTICLES).map(count), [16, 17, 12, 38, 12])
})

test('where articles disagree each side is told, and what is done about it', () => {
  assert.equal(DISAGREEMENTS.map(({ id }) => id).join(' '), '6a 6b 6c 6d 6e 6f 6g 6h 6i 6j 6k 6l 6m')
  for (const { id, sides, here } of DISAGREEMENTS) {
    assert.ok(here.length > 10 && sides.every(({ articles, says }) => articles.length > 0 && articles.every((each) => ARTICLES[each]) && says), id)
    assert.ok(id === '6m' || new Set(sides.flatMap(({ articles }) => articles)).size > 1, id)
  }
})

test('advice is found by any of its words', () => {
  assert.ok(mentions('SMILE friday', 'Smile.', 'Not on Friday.'))
  assert.ok(!mentions('smile monday', 'Smile.', 'Not on Friday.'))
})

test('the office lists every rule with a name, one line of why, and numbers whose usual value is in range', () => {
  const rules = officeRules()

  assert.deepEqual(rules.map(({ key }) => key), keys)
  assert.deepEqual([Object.keys(SWITCHES).length, Object.keys(SETTINGS).filter((key) => !keys.includes(key))], [keys.length, []])
  assert.equal(new Set(rules.map(({ label }) => label)).size, rules.length)
  for (const { key, label, why, numbers } of rules) {
    assert.ok(label.length > 5 && why.length > 10 && !why.includes('\n'), key)
    assert.ok(numbers.every(({ from, to, usual }) => from <= usual && usual <= to), key)
  }
})

test('what the lead set is what the coach goes by: every number changes what it says', () => {
  const says = (office: Parameters<typeof settingsOf>[0], input = anInput()): string[] => coach(input, settingsOf(office)).map(({ key }) => key)
  const um = anInput({ text: anInput().text.replace('Your north', 'Um, your north') })

  assert.deepEqual([says({}), says({ numbers: { over_30: 30 } }, anInput({ seconds: 31 })), says({}, anInput({ seconds: 31 }))], [[], ['too_long'], []])
  assert.deepEqual([says({}, um), says({ numbers: { fillers: 2 } }, um), says({ off: ['filler'] }, um)], [['filler'], [], []])
  assert.deepEqual(says({ numbers: { from_a_newer_office: 3 }, off: ['unknown'] }), [])
})

test('each number that the lead can set belongs to a rule that reads it', () => {
  const tries: Record<string, Parameters<typeof anInput>[0]> = {
    words_before_number: { text: 'Hi Dana, Robin Hale. Your north door drags on the floor. I am at 317-555-0144. Could you call me? Robin Hale, 317-555-0144. Thanks.' },
    words_at_an_end: { text: 'Hi Dana, your north door is on my mind. Robin Hale here, 317-555-0144. It drags. Could you call me? Robin Hale, 317-555-0144. I saw it on Monday and it was open. Thanks, Dana.' },
    sentence_words: { text: anInput().text.replace('on the floor', 'on the floor every time that somebody opens it') }, buzzwords: { text: anInput().text.replace('Your north', 'It is a synergy paradigm. Your north') }, first_names: {},
    window_hours: { text: anInput().text.replace('call me?', 'call me between one and four?') }, dials_a_day: { history: { dials_today: 2 } },
    messages_without_callback: { history: { template_left: 10, template_returned: 0 } },
    reason_words: { fields: { reason: 'the door that drags on the floor' } }, value_words: { fields: { value: 'the door that opens again at once' } },
  }
  const least: Record<string, number> = { words_before_number: 5, words_at_an_end: 5, sentence_words: 10, buzzwords: 1, first_names: 2, window_hours: 1, dials_a_day: 1, messages_without_callback: 5, reason_words: 5, value_words: 5 }
  for (const [name, more] of Object.entries(tries)) {
    const found = (value: number): string => coach(anInput(more), settingsOf({ numbers: { [name]: value } })).map(({ key }) => key).join()
    assert.notEqual(found(least[name]!), found(60), name)
  }
})
