/** The composition root of the phone: what is there before Today, and what comes after it. */

import { device, storage } from './device/device.ts'
import { LocalPhone } from './phone/phone.ts'
import type { App } from './views/app.ts'
import './views/app.ts'

const phone = new LocalPhone(
  { now: () => new Date(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)), version: __VERSION__ },
  storage, () => {},
)
const app = document.querySelector('rb-app') as App
Object.assign(app, { phone, device: device() })
phone.local.ready.catch((error: unknown) => {
  app.trouble = error instanceof Error ? error.message : String(error)
})
