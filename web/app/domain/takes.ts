/** Takes: which ones there are, which go when there is no room, and what is told of two of them. */
import type { Figures } from './listening/figures.ts'
import type { TimedReading } from './pace.ts'
import type { Id, Instant } from './records.ts'
import { DEFAULT_PACE, spokenSeconds } from './seconds.ts'

/** How much of the words was on the screen: all, the key words, or nothing. */
export const WAYS = ['full', 'key', 'blank'] as const
export type Way = (typeof WAYS)[number]

/** All but the sound of one recording. It never leaves the phone. */
export interface Take {
  id: Id
  subject: string // "prospect:ID"
  made_at: Instant
  script: string
  name: string // of the template
  way: Way
  cut: boolean // a call took the microphone: what there is was broken off
  kept: boolean
  bytes: number // of the sound
  figures: Figures | null // null: no voice was heard
  number: string // what a stranger wrote down of the phone number, "" if nobody tried
  number_right: boolean | null
  call_back: boolean | null // would the rep himself ring back?
  fillers: number | null // as counted by the rep's ear
}

export const BUDGET = 40_000_000 // bytes: about 20 minutes

/** The takes that have to go before one of `bytes` fits: the oldest first, never a kept one. Null when not even that is enough. */
export function toDrop(takes: ReadonlyArray<Pick<Take, 'id' | 'made_at' | 'kept' | 'bytes'>>, bytes: number, budget = BUDGET): Id[] | null {
  let over = takes.reduce((sum, take) => sum + take.bytes, bytes) - budget
  const drop: Id[] = []
  const loose = takes.filter((take) => !take.kept).sort((a, b) => a.made_at.localeCompare(b.made_at))
  for (const take of loose) {
    if (over <= 0) break
    drop.push(take.id)
    over -= take.bytes
  }
  return over > 0 ? null : drop
}

/** Whether the rep has said these very words aloud, to the end. */
export function rehearsed(takes: ReadonlyArray<Pick<Take, 'script' | 'cut' | 'figures'>>, script: string): boolean {
  return takes.some((take) => take.script === script && !take.cut && take.figures !== null)
}

/** The rehearsals that tell of a rep's pace, oldest first: read from the page and said to the end. By heart one says other words. */
export function timedTakes(takes: readonly Take[], locale: string): TimedReading[] {
  const read = takes.filter((take) => take.way === 'full' && take.figures !== null && take.figures.words > 0).sort((a, b) => a.made_at.localeCompare(b.made_at))
  return read.map((take) => ({ atDefault: spokenSeconds(take.script, { locale, pace: DEFAULT_PACE }).total, took: take.figures!.span, finished: !take.cut }))
}
