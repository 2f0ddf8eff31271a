import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateWords, dueText, dueWords, isLate } from '../../../web/app/domain/due.ts'

const KIRITIMATI = { zone: 'Pacific/Kiritimati' } // 14 hours ahead of UTC
const LOS_ANGELES = { zone: 'America/Los_Angeles' } // 8 behind in winter, 7 in summer
const KOLKATA = { zone: 'Asia/Kolkata' } // five and a half ahead
const LORD_HOWE = { zone: 'Australia/Lord_Howe' } // eleven ahead in its summer, ten and a half in its winter
type Case = [profile: { zone: string }, now: string, due: string, shown: string]

const shows = (...cases: Case[]): void => {
  for (const [profile, now, due, shown] of cases) assert.equal(dueText(due, profile, new Date(now)), shown, `${profile.zone}, due ${due}, seen ${now}`)
}

test('what is due on the rep\'s day has a time, though it is another day in UTC', () => shows(
  [LOS_ANGELES, '2026-11-23T22:00:00Z', '2026-11-24T00:30:00Z', '16:30'],
  [LOS_ANGELES, '2026-11-24T00:10:00Z', '2026-11-23T23:50:00Z', '15:50'],
  [LOS_ANGELES, '2026-07-15T16:00:00Z', '2026-07-16T06:59:00Z', '23:59'],
  [KIRITIMATI, '2026-11-23T19:00:00Z', '2026-11-24T01:00:00Z', '15:00'],
  [KOLKATA, '2026-11-23T19:00:00Z', '2026-11-24T04:00:00Z', '09:30'],
  [LORD_HOWE, '2026-11-23T22:00:00Z', '2026-11-24T03:00:00Z', '14:00'],
  [LORD_HOWE, '2026-07-14T22:00:00Z', '2026-07-15T03:00:00Z', '13:30'],
))

test('what is due on another day of the rep\'s has its date, though it is the same day in UTC', () => shows(
  [LOS_ANGELES, '2026-11-24T07:00:00Z', '2026-11-24T17:00:00Z', '24 Nov'],
  [LOS_ANGELES, '2026-11-24T17:00:00Z', '2026-11-24T07:59:00Z', '23 Nov'],
  [KIRITIMATI, '2026-11-24T12:00:00Z', '2026-11-24T09:59:00Z', '24 Nov'],
  [KOLKATA, '2026-11-23T18:31:00Z', '2026-11-23T18:29:00Z', '23 Nov'],
  [LORD_HOWE, '2026-11-23T13:01:00Z', '2026-11-23T12:59:00Z', '23 Nov'],
  [LORD_HOWE, '2026-07-14T13:31:00Z', '2026-07-14T13:29:00Z', '14 Jul'],
  [LORD_HOWE, '2026-12-31T12:00:00Z', '2026-12-31T13:00:00Z', '1 Jan'],
))

test('the date above Today is the day whose promises are shown', () => {
  const now = new Date('2026-11-23T23:30:00Z')
  assert.deepEqual([LOS_ANGELES, KOLKATA, KIRITIMATI, LORD_HOWE].map((profile) => dateWords(profile, now)),
    ['Monday 23 November', 'Tuesday 24 November', 'Tuesday 24 November', 'Tuesday 24 November'])
  assert.equal(dateWords(LOS_ANGELES, new Date('2026-11-22T07:59:00Z')), 'Saturday 21 November')
  assert.equal(dateWords(KIRITIMATI, new Date('2026-12-31T10:00:00Z')), 'Friday 1 January')
  assert.equal(dateWords({}, new Date(2026, 10, 22, 0, 5)), 'Sunday 22 November', 'one who has set no zone goes by the phone\'s clock')
})

test('late is a matter of the moment alone, wherever anybody is', () => {
  const due = { due: '2026-11-24T00:00:00.000Z' }
  assert.deepEqual(['2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z'].map((now) => isLate(due, new Date(now))), [false, true])
})

test('how many are late and how many are to come; of a list that is not all here, how many there are', () => {
  const [early, soon, now] = [{ due: '2026-11-23T23:00:00.000Z' }, { due: '2026-11-24T01:00:00.000Z' }, new Date('2026-11-24T00:00:00Z')]
  assert.equal(dueWords([early, soon, soon], 3, now), '1 late, 2 to come today')
  assert.equal(dueWords([early, early], 2, now), '2 late')
  assert.equal(dueWords([soon], 1, now), '1 to come today')
  assert.equal(dueWords([early, early], 61, now), '61')
})
