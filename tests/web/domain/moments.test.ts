import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ago, counted, span, until } from '../../../web/app/domain/moments.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const before = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

test('how long ago is said in the largest unit that says enough', () => {
  const said = [0.5, 1, 59, 60, 60 * 35, 60 * 40, 60 * 24 * 20, 60 * 24 * 42, 60 * 24 * 120].map((minutes) => ago(before(minutes), now))
  assert.deepEqual(said, ['just now', '1 minute ago', '59 minutes ago', '1 hour ago', '35 hours ago', '40 hours ago', '20 days ago', '6 weeks ago', '4 months ago'])
})

test('a promise is ahead, now, or late', () => {
  assert.equal(until(before(-20), now), 'in 20 minutes')
  assert.equal(until(before(0), now), 'now')
  assert.equal(until(before(130), now), '2 hours late')
})

test('things are counted in words', () => {
  assert.deepEqual([counted(1, 'line'), counted(0, 'line'), counted(10_000, 'entry', 'entries'), span(1)], ['1 line', '0 lines', '10,000 entries', '1 minute'])
})
