/** Which words were said when: the words of a script laid over what was heard between the pauses, by how long each takes to say. */
import { chunksOf } from '../chunks.ts'
import { say } from '../say/say.ts'
import { secondsOf } from '../seconds/timing.ts'
import type { Heard } from './speech.ts'

/** `at` is the place in the text, `start` and `end` are seconds of the recording. */
export interface SaidWord { at: number; start: number; end: number }
export interface SaidChunk { text: string; number: boolean; start: number; end: number }

interface Word { at: number; seconds: number; mark: '' | ',' | '.' }

/** One entry for each spoken word: "2:30" is two. Empty where nothing is to be said. */
export function wordsOf(text: string, locale: string): Word[] {
  const words: Word[] = []
  for (const { at, words: said } of say(text, locale)) {
    for (const one of said.split(' ')) {
      const bare = one.replace(/[.,;:!?]+$/, '')
      const mark = /[.!?]$/.test(one) ? '.' : bare === one ? '' : ','
      if (bare !== '') words.push({ at, seconds: secondsOf({ at, words: bare }, true), mark })
      else if (words.length > 0) words[words.length - 1]!.mark = mark
    }
  }
  return words
}

/** @param stretches the times between the pauses, in order */
export function aligned(words: readonly Word[], heard: Heard): SaidWord[] {
  const stretches = stretchesOf(heard)
  const ends = shared(words, stretches)
  let first = 0
  return stretches.flatMap(({ start, end }, at) => {
    const group = words.slice(first, ends[at]!)
    first = ends[at]!
    const scale = (end - start) / group.reduce((sum, word) => sum + word.seconds, 1e-9)
    let now = start
    return group.map((word) => ({ at: word.at, start: now, end: (now += word.seconds * scale) }))
  })
}

/** The chunks of the reading page, each with the time in which it was said. */
export function chunkTimes(text: string, said: readonly SaidWord[]): SaidChunk[] {
  let from = 0
  return chunksOf(text).flatMap((chunk) => {
    const start = text.indexOf(chunk.text, from)
    from = start + chunk.text.length
    const inside = said.filter((word) => word.at >= start && word.at < from)
    if (start < 0 || inside.length === 0) return []
    return [{ text: chunk.text, number: chunk.kind === 'number', start: inside[0]!.start, end: inside[inside.length - 1]!.end }]
  })
}

function stretchesOf({ from, to, pauses }: Heard): Array<{ start: number; end: number }> {
  const starts = [from, ...pauses.map((pause) => pause.at + pause.seconds)]
  return starts.map((start, at) => ({ start, end: pauses[at]?.at ?? to }))
}

/** What it costs to pause behind a word, and not to. */
const PAUSED: Record<Word['mark'], number> = { '.': 0, ',': 0.4, '': 3 }
const WENT_ON: Record<Word['mark'], number> = { '.': 0.8, ',': 0.2, '': 0 }
const LOOSE = 0.12 // of the seconds that are expected: how far a stretch may well be off
const LOOSE_BY = 0.1 // seconds

/** For each stretch the number of words that were said by its end; together they cost least (dynamic programming). */
function shared(words: readonly Word[], stretches: ReadonlyArray<{ start: number; end: number }>): number[] {
  const all = words.length
  const until = [0]
  const unbroken = [0]
  words.forEach((word, at) => {
    until.push(until[at]! + word.seconds)
    unbroken.push(unbroken[at]! + WENT_ON[word.mark])
  })
  const heard = stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  const scale = heard / Math.max(1e-9, until[all]!)
  let costs = Float64Array.from({ length: all + 1 }, (_, at) => (at === 0 ? 0 : Infinity))
  const cameFrom: Int32Array[] = []
  stretches.forEach(({ start, end }, stretch) => {
    const next = new Float64Array(all + 1).fill(Infinity)
    const back = new Int32Array(all + 1)
    for (let to = 0; to <= all; to++) {
      const isLast = stretch === stretches.length - 1
      const behind = isLast ? (to === all ? 0 : Infinity) : to === 0 ? PAUSED[''] : PAUSED[words[to - 1]!.mark] - WENT_ON[words[to - 1]!.mark]
      if (behind === Infinity) continue
      for (let from = 0; from <= to; from++) {
        const expected = (until[to]! - until[from]!) * scale
        const off = (end - start - expected) / (LOOSE_BY + LOOSE * (end - start + expected))
        const cost = costs[from]! + off * off + behind + unbroken[to]! - unbroken[from]!
        if (cost >= next[to]!) continue
        next[to] = cost
        back[to] = from
      }
    }
    costs = next
    cameFrom.push(back)
  })
  return traced(cameFrom, all)
}

function traced(cameFrom: readonly Int32Array[], all: number): number[] {
  const ends: number[] = []
  let at = all
  for (let stretch = cameFrom.length - 1; stretch >= 0; stretch--) {
    ends.unshift(at)
    at = cameFrom[stretch]![at]!
  }
  return ends
}
