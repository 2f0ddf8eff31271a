import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '../../../web/app/domain/records.ts'
import { compare, counting, rate, rateWords, wantsRewrite, wilson } from '../../../web/app/domain/results.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')
const DAY = 24 * 3_600_000
let id = 0
const call = (daysAgo: number, more: Partial<Call> = {}): Call => ({
  id: `c${(id += 1)}`, prospect_id: 'p', prospect_name: '', company: '', direction: 'out', channel: 'phone', outcome: 'left_message',
  made_at: new Date(NOW.getTime() - daysAgo * DAY).toISOString(), zone: 'UTC', prospect_zone: '', number: '', template_id: 't', version_id: 'v', variant: '', plan: 'voicemail',
  script: '', seconds: 20, estimate: 20, left_out: [], flags: [], note: '', response: null, credits: null, replaces: null, void: false, rep_id: null, rep_name: '', ...more,
})
const answer = (to: Call, response: Call['response'], hours = 2): Call => call(0, { direction: 'in', outcome: 'spoke', response, credits: to.id, made_at: new Date(Date.parse(to.made_at) + hours * 3_600_000).toISOString() })
const results = (calls: Call[]) => {
  const tally = counting(NOW)
  for (let at = 0; at < calls.length; at += 3) tally.add(calls.slice(at, at + 3))
  return tally.results()
}

test('a callback, an e-mail, a picked-up dial and nothing are told apart', () => {
  const [a, b, c, d] = [call(10), call(11), call(12), call(13)]
  const { all } = results([answer(a!, 'callback'), answer(b!, 'email'), answer(c!, 'pick_up'), a!, b!, c!, d!])
  assert.deepEqual([all.messages, all.callbacks, all.emails, all.pickUps], [4, 1, 1, 1])
})

test('messages of the last seven days do not count yet, answered or not', () => {
  const [young, fresh, ripe] = [call(6.9), call(1), call(7.1)]
  const { all, young: waiting, youngAnswered } = results([answer(young!, 'callback'), young!, fresh!, ripe!])
  assert.deepEqual([all.messages, all.callbacks, waiting, youngAnswered], [1, 0, 2, 1])
})

test('only messages left by phone count', () => {
  const { all } = results([call(10), call(10, { outcome: 'no_answer' }), call(10, { direction: 'in' }), call(10, { channel: 'email' }), call(10, { outcome: 'left_with_person' })])
  assert.equal(all.messages, 1)
})

test('a message that was corrected after it was answered keeps its answer', () => {
  const first = call(10)
  const right = call(10, { replaces: first.id, note: 'By the gate.' })
  for (const calls of [[first, answer(first, 'callback'), right], [right, answer(first, 'callback'), first]]) {
    const { all } = results(calls)
    assert.deepEqual([all.messages, all.callbacks], [1, 1])
  }
})

test('an entry that was corrected or taken back counts no more, in whatever order it comes', () => {
  const wrong = call(10)
  const right = call(10, { replaces: wrong.id, outcome: 'no_answer' })
  assert.equal(results([wrong, right]).all.messages, 0)
  assert.equal(results([right, wrong]).all.messages, 0)
  const taken = call(9)
  assert.equal(results([call(9, { replaces: taken.id, void: true }), taken]).all.messages, 0)
  const undone = call(8)
  const correction = call(8, { replaces: undone.id, outcome: 'busy' })
  assert.equal(results([undone, correction, call(8, { replaces: correction.id, void: true })]).all.messages, 1, 'a correction that was taken back leaves the first entry standing')
  const message = call(10)
  const reply = answer(message, 'callback')
  assert.equal(results([message, reply, call(0, { replaces: reply.id, void: true })]).all.callbacks, 0)
})

test('a message that two phones corrected counts once', () => {
  const first = call(10)
  const [older, younger] = [call(10, { id: 'one', replaces: first.id }), call(10, { id: 'two', replaces: first.id })]
  for (const calls of [[first, older, younger], [younger, older, first]]) assert.equal(results(calls).all.messages, 1)
  assert.equal(results([first, older, call(10, { id: 'two', replaces: first.id, outcome: 'busy' })]).all.messages, 0)
  assert.equal(results([first, older, younger, call(10, { replaces: older.id })]).all.messages, 1)
  assert.equal(results([first, older, younger, call(9, { replaces: younger.id, void: true })]).all.messages, 1, 'the older stands again')
})

test('counts are kept for each template, variant, weekday, hour and length', () => {
  const a = call(11.25, { template_id: 'a', variant: 'A', seconds: 12 })
  const { byTemplate, byVariant, byLength, byHour, byWeekday } = results([a, answer(a, 'callback'), call(11.25, { template_id: 'b', seconds: 25 })])
  assert.deepEqual(byTemplate.map((group) => [group.key, group.messages, group.callbacks]), [['a', 1, 1], ['b', 1, 0]])
  assert.deepEqual(byVariant.map((group) => group.key), ['a|A'])
  assert.deepEqual(byLength.map((group) => group.key), ['0-14', '20-30'])
  assert.deepEqual([byWeekday[0]!.key, byHour[0]!.key], ['5', '6'])
})

test('hours and days are those on the prospect\'s wall', () => {
  const late = call(0, { made_at: '2026-11-13T01:30:00.000Z', prospect_zone: 'America/Los_Angeles' })
  const { byWeekday, byHour } = results([late])
  assert.deepEqual([byWeekday[0]!.key, byHour[0]!.key], ['4', '17'])
})

test('time to callback is the middle one, time spent is set against callbacks', () => {
  const messages = [10, 11, 12].map((days) => call(days, { seconds: 30 }))
  const { hoursToCallback, secondsPerCallback, minutesSpent } = results([...messages, answer(messages[0]!, 'callback', 1), answer(messages[1]!, 'callback', 5), answer(messages[2]!, 'callback', 48)])
  assert.deepEqual([hoursToCallback, secondsPerCallback, minutesSpent], [5, 30, 1.5])
})

test('Wilson\'s interval is the textbook one', () => {
  const { low, high } = wilson(10, 100)
  assert.ok(Math.abs(low - 0.0552) < 0.0005 && Math.abs(high - 0.1744) < 0.0005, `${low} ${high}`)
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
  assert.equal(wilson(0, 20).low, 0)
})

test('a rate without enough messages behind it is not known, and says how many are missing', () => {
  assert.match(rateWords(rate(12, 1)), /^Not known yet: about \d+0 more messages$/)
  assert.equal(rate(0, 0).known, false)
  assert.match(rateWords(rate(500, 40)), /^8 % call back \(6 to 11 %\)$/)
  assert.equal(rate(500, 40).more, 0)
})

test('a winner is named only when chance hardly explains it', () => {
  assert.equal(compare(rate(20, 4), rate(20, 1)).clear, false)
  assert.equal(compare(rate(100, 12), rate(100, 8)).clear, false)
  assert.match(compare(rate(100, 12), rate(100, 8)).words, /Could be chance: about \d+ more messages each/)
  const clear = compare(rate(1000, 160), rate(1000, 80))
  assert.equal(clear.clear, true)
  assert.match(clear.words, /^More callbacks: 5 to 11 points$/)
})

test('forty messages without a callback ask for other words', () => {
  assert.equal(wantsRewrite(rate(40, 0)), true)
  assert.equal(wantsRewrite(rate(39, 0)), false)
  assert.equal(wantsRewrite(rate(80, 1)), false)
})

test('fifty thousand calls are counted in a moment', () => {
  const zones = ['America/New_York', 'America/Chicago', 'Europe/London', 'America/Los_Angeles']
  const many = Array.from({ length: 50_000 }, (_, n) => call(8 + (n % 400), { prospect_zone: zones[n % 4]!, template_id: `t${n % 20}` }))
  const begun = performance.now()
  const tally = counting(NOW)
  for (let at = 0; at < many.length; at += 1000) tally.add(many.slice(at, at + 1000))
  assert.equal(tally.results().all.messages, 50_000)
  assert.ok(performance.now() - begun < 3000, `${performance.now() - begun} ms`)
})
