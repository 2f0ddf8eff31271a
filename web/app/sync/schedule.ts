/** When to sync: at every occasion, and after a failure again and again, for ever, with growing pauses. One run at a time. */

import { NoAnswer } from './ask.ts'
import { idleDelay, nextDelay } from './backoff.ts'

export interface Clock {
  now(): number // milliseconds
  random(): number
  after(ms: number, then: () => void): () => void // returns how to call it off
}
/** `hand`, `online`, `visible`, `start`: something changed, try at once. `saved`: there is something to send. `timer`: it is time. */
export type Occasion = 'hand' | 'online' | 'visible' | 'start' | 'saved' | 'timer'
export interface Progress { running: boolean; failed: unknown; nextTry: number | null }

/** A saved entry is tried at once only this long after a failure; until then the timer has it. */
const BREATH = 2_000
const GIVES_UP: ReadonlySet<string> = new Set(['signed_out', 'revoked'])

export class Schedule {
  #run: () => Promise<void>
  #clock: Clock
  #tell: (progress: Progress) => void
  #running: Promise<void> | null = null
  #again = false
  #failures = 0
  #notBefore = 0
  #lastFailure = -Infinity
  #callOff: () => void = () => {}
  #stopped = false

  constructor(run: () => Promise<void>, clock: Clock, tell: (progress: Progress) => void) {
    this.#run = run
    this.#clock = clock
    this.#tell = tell
  }

  /** Resolves when the run that this leads to is over, whatever came of it. */
  trigger(occasion: Occasion): Promise<void> {
    const now = this.#clock.now()
    const early = now < this.#notBefore || (occasion === 'saved' && now < this.#lastFailure + BREATH)
    if (this.#stopped || early) return Promise.resolve()
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#runs()
    return this.#running
  }

  stop(): void {
    this.#stopped = true
    this.#callOff()
  }

  async #runs(): Promise<void> {
    this.#callOff()
    try {
      do {
        this.#again = false
        this.#tell({ running: true, failed: null, nextTry: null })
        const failed = await this.#run().then(() => null, (error: unknown) => error)
        this.#over(failed)
        if (failed) return
      } while (this.#again && !this.#stopped)
    } finally {
      this.#running = null // in the same breath as the last look at `again`: an occasion in between would be forgotten
    }
  }

  #over(failed: unknown): void {
    if (this.#stopped) return
    const { trouble, retryAfter } = failed instanceof NoAnswer ? failed : { trouble: '', retryAfter: null }
    this.#failures = failed ? this.#failures + 1 : 0
    this.#lastFailure = failed ? this.#clock.now() : -Infinity
    this.#notBefore = retryAfter ? this.#clock.now() + retryAfter * 1000 : 0
    const random = this.#clock.random()
    const pause = failed ? nextDelay(this.#failures, retryAfter, random) : idleDelay(random)
    const waits = !GIVES_UP.has(trouble)
    if (waits) this.#callOff = this.#clock.after(pause, () => void this.trigger('timer'))
    this.#tell({ running: false, failed, nextTry: failed && waits ? this.#clock.now() + pause : null })
  }
}
