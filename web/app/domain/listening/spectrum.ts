/** Short looks at a sound: how loud each hundredth of a second is, and how its energy lies over the pitch bands. */

export const RATE = 16_000 // samples a second, of everything that is measured
export const HOP = 160 // samples: 10 ms, the step of every frame
const WINDOW = 512 // 32 ms: two periods of the lowest voice

/** Power of each frame of 10 ms: mean of the squares, 1 being full scale. */
export function powers(sound: Float32Array): Float64Array {
  const found = new Float64Array(Math.floor(sound.length / HOP))
  for (let frame = 0; frame < found.length; frame++) {
    let sum = 0
    for (let at = frame * HOP; at < (frame + 1) * HOP; at++) sum += sound[at]! ** 2
    found[frame] = sum / HOP
  }
  return found
}

/** In dB below full scale; silence is -120. */
export function decibels(power: number): number {
  return 10 * Math.log10(power + 1e-12)
}

/** For each frame, the power in each of `bands` that are equally wide to the ear, from `lowest` to `highest` Hz. Rows of one flat array. */
export function bandPowers(sound: Float32Array, bands: number, lowest: number, highest: number): { frames: number; bands: number; power: Float32Array } {
  const frames = Math.floor(sound.length / HOP)
  const band = bandOfBin(bands, lowest, highest)
  const power = new Float32Array(frames * bands)
  const [real, imaginary] = [new Float64Array(WINDOW), new Float64Array(WINDOW)]
  for (let frame = 0; frame < frames; frame++) {
    const start = frame * HOP + HOP / 2 - WINDOW / 2
    for (let at = 0; at < WINDOW; at++) real[at] = (sound[start + at] ?? 0) * HANN[at]!
    imaginary.fill(0)
    transform(real, imaginary)
    for (let bin = 1; bin < WINDOW / 2; bin++) {
      const to = band[bin]!
      if (to >= 0) power[frame * bands + to]! += (real[bin]! ** 2 + imaginary[bin]! ** 2) / (WINDOW * WINDOW)
    }
  }
  return { frames, bands, power }
}

const HANN = Float64Array.from({ length: WINDOW }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / WINDOW))

/** The band that each bin of the spectrum belongs to, -1 for none. Mel scale (O'Shaughnessy 1987). */
function bandOfBin(bands: number, lowest: number, highest: number): Int8Array {
  const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700)
  const [from, to] = [mel(lowest), mel(highest)]
  return Int8Array.from({ length: WINDOW / 2 }, (_, bin) => {
    const hertz = (bin * RATE) / WINDOW
    return hertz < lowest || hertz >= highest ? -1 : Math.floor((bands * (mel(hertz) - from)) / (to - from))
  })
}

const COS = Float64Array.from({ length: WINDOW / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / WINDOW))
const SIN = Float64Array.from({ length: WINDOW / 2 }, (_, at) => Math.sin((2 * Math.PI * at) / WINDOW))

/** Fourier transform in place (Cooley and Tukey), of WINDOW values. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length
  reorder(real, imaginary)
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const turn = (k * WINDOW) / (2 * half)
      const c = COS[turn]!
      const s = -SIN[turn]!
      for (let a = k; a < size; a += 2 * half) {
        const b = a + half
        const x = real[b]! * c - imaginary[b]! * s
        const y = real[b]! * s + imaginary[b]! * c
        real[b] = real[a]! - x
        imaginary[b] = imaginary[a]! - y
        real[a]! += x
        imaginary[a]! += y
      }
    }
  }
}

function reorder(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length
  for (let a = 1, b = 0; a < size; a++) {
    let bit = size >> 1
    for (; b & bit; bit >>= 1) b ^= bit
    b ^= bit
    if (a >= b) continue
    swap(real, a, b)
    swap(imaginary, a, b)
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a]!
  values[a] = values[b]!
  values[b] = kept
}
