/** Where somebody speaks and where he pauses, how loud he is, and how far he stands out from the noise behind him.
 *
 *  In a quiet place a frame is speech when it is less than 40 dB under the loudest one. In noise that would hear nothing but speech: there, each
 *  pitch band is held against what it is without speech, and its own unrest, so that a chord in a few bands is not a voice. */
import { mended } from './mend.ts'
import { bandPowers, decibels, powers, RATE } from './spectrum.ts'

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
const CLEAR = 3 // dB by which the quiet has to lie under that
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
  const quiet = decibels(at(smoothed(power, 2), 0.04))
  if (loudest < FAINTEST || loudest - quiet < LEAST_CHANGE) return null
  if (loudest - quiet >= UNDER_THE_LOUDEST + CLEAR) return heardIn(sound, power, withoutTaps(level.map((one) => Number(one > loudest - UNDER_THE_LOUDEST))), 0)
  const { voiced, edge } = voiceInNoise(sound, power)
  return heardIn(sound, power, voiced, edge)
}

const FAINTEST = -62 // dB: below it a recording is silence
const LEAST_CHANGE = 6 // dB between the loudest frame and the quiet: below it there is only a steady noise

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

/** `edge` is how many frames the voice goes on, unheard, at both ends of each gap. */
function heardIn(sound: Float32Array, power: Float64Array, voiced: ArrayLike<number>, edge: number): Heard | null {
  const first = Array.prototype.indexOf.call(voiced, 1)
  const last = Array.prototype.lastIndexOf.call(voiced, 1)
  if (first < 0) return null
  const speech = new Uint8Array(power.length).fill(1, first, last + 1)
  const pauses: Pause[] = []
  for (const { start, frames } of gaps(voiced, first, last)) {
    const seconds = (frames - 2 * edge) * FRAME
    if (seconds < SHORTEST - FRAME / 2) continue
    pauses.push({ at: (start + edge) * FRAME, seconds })
    speech.fill(0, start, start + frames)
  }
  const length = sound.length / RATE
  const { level, noise } = loudness(power, speech)
  return { length, from: Math.max(0, (first - edge) * FRAME), to: Math.min(length, (last + 1 + edge) * FRAME), pauses, level, noise }
}

function gaps(voiced: ArrayLike<number>, first: number, last: number): Array<{ start: number; frames: number }> {
  const found: Array<{ start: number; frames: number }> = []
  for (let frame = first; frame <= last; frame++) {
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
  const away = power.filter((_, frame) => !speech.subarray(Math.max(0, frame - CLEAR_OF_SPEECH), frame + CLEAR_OF_SPEECH + 1).includes(1))
  const noise = away.length >= ENOUGH ? mean(away) : at(smoothed(power, 2), 0.02)
  const heard = mean(power.filter((_, frame) => speech[frame] === 1))
  return { level: decibels(Math.max(1e-9, heard - noise)), noise: decibels(noise) }
}

const BANDS = 22
const [LOWEST, HIGHEST] = [120, 7000] // Hz
/** How the voice is told from noise: fitted to synthetic readings in pink, white and low noise and in plucked chords, at 5 to 25 dB. */
const QUIETEST = 0.294 // of the frames, to begin with, are taken for noise
const UNREST = 0.96 // standard deviations that noise may rise by itself
const MOST = 8.55 // beyond which one band says no more
const VOICE = 0.36 // mean rise over the bands
const SHORT = 3 // frames: a blip
const WEAK = 0.153 // of what half of all the voice is in: a sound that stands alone and is weaker is no word
const PLUCK = 32 // rise times frames: what is stronger is a word in any case
const ALONE = 16 // frames of nothing on both sides
const NEAR = 3 // frames beside a word teach nothing about the noise
const LEAST_UNREST = 0.27 // dB
const ROUNDS = 4
const FEWEST = 10 // frames that can say what noise is like
/** Frames by which a gap looks longer at 0 dB, and how many fewer with each dB. */
const EDGE = 3.25
const EDGE_PER_DB = 0.172

/** Noise teaches what voice is, and voice where the noise is, a few times over. */
function voiceInNoise(sound: Float32Array, power: Float64Array): { voiced: Uint8Array; edge: number } {
  const bands = bandLevels(sound)
  const quietness = smoothed(bands[0]!.map((_, frame) => bands.reduce((sum, band) => sum + band[frame]!, 0)), 4)
  const cut = at(quietness, QUIETEST)
  let noise: Uint8Array = Uint8Array.from(quietness, (one) => Number(one <= cut))
  let voiced: Uint8Array = new Uint8Array(power.length)
  for (let round = 0; round < ROUNDS && count(noise) >= FEWEST; round++) {
    voiced = wordsIn(riseOver(bands, noise))
    noise = voiced.map((_, frame) => Number(!voiced.subarray(Math.max(0, frame - NEAR), frame + NEAR + 1).includes(1)))
  }
  return { voiced, edge: EDGE - EDGE_PER_DB * Math.max(0, Math.min(30, roughRatio(power, voiced))) }
}

/** Where the rise lasts, and is not the sound of something else that stands alone: a pluck, a door. */
function wordsIn(rise: Float64Array): Uint8Array {
  const lasting = islands(rise.map((one) => Number(one > VOICE)), 1).filter(({ frames }) => frames >= SHORT)
  const voiced = marked(rise.length, lasting)
  const stretches = islands(voiced, ALONE).map((one) => ({ ...one, strength: strengthOf(one, rise, voiced) }))
  const all = stretches.reduce((sum, { strength }) => sum + strength, 0)
  let [half, usual] = [0, 0]
  for (const { strength } of [...stretches].sort((a, b) => b.strength - a.strength)) {
    if (half <= all / 2) usual = strength
    half += strength
  }
  for (const { start, frames, strength } of stretches) if (strength < Math.min(PLUCK, WEAK * usual)) voiced.fill(0, start, start + frames)
  return voiced
}

function strengthOf({ start, frames }: Island, rise: Float64Array, voiced: Uint8Array): number {
  let strength = 0
  for (let frame = start; frame < start + frames; frame++) strength += voiced[frame]! * rise[frame]!
  return strength
}

function bandLevels(sound: Float32Array): Float64Array[] {
  const { frames, power } = bandPowers(sound, BANDS, LOWEST, HIGHEST)
  return Array.from({ length: BANDS }, (_, band) => smoothed(Float64Array.from({ length: frames }, (_, frame) => power[frame * BANDS + band]!), 1).map((one) => 10 * Math.log10(one + 1e-14)))
}

/** How far each frame rises out of the noise, in standard deviations of each band, on average over the bands. */
function riseOver(bands: readonly Float64Array[], noise: Uint8Array): Float64Array {
  const rise = new Float64Array(noise.length)
  for (const band of bands) {
    const still = band.filter((_, frame) => noise[frame] === 1)
    const usual = mean(still)
    const unrest = Math.max(LEAST_UNREST, Math.sqrt(mean(still.map((one) => (one - usual) ** 2))))
    for (let frame = 0; frame < rise.length; frame++) rise[frame]! += Math.min(MOST, Math.max(0, (band[frame]! - usual) / unrest - UNREST)) / bands.length
  }
  return rise
}

/** Voice over noise in dB, good enough to know how much of the words drowns. */
function roughRatio(power: Float64Array, voiced: Uint8Array): number {
  const noise = mean(power.filter((_, frame) => !voiced[frame]))
  return decibels(Math.max(1e-12, mean(power.filter((_, frame) => voiced[frame])) - noise)) - decibels(noise)
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length
}

function count(marks: Uint8Array): number {
  return marks.reduce((sum, one) => sum + one, 0)
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
