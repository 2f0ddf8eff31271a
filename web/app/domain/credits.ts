/** Which message did this answer? Latest unreturned first. */

import { entries } from './entries.ts'
import { isMessage as isMessageOutcome, OUTCOME } from './outcomes.ts'
import type { Call, Id, Response } from './records.ts'

export type Answer = Pick<Call, 'direction' | 'channel' | 'outcome'>

/** A message that can be returned: words left by phone. */
export function isMessage(call: Call): boolean {
  return call.channel === 'phone' && isMessageOutcome(call)
}

/** How `entry` answers a message of the prospect, or null when it answers none. */
export function responseOf(entry: Answer): Response | null {
  const { number, reached } = OUTCOME[entry.outcome]
  if (number === 'wrong' || number === 'dead') return null
  if (entry.direction === 'in') return entry.channel === 'email' ? 'email' : 'callback'
  return entry.channel === 'phone' && reached ? 'pick_up' : null
}

/** The message that `entry` answers: the latest one in `earlier` (all entries of the prospect) that was left before it and that nothing answered yet.
 *  `corrected` is the one whose place it takes. */
export function creditOf(entry: Answer & Pick<Call, 'made_at'>, earlier: Call[], corrected: Id | null = null): { credits: Id; response: Response } | null {
  const response = responseOf(entry)
  if (!response) return null
  const open = entries(earlier).filter(({ call, state, answered }) => {
    return state === 'stands' && call.id !== corrected && isMessage(call) && (!answered || answered.id === corrected) && call.made_at < entry.made_at
  })
  const latest = open.sort((a, b) => (a.call.made_at < b.call.made_at ? 1 : -1))[0]
  return latest ? { credits: latest.call.id, response } : null
}
