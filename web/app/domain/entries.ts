/** What stands in a log that is never edited: a correction is an entry that replaces another, a void one takes it back. */

import { isMessage } from './outcomes.ts'
import type { Call, Id } from './records.ts'

export interface Entry { call: Call; state: 'stands' | 'replaced' | 'void'; answered: Call | null }

/** Whether the rep may correct it: it still stands, and it is his own; one that is nobody's yet was made on this phone. */
export function correctable({ call, state }: Entry, me: Id): boolean {
  return state === 'stands' && call.prospect_id !== null && (call.rep_id ?? me) === me
}

/** The entries that count, in the order given. */
export function standing(calls: Call[]): Call[] {
  return entries(calls).filter((entry) => entry.state === 'stands').map((entry) => entry.call)
}

/** Every entry with what became of it. The void ones themselves say nothing new and are left out.
 *  A correction that was itself taken back leaves the first entry standing, and so does one by another rep; of two corrections of one entry, as
 *  two phones with no signal write them, the younger stands, with what corrects it. What answered a message answers whatever stands in its place. */
export function entries(calls: Call[]): Entry[] {
  const known = new Map(calls.map((call) => [call.id, call]))
  const later = new Map<string, Call[]>()
  for (const call of calls) if (call.replaces) later.set(call.replaces, [...(later.get(call.replaces) ?? []), call])
  const onto = (id: Id | null, call: Call): Call[] => (later.get(id ?? '') ?? []).filter((next) => next.id !== call.id && mayReplace(next, call))
  const taken = (call: Call): boolean => onto(call.id, call).some((next) => next.void)
  const stateOf = (call: Call): Entry['state'] => {
    if (taken(call)) return 'void'
    return onto(call.id, call).some((next) => !taken(next)) || loses(call) ? 'replaced' : 'stands'
  }
  /** To a younger correction of the same entry, itself or what it corrects in its turn. */
  const loses = (call: Call | undefined, below: Id[] = []): boolean => {
    if (!call?.replaces || below.includes(call.id)) return false
    return onto(call.replaces, call).some((other) => !other.void && other.id > call.id && !taken(other)) || loses(known.get(call.replaces), [...below, call.id])
  }
  const first = (id: Id): Id => firstOf(id, (one) => {
    const [call, before] = [known.get(one), known.get(known.get(one)?.replaces ?? '')]
    return call && before && mayReplace(call, before) ? before.id : null
  })
  const seen = calls.filter((call) => !call.void).map((call) => ({ call, state: stateOf(call) }))
  const answers = new Map(seen.filter(({ call, state }) => call.credits && state === 'stands').map(({ call }) => [first(call.credits!), call]))
  return seen.map((entry) => ({ ...entry, answered: (entry.state === 'stands' && isMessage(entry.call) && answers.get(first(entry.call.id))) || null }))
}

/** The entry that it corrects in the end, or itself. Entries that replace each other, which no phone writes, end where they began. */
export function firstOf(id: Id, before: (id: Id) => Id | null | undefined): Id {
  const seen = new Set([id])
  for (let next = before(id); next && !seen.has(next); next = before(next)) {
    seen.add(next)
    id = next
  }
  return id
}

function mayReplace(next: Call, call: Call): boolean {
  return next.rep_id === null || call.rep_id === null || next.rep_id === call.rep_id
}
