/** Tells a voice from everything else, hundredth of a second by hundredth: a small network that looks at how loud each pitch band is against its own
 *  quiet and its own loud, about half a second to both sides. What a word loses in noise, its soft beginning and its end that dies away, it has learned to add. */
import { BYTES, STEPS } from './ear_learned.ts'
import { bandPowers } from './spectrum.ts'

const BANDS = 22
const [LOWEST, HIGHEST] = [120, 7000] // Hz
const [QUIET, LOUD] = [0.1, 0.95] // of the frames are below it
const WIDTH = 8 // numbers that each layer hands on for a frame
const TAPS = 5 // frames that a layer looks at, and how far they are apart:
const APART = [2, 6, 18]

const TRACE = 1e-7 // of the loudest band

type Rows = Float32Array[] // one for each band or number, with one value for each frame

/** For each frame of 10 ms above 0 where somebody speaks, below where nobody does. */
export function voiceIn(sound: Float32Array): Float32Array {
  const learned = reader()
  const first = layer(besides(bandLevels(sound)), WIDTH, 1, 1, learned).map(kept)
  const second = layer(first, WIDTH, TAPS, APART[0]!, learned).map(kept)
  const third = layer(second, WIDTH, TAPS, APART[1]!, learned).map(kept)
  const fourth = layer(third, WIDTH, TAPS, APART[2]!, learned).map(kept)
  return layer([...second, ...fourth], 1, 1, 1, learned)[0]!
}

/** In dB, each the mean of three frames, with a trace of what every room has: some phones make silence, and it is no quieter than that. */
function bandLevels(sound: Float32Array): Rows {
  const { frames, power } = bandPowers(sound, BANDS, LOWEST, HIGHEST)
  const trace = power.reduce((most, one) => Math.max(most, one), 0) * TRACE + 1e-14
  return Array.from({ length: BANDS }, (_, band) => {
    const level = Float32Array.from({ length: frames }, (_, frame) => 10 * Math.log10(power[frame * BANDS + band]! + trace))
    return level.map((one, frame) => (frame === 0 || frame === frames - 1 ? one : (level[frame - 1]! + one + level[frame + 1]!) / 3))
  })
}

/** In tens of dB: how far each band is over its quiet, then how far under its loud. */
function besides(bands: Rows): Rows {
  const sorted = bands.map((band) => band.slice().sort())
  const over = (part: number, low: number, high: number): Rows => bands.map((band, at) => {
    const usual = sorted[at]![Math.floor(part * (band.length - 1))]!
    return band.map((one) => Math.max(low, Math.min(high, (one - usual) / 10)))
  })
  return [...over(QUIET, -0.5, 5), ...over(LOUD, -5, 0.5)]
}

/** Each row of the result is a weighted sum of all rows, at `taps` frames that are `apart`. */
function layer(rows: Rows, width: number, taps: number, apart: number, learned: (count: number) => number[]): Rows {
  const weights = learned(width * rows.length * taps)
  return learned(width).map((added, to) => {
    const sum = new Float32Array(rows[0]!.length).fill(added)
    for (let from = 0; from < rows.length; from++) {
      for (let tap = 0; tap < taps; tap++) add(sum, rows[from]!, weights[(to * rows.length + from) * taps + tap]!, (tap - (taps - 1) / 2) * apart)
    }
    return sum
  })
}

function add(sum: Float32Array, row: Float32Array, weight: number, shift: number): void {
  const end = Math.min(sum.length, sum.length - shift)
  for (let frame = Math.max(0, -shift); frame < end; frame++) sum[frame]! += weight * row[frame + shift]!
}

const kept = (row: Float32Array): Float32Array => row.map((one) => Math.max(0, one))

/** Hands out the learned numbers in their order. */
function reader(): (count: number) => number[] {
  const bytes = Int8Array.from(atob(BYTES), (letter) => letter.charCodeAt(0))
  let [at, part] = [0, 0]
  return (count) => {
    const step = STEPS[part++]!
    return Array.from(bytes.subarray(at, (at += count)), (one) => one * step)
  }
}
