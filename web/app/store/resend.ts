/** What waits again after the office was restored, and in which order. */
import type { Id, Operation } from '../domain/records.ts'

type Ranges = Array<[number, number]>
/** What the office holds of this device, and of the member's others: one of them may be the id that this phone had before. */
export interface Holds { held: Ranges; others: Array<{ device: Id; held: Ranges }> }

/** The office knows these by an id of their own: under another number they change nothing. */
const KNOWN_BY_ID: ReadonlySet<string> = new Set(['call.add', 'follow_up.add', 'template.save'])

/** Whether what was sent waits again. Under an earlier id a clone of this phone may write as well, so that a number which is held there may be the clone's: what
 *  can be sent twice is. The rest is not: an old value would come back over a newer one. */
export function waitsAgain(op: Operation & { device: Id }, device: Id, { held, others }: Holds): boolean {
  const own = op.device === device
  const there = own ? held : others.find((one) => one.device === op.device)?.held ?? []
  return !there.some(([from, to]) => from <= op.n && op.n <= to) || (!own && KNOWN_BY_ID.has(op.kind))
}

/** As they were written: those of the id that this phone has now last, each id's by their numbers. */
export function inTurn<T extends { device: Id; n: number; at: string }>(ops: T[], now: Id): T[] {
  const since = new Map<Id, string>()
  for (const { device, at } of ops) if (!(since.get(device)! <= at)) since.set(device, at)
  since.set(now, '~') // behind every instant
  return [...ops].sort((a, b) => (a.device === b.device ? a.n - b.n : `${since.get(a.device)}${a.device}` < `${since.get(b.device)}${b.device}` ? -1 : 1))
}
