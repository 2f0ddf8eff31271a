import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renew } from '../../../web/sw/renew.ts'

const ENDPOINT = 'https://updates.push.services.mozilla.com/wpush/v2/new'
const KEY = 'the office has this key'

/** An office that says this of the device, and remembers what it is told. */
function office(standing: object, down = false): { fetch: (path: string, init: RequestInit) => Promise<Response>; told: unknown[] } {
  const told: unknown[] = []
  const fetch = async (_path: string, init: RequestInit): Promise<Response> => {
    if (down) throw new TypeError('no network')
    if (init.method === 'POST') told.push(JSON.parse(String(init.body)))
    return Response.json(standing)
  }
  return { fetch, told }
}

const on = async (): Promise<boolean> => false // not switched off

function browser(kept: string | null): { manager: Parameters<typeof renew>[0]; asked: unknown[] } {
  const asked: unknown[] = []
  const one = (endpoint: string): PushSubscription => ({ endpoint, toJSON: () => ({ endpoint }) }) as PushSubscription
  const subscribe = async (options?: PushSubscriptionOptionsInit): Promise<PushSubscription> => {
    asked.push(options?.applicationServerKey)
    return one(ENDPOINT)
  }
  return { manager: { getSubscription: async () => kept ? one(kept) : null, subscribe }, asked }
}

test('a subscription that was dropped is made anew, with the key of the office, and the office is told', async () => {
  const [{ fetch, told }, { manager, asked }] = [office({ ringback: 1, key: KEY, subscribed: true }), browser(null)]
  assert.equal(await renew(manager, fetch, on), true)
  assert.deepEqual(asked, [KEY])
  assert.deepEqual(told, [{ endpoint: ENDPOINT }])
})

test('one that the browser has changed by itself is told as it is', async () => {
  const [{ fetch, told }, { manager, asked }] = [office({ ringback: 1, key: KEY, subscribed: true }), browser('https://changed.example')]
  assert.equal(await renew(manager, fetch, on), true)
  assert.deepEqual([asked, told], [[], [{ endpoint: 'https://changed.example' }]])
})

test('nothing is switched on for a rep who has switched it off, nor on the word of a stranger', async () => {
  for (const standing of [{ ringback: 1, key: KEY, subscribed: false }, { key: KEY, subscribed: true }, {}]) {
    const [{ fetch, told }, { manager, asked }] = [office(standing), browser(null)]
    assert.equal(await renew(manager, fetch, on), false)
    assert.deepEqual([asked, told], [[], []])
  }
})

test('nor for one who switched it off here while the office could not be told', async () => {
  const [{ fetch, told }, { manager, asked }] = [office({ ringback: 1, key: KEY, subscribed: true }), browser(null)]
  assert.equal(await renew(manager, fetch, async () => true), false)
  assert.deepEqual([asked, told], [[], []])
})

test('a push service that never answers is given up', async () => {
  const [{ fetch, told }, { manager }] = [office({ ringback: 1, key: KEY, subscribed: true }), browser(null)]
  await assert.rejects(renew({ ...manager, subscribe: () => new Promise(() => {}) }, fetch, on, 10), { name: 'TimeoutError' })
  assert.deepEqual(told, [])
})

test('with no network nothing is half done: the next start of the app compares', async () => {
  const [{ fetch }, { manager, asked }] = [office({}, true), browser(null)]
  await assert.rejects(renew(manager, fetch, on))
  assert.deepEqual(asked, [])
})
