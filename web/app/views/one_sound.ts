/** One sound at a time, and always one that can be stopped: also when somebody taps twice, or leaves, while it is still being fetched. */
import type { Playing } from './device.ts'

export type Start = (done: () => void) => Playing

export class OneSound {
  #playing: Playing | null = null
  #turn = 0
  #tick: ReturnType<typeof setInterval> | undefined
  #show: () => void

  /** `show` is called while it plays, and at its ends. */
  constructor(show: () => void) {
    this.#show = show
  }

  /** Seconds into what plays now; null while nothing does. */
  get at(): number | null {
    return this.#playing?.seconds() ?? null
  }

  /** Whatever was asked for last is what is heard. False if there is no such sound. */
  async play(fetched: () => Promise<Start | null>): Promise<boolean> {
    this.stop()
    const turn = this.#turn
    const start = await fetched()
    if (turn !== this.#turn) return true
    if (!start) return false
    this.#playing = start(this.#over)
    this.#tick = setInterval(this.#show, 100)
    this.#show()
    return true
  }

  stop(): void {
    this.#turn += 1
    this.#playing?.stop()
  }

  #over = (): void => {
    this.#playing = null
    clearInterval(this.#tick)
    this.#show()
  }
}
