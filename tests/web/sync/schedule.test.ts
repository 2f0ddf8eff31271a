import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoAnswer } from '../../../web/app/sync/ask.ts'
import { nextDelay } from '../../../web/app/sync/backoff.ts'
import { Schedule, type Clock, type Progress } from '../../../web/app/sync/schedule.ts'

/** A clock that stands still until it is moved. */
class HandClock implements Clock {
  time = 0
  timers = new Set<{ at: number; then: () => void }>()
  now = (): number => this.time
  random = (): number => 0.999
  after = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.time + ms, then }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }
  get next(): number {
    return Math.min(...[...this.timers].map((timer) => timer.at))
  }
  async moveTo(time: number): Promise<void> {
    this.time = time
    for (const timer of [...this.timers].filter((one) => one.at <= time)) {
      this.timers.delete(timer)
      timer.then()
    }
    await new Promise(setImmediate)
  }
}

function cast(run: () => Promise<void>) {
  const clock = new HandClock()
  const told: Progress[] = []
  return { clock, told, schedule: new Schedule(run, clock, (progress) => told.push(progress)) }
}

test('after a failure it tries again, after 2 s, 4 s, 8 s, for ever', async () => {
  let runs = 0
  const { clock, schedule } = cast(async () => {
    runs += 1
    throw new NoAnswer('offline')
  })
  await schedule.trigger('start')
  const waits: number[] = []
  for (let i = 0; i < 12; i += 1) {
    waits.push(Math.round((clock.next - clock.time) / 1000))
    await clock.moveTo(clock.next)
  }
  assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300])
  assert.equal(runs, 13)
})

test('a network that comes back is tried at once, and success forgets the failures', async () => {
  let down = true
  const { clock, told, schedule } = cast(async () => {
    if (down) throw new NoAnswer('offline')
  })
  await schedule.trigger('start')
  down = false
  await schedule.trigger('online')
  assert.deepEqual(told.at(-1), { running: false, failed: null, nextTry: null })
  assert.ok(clock.next - clock.time >= 240_000)
})

test('what is saved right after the network came back is sent at once', async () => {
  let [down, runs] = [true, 0]
  const { schedule } = cast(async () => {
    runs += 1
    if (down) throw new NoAnswer('offline')
  })
  await schedule.trigger('start')
  down = false
  await schedule.trigger('online')
  await schedule.trigger('saved')
  assert.equal(runs, 3)
})

test('nobody asks again before the office said, not even by hand', async () => {
  let runs = 0
  const { clock, schedule } = cast(async () => {
    runs += 1
    throw new NoAnswer('too_many', '', 60)
  })
  await schedule.trigger('start')
  await schedule.trigger('hand')
  assert.equal(runs, 1)
  await clock.moveTo(clock.next)
  assert.equal(clock.time, 60_000)
  assert.equal(runs, 2)
})

test('what is saved during a run is sent by the next one, right after it', async () => {
  let runs = 0
  let finish = (): void => {}
  const { schedule } = cast(() => {
    runs += 1
    return new Promise((resolve) => (finish = resolve))
  })
  const started = schedule.trigger('start')
  void schedule.trigger('saved')
  void schedule.trigger('saved')
  finish()
  await new Promise(setImmediate)
  finish()
  await started
  assert.equal(runs, 2)
})

test('signed out: it stops asking by itself, and asks when the rep comes back', async () => {
  let runs = 0
  const { clock, schedule } = cast(async () => {
    runs += 1
    throw new NoAnswer('signed_out')
  })
  await schedule.trigger('start')
  assert.equal(clock.timers.size, 0)
  await schedule.trigger('visible')
  assert.equal(runs, 2)
})

test('a schedule that was stopped does nothing more', async () => {
  let runs = 0
  const { clock, schedule } = cast(async () => void (runs += 1))
  await schedule.trigger('start')
  schedule.stop()
  await clock.moveTo(clock.time + 1_000_000)
  await schedule.trigger('hand')
  assert.equal(runs, 1)
})

test('phones that lost the office together come back at different moments', () => {
  assert.ok(nextDelay(3, null, 0) < nextDelay(3, null, 0.9))
  assert.equal(nextDelay(1, 30, 0), 30_000)
})
