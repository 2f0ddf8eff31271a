import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coach } from '../../web/app/domain/coach/coach.ts'
import { keysOf, labelled, score, wordings } from './coach_cases.ts'

const scripts = labelled()
const said = wordings()

for (const name of ['dev', 'fresh'] as const) {
  test(`on labelled scripts (${name}) the coach finds what a careful reader finds, and hardly ever cries wolf`, () => {
    const result = score(labelled(name), keysOf)

    assert.ok(result.macroF1 >= 0.9, `macro F1 ${result.macroF1}: ${result.missed.join(', ')}; false: ${result.falseAlarms.join(', ')}`)
    assert.ok(result.cleanFalseAlarms / result.clean <= 0.05, `${result.cleanFalseAlarms} of ${result.clean} clean scripts: ${result.falseAlarms.join(', ')}`)
  })
}

for (const key of [...new Set(said.map((one) => one.key))]) {
  test(`${key}: reported in every wording that means it`, () => {
    const missed = said.filter((one) => one.key === key && one.wanted && !keysOf(one.input).includes(key))

    assert.deepEqual(missed.map(({ says }) => says), [])
  })

  test(`${key}: silent about what only looks like it`, () => {
    const wrong = said.filter((one) => one.key === key && !one.wanted && keysOf(one.input).includes(key))

    assert.deepEqual(wrong.map(({ says }) => says), [])
  })
}

test('each of the labelled rules is tried on six wordings that mean it and six that do not, at least', () => {
  const few = [...new Set(scripts.flatMap(({ expect }) => expect))].filter((key) => [true, false].some((wanted) => said.filter((one) => one.key === key && one.wanted === wanted).length < 6))

  assert.deepEqual(few, [])
})

test('one tap mends it: after a fix nothing of that kind is left', () => {
  const inputs = [...scripts, ...said].map(({ input }) => input)
  const left = inputs.flatMap((input) => coach(input).flatMap(({ key, fix }) => (fix && keysOf({ ...input, text: fix.edit(input.text) }).includes(key) ? [`${key}: ${fix.edit(input.text)}`] : [])))

  assert.deepEqual(left, [])
})

test('every finding names the advice it comes from, a place inside the text, and a why of one line', () => {
  for (const { input } of [...scripts, ...said]) {
    for (const { key, advice, range, why } of coach(input)) {
      assert.ok(advice.length > 0 && advice.every((id) => /^\d\.\d+$|^6[a-m]$/.test(id)), key)
      assert.ok(range === null || (range[0] >= 0 && range[0] < range[1] && range[1] <= input.text.length), `${key} ${String(range)} ${input.text}`)
      assert.ok(why.length > 10 && why.length <= 130 && !why.includes('\n'), why)
    }
  }
})
