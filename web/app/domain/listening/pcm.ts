/** A take as it is kept: one channel, 16,000 samples a second, 16 bits each, in one ArrayBuffer. */
import { RATE } from './spectrum.ts'

const LOBES = 12 // zero crossings of the filter on each side
const PASS = 0.92 // of the half of the lower rate: what is above would fold back as noise

/** `sound` at `rate` samples a second, brought to 16,000 by a windowed sinc. */
export function resampled(sound: Float32Array, rate: number): Float32Array {
  if (rate === RATE) return sound
  const ratio = rate / RATE
  const filters = new Map<number, Float64Array>() // one for each place between two samples: 48 kHz needs one, 44.1 kHz 160
  const cut = PASS * Math.min(1, 1 / ratio)
  const side = Math.ceil(LOBES / cut)
  const padded = new Float64Array(sound.length + 2 * side + 2)
  padded.set(sound, side)
  const result = new Float32Array(Math.floor(sound.length / ratio))
  for (let to = 0; to < result.length; to++) {
    const whole = Math.floor(to * ratio + 1e-6)
    const part = Math.round((to * ratio - whole) * 1e6) / 1e6
    const filter = filters.get(part) ?? filters.set(part, filterAt(part, cut)).get(part)!
    let sum = 0
    for (let tap = 0; tap < filter.length; tap++) sum += filter[tap]! * padded[whole + tap]!
    result[to] = sum
  }
  return result
}

/** Weights for a sample `part` of a step behind the middle one; together they are 1. */
function filterAt(part: number, cut: number): Float64Array {
  const reach = LOBES / cut
  const side = Math.ceil(reach)
  const weights = Float64Array.from({ length: 2 * side + 1 }, (_, tap) => {
    const distance = tap - side - part
    const x = Math.PI * cut * distance
    return Math.abs(distance) > reach ? 0 : (x === 0 ? 1 : Math.sin(x) / x) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach))
  })
  const all = weights.reduce((sum, one) => sum + one, 0)
  return weights.map((one) => one / all)
}

export function toPcm(sound: Float32Array): ArrayBuffer {
  return Int16Array.from(sound, (one) => Math.max(-32768, Math.min(32767, Math.round(one * 32768)))).buffer
}

export function fromPcm(pcm: ArrayBuffer): Float32Array {
  return Float32Array.from(new Int16Array(pcm), (one) => one / 32768)
}

const HEAD = 44

/** A WAV file of it, which every browser can play. */
export function wavOf(pcm: ArrayBuffer): ArrayBuffer {
  const file = new ArrayBuffer(HEAD + pcm.byteLength)
  const view = new DataView(file)
  const text = (at: number, letters: string): void => [...letters].forEach((letter, k) => view.setUint8(at + k, letter.charCodeAt(0)))
  text(0, 'RIFF')
  view.setUint32(4, HEAD - 8 + pcm.byteLength, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // bytes that say what kind of sound it is
  view.setUint16(20, 1, true) // plain samples
  view.setUint16(22, 1, true) // channels
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, pcm.byteLength, true)
  new Uint8Array(file, HEAD).set(new Uint8Array(pcm))
  return file
}
