/** A promise ends: kept, or taken back. Small, since Today does it too. */
import type { FollowUp } from '../domain/records.ts'
import type { Phone, PromisedAgain } from './phone.ts'
import { sentence, toast } from './toast.ts'

export async function close(phone: Phone, followUp: FollowUp, state: 'done' | 'cancelled', name: string): Promise<void> {
  try {
    await phone.closeFollowUp(followUp.id, state)
    toast(state === 'done' ? `Done: ${name}.` : `Cancelled: no call to ${name} is promised any more.`, () => phone.addFollowUp({ ...again(followUp), supersedes: followUp.id }))
  } catch (error) {
    toast(sentence(error))
  }
}

/** The same promise once more: one that was ended stays ended. */
export function again({ prospect_id, call_id, due, wall, zone, reason, supersedes, remind_at }: FollowUp): PromisedAgain {
  return { prospect_id, call_id, due, wall, zone, reason, supersedes, remind_at }
}
