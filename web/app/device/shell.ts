/** The installed shell: the worker that keeps it, and the offer of a new one. A new one never comes unasked. */

import { scriptAddress } from './script_address.ts'

export interface Shell {
  /** Registers the worker and begins to look for new versions. */
  start(): Promise<void>
  /** The new shell takes over, then the page loads anew, once. */
  takeOver(): void
}

const LOOK_EVERY = 3_600_000

/** `offer` is told whether a new version is ready. */
export function watchShell(offer: (ready: boolean) => void): Shell {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  let registration: ServiceWorkerRegistration | null = null
  let taking = false
  let looked = Date.now()

  const arrived = (): void => {
    if (registration?.waiting && workers?.controller) offer(true)
  }
  const watch = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', arrived)
  const look = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY) return
    looked = Date.now()
    void registration?.update().catch(() => {})
  }
  const controlled = (): void => {
    // Another tab let the new shell in: this one goes on with what it has until it may load anew unseen.
    if (taking || document.visibilityState === 'hidden') location.reload()
    else offer(true)
  }

  return {
    async start() {
      if (!workers) return
      let first = !workers.controller // the worker takes a first visit over by itself
      workers.addEventListener('controllerchange', () => {
        if (first) first = false
        else controlled()
      })
      registration = await workers.register(scriptAddress('/sw.js'), { updateViaCache: 'none' }).catch(() => null)
      registration?.addEventListener('updatefound', () => watch(registration?.installing ?? null))
      watch(registration?.installing ?? null)
      arrived()
      document.addEventListener('visibilitychange', look)
    },
    takeOver() {
      taking = true
      if (registration?.waiting) registration.waiting.postMessage({ type: 'take-over' })
      else location.reload()
    },
  }
}
