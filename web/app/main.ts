/** The composition root of the phone: what Today needs first, everything else after it. */

import { device } from './device/device.ts'
import { deviceName } from './device/name.ts'
import { push } from './device/push.ts'
import { storage } from './device/storage.ts'
import { watchShell } from './device/shell.ts'
import { LocalPhone } from './phone/phone.ts'
import type { World } from './phone/office.ts'
import type { App } from './views/app.ts'
import { watchBadge } from './views/badge.ts'
import './views/app.ts'

const env = {
  now: () => new Date(),
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  version: __VERSION__,
  shelf: () => localStorage,
  painted: new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))) // the second frame begins when the first is on the screen
    setTimeout(resolve, 1_000) // no frames while nobody looks
  }),
}
const world: World = {
  fetch: (address, init) => fetch(address, init),
  deviceName: deviceName(),
  push,
  clock: {
    now: Date.now,
    random: Math.random,
    after(ms, then) {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  },
}
const shell = watchShell((update) => phone.board.set({ update }))
const phone = new LocalPhone(env, world, storage, shell.takeOver)

// A notification was tapped while the app was open.
navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<{ type?: string; hash?: string } | null>) => {
  if (data?.type === 'go' && data.hash?.startsWith('#/')) location.hash = data.hash
})

const app = document.querySelector<App>('rb-app')!
app.hidden = false // until now there was nothing in it, and a line of nothing makes some browsers look for a font first
Object.assign(app, { phone, device: device() })
phone.local.ready.catch((error: unknown) => {
  app.trouble = error instanceof Error ? error.message : String(error)
})

/** After the first page: at once when it was Today, else when there has been time for it. */
const idle = (then: () => void): unknown => ('requestIdleCallback' in window ? requestIdleCallback(then, { timeout: 2_000 }) : setTimeout(then, 200))
const time = new Promise<void>((resolve) => setTimeout(resolve, 3_000))
void Promise.race([phone.shown, time]).then(() => idle(() => {
  void phone.begin().catch(() => {}) // what is wrong was said above
  void shell.start()
  watchBadge(phone, app.device!)
}))
