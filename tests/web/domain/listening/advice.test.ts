import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BANDS } from '../../../../web/app/domain/bands.ts'
import { advice, compared, findings, type Aim } from '../../../../web/app/domain/listening/advice.ts'
import { figuresOf, type Figures } from '../../../../web/app/domain/listening/figures.ts'
import { louder, recording, TEXT } from '../../recordings.ts'

const script = { text: TEXT, locale: 'en-US', pace: 150 }
const of = (name: string, times = 1): Figures => figuresOf(louder(recording(name).sound, times), script)!
const aim: Aim = { band: BANDS[20], pace: 150, sure: true }
const heeded = (figures: Figures, more = {}) => ({ figures, fillers: null, cut: false, ...more })
const watched = (figures: Figures): string[] => findings(heeded(figures), aim).filter((one) => one.watch).map((one) => one.key)
const good = of('clean')

test('a good take is praised, and every figure has a word', () => {
  assert.deepEqual(watched(good), [])
  assert.match(advice(heeded(good), aim), /works/)
  assert.deepEqual(findings(heeded(good, { fillers: 0 }), aim).map((one) => one.key), ['length', 'pace', 'digits', 'pauses', 'voice', 'level', 'noise', 'fillers'])
})

test('each recording with one fault hears of that fault', () => {
  assert.deepEqual(watched(of('monotone')), ['voice'])
  assert.match(advice(heeded(of('monotone')), aim), /one note/)
  assert.match(advice(heeded(of('long-pauses')), aim), /One pause lasts 2.4 s/)
  assert.match(advice(heeded(of('noise')), aim), /quieter place/)
  assert.match(advice(heeded(of('too-fast')), aim), /number slower/)
  assert.match(advice(heeded(of('clean', 5)), aim), /Too loud/)
  assert.match(advice(heeded(of('clean', 0.05)), aim), /closer to the microphone/)
})

test('what keeps a message from being understood comes before what makes it nicer', () => {
  const all = { ...of('noise'), clipped: 9, span: 40, perSecond: 4, spread: 0.2 }
  const order = [/Too loud/, /quieter place/, /cut the rest/, /number slower/, /one note/]
  const mended: Array<Partial<Figures>> = [{}, { clipped: 0 }, { ratio: 40 }, { span: 15 }, { perSecond: 2, pace: 150, longest: 0.5 }]
  let now: Figures = all
  order.forEach((words, at) => {
    now = { ...now, ...mended[at] }
    assert.match(advice(heeded(now), aim), words)
  })
})

test('a take that a call broke off is to be said again, whatever it sounds like', () => {
  assert.match(advice(heeded(good, { cut: true }), aim), /^A call took the microphone/)
})

test('too long is told in seconds, too fast beside the own pace', () => {
  assert.match(advice(heeded({ ...good, span: 22 }), aim), /Too long by 2 s/)
  assert.match(advice(heeded({ ...good, pace: 170 }), { ...aim, pace: 130 }), /breathe/)
  assert.match(findings(heeded(good), aim)[1]!.words, /124 spoken words a minute, as your own pace: 13 s, where 13 s were expected/)
  assert.match(findings(heeded(good), { ...aim, sure: false })[1]!.words, /usual pace/)
})

test('fillers are those that the rep counted; one is nobody’s fault', () => {
  assert.equal(advice(heeded(good, { fillers: 1 }), aim), advice(heeded(good), aim))
  assert.match(advice(heeded(good, { fillers: 4 }), aim), /silent pause/)
})

test('two takes are compared by what an ear would notice', () => {
  assert.equal(compared(good, good), '')
  assert.equal(compared(good, of('too-fast')), '5 s longer, the number slower')
  assert.equal(compared(good, of('monotone')), 'livelier')
  assert.match(compared(of('noise'), good), /more noise/)
  assert.match(compared(good, of('long-pauses')), /5 s shorter, the longest pause shorter/)
})
