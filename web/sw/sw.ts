/// <reference lib="webworker" />
/** The service worker: keeps the shell, so that the phone starts with no network, and rings. A new one waits until it is asked to take over. */

import { ringFor } from './push.ts'
import { keepShell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

keepShell(self)
ringFor(self)

self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'take-over') void self.skipWaiting()
})

// Only a first visit is taken over unasked: it has no older shell that could be in the middle of something.
let first = false
self.addEventListener('install', () => {
  first = self.registration.active === null
})
self.addEventListener('activate', (event) => {
  if (first) event.waitUntil(self.clients.claim())
})
