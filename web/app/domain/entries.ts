/** What stands in a log that is never edited: a correction is an entry that replaces another, a void one takes it back. */

import type { Call } from './records.ts'

export interface Entry { call: Call; state: 'stands' | 'replaced' | 'void'; answered: Call | null }

/** The entries that count, in the order given. */
export function standing(calls: Call[]): Call[] {
  return entries(calls).filter((entry) => entry.state === 'stands').map((entry) => entry.call)
}

/** Every entry with what became of it. The void ones themselves say nothing new and are left out.
 *  A correction that was itself taken back leaves the first entry standing. */
export function entries(calls: Call[]): Entry[] {
  const later = new Map<string, Call[]>()
  for (const call of calls) if (call.replaces) later.set(call.replaces, [...(later.get(call.replaces) ?? []), call])
  const stateOf = (call: Call): Entry['state'] => {
    const on = later.get(call.id) ?? []
    if (on.some((next) => next.void)) return 'void'
    return on.some((next) => stateOf(next) !== 'void') ? 'replaced' : 'stands'
  }
  const seen = calls.filter((call) => !call.void).map((call) => ({ call, state: stateOf(call) }))
  const answers = new Map(seen.filter(({ call, state }) => call.credits && state === 'stands').map(({ call }) => [call.credits, call]))
  return seen.map((entry) => ({ ...entry, answered: answers.get(entry.call.id) ?? null }))
}
