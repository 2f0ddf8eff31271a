/** How long each chunk takes, and within a phone number when each group is said: slowly enough to be written down, slower the second time. */
import type { Chunk } from './chunks.ts'
import { spokenSeconds } from './seconds.ts'

/** A number is said no faster than somebody writes who does not know it: two digits a second, the breaths between the groups included.
 *  At 150 words a minute the estimate of seconds.ts is slower than that; it is those who speak fast that this holds back. */
export const WRITABLE = 2 // digits a second
/** Who missed a digit the first time gets it now. */
export const AGAIN = 1.2
/** Seconds. The name of a stranger needs a moment to be understood. */
export const NAME_PAUSE = 0.4
const BREATH = 1.5 // digits that fit into the pause after a group

/** Seconds of each chunk with the pause behind it, at `pace` words a minute. */
export function chunkSeconds(chunks: readonly Chunk[], options: { locale: string; pace: number }): number[] {
  const spoken = spokenSeconds(chunks.map((chunk) => chunk.text), options).parts
  return chunks.map((chunk, at) => {
    if (chunk.kind === 'number') return numberSeconds(chunk, spoken[at]!, saidBefore(chunks, at))
    return spoken[at]! + (chunk.kind === 'name' ? NAME_PAUSE : 0)
  })
}

function numberSeconds(chunk: Chunk, spoken: number, again: boolean): number {
  return Math.max(spoken, digitsIn(chunk.groups.join('')) / WRITABLE) * (again ? AGAIN : 1)
}

/** Key words stand for more than is written: together they take as long as all that will be said. */
export function stretched(seconds: readonly number[], total: number): number[] {
  const written = seconds.reduce((sum, each) => sum + each, 0)
  return seconds.map((each) => each * Math.max(1, total / (written || 1)))
}

/** Whether the number of this chunk has been said already. */
export function saidBefore(chunks: readonly Chunk[], at: number): boolean {
  const number = digits(chunks[at]!)
  return number !== '' && chunks.slice(0, at).some((chunk) => digits(chunk) === number)
}

/** When each group of a number begins, as a part of its chunk: 0 is its start, 1 its end. */
export function beats(groups: readonly string[]): number[] {
  const weights = groups.map((group) => digitsIn(group) + BREATH)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((_, at) => weights.slice(0, at).reduce((sum, weight) => sum + weight, 0) / whole)
}

/** The group that is being said when `part` of the chunk is over. */
export function groupAt(groups: readonly string[], part: number): number {
  return beats(groups).filter((beat) => beat <= part).length - 1
}

function digits(chunk: Chunk): string {
  return chunk.kind === 'number' ? chunk.groups.join('').replace(/\D/g, '') : ''
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length
}
