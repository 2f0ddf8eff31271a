/** What is not finished: forms, cards and calls, kept on this phone at every keystroke. A call in hand gives way to the next one, but is not lost by it. */

import { asideKey, isMade, prepareKey, READING, type Reading } from '../domain/reading.ts'
import type { Id } from '../domain/records.ts'
import type { Today } from '../views/phone.ts'
import type { Local } from './local.ts'

const ASIDE = `draft:${asideKey('')}`

export async function draft<T>(local: Local, key: string): Promise<T | null> {
  await local.ready
  return ((await local.outbox.kept(`draft:${key}`)) as T | undefined) ?? null
}

/** Who asks for a draft after this was called gets the new one, whether this has settled or not. */
export async function keepDraft<T>(local: Local, key: string, value: T | null): Promise<void> {
  await local.ready
  if (makesUntrue(local.look()?.today ?? null, key, value)) local.lastLook.forget()
  const place = `draft:${key}`
  if (key !== READING || value === null) return local.outbox.keep({ [place]: value })
  await local.outbox.keepAfter(place, (before) => ({ [place]: value, ...makingRoom(before as Reading | undefined, value as Reading) }))
}

/** Whether keeping this makes `last` untrue: a call was begun or ended, a promised one is prepared or no longer is. */
export function makesUntrue(last: Today | null, key: string, value: unknown): boolean {
  if (key === READING || key.startsWith(asideKey(''))) return true
  return last?.due.some(({ followUp, prepared }) => key === prepareKey(followUp.prospect_id) && prepared !== (value !== null)) ?? false
}

/** The call that was in hand goes aside if there is something to log of it; the one that is in hand now is not aside any more. */
function makingRoom(before: Reading | undefined, next: Reading): Record<string, Reading | null> {
  const goes = before && before.prospect_id !== next.prospect_id && isMade(before)
  return { [ASIDE + next.prospect_id]: null, ...(goes && { [ASIDE + before.prospect_id]: before }) }
}

/** The calls that were begun and not logged: the one in hand, then those aside, the last one first. */
export async function readings(local: Local): Promise<Reading[]> {
  const [inHand, aside] = await Promise.all([draft<Reading>(local, READING), local.outbox.keptUnder<Reading>(ASIDE)])
  const began = ({ dialled_at, started_at }: Reading): string => dialled_at ?? started_at ?? ''
  return [...(inHand ? [inHand] : []), ...aside.map(([, one]) => one).sort((a, b) => began(b).localeCompare(began(a)))]
}

/** Where the call that was begun with this prospect is kept. */
export async function readingKey(local: Local, prospect: Id | null): Promise<string> {
  return (await draft<Reading>(local, READING))?.prospect_id === prospect ? READING : asideKey(prospect ?? '')
}
