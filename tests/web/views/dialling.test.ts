import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Dialling, type Front } from '../../../web/app/views/dialling.ts'

/** A page, the clock beside it, and what was kept of the calls that were placed from it. */
function phone() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const frame = new EventTarget()
  let seconds = 0
  const kept: string[] = []
  const dialling = new Dialling(page as unknown as Front, frame, () => seconds * 1000)
  const turns = (state: string): void => {
    page.visibilityState = state
    page.dispatchEvent(new Event('visibilitychange'))
  }
  return {
    kept, taps: (whom: string) => dialling.tapped(whom, () => kept.push(whom)), passes: (more: number) => (seconds += more),
    goesOn: () => frame.dispatchEvent(new Event('hashchange')), leaves: () => turns('hidden'), returns: () => (turns('visible'), dialling.justPlaced()),
  }
}

test('the dialler comes up: the call is kept as the page goes, and asked about once when the rep is back', () => {
  const { kept, taps, passes, leaves, returns } = phone()
  taps('ruth')
  assert.deepEqual(kept, [])
  passes(4)
  leaves()
  assert.deepEqual(kept, ['ruth'])
  passes(600)
  assert.equal(returns(), 'ruth')
  leaves()
  assert.equal(returns(), null)
  assert.deepEqual(kept, ['ruth'])
})

test('a call that was cancelled is no call when the phone is unlocked later', () => {
  const { kept, taps, passes, leaves, returns } = phone()
  taps('ruth')
  passes(90)
  leaves()
  assert.deepEqual([returns(), kept], [null, []])
})

test('of two taps the later one counts', () => {
  const { kept, taps, leaves, returns } = phone()
  taps('ruth')
  taps('dana')
  leaves()
  assert.deepEqual([returns(), kept], ['dana', ['dana']])
})

test('who has gone on to another page has said no: the call that is placed from there is another one', () => {
  const { kept, taps, goesOn, leaves, returns } = phone()
  taps('ruth')
  goesOn()
  leaves()
  assert.deepEqual([returns(), kept], [null, []])
})
