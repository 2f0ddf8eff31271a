/** The shell in the cache: everything that the phone needs to start and work alone, put there whole or not at all. */

import { cacheNames } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const __SHELL__: Array<{ url: string; revision: string | null }>

export function keepShell(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('install', straightFromTheCache)
  precacheAndRoute(__SHELL__)
  cleanupOutdatedCaches()
  // The app is one document at "/"; what it shows stands in the fragment. Everything else on this origin is the office's.
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { allowlist: [/^\/(\?.*)?$/] }))
  registerRoute(({ request, url }) => request.mode === 'navigate' && isOffice(url, worker), async ({ request }) => {
    return fetch(request).catch(async () => (await matchPrecache('/office-offline.html')) ?? Response.error())
  })
}

/** Files whose names say what is in them come out of the cache without waking the worker, in browsers that can do so. */
function straightFromTheCache(event: ExtendableEvent): void {
  const install = event as ExtendableEvent & { addRoutes?: (rules: object) => Promise<void> }
  void install.addRoutes?.({ condition: { urlPattern: '/assets/*' }, source: { cacheName: cacheNames.precache } })
}

/** The office's pages are made on the server. Without it there is a page that says so. */
function isOffice(url: URL, worker: ServiceWorkerGlobalScope): boolean {
  return url.origin === worker.location.origin && /^\/office(\/|$)/.test(url.pathname)
}
