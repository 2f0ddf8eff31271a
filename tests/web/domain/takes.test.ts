import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figures } from '../../../web/app/domain/listening/figures.ts'
import { BUDGET, rehearsed, toDrop } from '../../../web/app/domain/takes.ts'

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
