/** Their time in one short line, for the place beside the call button. The slots and the reasons are those of timing.ts. */
import { slotQuality, wallIn, wallText, WEEKDAYS, type Quality, type Wall } from './timing.ts'
import type { Zone } from './records.ts'

const WORDS: Record<Exclude<Quality, 'never' | 'poor'>, string> = { best: 'a very good time', good: 'a good time', fair: 'a fair time' }

/** "Tue 08:12 for them: a very good time" */
export function theirTime(zone: Zone, now: Date): { quality: Quality; words: string } {
  const wall = wallIn(zone, now)
  const quality = slotQuality(wall)
  return { quality, words: `${WEEKDAYS[wall.weekday - 1]!.slice(0, 3)} ${wallText(wall).slice(11)} for them: ${judged(wall, quality)}` }
}

function judged(wall: Wall, quality: Quality): string {
  if (quality === 'poor') return wall.weekday === 1 ? 'Monday mornings are weak' : 'Friday afternoons are weak'
  if (quality !== 'never') return WORDS[quality]
  if (wall.weekday > 5) return 'the weekend'
  return wall.hour < 8 ? 'too early' : 'too late'
}
