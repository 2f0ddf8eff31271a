/** The call that was begun with a prospect: in hand, or put aside for another one. */
import { asideKey, READING, type Reading } from '../domain/reading.ts'
import type { Id } from '../domain/records.ts'
import type { Phone } from './phone.ts'

export async function begunWith(phone: Phone, id: Id): Promise<Reading | null> {
  const [inHand, aside] = await Promise.all([phone.draft<Reading>(READING), phone.draft<Reading>(asideKey(id))])
  return inHand?.prospect_id === id ? inHand : aside
}

/** There was no call after all. */
export async function drop(phone: Phone, { prospect_id }: Reading): Promise<void> {
  const inHand = await phone.draft<Reading>(READING)
  await phone.keepDraft(inHand?.prospect_id === prospect_id ? READING : asideKey(prospect_id), null)
}
