import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BANDS, clockWords, judge, JUDGEMENT, estimateWords, lengthWords } from '../../../web/app/domain/bands.ts'
import { chunksOf } from '../../../web/app/domain/chunks.ts'
import { aboutSeconds, spokenSeconds } from '../../../web/app/domain/seconds.ts'
import { soundsOf } from '../../../web/app/domain/seconds/sounds.ts'
import { accuracyOf, byWords, MESSAGES } from '../speech.ts'

const seconds = (text: string, pace = 150): number => spokenSeconds(text, { locale: 'en-US', pace }).total

test('sixty measured messages: 4 % off on average at most, 2 % bias, 95 % within a tenth, none beyond a fifth, 3 % in a wrong band', () => {
  const { mape, bias, beyond10, beyond20, wrongBand } = accuracyOf(({ text, locale }) => spokenSeconds(text, { locale, pace: 150 }).total)
  assert.equal(MESSAGES.length, 60)
  assert.ok(mape <= 0.04, `off by ${mape}`)
  assert.ok(Math.abs(bias) <= 0.02, `bias ${bias}`)
  assert.ok(beyond10 <= 0.05 && beyond20 === 0, `beyond a tenth ${beyond10}, beyond a fifth ${beyond20}`)
  assert.ok(wrongBand <= 0.03, `in a wrong band ${wrongBand}`)
})

test('counting words is ten times as far off, so the measure tells good from bad', () => {
  const { mape, wrongBand } = accuracyOf(byWords)
  assert.ok(mape > 0.25 && wrongBand > 0.4, `${mape} ${wrongBand}`)
})

test('two ten-digit numbers take ten seconds or so at 150 words a minute, with time to write them down', () => {
  const both = 2 * seconds('555 555 0142')
  assert.ok(both > 9.4 && both < 11, String(both))
})

test('a price takes as long as it takes to say', () => {
  assert.equal(seconds('It is $3,600 flat'), seconds('It is thirty six hundred dollars flat'))
  assert.ok(seconds('It is $3,600 flat') > 1.5 * seconds('It is cheap flat'))
})

test('a slower speaker needs longer, in step, pauses and all', () => {
  const text = 'Hi Dana. Could you call me back, for five minutes?'
  assert.ok(Math.abs(seconds(text, 100) - 1.5 * seconds(text, 150)) < 1e-9)
})

test('a usual sentence of fifteen words takes about six seconds', () => {
  const time = seconds('I noticed that two trucks were waiting at your north gate for most of Monday')
  assert.ok(time > 5 && time < 7, String(time))
})

test('pauses count, the one at the very end does not, and nothing takes no time', () => {
  assert.ok(seconds('Hi Dana. Thanks. Bye now.') > seconds('Hi Dana Thanks Bye now') + 1)
  assert.equal(seconds('Bye now.'), seconds('Bye now'))
  for (const nothing of ['', '  ', '...', '\n\n', '—']) assert.equal(seconds(nothing), 0, JSON.stringify(nothing))
})

test('a nonsense pace does not make a nonsense time', () => {
  assert.ok(Number.isFinite(seconds('Hello there', 0)) && seconds('Hello there', Number.NaN) > 0)
})

test('the seconds of the sections add up to those of the script, however it is cut', () => {
  const sections = ['Hi Dana, this is Alex Moreau,', 'at Northgate Doors.', '', 'Call me at 9:30 a.m. on (555) 555-0142.', 'Thanks.']
  const whole = spokenSeconds(sections.join(' '), { locale: 'en-US', pace: 150 }).total
  const { total, parts } = spokenSeconds(sections, { locale: 'en-US', pace: 150 })
  assert.ok(Math.abs(total - whole) < 1e-9)
  assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole) < 1e-9)
  assert.equal(parts.length, 5)
  assert.equal(parts[2], 0)
  assert.ok(parts[3]! > parts[0]! && parts[4]! < 1, String(parts))
})

test('every chunk has its own time, and the number has the longest', () => {
  const chunks = chunksOf('Hi Dana, this is Alex Moreau. My number is (555) 555-0142. Thanks, Dana.')
  const { parts } = spokenSeconds(chunks.map((chunk) => chunk.text), { locale: 'en-US', pace: 150 })
  assert.equal(parts.length, chunks.length)
  assert.equal(parts.indexOf(Math.max(...parts)), chunks.findIndex((chunk) => chunk.kind === 'number'))
})

test('a part that holds half of a saying gets its time where it begins', () => {
  const { total, parts } = spokenSeconds(['Call me at 5', 'p.m. today'], { locale: 'en-US', pace: 150 })
  assert.ok(Math.abs(total - seconds('Call me at 5 p.m. today')) < 1e-9)
  assert.ok(parts[0]! > 0 && parts[1]! > 0)
})

test('text that nobody would say is timed all the same, and soon', () => {
  const began = performance.now()
  for (const odd of ['a.', 'A-', '(1', '1/', '$1,', '1 ', 'é', '@', '\u0000', '😀', '/', '+']) assert.ok(Number.isFinite(seconds(odd.repeat(8000 / odd.length))), odd)
  assert.ok(performance.now() - began < 10_000)
})

test('sounds are told from letters', () => {
  const count = (word: string): number => soundsOf(word).count
  assert.deepEqual(['time', 'times', 'table', 'opened', 'wanted', 'prices', 'night', 'station', 'box', 'knee', 'thing', 'queue'].map(count), [3, 4, 5, 5, 6, 6, 3, 6, 4, 2, 3, 3])
  assert.deepEqual(soundsOf('five'), { count: 3, long: 1, hissed: 2 })
  assert.deepEqual(soundsOf('Renée'), soundsOf('renee'))
})

test('the number is said with the honesty that it has', () => {
  assert.deepEqual([0.2, 12.6, 31.4, 59.4, 61.3, 62.6, 118].map(aboutSeconds), ['about 0 s', 'about 13 s', 'about 31 s', 'about 59 s', 'about 1 min', 'about 1 min 5 s', 'about 2 min'])
})

test('the bands are the four that the advice names, with its stops', () => {
  assert.deepEqual([BANDS[14], BANDS[20].to, BANDS[30].to, BANDS[60].to], [{ from: 8, to: 14, stop: 20 }, 20, 30, 60])
})

test('a length is judged with words and a shape, not with colour alone', () => {
  assert.deepEqual([5, 8, 14, 14.1, 20, 20.1].map((length) => judge(length, BANDS[14])), ['short', 'in', 'in', 'over', 'over', 'far_over'])
  assert.equal(new Set(Object.values(JUDGEMENT).map((each) => each.shape)).size, 4)
  assert.deepEqual([18, 26, 9, 12].map((length) => lengthWords(length, BANDS[20])), ['18 s, in the band', '26 s, 6 s over, far too long', '9 s, 3 s short of the band', '12 s, in the band'])
  assert.equal(estimateWords(18.3, BANDS[20]), 'about 18 s, in the band')
})

test('the running clock says what to do now', () => {
  assert.deepEqual([2, 15, 22, 30].map((length) => clockWords(length, BANDS[20])), ['band from 12 to 20 s', 'in the band, 5 s left', 'over: come to your number', 'far too long: your number, and thanks'])
})
