import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figures } from '../../../web/app/domain/listening/figures.ts'
import { ownPace } from '../../../web/app/domain/pace.ts'
import { BUDGET, rehearsed, timedTakes, toDrop, type Take } from '../../../web/app/domain/takes.ts'

const take = (id: string, minute: number, kept = false, bytes = 40) => ({ id, made_at: `2026-11-22T10:0${minute}:00.000Z`, kept, bytes })

test('the oldest takes that are not kept make room, and no more of them than needed', () => {
  const takes = [take('new', 4), take('old', 1), take('kept', 0, true), take('middle', 2)]
  assert.deepEqual(toDrop(takes, 40, 200), [])
  assert.deepEqual(toDrop(takes, 41, 200), ['old'])
  assert.deepEqual(toDrop(takes, 81, 200), ['old', 'middle'])
  assert.deepEqual(toDrop(takes, 160, 200), ['old', 'middle', 'new'])
})

test('kept takes are never dropped: when they fill the room, there is none', () => {
  assert.equal(toDrop([take('a', 1, true, 150), take('b', 2)], 60, 200), null)
})

test('the room holds a score of the longest messages', () => {
  assert.ok(BUDGET / (60 * 32_000) > 20)
})

test('only these very words, said to the end by a voice, count as rehearsed', () => {
  const said = { script: 'Hi Dana.', cut: false, figures: {} as Figures }
  assert.equal(rehearsed([said], 'Hi Dana.'), true)
  for (const other of [{ ...said, script: 'Hi Omar.' }, { ...said, cut: true }, { ...said, figures: null }]) assert.equal(rehearsed([other], 'Hi Dana.'), false)
})

test('a rehearsal that was read to its end tells of the own pace; one by heart or broken off does not', () => {
  const one = { id: 'a', made_at: '2026-11-22T10:00:00.000Z', script: 'Hi Dana, this is Alex. I found two leaks on your bill this morning.', way: 'full', cut: false, figures: { words: 14, span: 6 } } as unknown as Take
  const all = [{ ...one, made_at: '2026-11-22T11:00:00.000Z', figures: { ...one.figures, span: 7 } }, one, { ...one, way: 'blank' }, { ...one, figures: null }, { ...one, cut: true }] as Take[]
  const timed = timedTakes(all, 'en-US')
  assert.deepEqual(timed.map(({ took, finished }) => [took, finished]), [[6, true], [6, false], [7, true]])
  assert.equal(ownPace(timed).readings, 2)
})
