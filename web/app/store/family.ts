/** What is needed to know what became of an entry: what it took the place of, what took its place, and what answered any of these. */

import type { Id } from '../domain/records.ts'
import type { KeptCall } from './shape.ts'

interface Calls {
  get(id: Id): Promise<KeptCall | undefined>
  index(name: 'replaces' | 'credits'): { getAll(id: Id): Promise<KeptCall[]> }
}

/** The first entry and all that were written in its place; none where `id` is not here. */
export async function familyOf(calls: Calls, id: Id): Promise<KeptCall[]> {
  const seen = new Set<Id>()
  let first = await calls.get(id)
  while (first?.row?.replaces && !seen.has(first.id)) {
    seen.add(first.id)
    const before = await calls.get(first.row.replaces)
    if (!before?.row) break
    first = before
  }
  return first?.row ? withLater(calls, [first]) : []
}

/** And what was written in their place. */
export async function answersTo(calls: Calls, family: KeptCall[]): Promise<KeptCall[]> {
  return withLater(calls, (await Promise.all(family.map(({ id }) => calls.index('credits').getAll(id)))).flat())
}

async function withLater(calls: Calls, from: KeptCall[]): Promise<KeptCall[]> {
  const all = new Map(from.map((one) => [one.id, one]))
  for (let some = from; some.length > 0; ) {
    const found = (await Promise.all(some.map(({ id }) => calls.index('replaces').getAll(id)))).flat()
    some = found.filter(({ id }) => !all.has(id))
    for (const one of some) all.set(one.id, one)
  }
  return [...all.values()]
}
