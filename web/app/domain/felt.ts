/** What a phone in the hand lets the rep feel while he looks at the words: where the time is in the band, and each group of his number. */
import { judge, type Judgement } from './bands.ts'
import type { Chunk } from './chunks.ts'
import { groupAt } from './pacing.ts'
import type { Band } from './records.ts'

/** What there is to feel at one moment: -1 where no number is being said. */
export interface Felt { state: Judgement; group: number }

const PATTERN: Record<Judgement, number[]> = { short: [], in: [40], over: [90, 70, 90], far_over: [250, 90, 250] }
const TICK = [18]

export function feltAt(clock: number, band: Band, chunk: Chunk | undefined, part: number): Felt {
  return { state: judge(clock, band), group: chunk?.kind === 'number' ? groupAt(chunk.groups, part) : -1 }
}

/** Milliseconds on, off, on; null where nothing has changed that is felt. The band comes before the beat. */
export function buzz(before: Felt, after: Felt): number[] | null {
  if (before.state !== after.state && PATTERN[after.state].length > 0) return PATTERN[after.state]
  return after.group >= 0 && before.group !== after.group ? TICK : null
}
