import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byDay } from '../../../web/app/domain/days.ts'
import { entries } from '../../../web/app/domain/entries.ts'
import { aCall } from '../examples.ts'

test('an entry stands under the day of the clock that its time is shown by, wherever the phone is now', () => {
  const days = (zone: string): string[] => byDay(entries([aCall({ made_at: '2026-11-24T03:30:00.000Z', zone })]), new Date('2026-11-24T12:00:00Z')).map(([day]) => day)
  assert.deepEqual(days('America/New_York'), ['Yesterday'], 'it was half past ten in the evening')
  assert.deepEqual(days('Asia/Kolkata'), ['Today'])
  assert.deepEqual(days('Pacific/Kiritimati'), ['Yesterday'], 'it is the 25th there')
})
