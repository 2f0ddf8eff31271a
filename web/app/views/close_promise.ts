/** A promise ends: kept, or taken back. Small, since Today does it too. */
import type { FollowUp, Id, Instant } from '../domain/records.ts'
import type { NewFollowUp, Phone } from './phone.ts'
import { sentence, toast } from './toast.ts'

export async function close(phone: Phone, followUp: FollowUp, state: 'done' | 'cancelled', name: string): Promise<void> {
  try {
    await phone.closeFollowUp(followUp.id, state)
    toast(state === 'done' ? `Done: ${name}.` : `Cancelled: no call to ${name} is promised any more.`, () => takeUp(phone, followUp, followUp.id))
  } catch (error) {
    toast(sentence(error))
  }
}

/** It is promised again in place of `supersedes`, and the reminder that the rep asked for is still to come. */
export async function takeUp(phone: Phone, followUp: FollowUp, supersedes: Id): Promise<void> {
  const id = await phone.addFollowUp({ ...again(followUp), supersedes })
  const at = reminder(followUp, new Date())
  if (at) await phone.promises.remind(id, at)
}

/** What the reminder was set to; one that has rung already does not ring once more. */
export function reminder({ remind_at }: FollowUp, now: Date): Instant | null {
  return remind_at && Date.parse(remind_at) > now.getTime() ? remind_at : null
}

/** The same promise once more: one that was ended stays ended. */
export function again({ prospect_id, call_id, due, wall, zone, reason, supersedes }: FollowUp): NewFollowUp {
  return { prospect_id, call_id, due, wall, zone, reason, supersedes }
}
