/** What a rep does with a promise, the same from every page: into the calendar, moved, reminded of later. */
import { calendarFile, calendarName } from '../domain/calendar.ts'
import { displayName } from '../domain/names.ts'
import type { Call, FollowUp, Instant } from '../domain/records.ts'
import { whenText, type Slot } from '../domain/timing.ts'
import { afterMessage } from './after_message.ts'
import { again } from './close_promise.ts'
import type { Device } from './device.ts'
import type { Phone } from './phone.ts'
import { say, toast, type Act } from './toast.ts'

/** The file is made here, so this works with no signal. */
export async function toCalendar(phone: Phone, device: Device, followUp: FollowUp): Promise<void> {
  const [prospect, origin] = await Promise.all([phone.prospect(followUp.prospect_id), phone.promises.origin(followUp.id)])
  const fields = prospect?.fields ?? {}
  const company = fields['company'] ?? ''
  const name = displayName(fields) || company
  const link = `${location.origin}/#/brief/${followUp.prospect_id}?follow_up=${followUp.id}`
  const text = calendarFile({ followUp, ...origin, name, company, phone: fields['phone'] ?? '', link, blocked: Boolean(prospect?.do_not_call) })
  device.offerFile(new Blob([text], { type: 'text/calendar' }), calendarName(name))
}

export function calendarAct(phone: Phone, device: Device, followUp: FollowUp): Act {
  return { label: 'Calendar', run: () => toCalendar(phone, device, followUp) }
}

/** What may come next once a call is saved: its promise in the calendar, the e-mail and the text after a message. */
export async function nextActs(phone: Phone, device: Device, call: Call): Promise<Act[]> {
  if (!call.prospect_id) return []
  const [prospect, open] = await Promise.all([phone.prospect(call.prospect_id), phone.followUps(call.prospect_id)])
  const made = open.find((followUp) => followUp.call_id === call.id)
  return [...(made ? [calendarAct(phone, device, made)] : []), ...(prospect ? await afterMessage(phone, call, prospect) : [])]
}

/** A new time is promised; the old promise is replaced by it on every device. */
export async function move(phone: Phone, device: Device, followUp: FollowUp, slot: Slot): Promise<void> {
  const moved = { ...again(followUp), due: slot.at, wall: slot.wall, zone: slot.zone, supersedes: followUp.id, remind_at: null }
  const id = await phone.addFollowUp(moved)
  say({
    text: `Moved: promised for ${whenText(new Date(slot.at), slot.zone, new Date())} now.`,
    undo: () => phone.addFollowUp({ ...again(followUp), supersedes: id }),
    acts: [calendarAct(phone, device, { ...followUp, ...moved, id, made_at: new Date().toISOString() })],
  })
}

/** The reminder alone moves. */
export async function remindLater(phone: Phone, followUp: FollowUp, at: Instant, zone: string): Promise<void> {
  await phone.promises.remind(followUp.id, at)
  const when = whenText(new Date(at), zone, new Date())
  toast(`You are reminded again ${when}. The promise stays.`, () => phone.promises.remind(followUp.id, before(followUp, new Date())))
}

/** What the reminder was set to before; one that has rung already does not ring once more. */
function before({ remind_at }: FollowUp, now: Date): Instant | null {
  return remind_at && Date.parse(remind_at) > now.getTime() ? remind_at : null
}
