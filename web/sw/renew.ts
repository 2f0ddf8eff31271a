/** A subscription that the browser has dropped or changed, made anew at once: nobody may open the app before the next promise is due.
 *  What fails here is made good by the app, which compares at every start. */

const PATIENCE = 20_000 // ms; subscribing can hang for ever
interface Standing { ringback?: number; key?: string; subscribed?: boolean }
type Manager = Pick<PushManager, 'getSubscription' | 'subscribe'>
type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** Whether the office has a new one. It has none when the rep switched notifications off, which `off` knows before the office does, or when nobody
 *  can be reached now. */
export async function renew(manager: Manager, fetch: Fetch, off: () => Promise<boolean>, patience = PATIENCE): Promise<boolean> {
  if (await off()) return false
  const { ringback, key, subscribed } = await standing(fetch)
  if (ringback !== 1 || !key || !subscribed) return false
  const kept = await manager.getSubscription()
  const fresh = kept ?? (await within(patience, manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })))
  const body = JSON.stringify(fresh.toJSON())
  const told = await fetch('/api/push', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE) })
  return told.ok
}

async function standing(fetch: Fetch): Promise<Standing> {
  const answer = await fetch('/api/push', { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  return answer.ok ? ((await answer.json()) as Standing) : {}
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms)
    void promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
