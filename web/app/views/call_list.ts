/** Putting somebody on the call list, and taking them off: a field of the prospect, so that it travels like any other. */
import { endRank } from '../domain/call_list.ts'
import type { Phone } from './phone.ts'
import { toast } from './toast.ts'

/** The place behind everybody who is in the list now. Call it again for the next one: places made in a row keep their order. */
export async function putOnList(phone: Phone, id: string, name: string): Promise<void> {
  const closed = (await phone.prospect(id))?.fields['closed'] ?? ''
  await phone.editProspect(id, { rank: endRank('', Date.now()), closed: '' })
  toast(`${name} is on the call list.`, () => phone.editProspect(id, { rank: '', closed }))
}

export async function takeOffList(phone: Phone, id: string, name: string): Promise<void> {
  const rank = (await phone.prospect(id))?.fields['rank'] ?? ''
  await phone.editProspect(id, { rank: '' })
  toast(`${name} is off the call list.`, () => phone.editProspect(id, { rank }))
}
