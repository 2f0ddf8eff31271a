/** The call list: who is next. A prospect's place is his field `rank`, which sorts as text; "" is not in the list. */

import { OUTCOME } from './outcomes.ts'
import type { Outcome } from './records.ts'

/** A place behind `last`, the rank of the one who is last now. `now` in milliseconds: places of two phones interleave by time. */
export function endRank(last: string, now: number): string {
  const behind = (parseInt(last, 36) || 0) + 1
  return Math.max(now * 1000, behind).toString(36).padStart(11, '0')
}

/** Where a prospect stands after a call: his new rank, or null when it stays as it is. */
export function rankAfter(outcome: Outcome, rank: string, last: string, now: number): string | null {
  if (rank === '') return null
  return OUTCOME[outcome].leavesList ? '' : endRank(last, now)
}
