/** Reminders as they come: always shown, always confirmed, and a tap leads to the brief. Nothing dials and nothing is closed from here:
 *  a button opens the app, which does it through its own outbox, with or without a network, and offers the way back. */

import { kept } from './kept.ts'
import { isOver } from './promise.ts'
import { renew } from './renew.ts'

/** What the office sends: the declarative format of Web Push. */
interface Declared {
  notification: {
    title: string
    body?: string
    lang?: string
    tag?: string
    timestamp?: number
    requireInteraction?: boolean
    navigate: string
    data?: Told
    actions?: Array<{ action: string; title: string; navigate: string }>
  }
  app_badge?: number
}
interface Told { kind?: 'reminder' | 'test'; token?: string; follow_up?: string }
/** What a notification carries until it is tapped: where each of its buttons leads, "" for the notification itself. */
type Ways = Record<string, string>
type Badged = WorkerNavigator & { setAppBadge?: (count: number) => Promise<void> } // not in every browser
type Options = NotificationOptions & { actions?: Array<{ action: string; title: string }>; timestamp?: number }

const PATIENCE = 10_000 // ms; the browser ends the worker soon after
const UNREADABLE: Declared = { notification: { title: 'A promise may be due', body: 'This reminder could not be read. Open Ringback to see what is promised.', navigate: '/' } }

export function ringFor(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => event.waitUntil(arrived(worker, read(event.data))))
  worker.addEventListener('notificationclick', (event) => event.waitUntil(tapped(worker, event)))
  worker.addEventListener('pushsubscriptionchange', (event) => (event as ExtendableEvent).waitUntil(renewed(worker)))
}

function read(data: PushMessageData | null): Declared {
  try {
    const said = data?.json() as Declared
    return typeof said.notification.title === 'string' ? said : UNREADABLE
  } catch {
    return UNREADABLE // it must be shown all the same: three pushes without a notification cost the subscription on iOS
  }
}

async function arrived(worker: ServiceWorkerGlobalScope, { notification, app_badge }: Declared): Promise<void> {
  const { title, body = '', tag = '', lang = 'en', timestamp, navigate, actions = [], data = {} } = notification
  const over = data.follow_up ? await isOver(data.follow_up) : false
  const ways: Ways = Object.fromEntries([['', navigate], ...actions.map((one) => [one.action, one.navigate])])
  const options: Options = {
    body: over ? 'Done already. Nothing to do.' : body, tag, lang, icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', data: ways, silent: over,
    requireInteraction: !over && notification.requireInteraction === true, actions: over ? [] : actions.map(({ action, title: words }) => ({ action, title: words })),
    ...(timestamp !== undefined && { timestamp }),
  }
  await worker.registration.showNotification(title, options)
  if (app_badge !== undefined) await (worker.navigator as Badged).setAppBadge?.(app_badge).catch(() => {})
  if (data.token) await confirm(data.token)
  if (data.kind === 'test') await tell(worker, { type: 'push-arrived' })
}

/** Not kept for later: the office tries elsewhere when it hears nothing. */
async function confirm(token: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch('/api/push/confirm', { method: 'POST', headers, body: JSON.stringify({ token }), signal: AbortSignal.timeout(PATIENCE) }).catch(() => {})
}

async function tapped(worker: ServiceWorkerGlobalScope, { notification, action }: NotificationEvent): Promise<void> {
  notification.close()
  const ways = notification.data as Ways | null
  const way = new URL(ways?.[action] ?? ways?.[''] ?? '/', worker.location.origin)
  const open = await windows(worker)
  const client = open.find((one) => one.focused) ?? open[0]
  if (!client) return void (await worker.clients.openWindow(worker.location.origin + '/' + way.hash))
  client.postMessage({ type: 'go', hash: way.hash })
  await client.focus().catch(() => {})
}

async function renewed(worker: ServiceWorkerGlobalScope): Promise<void> {
  await renew(worker.registration.pushManager, (path, init) => fetch(path, init), switchedOff).catch(() => false) // the next start compares
  await tell(worker, { type: 'push-changed' })
}

async function switchedOff(): Promise<boolean> {
  return (await kept<boolean>('ringback', 'meta', 'push_off').catch(() => false)) === true
}

async function tell(worker: ServiceWorkerGlobalScope, message: { type: string }): Promise<void> {
  for (const client of await windows(worker)) client.postMessage(message)
}

async function windows(worker: ServiceWorkerGlobalScope): Promise<WindowClient[]> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return all.filter((one) => new URL(one.url).pathname === '/')
}
