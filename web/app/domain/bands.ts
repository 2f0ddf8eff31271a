/** Length bands: how long a message may be, and how a length is judged against one. Lengths are in seconds. */
import type { Band, BandName } from './records.ts'

/** 14: 8 to 14 and never over 20. 20: up to 20. 30: about 30. 60: the outer limit. */
export const BANDS: Record<BandName, Band> = {
  14: { from: 8, to: 14, stop: 20 },
  20: { from: 12, to: 20, stop: 24 },
  30: { from: 20, to: 30, stop: 40 },
  60: { from: 40, to: 60, stop: 66 },
}
export const BAND_NAMES = Object.keys(BANDS) as BandName[]

export type Judgement = 'short' | 'in' | 'over' | 'far_over'
/** Never colour alone: the words and the shape say the same. */
export const JUDGEMENT: Record<Judgement, { words: string; shape: 'ring' | 'dot' | 'triangle' | 'square' }> = {
  short: { words: 'short', shape: 'ring' },
  in: { words: 'in the band', shape: 'dot' },
  over: { words: 'over', shape: 'triangle' },
  far_over: { words: 'far too long', shape: 'square' },
}

export function judge(seconds: number, band: Band): Judgement {
  if (seconds > band.stop) return 'far_over'
  if (seconds > band.to) return 'over'
  return seconds < band.from ? 'short' : 'in'
}

/** "18 s, in the band" · "26 s, 6 s over" · "9 s, 3 s short of the band" */
export function lengthWords(seconds: number, band: Band): string {
  const whole = Math.round(seconds)
  const state = judge(whole, band)
  if (state === 'in') return `${whole} s, in the band`
  if (state === 'short') return `${whole} s, ${band.from - whole} s short of the band`
  return `${whole} s, ${whole - band.to} s over${state === 'far_over' ? ', far too long' : ''}`
}

/** The same of an estimate: "about 18 s, in the band" */
export function estimateWords(seconds: number, band: Band): string {
  return `about ${lengthWords(seconds, band)}`
}

/** What the clock says while it runs: "from 12 to 20 s" · "in the band, 4 s left" · "over: come to the number" */
export function clockWords(seconds: number, band: Band): string {
  const state = judge(seconds, band)
  if (state === 'short') return `band from ${band.from} to ${band.to} s`
  if (state === 'in') return `in the band, ${Math.ceil(band.to - seconds)} s left`
  return state === 'over' ? 'over: come to your number' : 'far too long: your number, and thanks'
}

/** "12 to 20 s" */
export function bandWords(band: Band): string {
  return `${band.from} to ${band.to} s`
}
