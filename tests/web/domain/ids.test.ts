import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuid7 } from '../../../web/app/domain/ids.ts'

test('ids are UUIDs of version 7, sorted by time', () => {
  const random = new Uint8Array(10).fill(255)
  const early = uuid7(Date.parse('2026-11-21T10:15:00.000Z'), random)
  const late = uuid7(Date.parse('2026-11-21T10:15:00.001Z'), new Uint8Array(10))
  assert.match(early, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(early < late)
})
