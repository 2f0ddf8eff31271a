/** A take in figures: how long, how fast, how loud, how lively, and where the words lie. Seconds and dB throughout. */
import { DEFAULT_PACE, spokenSeconds } from '../seconds.ts'
import { aligned, chunkTimes, wordsOf, type SaidChunk } from './align.ts'
import { pitchOf } from './pitch.ts'
import { hear, type Heard, type Pause } from './speech.ts'
import { decibels, RATE } from './spectrum.ts'

/** What was to be said. `pace` is the rep's own, in words a minute. */
export interface Script { text: string; locale: string; pace: number }

export interface Figures {
  recorded: number // seconds of the whole recording
  span: number // from the first sound of the voice to the last: what the other one listens to
  from: number
  speech: number
  pause: number
  longest: number
  pauses: Pause[]
  level: number // dB below full scale, of the voice
  peak: number // dB below full scale
  clipped: number // moments at which the microphone was driven beyond its end
  noise: number // dB below full scale
  ratio: number // dB of the voice over the noise
  spread: number | null // semitones that the pitch moves round its middle; null when it cannot be told
  words: number // spoken: "555" is three
  perMinute: number // spoken words a minute
  estimate: number // seconds that the script was thought to take at the own pace
  pace: number // words a minute of plain prose: the unit of the own pace
  digits: number // in the phone numbers of the script
  perSecond: number | null // digits a second while a number was said
  chunks: SaidChunk[]
  wave: number[] // BARS loudnesses, 0 to 1, for the picture
}

export const BARS = 160

/** Null when no voice is heard. `sound` has 16,000 samples a second. */
export function figuresOf(sound: Float32Array, script: Script): Figures | null {
  const heard = hear(sound)
  if (!heard) return null
  const span = heard.to - heard.from
  const pause = heard.pauses.reduce((sum, one) => sum + one.seconds, 0)
  return {
    recorded: heard.length, span, from: heard.from, speech: span - pause, pause, longest: Math.max(0, ...heard.pauses.map((one) => one.seconds)), pauses: heard.pauses,
    level: heard.level, noise: heard.noise, ratio: heard.level - heard.noise, ...overdriven(sound), spread: pitchOf(sound)?.spread ?? null,
    ...againstScript(script, heard, span), wave: waveOf(sound),
  }
}

function againstScript(script: Script, heard: Heard, span: number): Pick<Figures, 'words' | 'perMinute' | 'estimate' | 'pace' | 'digits' | 'perSecond' | 'chunks'> {
  const words = wordsOf(script.text, script.locale)
  const atDefault = spokenSeconds(script.text, { locale: script.locale, pace: DEFAULT_PACE }).total
  const chunks = words.length > 0 ? chunkTimes(script.text, aligned(words, heard)) : []
  const numbers = chunks.filter((chunk) => chunk.number)
  const digits = numbers.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0)
  const seconds = numbers.reduce((sum, { start, end }) => sum + end - start, 0)
  return {
    words: words.length, perMinute: (words.length / span) * 60, estimate: (atDefault * DEFAULT_PACE) / script.pace, pace: (DEFAULT_PACE * atDefault) / span,
    digits, perSecond: seconds > 0 ? digits / seconds : null, chunks,
  }
}

const FULL = 0.985 // of full scale
const TOGETHER = 3 // samples in a row: a single one may be a true peak

function overdriven(sound: Float32Array): { peak: number; clipped: number } {
  let [peak, row, clipped] = [0, 0, 0]
  for (const one of sound) {
    const size = Math.abs(one)
    if (size > peak) peak = size
    row = size >= FULL ? row + 1 : 0
    if (row === TOGETHER) clipped++
  }
  return { peak: decibels(peak * peak), clipped }
}

const FLOOR = -54 // dB that are drawn as nothing

/** Loudness over time, on the ear's scale. */
function waveOf(sound: Float32Array): number[] {
  return Array.from({ length: BARS }, (_, bar) => {
    const part = sound.subarray(Math.floor((bar * sound.length) / BARS), Math.floor(((bar + 1) * sound.length) / BARS))
    const power = part.reduce((sum, one) => sum + one * one, 0) / Math.max(1, part.length)
    return Math.round(100 * Math.max(0, Math.min(1, (decibels(power) - FLOOR) / (-10 - FLOOR)))) / 100
  })
}

export { RATE }
