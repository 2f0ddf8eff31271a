/** Keeps the number on the app's icon true: how many promises are open and due. They fall due by themselves, so it is looked at every minute. */
import type { Device } from './device.ts'
import type { Phone } from './phone.ts'

const EVERY = 60_000 // ms

export function watchBadge(phone: Phone, device: Device): void {
  const look = (): void => void phone.promises.due(new Date()).then(device.badge, () => {}) // what is wrong with the store is said where it matters
  phone.changes.addEventListener('change', (event) => (event as CustomEvent<{ kinds: string[] }>).detail.kinds.includes('follow_up') && look())
  device.onReturn(look)
  setInterval(look, EVERY)
  look()
}
