/** Sixty voicemail messages with the seconds that they take, measured (tests/data/speech), and how near an estimator comes. */
import { readFileSync } from 'node:fs'

/** `say` is how a person would say `text`; `reference_s` the seconds at 150 words a minute. */
export interface Measured { id: string; locale: string; text: string; say: string; reference_s: number }
export type Estimator = (message: Measured) => number
/** Shares, not percents. `beyond10` and `beyond20`: messages that are further off than that; `wrongBand`: put into another length band. */
export interface Accuracy { mape: number; bias: number; p95: number; worst: number; beyond10: number; beyond20: number; wrongBand: number }

const BANDS = [14, 20, 30, 60]

export const MESSAGES: readonly Measured[] = readFileSync(new URL('../data/speech/messages.jsonl', import.meta.url), 'utf8')
  .trim().split('\n').map((line) => JSON.parse(line) as Measured)

export function accuracyOf(estimate: Estimator, messages: readonly Measured[] = MESSAGES): Accuracy {
  const errors = messages.map((message) => estimate(message) / message.reference_s - 1)
  const sizes = errors.map(Math.abs).sort((a, b) => a - b)
  const share = (test: (message: Measured) => boolean): number => messages.filter(test).length / messages.length
  const beyond = (limit: number): number => sizes.filter((size) => size > limit).length / sizes.length
  return {
    mape: mean(sizes), bias: mean(errors), p95: sizes[Math.ceil(0.95 * sizes.length) - 1]!, worst: sizes[sizes.length - 1]!,
    beyond10: beyond(0.1), beyond20: beyond(0.2), wrongBand: share((message) => bandOf(estimate(message)) !== bandOf(message.reference_s)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function bandOf(seconds: number): number {
  return BANDS.filter((limit) => seconds > limit).length
}

/** What editors do: words at 150 a minute. */
export const byWords: Estimator = ({ text }) => text.trim().split(/\s+/).length / 2.5
/** What subtitle tools do: 17 characters a second. */
export const byCharacters: Estimator = ({ text }) => text.length / 17
