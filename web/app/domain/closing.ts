/** The kind close: after a last try a prospect is let go, and comes back by ringing or because the rep says so. The field `closed` is when
 *  that try was made. */
import { isMessage, OUTCOME } from './outcomes.ts'
import type { Call, Instant } from './records.ts'

type Entry = Pick<Call, 'direction' | 'channel' | 'outcome' | 'made_at' | 'replaces'>

/** `last`: the words were a last try. Whoever is reached or rings is open again; so is who was closed by an entry that says something else now. */
export function closedAfter(call: Entry, closed: Instant | '', last: boolean): Instant | '' {
  if (last && isMessage(call)) return call.made_at
  if (call.direction === 'in' || OUTCOME[call.outcome].reached) return ''
  return call.replaces !== null && closed === call.made_at && !isMessage(call) ? '' : closed
}
