/** What a microphone leaves out or adds, put right before anything is measured: a room is never still to the last bit, so where no sample
 *  differs from the one before, nobody listened. */
import { HOP, RATE } from './spectrum.ts'

const STILL = 0.005 * RATE // samples that do not change: no sound does that
const SLIP = 0.06 * RATE // samples: a busy phone loses such a piece; what is longer is silence that was made on purpose
const RINGS = 16 // samples on both sides that still ring from the edge
const STUCK = 0.1 * RATE // samples
const SAME = 2 / 32768 // no more than what rounding to 16 bits does

export interface Live { sound: Float32Array; before: number } // `before`: samples until the microphone was on

/** Without the stillness before it was on and after it was off, without a constant offset, and with small gaps filled by what is beside them.
 *  Null when it never was on. */
export function mended(sound: Float32Array): Live | null {
  const stills = stillsIn(sound)
  const before = stills[0]?.start === 0 ? stills.shift()!.end : 0
  const end = Math.min(stills.at(-1)?.end === sound.length ? stills.pop()!.start : sound.length, stuckFrom(sound))
  if (end <= before) return null
  const live = sound.slice(before, end)
  const offset = middleOf(live)
  for (let at = 0; at < live.length; at++) live[at]! -= offset
  for (const still of stills) if (still.end - still.start <= SLIP) fill(live, still.start - before - RINGS, still.end - before + RINGS)
  return { sound: live, before }
}

/** The median, not the mean: a voice may lean to one side. */
function middleOf(sound: Float32Array): number {
  const some = sound.filter((_, at) => at % EVERY === 0).sort()
  return some[some.length >> 1]!
}

const EVERY = 37 // samples: as good as all of them

function stillsIn(sound: Float32Array): Array<{ start: number; end: number }> {
  const found: Array<{ start: number; end: number }> = []
  for (let start = 0, at = 1; at <= sound.length; at++) {
    if (sound[at] === sound[start]) continue
    if (at - start >= STILL) found.push({ start, end: at })
    start = at
  }
  return found
}

/** Where the same hundredth of a second begins to come again and again, to the end: the browser has no more to give, and says so with its last block. */
function stuckFrom(sound: Float32Array): number {
  let from = sound.length - RINGS
  while (from > HOP && Math.abs(sound[from - 1]! - sound[from - 1 - HOP]!) < SAME) from--
  return sound.length - from >= STUCK ? from : sound.length
}

/** From the sound before, played backwards, over to the sound behind. */
function fill(sound: Float32Array, start: number, end: number): void {
  for (let at = Math.max(0, start); at < Math.min(end, sound.length); at++) {
    const part = (at - start) / (end - start)
    sound[at] = (1 - part) * (sound[2 * start - at - 1] ?? 0) + part * (sound[2 * end - at] ?? 0)
  }
}
