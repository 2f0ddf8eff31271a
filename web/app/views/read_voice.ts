/** Listens for the rep's voice while he reads, so that the marker can wait for him. */
import { heard, SILENT } from '../domain/voice.ts'
import type { Device } from './device.ts'

const STALE = 1000 // ms; what was heard before says nothing about now

export class Listener {
  #device: Device
  #hearing: Promise<{ stop(): void }> | null = null
  #voice = SILENT
  #last = 0
  trouble = ''

  constructor(device: Device) {
    this.#device = device
  }

  get open(): boolean { return this.#hearing !== null }

  /** `changed` is called when it is known whether there is a microphone, and when one is taken away. */
  start(changed: () => void): void {
    if (this.#hearing) return
    this.trouble = ''
    this.#voice = SILENT
    const shut = (trouble: string): void => {
      this.#hearing = null
      this.trouble = trouble
      changed()
    }
    const see = (level: number): void => {
      this.#last = Date.now()
      this.#voice = heard(this.#voice, level, this.#last)
    }
    this.#hearing = this.#device.hear(see, () => shut('A call has the microphone now. The marker goes on by itself.'))
    this.#hearing.then(changed, (error: Error) => shut(error.message))
  }

  stop(): void {
    void this.#hearing?.then((hearing) => hearing.stop(), () => {})
    this.#hearing = null
  }

  /** Whether he speaks; null when nothing is heard that could tell. */
  get speaking(): boolean | null {
    return this.#hearing && Date.now() - this.#last < STALE ? this.#voice.speaking : null
  }
}
