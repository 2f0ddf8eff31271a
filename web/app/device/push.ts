/** The browser's push: permission, and the subscription that it keeps for this worker. */

export type Permission = 'granted' | 'denied' | 'default' | 'none' // none: this browser has no push here
/** `json` is what the office is told, `key` the office's key that it was made for: base64url, "" when the browser does not say. */
export interface Subscribed { json: PushSubscriptionJSON; key: string }

const PATIENCE = 30_000 // ms; subscribing can hang for ever

export const push = {
  permission(): Permission {
    return 'PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator ? Notification.permission : 'none'
  },

  /** Only from a tap: browsers refuse it otherwise. */
  async ask(): Promise<Permission> {
    return this.permission() === 'default' ? Notification.requestPermission() : this.permission()
  },

  async current(): Promise<Subscribed | null> {
    if (this.permission() !== 'granted') return null
    return told(await (await manager()).getSubscription())
  },

  /** Whatever there was before goes: one made for another key cannot be used. */
  async subscribe(key: string): Promise<Subscribed> {
    const push = await manager()
    await (await push.getSubscription())?.unsubscribe().catch(() => false)
    return told(await within(PATIENCE, push.subscribe({ userVisibleOnly: true, applicationServerKey: key })))!
  },

  async unsubscribe(): Promise<void> {
    await (await (await manager()).getSubscription())?.unsubscribe().catch(() => false)
  },

  /** Calls back when the worker says that a test has come, or that the browser has changed the subscription. */
  onWord(see: (type: 'push-arrived' | 'push-changed') => void): () => void {
    const hear = (event: MessageEvent<{ type?: string } | null>): void => {
      const type = event.data?.type
      if (type === 'push-arrived' || type === 'push-changed') see(type)
    }
    navigator.serviceWorker?.addEventListener('message', hear)
    return () => navigator.serviceWorker?.removeEventListener('message', hear)
  },
}
export type Push = typeof push

async function manager(): Promise<PushManager> {
  return (await navigator.serviceWorker.ready).pushManager
}

function told(subscription: PushSubscription | null): Subscribed | null {
  if (!subscription) return null
  const key = subscription.options.applicationServerKey
  return { json: subscription.toJSON(), key: key ? base64url(new Uint8Array(key)) : '' }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms)
    void promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
