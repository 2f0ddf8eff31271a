import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Dialling, type Front } from '../../../web/app/views/dialling.ts'

/** A page, and the clock beside it. */
function phone() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const frame = new EventTarget()
  let seconds = 0
  const dialling = new Dialling(page as unknown as Front, frame, () => seconds * 1000)
  const turns = (state: string): void => {
    page.visibilityState = state
    page.dispatchEvent(new Event('visibilitychange'))
  }
  return {
    taps: (whom: string) => dialling.tapped(whom), passes: (more: number) => (seconds += more),
    goesOn: () => frame.dispatchEvent(new Event('hashchange')), leaves: () => turns('hidden'), returns: () => (turns('visible'), dialling.justPlaced()),
  }
}

test('the dialler comes up: the call is asked about once, when the rep is back', () => {
  const { taps, passes, leaves, returns } = phone()
  taps('ruth')
  passes(4)
  leaves()
  passes(600)
  assert.equal(returns(), 'ruth')
  leaves()
  assert.equal(returns(), null)
})

test('a call that was cancelled is no call when the phone is unlocked later', () => {
  const { taps, passes, leaves, returns } = phone()
  taps('ruth')
  passes(90)
  leaves()
  assert.equal(returns(), null)
})

test('of two taps the later one counts', () => {
  const { taps, leaves, returns } = phone()
  taps('ruth')
  taps('dana')
  leaves()
  assert.equal(returns(), 'dana')
})

test('who has gone on to another page has said no: the call that is placed from there is another one', () => {
  const { taps, goesOn, leaves, returns } = phone()
  taps('ruth')
  goesOn()
  leaves()
  assert.equal(returns(), null)
})
