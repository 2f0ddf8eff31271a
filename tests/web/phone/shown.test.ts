import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '../../../web/app/domain/records.ts'
import { lineOf } from '../../../web/app/domain/search.ts'
import { dayOf, shownLine, shownToday } from '../../../web/app/phone/shown.ts'
import { aCall, aProspect } from '../examples.ts'

test('the rep\'s day is by his own clock, never by UTC', () => {
  const day = (zone: string, now: string): string[] => {
    const { from, to } = dayOf({ zone }, new Date(now))
    return [from, to]
  }
  assert.deepEqual(day('America/New_York', '2026-11-24T03:00:00Z'), ['2026-11-23T05:00:00.000Z', '2026-11-24T05:00:00.000Z'], 'still the evening of the 23rd')
  assert.deepEqual(day('Asia/Kolkata', '2026-11-23T20:00:00Z'), ['2026-11-23T18:30:00.000Z', '2026-11-24T18:30:00.000Z'], 'the 24th has begun')
  assert.deepEqual(day('Pacific/Auckland', '2026-11-23T12:00:00Z'), ['2026-11-23T11:00:00.000Z', '2026-11-24T11:00:00.000Z'])
  assert.deepEqual(day('Pacific/Kiritimati', '2026-11-23T10:00:00Z'), ['2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z'], 'the 24th begins there')
  assert.deepEqual(day('Pacific/Kiritimati', '2026-11-23T09:59:59Z'), ['2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'])
  assert.deepEqual(day('America/Los_Angeles', '2026-11-24T00:00:00Z'), ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'], 'four in the afternoon')
  assert.deepEqual(day('Australia/Lord_Howe', '2026-04-05T00:00:00Z'), ['2026-04-04T13:00:00.000Z', '2026-04-05T13:30:00.000Z'], 'its clocks go back by half an hour')
  assert.deepEqual(day('Europe/Berlin', '2026-03-29T12:00:00Z'), ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'], 'a day of 23 hours')
})

test('a message that was corrected is one message, one that was taken back is none', () => {
  const counted = (calls: Call[]): number => shownToday({ due: [], dueTotal: 0, list: [], listTotal: 0, unreturned: 0, prospects: 1, profile: {}, doing: [] }, calls, [], new Set()).messagesToday
  const message = aCall({ id: 'message' })
  assert.equal(counted([message]), 1)
  assert.equal(counted([message, { ...message, id: 'mended', replaces: 'message', note: 'The new number.' }]), 1)
  assert.equal(counted([message, { ...message, id: 'void', replaces: 'message', void: true }]), 0)
})

test('a list dials the extension as well', () => {
  assert.equal(shownLine(lineOf(aProspect({ fields: { phone: '+13035550142', phone_ext: '12' } }))).ext, '12')
})
