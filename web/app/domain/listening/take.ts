/** From what the microphone gave to what is kept: the sound in its small form, and its figures. */
import { figuresOf, type Figures, type Script } from './figures.ts'
import { fromPcm, resampled, toPcm } from './pcm.ts'

/** `rate` in samples a second. */
export interface Recorded { sound: Float32Array; rate: number; script: Script }
export interface Listened { pcm: ArrayBuffer; figures: Figures | null }

/** Measures what is kept, not what came: whoever measures a kept take again finds the same. */
export function listened({ sound, rate, script }: Recorded): Listened {
  const pcm = toPcm(resampled(sound, rate))
  return { pcm, figures: figuresOf(fromPcm(pcm), script) }
}
