/** How long a text takes to say: what people say for it (say/), how long that takes (seconds/timing.ts), at the rep's own pace. */
import { secondsOf } from './seconds/timing.ts'
import { say } from './say/say.ts'

/** Seconds. `parts` are those of each part of the text, with the pause behind it; they add up to `total`. */
export interface Spoken { total: number; parts: number[] }

export const DEFAULT_PACE = 150
export const SLOWEST = 60
export const FASTEST = 300

/** Seconds to say `text` at `pace` words a minute of plain prose. A text may come in parts: a script's sections, or its chunks. */
export function spokenSeconds(text: string | readonly string[], options: { locale: string; pace: number }): Spoken {
  const texts = typeof text === 'string' ? [text] : text
  const slower = DEFAULT_PACE / Math.max(SLOWEST, Math.min(FASTEST, options.pace || DEFAULT_PACE))
  const parts = texts.map(() => 0)
  const ends = endsOf(texts)
  const sayings = say(texts.join(' '), options.locale)
  let part = 0
  sayings.forEach((saying, at) => {
    while (saying.at >= ends[part]!) part++
    parts[part]! += secondsOf(saying, at === sayings.length - 1) * slower
  })
  return { total: parts.reduce((sum, seconds) => sum + seconds, 0), parts }
}

/** Where each part ends in the joined text, with the space behind it: a mark stays with the words in front. */
function endsOf(texts: readonly string[]): number[] {
  let end = 0
  return texts.map((text) => (end += text.length + 1))
}

/** "about 13 s". The estimate is good to a twentieth: whole seconds up to a minute, then steps of five. */
export function aboutSeconds(seconds: number): string {
  if (seconds < 60) return `about ${Math.round(seconds)} s`
  const whole = Math.round(seconds / 5) * 5
  return `about ${Math.floor(whole / 60)} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`
}
