import assert from 'node:assert/strict'
import { test } from 'node:test'
import { READING, started, unpreparedCall, type Reading } from '../../../web/app/domain/reading.ts'
import { draft, keepDraft, readingKey, readings } from '../../../web/app/phone/drafts.ts'
import type { Local } from '../../../web/app/phone/local.ts'

const called = (who: string, at: string): Reading => ({ ...unpreparedCall(who, '+15555550123'), dialled_at: at })
const opened = (who: string): Reading => unpreparedCall(who, '+15555550123')

function aPhone(): Local {
  const things = new Map<string, unknown>()
  const keep = async (kept: object): Promise<void> => Object.entries(kept).forEach(([key, value]) => value === null ? things.delete(key) : things.set(key, value))
  return {
    ready: Promise.resolve(), look: () => null, lastLook: { forget: () => {} },
    outbox: {
      kept: async (key: string) => things.get(key),
      keptUnder: async (prefix: string) => [...things].filter(([key]) => key.startsWith(prefix)),
      keep,
      keepAfter: async (key: string, next: (before: unknown) => object) => keep(next(things.get(key))),
    },
  } as unknown as Local
}
const whose = async (phone: Local): Promise<string[]> => (await readings(phone)).map((one) => one.prospect_id)

test('a call that was made and not logged is not lost by the next ones', async () => {
  const phone = aPhone()
  await keepDraft(phone, READING, called('ruth', '2026-11-24T15:00:00.000Z'))
  await keepDraft(phone, READING, called('dana', '2026-11-24T15:10:00.000Z'))
  await keepDraft(phone, READING, started(opened('ines'), 'voicemail', new Date('2026-11-24T15:20:00Z')))
  await keepDraft(phone, READING, opened('sam'))

  assert.deepEqual(await whose(phone), ['sam', 'ines', 'dana', 'ruth'], 'in hand first, then the last one first')
  assert.equal((await draft<Reading>(phone, await readingKey(phone, 'ruth')))?.dialled_at, '2026-11-24T15:00:00.000Z')
})

test('one that was only looked at gives way', async () => {
  const phone = aPhone()
  await keepDraft(phone, READING, opened('ruth'))
  await keepDraft(phone, READING, opened('dana'))

  assert.deepEqual(await whose(phone), ['dana'])
})

test('one that is taken in hand again is not aside as well, and ends alone', async () => {
  const phone = aPhone()
  for (const who of ['ruth', 'dana', 'ruth']) await keepDraft(phone, READING, called(who, '2026-11-24T15:00:00.000Z'))
  assert.deepEqual(await whose(phone), ['ruth', 'dana'])

  await keepDraft(phone, await readingKey(phone, 'dana'), null)
  assert.deepEqual(await whose(phone), ['ruth'])
  await keepDraft(phone, await readingKey(phone, 'ruth'), null)
  assert.deepEqual(await whose(phone), [])
})

test('who asks while it is being kept gets the new one', async () => {
  const phone = aPhone()
  await keepDraft(phone, READING, opened('ruth'))
  const keeping = keepDraft(phone, READING, started(opened('ruth'), 'voicemail', new Date('2026-11-24T15:20:00Z')))
  assert.equal((await draft<Reading>(phone, READING))?.started_at, '2026-11-24T15:20:00.000Z')
  await keeping
})
