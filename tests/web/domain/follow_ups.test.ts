import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fulfilled, putOff, quickPicks, remindPicks, slotNote, staying, suggest, type Happening, type OpenPromise } from '../../../web/app/domain/follow_ups.ts'
import { OUTCOMES, type Outcome } from '../../../web/app/domain/records.ts'
import { isWork, slotAt, slotQuality, toUtc, wallIn, workHours, type WorkHours } from '../../../web/app/domain/timing.ts'
import { aFollowUp } from '../examples.ts'

const NEW_YORK = 'America/New_York'
const work: WorkHours = { from: '09:00', to: '17:30', days: '12345', zone: NEW_YORK, holidays: [] }
const tuesday = toUtc('2026-11-24T10:05', NEW_YORK)
const friday = toUtc('2026-11-27T16:30', NEW_YORK)
const chosen = (outcome: Outcome, now: Date, hours = work): string | undefined => {
  const suggestion = suggest(outcome, now, NEW_YORK, hours)
  return suggestion.picks.find((pick) => pick.name === suggestion.chosen)?.slot.wall
}

test('a message proposes the next good slot, after two working days for its callback', () => {
  assert.equal(chosen('left_message', tuesday), '2026-11-26T09:00')
  assert.equal(chosen('left_message', friday), '2026-12-01T09:00', 'the weekend does not count')
  assert.equal(suggest('left_message', tuesday, NEW_YORK, work).chosen, 'good')
})

test('holidays are no working days, and nothing is proposed on them', () => {
  const thanksgiving = { ...work, holidays: ['2026-11-26', '2026-11-27'] }
  assert.equal(chosen('left_message', tuesday, thanksgiving), '2026-11-30T14:00', 'Monday morning is poor')
  const [later, morning] = quickPicks(toUtc('2026-11-25T16:30', NEW_YORK), NEW_YORK, thanksgiving)
  assert.deepEqual([later!.label, morning!.name], ['Monday morning', 'good'], 'tomorrow is a holiday')
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

test('where tomorrow morning is the next good slot it is offered once, and chosen', () => {
  const evening = toUtc('2026-11-24T17:00', NEW_YORK)
  assert.equal(chosen('no_answer', evening), '2026-11-25T09:00')
  assert.equal(suggest('no_answer', evening, NEW_YORK, work).picks.filter((pick) => pick.slot.wall === '2026-11-25T09:00').length, 1)
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

test('what is proposed is never Monday morning or Friday afternoon, by the prospect\'s clock', () => {
  for (const zone of [NEW_YORK, 'America/Los_Angeles', 'Europe/London', 'Asia/Kolkata', 'Australia/Adelaide']) {
    const hours = { ...work, from: '06:00', to: '22:00' }
    for (let hour = 0; hour < 14 * 24; hour += 5) {
      const good = quickPicks(new Date(tuesday.getTime() + hour * 3_600_000), zone, hours, { patient: hour % 2 === 0 }).find((pick) => pick.name === 'good')
      assert.ok(good && ['best', 'good'].includes(slotQuality(wallIn(zone, new Date(good.slot.at)))), `${zone} ${good?.slot.wall}`)
    }
  }
})

test('a time of the rep\'s own is taken, with what there is to know about it', () => {
  const note = (wall: string, hours = work): string => slotNote(slotAt(wall, NEW_YORK), hours, tuesday)
  assert.equal(note('2026-11-25T09:30'), '')
  assert.match(note('2026-11-24T10:05'), /passed/)
  assert.match(note('2026-11-30T09:30'), /Monday morning is a poor time/)
  assert.match(note('2026-11-27T15:00'), /Friday afternoon is a poor time/)
  assert.match(note('2026-11-25T20:00'), /Outside your work hours/)
  assert.match(note('2026-11-26T10:00', { ...work, holidays: ['2026-11-26'] }), /holiday/)
})

test('a reminder for later keeps to the hours that the rep has set, and to none that nobody set', () => {
  const evening = toUtc('2026-11-24T17:00', NEW_YORK)
  const profile = { work_from: '09:00', zone: NEW_YORK }
  assert.deepEqual(remindPicks(evening, profile, workHours(profile)).map((pick) => pick.label), ['In 15 minutes', 'Tomorrow morning'])
  assert.deepEqual(remindPicks(evening, {}, work).map((pick) => pick.at), ['2026-11-24T22:15:00.000Z', '2026-11-24T23:00:00.000Z', '2026-11-25T01:00:00.000Z', '2026-11-25T14:00:00.000Z'])
  assert.equal(remindPicks(friday, {}, work).at(-1)!.label, 'Monday morning')
})

const promise = (id: string, due: string, after: Outcome | null = null): OpenPromise => ({ followUp: aFollowUp({ id, due, call_id: after && `call-${id}` }), after })
const open = [
  promise('due', '2026-11-24T15:30:00.000Z', 'callback_agreed'), promise('try', '2026-11-26T14:00:00.000Z', 'left_message'),
  promise('agreed', '2026-12-01T14:00:00.000Z', 'spoke'), promise('parked', '2026-11-27T14:00:00.000Z'), promise('other', '2026-12-24T14:00:00.000Z'),
]
const ends = (outcome: Outcome, more: Partial<Happening> = {}): string[] =>
  fulfilled(open, { incoming: false, outcome, parked: null, now: tuesday, ...more }).map((followUp) => followUp.id)

test('a message keeps what is due, and leaves the other promises', () => {
  assert.deepEqual(ends('left_message'), ['due'])
})

test('once the prospect was reached, the further tries are over; what was agreed for another time stays', () => {
  assert.deepEqual(ends('spoke'), ['due', 'try'])
  assert.deepEqual(ends('wrong_number', { incoming: true }), ['due', 'try'], 'they rang back')
})

test('a call that nobody took ends nothing, and a new time for it takes the place of the promise', () => {
  for (const outcome of ['no_answer', 'busy', 'mailbox_full', 'gatekeeper'] as const) assert.deepEqual(ends(outcome), [], outcome)
  assert.equal(putOff(open, { incoming: false, outcome: 'busy', parked: null, now: tuesday })?.id, 'due')
  assert.equal(putOff(open.slice(3), { incoming: false, outcome: 'busy', parked: 'parked', now: tuesday })?.id, 'parked', 'the card was called early')
  assert.equal(putOff(open.slice(3), { incoming: false, outcome: 'busy', parked: null, now: tuesday }), null)
})

test('a card that was kept for later and is used now is done', () => {
  assert.deepEqual(ends('left_message', { parked: 'parked' }), ['due', 'parked'])
})

test('who asked not to be called is promised nothing any more', () => {
  assert.deepEqual(ends('do_not_call'), ['due', 'try', 'agreed', 'parked', 'other'])
})

test('what was agreed for later in the day outlives a try that reaches nobody', () => {
  const [agreed, noted, again] = [promise('agreed', '2026-11-24T21:00:00.000Z', 'callback_agreed'), promise('noted', '2026-11-24T21:00:00.000Z'), promise('again', '2026-11-24T21:00:00.000Z', 'no_answer')]
  const call = (outcome: Outcome): Happening => ({ incoming: false, outcome, parked: null, now: tuesday })
  for (const outcome of ['left_message', 'left_with_person', 'no_answer', 'busy'] as const) {
    assert.deepEqual(fulfilled([agreed!, noted!], call(outcome)), [], outcome)
    assert.equal(putOff([agreed!, noted!], call(outcome)), null, outcome)
    assert.deepEqual(staying([agreed!, noted!, again!], call(outcome)).map(({ id }) => id), ['agreed', 'noted'], 'and the log says so')
  }
  assert.equal(putOff([again!], call('no_answer'))?.id, 'again', 'for another try nobody waits')
  assert.deepEqual(fulfilled([agreed!], call('spoke')).map(({ id }) => id), ['agreed'], 'he was reached')
  assert.deepEqual(staying([agreed!], call('spoke')), [])
})
