import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextFreeSlot } from '../../../web/app/domain/free_slot.ts'
import { nextGoodSlots, toUtc, type WorkHours } from '../../../web/app/domain/timing.ts'

const NEW_YORK = 'America/New_York'
const work: WorkHours = { from: '09:00', to: '17:30', days: '12345', zone: NEW_YORK, holidays: [] }
const EVENING = toUtc('2026-11-23T20:00', NEW_YORK) // a Monday

/** The slots of so many cards that are kept one after the other. */
function kept(cards: number, zone = NEW_YORK, hours = work, promised: string[] = []): string[] {
  const taken = [...promised]
  return Array.from({ length: cards }, () => {
    const slot = nextFreeSlot(EVENING, zone, hours, taken)!
    taken.push(slot.at)
    return slot.wall
  })
}

test('the first card takes the next good slot', () => {
  assert.deepEqual(nextFreeSlot(EVENING, NEW_YORK, work, []), nextGoodSlots(EVENING, NEW_YORK, work, 1)[0])
})

test('twenty cards that are kept in one evening spread over the good hours, a quarter of an hour each', () => {
  const walls = kept(14)
  assert.deepEqual(walls.slice(0, 4), ['2026-11-24T09:00', '2026-11-24T09:15', '2026-11-24T09:30', '2026-11-24T09:45'])
  assert.deepEqual(walls.slice(4, 12).map((wall) => wall.slice(11)), ['14:00', '14:15', '14:30', '14:45', '15:00', '15:15', '15:30', '15:45'], 'on to the afternoon')
  assert.deepEqual(walls.slice(12), ['2026-11-25T09:00', '2026-11-25T09:15'])
  assert.equal(new Set(kept(20)).size, 20)
})

test('a promise at whatever minute takes its quarter of an hour', () => {
  assert.equal(kept(1, NEW_YORK, work, [toUtc('2026-11-24T09:10', NEW_YORK).toISOString()])[0], '2026-11-24T09:15')
})

test('cards for prospects in two zones do not fall on one moment of the rep\'s day', () => {
  const here = kept(4)
  const taken = here.map((wall) => toUtc(wall, NEW_YORK).toISOString())
  const kolkata = nextFreeSlot(EVENING, 'Asia/Kolkata', { ...work, from: '00:00', to: '23:59', days: '1234567' }, taken)!
  assert.ok(!taken.includes(kolkata.at))
})

test('nobody is asked to work longer: a stretch ends with the work hours, and on a holiday there is none', () => {
  const short = { ...work, to: '09:30', holidays: ['2026-11-25'] }
  assert.deepEqual(kept(4, NEW_YORK, short), ['2026-11-24T09:00', '2026-11-24T09:15', '2026-11-26T09:00', '2026-11-26T09:15'])
})

test('when every quarter of an hour is taken for weeks, the next good slot is offered all the same', () => {
  const hours = { ...work, to: '09:15' }
  const days = new Set(kept(40, NEW_YORK, hours))
  assert.ok(days.has('2026-11-24T09:00'))
  assert.equal(kept(40, NEW_YORK, hours).at(-1), '2026-11-24T09:00')
})

test('there is nothing to offer where the two never work at the same time', () => {
  assert.equal(nextFreeSlot(EVENING, 'Australia/Sydney', { ...work, zone: 'Europe/London', from: '10:00' }, []), undefined)
})
