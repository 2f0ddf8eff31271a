/** The shell in the cache: everything that the phone needs to start and work alone, put there whole or not at all. */

import { cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const __SHELL__: Array<{ url: string; revision: string | null }>

export function keepShell(worker: ServiceWorkerGlobalScope): void {
  precacheAndRoute(__SHELL__)
  cleanupOutdatedCaches()
  // The app is one document at "/"; what it shows stands in the fragment. Everything else on this origin is the office's.
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { allowlist: [/^\/(\?.*)?$/] }))
  registerRoute(({ request, url }) => request.mode === 'navigate' && isOffice(url, worker), async ({ request }) => {
    return fetch(request).catch(async () => (await matchPrecache('/office-offline.html')) ?? Response.error())
  })
}

/** The office's pages are made on the server. Without it there is a page that says so. */
function isOffice(url: URL, worker: ServiceWorkerGlobalScope): boolean {
  return url.origin === worker.location.origin && /^\/office(\/|$)/.test(url.pathname)
}
