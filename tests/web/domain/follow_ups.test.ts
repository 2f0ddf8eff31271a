import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggest } from '../../../web/app/domain/follow_ups.ts'
import { OUTCOMES } from '../../../web/app/domain/records.ts'
import { isWork, toUtc, wallIn, type WorkHours } from '../../../web/app/domain/timing.ts'

const NEW_YORK = 'America/New_York'
const work: WorkHours = { from: '09:00', to: '17:30', days: '12345', zone: NEW_YORK, holidays: [] }
const tuesday = toUtc('2026-11-24T10:05', NEW_YORK)
const friday = toUtc('2026-11-27T16:30', NEW_YORK)
const chosen = (outcome: (typeof OUTCOMES)[number], now: Date): string | undefined => {
  const suggestion = suggest(outcome, now, NEW_YORK, work)
  return suggestion.picks.find((pick) => pick.name === suggestion.chosen)?.slot.wall
}

test('a message waits two working days for its callback', () => {
  assert.equal(chosen('left_message', tuesday), '2026-11-26T09:00')
  assert.equal(chosen('left_message', friday), '2026-12-01T09:00', 'the weekend does not count')
})

test('a busy line is tried again the same day, or in the next good slot', () => {
  assert.equal(chosen('busy', tuesday), '2026-11-24T11:30')
  assert.equal(chosen('busy', friday), '2026-11-30T14:00')
})

test('an agreed callback must be given its time', () => {
  const suggestion = suggest('callback_agreed', tuesday, NEW_YORK, work)
  assert.equal(suggestion.mustChoose, true)
  assert.equal(suggestion.chosen, null)
  assert.deepEqual(suggestion.picks.map((pick) => pick.label), ['Later today', 'Tomorrow morning', 'Next good slot'])
})

test('on a Friday, tomorrow morning is called Monday morning', () => {
  assert.ok(suggest('no_answer', friday, NEW_YORK, work).picks.some((pick) => pick.label === 'Monday morning' && pick.slot.wall === '2026-11-30T09:00'))
})

test('nobody who asked not to be called gets a follow-up', () => {
  assert.deepEqual(suggest('do_not_call', tuesday, NEW_YORK, work).picks, [])
})

test('every pick is in the future, at work, and at no impossible hour there', () => {
  for (const outcome of OUTCOMES) for (const zone of [NEW_YORK, 'America/Los_Angeles', 'Europe/London', 'Asia/Kolkata']) {
    for (const now of [tuesday, friday, toUtc('2026-11-28T12:00', NEW_YORK)]) {
      for (const { slot } of suggest(outcome, now, zone, work).picks) {
        assert.ok(Date.parse(slot.at) > now.getTime())
        assert.ok(isWork(work, new Date(slot.at)), `${outcome} ${zone} ${slot.at}`)
        assert.ok(wallIn(zone, new Date(slot.at)).hour >= 8)
      }
    }
  }
})
