/** A card that is ready is kept for a good slot. It stays as it is; Today leads back to it. */
import type { Id } from '../domain/records.ts'
import { whenText, type Slot } from '../domain/timing.ts'
import type { Device } from './device.ts'
import { go } from './page.ts'
import type { Phone } from './phone.ts'
import { calendarAct } from './promises.ts'
import { say, sentence, toast } from './toast.ts'

let parking = false // a second tap would promise it once more

export async function park(phone: Phone, device: Device, prospect: Id, name: string, slot: Slot, leadOn: () => void): Promise<void> {
  if (parking) return
  parking = true
  const promise = { prospect_id: prospect, call_id: null, due: slot.at, wall: slot.wall, zone: slot.zone, reason: 'Call: the message is prepared', supersedes: null }
  try {
    const parked = await phone.promises.park(promise)
    const made = (await phone.followUps(prospect)).find((followUp) => followUp.id === parked.id)
    const undo = async (): Promise<void> => {
      await phone.promises.unpark(parked)
      go(`/prepare/${prospect}`)
    }
    say({ text: `Kept for ${whenText(new Date(slot.at), slot.zone, new Date())}: ${name}`, undo, acts: made ? [calendarAct(phone, device, made)] : [] })
    leadOn()
  } catch (error) {
    toast(sentence(error))
  }
  parking = false
}
