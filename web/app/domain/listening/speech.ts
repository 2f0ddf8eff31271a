/** Where somebody speaks and where he pauses, how loud he is, and how far he stands out from the noise behind him.
 *
 *  In a quiet place a frame is speech when it is less than 40 dB under the loudest one. In noise that would hear nothing but speech: there the ear
 *  (ear.ts) tells where the voice is, and it is the ear, too, that tells how quiet the place is. */
import { voiceIn } from './ear.ts'
import { mended } from './mend.ts'
import { decibels, powers, RATE } from './spectrum.ts'

/** Seconds throughout; `at` is from the start of the recording. */
export interface Pause { at: number; seconds: number }
export interface Heard {
  length: number
  from: number // the first sound of the voice
  to: number
  pauses: Pause[] // of SHORTEST or more, between the first sound and the last
  level: number // dB below full scale, of the voice alone
  noise: number // dB below full scale, of everything else
}

export const SHORTEST = 0.2 // seconds; shorter silences belong to the words
const UNDER_THE_LOUDEST = 40 // dB
const CLEAR = 1 // dB by which nearly all of the noise has to lie under that
const FRAME = 0.01 // seconds

/** Null when no voice is heard at all. `sound` has 16,000 samples a second. */
export function hear(sound: Float32Array): Heard | null {
  const live = mended(sound)
  const heard = live && heardLive(live.sound)
  if (!heard) return null
  const before = live.before / RATE
  const pauses = heard.pauses.map((pause) => ({ ...pause, at: pause.at + before }))
  return { ...heard, length: sound.length / RATE, from: heard.from + before, to: heard.to + before, pauses }
}

function heardLive(sound: Float32Array): Heard | null {
  const power = powers(sound)
  const level = Float64Array.from(power, decibels)
  const loudest = level.reduce((most, one) => Math.max(most, one), -120)
  if (loudest < FAINTEST || loudest - decibels(at(smoothed(power, 2), 0.04)) < LEAST_CHANGE) return null
  const voiced = lasting(voiceIn(sound))
  const clear = loudest - noiseBeside(power, voiced) >= UNDER_THE_LOUDEST + CLEAR
  return heardIn(sound, power, clear ? withoutTaps(level.map((one) => Number(one > loudest - UNDER_THE_LOUDEST))) : voiced)
}

const FAINTEST = -62 // dB: below it a recording is silence
const LEAST_CHANGE = 6 // dB between the loudest frame and the quiet: below it there is only a steady noise

/** Without blips that are too short for a sound of speech. The ear hears no pause that is shorter than SHORTEST: of one it is hardly sure of, only the middle. */
function lasting(sureness: Float32Array): Uint8Array {
  const sounds = islands(sureness.map((one) => Number(one > SURE)), 1).filter(({ frames }) => frames >= BLIP)
  const voiced = marked(sureness.length, sounds)
  for (const { start, frames } of gaps(voiced, voiced.indexOf(1), voiced.lastIndexOf(1))) {
    const more = Math.ceil((SHORTEST / FRAME - frames) / 2)
    if (frames >= GLIMPSE && more > 0) voiced.fill(0, start - more, start + frames + more)
  }
  return voiced
}

const SURE = 0.2 // of the ear's own measure: a little more than even
const BLIP = 4 // frames
const GLIMPSE = 8 // frames of a pause

const TAP = 8 // frames: shorter than any word
const APART = 20 // frames of silence before or behind it

/** The finger on the button, before the first word and behind the last one. */
function withoutTaps(voiced: Float64Array): Uint8Array {
  const stretches = islands(voiced, APART)
  const words = stretches.filter(({ frames }, at) => frames > TAP || (at > 0 && at < stretches.length - 1))
  return marked(voiced.length, words)
}

interface Island { start: number; frames: number }

/** Stretches of voice with fewer than `apart` frames between their parts. */
function islands(voiced: ArrayLike<number>, apart: number): Island[] {
  const found: Island[] = []
  for (let frame = 0; frame < voiced.length; frame++) {
    if (!voiced[frame]) continue
    const last = found[found.length - 1]
    if (last && frame - last.start - last.frames < apart) last.frames = frame + 1 - last.start
    else found.push({ start: frame, frames: 1 })
  }
  return found
}

function marked(length: number, stretches: readonly Island[]): Uint8Array {
  const marks = new Uint8Array(length)
  for (const { start, frames } of stretches) marks.fill(1, start, start + frames)
  return marks
}

function heardIn(sound: Float32Array, power: Float64Array, voiced: Uint8Array): Heard | null {
  const [first, last] = [voiced.indexOf(1), voiced.lastIndexOf(1)]
  if (first < 0) return null
  const speech = new Uint8Array(power.length).fill(1, first, last + 1)
  const pauses: Pause[] = []
  for (const { start, frames } of gaps(voiced, first, last)) {
    if (frames < SHORTEST / FRAME) continue
    pauses.push({ at: start * FRAME, seconds: frames * FRAME })
    speech.fill(0, start, start + frames)
  }
  const { level, noise } = loudness(power, speech)
  return { length: sound.length / RATE, from: first * FRAME, to: (last + 1) * FRAME, pauses, level, noise }
}

function gaps(voiced: Uint8Array, first: number, last: number): Array<{ start: number; frames: number }> {
  const found: Array<{ start: number; frames: number }> = []
  for (let frame = Math.max(0, first); frame <= last; frame++) {
    if (voiced[frame]) continue
    const start = frame
    while (!voiced[frame]) frame++
    found.push({ start, frames: frame - start })
  }
  return found
}

const CLEAR_OF_SPEECH = 6 // frames: a word dies away slowly
const ENOUGH = 15 // frames of nothing but noise

/** The noise is what is heard well away from words; where there is no such place, the quietest moments between the sounds. */
function loudness(power: Float64Array, speech: Uint8Array): { level: number; noise: number } {
  const away = beside(power, speech)
  const noise = away.length >= ENOUGH ? mean(away) : at(smoothed(power, 2), 0.02)
  const heard = mean(power.filter((_, frame) => speech[frame] === 1))
  return { level: decibels(Math.max(1e-9, heard - noise)), noise: decibels(noise) }
}

/** In dB: what nine tenths of the noise lie under. */
function noiseBeside(power: Float64Array, voiced: Uint8Array): number {
  const away = beside(power, voiced)
  return decibels(away.length >= ENOUGH ? at(away, 0.9) : at(smoothed(power, 2), 0.04))
}

function beside(power: Float64Array, voiced: Uint8Array): Float64Array {
  return power.filter((_, frame) => !voiced.subarray(Math.max(0, frame - CLEAR_OF_SPEECH), frame + CLEAR_OF_SPEECH + 1).includes(1))
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length
}

/** The value below which the share `part` of the values lies. */
function at(values: Float64Array, part: number): number {
  return values.slice().sort()[Math.min(values.length - 1, Math.floor(part * values.length))] ?? 0
}

/** Each value as the mean of itself and `side` neighbours on both sides. */
function smoothed(values: Float64Array, side: number): Float64Array {
  const result = new Float64Array(values.length)
  for (let k = 0; k < values.length; k++) {
    const near = values.subarray(Math.max(0, k - side), k + side + 1)
    let sum = 0
    for (const one of near) sum += one
    result[k] = sum / near.length
  }
  return result
}
