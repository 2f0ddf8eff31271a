/** Runs beside the microphone, in the browser's sound thread: hands on what it hears, a few hundredths of a second at a time, and plays nothing. */

declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, made: typeof AudioWorkletProcessor): void

const BLOCK = 2048 // samples: the clock and the level need no more than twenty a second

class Recorder extends AudioWorkletProcessor {
  #block = new Float32Array(BLOCK)
  #filled = 0
  #on = true

  constructor() {
    super()
    this.port.onmessage = () => {
      this.#on = false
      this.#send()
      this.port.postMessage(null) // that was all
    }
  }

  /** Called by the browser for every 128 samples; false ends it. */
  process(inputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0]
    if (!this.#on || !heard) return this.#on
    if (this.#filled + heard.length > BLOCK) this.#send()
    this.#block.set(heard, this.#filled)
    this.#filled += heard.length
    return true
  }

  #send(): void {
    const block = this.#block.slice(0, this.#filled)
    this.#filled = 0
    if (block.length > 0) this.port.postMessage(block, [block.buffer])
  }
}

registerProcessor('recorder', Recorder)
