import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../../../web/app/phone/shown.ts'

test('the rep\'s day is by his own clock, never by UTC', () => {
  const day = (zone: string, now: string): string[] => {
    const { from, to } = dayOf({ zone }, new Date(now))
    return [from, to]
  }
  assert.deepEqual(day('America/New_York', '2026-11-24T03:00:00Z'), ['2026-11-23T05:00:00.000Z', '2026-11-24T05:00:00.000Z'], 'still the evening of the 23rd')
  assert.deepEqual(day('Asia/Kolkata', '2026-11-23T20:00:00Z'), ['2026-11-23T18:30:00.000Z', '2026-11-24T18:30:00.000Z'], 'the 24th has begun')
  assert.deepEqual(day('Pacific/Auckland', '2026-11-23T12:00:00Z'), ['2026-11-23T11:00:00.000Z', '2026-11-24T11:00:00.000Z'])
  assert.deepEqual(day('Europe/Berlin', '2026-03-29T12:00:00Z'), ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'], 'a day of 23 hours')
})
