import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BANDS, clockWords, judge, JUDGEMENT, lengthWords } from '../../../web/app/domain/bands.ts'
import { spokenSeconds } from '../../../web/app/domain/seconds.ts'

const seconds = (text: string, pace = 150): number => spokenSeconds(text, { locale: 'en-US', pace }).total

test('two ten-digit numbers take about 9.4 seconds at 150 words a minute', () => {
  assert.ok(Math.abs(2 * seconds('555 555 0142') - 9.4) < 0.3, String(2 * seconds('555 555 0142')))
})

test('a slower speaker needs longer, in step', () => {
  assert.ok(seconds('Could you call me back for five minutes', 100) > 1.4 * seconds('Could you call me back for five minutes', 150))
})

test('a usual sentence of fifteen words takes about six seconds', () => {
  const time = seconds('I noticed that two trucks were waiting at your north gate for most of Monday')
  assert.ok(time > 5 && time < 7, String(time))
})

test('pauses count, and nothing takes no time', () => {
  assert.ok(seconds('Hi Dana. Thanks. Bye now.') > seconds('Hi Dana Thanks Bye now'))
  assert.equal(seconds(''), 0)
})

test('a nonsense pace does not make a nonsense time', () => {
  assert.ok(Number.isFinite(seconds('Hello there', 0)) && seconds('Hello there', Number.NaN) > 0)
})

test('the bands are the four that the advice names, with its stops', () => {
  assert.deepEqual([BANDS[14], BANDS[20].to, BANDS[30].to, BANDS[60].to], [{ from: 8, to: 14, stop: 20 }, 20, 30, 60])
})

test('a length is judged with words and a shape, not with colour alone', () => {
  assert.deepEqual([5, 8, 14, 14.1, 20, 20.1].map((length) => judge(length, BANDS[14])), ['short', 'in', 'in', 'over', 'over', 'far_over'])
  assert.equal(new Set(Object.values(JUDGEMENT).map((each) => each.shape)).size, 4)
  assert.deepEqual([18, 26, 9, 12].map((length) => lengthWords(length, BANDS[20])), ['18 s, in the band', '26 s, 6 s over, far too long', '9 s, 3 s short of the band', '12 s, in the band'])
})

test('the running clock says what to do now', () => {
  assert.deepEqual([2, 15, 22, 30].map((length) => clockWords(length, BANDS[20])), ['band from 12 to 20 s', 'in the band, 5 s left', 'over: come to your number', 'far too long: your number, and thanks'])
})
