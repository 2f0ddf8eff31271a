/** How much a voice moves up and down: the spread of its pitch, by autocorrelation. */
import { HOP, RATE, powers } from './spectrum.ts'

const [LOWEST, HIGHEST] = [70, 400] // Hz, of speaking voices
const STEP = 2 // every second sample is enough for pitch
const WINDOW = 320 // samples after that: 40 ms
const PERIODIC = 0.6 // of the energy comes again after one period; less is no vowel
const JUMP = 8 // semitones from the middle: an octave heard wrong
const EVERY = 2 // frames: a pitch does not change faster
const FEWEST = 15 // frames of voice that can say something
const UNDER_THE_LOUDEST = 25 // dB: only what is clearly voiced

/** `middle` in Hz, `spread` as a standard deviation in semitones; null when too little voice was heard. */
export interface Pitch { middle: number; spread: number }

export function pitchOf(sound: Float32Array): Pitch | null {
  const found = voicedFrames(sound)
  if (found.length < FEWEST) return null
  const middle = median(found)
  const semitones = found.map((hertz) => 12 * Math.log2(hertz / middle)).filter((one) => Math.abs(one) <= JUMP)
  if (semitones.length < FEWEST) return null
  const average = semitones.reduce((sum, one) => sum + one, 0) / semitones.length
  return { middle, spread: Math.sqrt(semitones.reduce((sum, one) => sum + (one - average) ** 2, 0) / semitones.length) }
}

function voicedFrames(sound: Float32Array): number[] {
  const power = powers(sound)
  const enough = power.reduce((most, one) => Math.max(most, one), 0) * 10 ** (-UNDER_THE_LOUDEST / 10)
  const thin = thinned(sound)
  const energy = energyUpTo(thin)
  const found: number[] = []
  for (let frame = 0; frame < power.length; frame += EVERY) {
    const hertz = power[frame]! >= enough ? pitchAt(thin, energy, (frame * HOP) / STEP) : 0
    if (hertz > 0) found.push(hertz)
  }
  return found
}

/** Sum of the squares before each sample, so that the energy of any stretch is one subtraction. */
function energyUpTo(thin: Float32Array): Float64Array {
  const sums = new Float64Array(thin.length + 1)
  for (let at = 0; at < thin.length; at++) sums[at + 1] = sums[at]! + thin[at]! ** 2
  return sums
}

function thinned(sound: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(sound.length / STEP) }, (_, at) => (sound[at * STEP]! + sound[at * STEP + 1]!) / 2)
}

/** The pitch from `start` on, 0 where nothing comes again. The shortest period that is nearly as good as the best one: not twice as long. */
function pitchAt(thin: Float32Array, energy: Float64Array, start: number): number {
  const [shortest, longest] = [Math.floor(RATE / STEP / HIGHEST), Math.ceil(RATE / STEP / LOWEST)]
  if (start + WINDOW + longest >= thin.length) return 0
  const likeness = Float64Array.from({ length: longest + 2 }, (_, lag) => (lag < shortest - 1 ? 0 : likenessAt(thin, energy, start, lag)))
  let best = 0
  for (let lag = shortest; lag <= longest; lag++) best = Math.max(best, likeness[lag]!)
  if (best < PERIODIC) return 0
  for (let lag = shortest; lag <= longest; lag++) {
    const [before, here, after] = [likeness[lag - 1]!, likeness[lag]!, likeness[lag + 1]!]
    if (here >= 0.93 * best && here >= before && here >= after) return RATE / STEP / (lag + between(before, here, after))
  }
  return 0
}

/** How alike the window and the one `lag` later are: 1 is the same. */
function likenessAt(thin: Float32Array, energy: Float64Array, start: number, lag: number): number {
  let both = 0
  for (let at = start; at < start + WINDOW; at++) both += thin[at]! * thin[at + lag]!
  const first = energy[start + WINDOW]! - energy[start]!
  const second = energy[start + lag + WINDOW]! - energy[start + lag]!
  return both / Math.sqrt(first * second + 1e-12)
}

/** Where the top of the curve through three points lies, from the middle one. */
function between(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after
  return bend === 0 ? 0 : (before - after) / (2 * bend)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
