import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueOf, hint, isWork, known, knownZone, nextGoodSlots, offset, remember, slotQuality, toUtc, typedSlot, wallIn, wallText, whenText, workHours, zoneOr, type WorkHours } from '../../../web/app/domain/timing.ts'

const NEW_YORK = 'America/New_York'
const utc = (wall: string, zone: string): string => toUtc(wall, zone).toISOString()
const work = (zone: string, more: Partial<WorkHours> = {}): WorkHours => ({ from: '09:00', to: '17:30', days: '12345', zone, holidays: [], ...more })
const at = (wall: string, zone: string): Date => toUtc(wall, zone)

test('a wall clock and its instant are two ways of saying one thing, north, south and on the half hour', () => {
  assert.equal(utc('2026-07-01T09:10', NEW_YORK), '2026-07-01T13:10:00.000Z')
  assert.equal(utc('2026-01-15T09:10', 'Australia/Sydney'), '2026-01-14T22:10:00.000Z')
  assert.equal(utc('2026-07-15T09:10', 'Australia/Sydney'), '2026-07-14T23:10:00.000Z')
  assert.equal(utc('2026-07-15T09:10', 'Asia/Kolkata'), '2026-07-15T03:40:00.000Z')
  assert.equal(utc('2026-07-15T09:10', 'Asia/Kathmandu'), '2026-07-15T03:25:00.000Z')
  assert.equal(utc('2026-07-15T09:10', 'Pacific/Kiritimati'), '2026-07-14T19:10:00.000Z')
})

test('a time of day is none while its year is half typed or has six digits', () => {
  assert.equal(typedSlot('2026-11-24T09:10', NEW_YORK)?.at, '2026-11-24T14:10:00.000Z')
  for (const wall of ['', '202609-11-24T10:30', '0002-11-24T10:30', '2026-11-24']) assert.equal(typedSlot(wall, NEW_YORK), null, wall)
})

test('a time that the spring leaves out moves forward by the hour that is missing', () => {
  assert.equal(utc('2026-03-08T02:30', NEW_YORK), '2026-03-08T07:30:00.000Z')
  assert.equal(wallText(wallIn(NEW_YORK, toUtc('2026-03-08T02:30', NEW_YORK))), '2026-03-08T03:30')
  assert.equal(wallText(wallIn('Europe/London', toUtc('2026-03-29T01:15', 'Europe/London'))), '2026-03-29T02:15')
  assert.equal(wallText(wallIn('Australia/Lord_Howe', toUtc('2026-10-04T02:10', 'Australia/Lord_Howe'))), '2026-10-04T02:40', 'a half-hour change')
})

test('a time that the autumn has twice is the first one', () => {
  assert.equal(utc('2026-11-01T01:30', NEW_YORK), '2026-11-01T05:30:00.000Z')
  assert.equal(utc('2026-10-25T01:30', 'Europe/London'), '2026-10-25T00:30:00.000Z')
  assert.equal(utc('2026-04-05T02:30', 'Australia/Sydney'), '2026-04-04T15:30:00.000Z')
})

test('gaps and overlaps on both sides of the equator, of an hour and of half an hour', () => {
  const gaps: Array<[string, string, string]> = [
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30'], ['Australia/Sydney', '2026-10-04T02:30', '2026-10-04T03:30'],
    ['Australia/Adelaide', '2026-10-04T02:30', '2026-10-04T03:30'], ['America/Santiago', '2026-09-06T00:30', '2026-09-06T01:30'],
    ['America/St_Johns', '2026-03-08T02:30', '2026-03-08T03:30'], ['Pacific/Auckland', '2026-09-27T02:30', '2026-09-27T03:30'],
    ['Pacific/Chatham', '2026-09-27T03:00', '2026-09-27T04:00'], ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:45'],
  ]
  for (const [zone, asked, shown] of gaps) assert.equal(wallText(wallIn(zone, toUtc(asked, zone))), shown, zone)
  const twice: Array<[string, string, number]> = [
    ['Europe/Berlin', '2026-10-25T02:30', 60], ['Australia/Adelaide', '2026-04-05T02:30', 60], ['America/Santiago', '2026-04-04T23:30', 60],
    ['America/St_Johns', '2026-11-01T01:30', 60], ['Pacific/Auckland', '2026-04-05T02:30', 60], ['Pacific/Chatham', '2026-04-05T03:00', 60],
    ['Australia/Lord_Howe', '2026-04-05T01:45', 30],
  ]
  for (const [zone, asked, minutes] of twice) {
    const first = toUtc(asked, zone)
    const second = new Date(first.getTime() + minutes * 60_000)
    assert.deepEqual([first, second].map((each) => wallText(wallIn(zone, each))), [asked, asked], `${zone} has it twice, and the first is taken`)
  }
})

test('zones that never change their clocks have neither, whatever their odd minutes', () => {
  for (const zone of ['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Darwin', 'Asia/Yangon', 'Australia/Eucla']) {
    for (const wall of ['2026-03-29T02:30', '2026-10-04T02:30', '2026-11-01T01:30']) assert.equal(wallText(wallIn(zone, toUtc(wall, zone))), wall, zone)
  }
})

test('a promise keeps its time of day when the zone data changes, and its instant where the zone is unknown', () => {
  const asBefore = { wall: '2026-07-15T09:10', zone: 'Asia/Kolkata', due: '2026-07-15T03:10:00.000Z' } // by an older law
  assert.equal(dueOf(asBefore), '2026-07-15T03:40:00.000Z')
  assert.equal(dueOf({ ...asBefore, zone: 'Mars/Olympus' }), '2026-07-15T03:10:00.000Z')
  assert.equal(dueOf({ wall: '2026-03-08T02:30', zone: NEW_YORK, due: '' }), '2026-03-08T07:30:00.000Z', 'a time that does not exist')
})

test('no slot lies on a holiday, by the prospect\'s calendar or the rep\'s', () => {
  const holidays = ['2026-11-26', '2026-11-27']
  const slots = nextGoodSlots(at('2026-11-25T17:00', NEW_YORK), NEW_YORK, work(NEW_YORK, { holidays }))
  assert.equal(slots[0]!.wall, '2026-11-30T14:00', 'Thanksgiving, the day after, the weekend and Monday morning are passed over')
  const sydney = nextGoodSlots(at('2026-11-22T20:00', 'Australia/Sydney'), 'Australia/Sydney', work('America/Los_Angeles', { from: '12:00', to: '20:00', holidays: ['2026-11-24'] }))
  for (const slot of sydney) {
    assert.notEqual(slot.wall.slice(0, 10), '2026-11-24', 'where the prospect is')
    assert.notEqual(wallText(wallIn('America/Los_Angeles', new Date(slot.at))).slice(0, 10), '2026-11-24', 'where the rep is')
  }
})

test('two weeks of holidays are passed over', () => {
  const holidays = Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2026, 11, 19 + day)).toISOString().slice(0, 10))
  const [slot] = nextGoodSlots(at('2026-12-18T16:00', NEW_YORK), NEW_YORK, work(NEW_YORK, { holidays }))
  assert.equal(slot!.wall, '2027-01-04T14:00')
})

test('every hour of a year comes back as it went in', () => {
  for (const zone of [NEW_YORK, 'Europe/London', 'Australia/Adelaide', 'America/St_Johns', 'Africa/Casablanca']) {
    for (let hour = 0; hour < 8784; hour += 7) {
      const moment = new Date(Date.UTC(2026, 0, 1, hour))
      const again = toUtc(wallText(wallIn(zone, moment)), zone)
      assert.ok(again.getTime() === moment.getTime() || Math.abs(again.getTime() - moment.getTime()) <= 3_600_000, `${zone} ${moment.toISOString()}`)
      assert.equal(wallText(wallIn(zone, again)), wallText(wallIn(zone, moment)))
    }
  }
})

test('remembered offsets are the real ones, also on the days when clocks change', () => {
  for (let hour = 0; hour < 8784; hour += 5) {
    const moment = Date.UTC(2026, 0, 1, hour)
    const wall = wallIn(NEW_YORK, new Date(moment))
    assert.equal(new Date(moment + offset(NEW_YORK, moment)).toISOString().slice(0, 16), wallText(wall))
  }
})

test('midweek early and mid-afternoon are best, the ends of the week are worst, nights and weekends never', () => {
  const quality = (day: number, hour: number, minute = 0): string => slotQuality({ year: 2026, month: 11, day: 22 + day, hour, minute, weekday: day })
  for (const day of [2, 3, 4]) assert.deepEqual([quality(day, 8), quality(day, 9, 30), quality(day, 14), quality(day, 15, 30)], ['best', 'best', 'best', 'best'])
  assert.deepEqual([quality(1, 9), quality(1, 11, 59), quality(5, 12), quality(5, 16)], ['poor', 'poor', 'poor', 'poor'])
  assert.deepEqual([quality(1, 14), quality(5, 9)], ['good', 'good'])
  assert.deepEqual([quality(3, 7, 59), quality(3, 18), quality(3, 3), quality(6, 10), quality(7, 10)], ['never', 'never', 'never', 'never', 'never'])
})

test('the hint names the day and the hour there, and warns by name of the two worst slots', () => {
  assert.match(hint(NEW_YORK, at('2026-11-23T09:10', NEW_YORK)).sentence, /^Monday 09:10 there\. Monday morning is a poor time/)
  assert.match(hint(NEW_YORK, at('2026-11-27T15:00', NEW_YORK)).sentence, /Friday afternoon is a poor time/)
  assert.match(hint('Europe/London', at('2026-11-24T09:00', 'Europe/London')).sentence, /very good time/)
  assert.match(hint('Asia/Tokyo', at('2026-11-24T03:00', 'Asia/Tokyo')).sentence, /middle of the night/)
})

test('the next good slots are the prospect\'s, one for each half day, inside the rep\'s hours', () => {
  const slots = nextGoodSlots(at('2026-11-23T10:00', NEW_YORK), NEW_YORK, work(NEW_YORK))
  assert.deepEqual(slots.map((slot) => slot.wall), ['2026-11-23T14:00', '2026-11-24T09:00', '2026-11-24T14:00', '2026-11-25T09:00'])
  const west = nextGoodSlots(at('2026-11-23T10:00', NEW_YORK), 'America/Los_Angeles', work(NEW_YORK))
  for (const slot of west) {
    assert.ok(isWork(work(NEW_YORK), new Date(slot.at)))
    assert.equal(slot.zone, 'America/Los_Angeles')
    assert.notEqual(slotQuality(wallIn(slot.zone, new Date(slot.at))), 'never')
  }
})

test('where the two days hardly meet, the least bad slot is offered, and none where they never do', () => {
  assert.ok(nextGoodSlots(at('2026-11-23T10:00', 'Europe/London'), 'Australia/Sydney', work('Europe/London', { from: '07:00' })).length === 0)
  assert.ok(nextGoodSlots(at('2026-11-23T10:00', 'Europe/London'), 'Asia/Singapore', work('Europe/London')).length > 0)
})

test('a rep\'s own days and hours count', () => {
  const sundays = workHours({ work_from: '10:00', work_to: '12:00', work_days: '71234', zone: 'Asia/Dubai' })
  assert.equal(isWork(sundays, at('2026-11-22T10:30', 'Asia/Dubai')), true)
  assert.equal(isWork(sundays, at('2026-11-22T12:00', 'Asia/Dubai')), false)
  assert.equal(isWork(sundays, at('2026-11-20T10:30', 'Asia/Dubai')), false)
})

test('a zone that nobody knows is the phone\'s own, and says so', () => {
  assert.equal(knownZone('Mars/Olympus'), false)
  assert.equal(zoneOr('Mars/Olympus', NEW_YORK), NEW_YORK)
  assert.equal(zoneOr('Europe/Paris', NEW_YORK), 'Europe/Paris')
})

test('times are named as people name them', () => {
  const now = at('2026-11-23T10:00', NEW_YORK)
  const when = (wall: string): string => whenText(at(wall, NEW_YORK), NEW_YORK, now)
  assert.deepEqual(['2026-11-23T14:00', '2026-11-24T09:00', '2026-11-22T09:00', '2026-11-26T09:10', '2027-01-05T09:00'].map(when),
    ['today 14:00', 'tomorrow 09:00', 'yesterday 09:00', 'Thu 26 Nov 09:10', 'Tue 5 Jan 2027 09:00'])
})

test('today and tomorrow change at midnight where the clock hangs, not at midnight UTC', () => {
  const around = (zone: string, now: string, due: string): string => whenText(new Date(due), zone, new Date(now))
  assert.equal(around('America/Los_Angeles', '2026-11-24T07:00:00Z', '2026-11-24T17:00:00Z'), 'tomorrow 09:00')
  assert.equal(around('America/Los_Angeles', '2026-11-23T22:00:00Z', '2026-11-24T00:30:00Z'), 'today 16:30')
  assert.equal(around('Pacific/Kiritimati', '2026-11-23T09:00:00Z', '2026-11-23T19:00:00Z'), 'tomorrow 09:00')
  assert.equal(around('Pacific/Kiritimati', '2026-11-23T23:50:00Z', '2026-11-24T00:10:00Z'), 'today 14:10')
  assert.equal(around('Asia/Kolkata', '2026-11-23T18:29:00Z', '2026-11-23T18:31:00Z'), 'tomorrow 00:01')
  assert.equal(around('Australia/Lord_Howe', '2026-11-23T13:01:00Z', '2026-11-23T12:59:00Z'), 'yesterday 23:59')
})

test('what is known of a zone is the same when it was remembered', () => {
  const at = Date.parse('2026-11-24T15:00:00Z')
  const [zone] = known(['Australia/Adelaide', 'Australia/Adelaide', '', 'Nowhere/Else'], at)
  const before = wallIn('Australia/Adelaide', new Date(at))
  remember([{ zone: 'Remembered/Adelaide', spans: zone!.spans.map(([key, ends]) => [key.replace('Australia', 'Remembered'), ends]) }])
  assert.ok(knownZone('Remembered/Adelaide'))
  assert.deepEqual(wallIn('Remembered/Adelaide', new Date(at)), before)
})
