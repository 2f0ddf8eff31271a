/** Recordings with true properties (tests/data/audio), and what can be done to them: louder, in noise, cut, stretched. */
import fs from 'node:fs'
import { RATE } from '../../web/app/domain/listening/spectrum.ts'

export interface True {
  file: string; span_s: number; speech_start_s: number; speech_s: number; pause_s: number; pauses: Array<[number, number]>; longest_pause_s: number
  spoken_wpm: number; pace_vs_reference: number; words_spoken: number; speech_dbfs: number; snr_db: number; peak_dbfs: number; duration_s: number; f0_sd_semitones: number
}
const FOLDER = new URL('../data/audio/', import.meta.url)
const manifest = JSON.parse(fs.readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as { text: string; files: True[] }

export const TEXT = manifest.text
export const RECORDINGS = manifest.files.map((told) => ({ told, sound: read(told.file) }))

export function recording(name: string): { told: True; sound: Float32Array } {
  return RECORDINGS.find(({ told }) => told.file === `${name}.wav`)!
}

function read(file: string): Float32Array {
  const bytes = fs.readFileSync(new URL(file, FOLDER))
  const start = bytes.indexOf('data') + 8
  return Float32Array.from({ length: bytes.readUInt32LE(start - 4) / 2 }, (_, at) => bytes.readInt16LE(start + 2 * at) / 32768)
}

export function louder(sound: Float32Array, times: number): Float32Array {
  return sound.map((one) => Math.max(-1, Math.min(1, one * times)))
}

/** Noise with equal energy in each octave (Voss and McCartney), `dB` under a voice at `level`. The same every time. */
export function inNoise(sound: Float32Array, level: number, dB: number): Float32Array {
  return mixed(sound, pink(sound.length), level - dB)
}

/** Somebody plucks chords in a room that is not still. */
export function inMusic(sound: Float32Array, level: number, dB: number): Float32Array {
  const room = pink(sound.length)
  return mixed(sound, plucked(sound.length).map((one, at) => one + room[at]! / 2), level - dB)
}

/** A street: the noise comes nearer and goes, by some 8 dB, every two seconds and a half. */
export function inTraffic(sound: Float32Array, level: number, dB: number): Float32Array {
  return mixed(sound, pink(sound.length).map((one, at) => one * Math.exp(0.45 * Math.sin((2 * Math.PI * at) / (2.5 * RATE)))), level - dB)
}

function mixed(sound: Float32Array, noise: Float32Array, level: number): Float32Array {
  const rms = Math.sqrt(noise.reduce((sum, one) => sum + one * one, 0) / noise.length)
  const scale = 10 ** (level / 20) / rms
  return sound.map((one, at) => one + noise[at]! * scale)
}

const CHORDS = [[220, 262, 330, 988], [175, 220, 262, 1175], [131, 196, 330, 523], [196, 247, 294, 1480]] // Hz

function plucked(length: number): Float32Array {
  const every = 1.1 * RATE
  return Float32Array.from({ length }, (_, at) => {
    const seconds = (at % every) / RATE
    return CHORDS[Math.floor(at / every) % CHORDS.length]!.reduce((sum, hertz) => sum + [1, 2, 3, 4].reduce((tones, k) => tones + (Math.sin(2 * Math.PI * hertz * k * seconds) * Math.exp(-(1 + k / 2) * seconds)) / k, 0), 0)
  })
}

function pink(length: number): Float32Array {
  let seed = 20261122
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5
  const rows = Array.from({ length: 12 }, random)
  return Float32Array.from({ length }, (_, at) => {
    const row = at === 0 ? 0 : Math.min(11, Math.log2(at & -at))
    rows[row] = random()
    return rows.reduce((sum, one) => sum + one, 0)
  })
}

/** `seconds` more of the background that is heard at `at` seconds. */
export function longerPause(sound: Float32Array, at: number, seconds: number): Float32Array {
  const from = Math.round(at * RATE)
  const quiet = sound.subarray(from, from + RATE / 10)
  const more = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, k) => quiet[k % quiet.length]!)
  return Float32Array.from([...sound.subarray(0, from), ...more, ...sound.subarray(from)])
}

export function near(told: number, found: number, by: number): boolean {
  return Math.abs(found - told) <= by
}
