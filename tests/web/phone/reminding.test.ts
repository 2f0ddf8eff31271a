import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Reminding, type PushDevice } from '../../../web/app/phone/reminding.ts'
import { NoAnswer, type Answer, type Ask } from '../../../web/app/sync/ask.ts'

const KEY = 'the office has this key'
const armed = { ringback: 1, key: KEY, subscribed: true, armed: true, renew: false, trouble: '' }

/** A browser with this subscription, and the word that its worker may send. */
class Browser implements PushDevice {
  own: { json: unknown; key: string } | null
  allowed: 'granted' | 'denied' | 'default' | 'none' = 'granted'
  hears: Array<(type: 'push-arrived' | 'push-changed') => void> = []
  made = 0
  constructor(key: string | null) {
    this.own = key === null ? null : { json: { endpoint: 'old' }, key }
  }
  permission() { return this.allowed }
  async ask() { return this.allowed }
  async current() { return this.own }
  async subscribe(key: string) {
    this.made += 1
    return (this.own = { json: { endpoint: `new ${this.made}` }, key })
  }
  async unsubscribe() { this.own = null }
  onWord(see: (type: 'push-arrived' | 'push-changed') => void) {
    this.hears.push(see)
    return () => {}
  }
}

function office(standing: Answer | null): { ask: Ask; told: unknown[] } {
  const told: unknown[] = []
  const ask: Ask = async (_path, body, method = 'POST') => {
    if (!standing) throw new NoAnswer('offline')
    if (method === 'POST') told.push(body)
    return standing
  }
  return { ask, told }
}

function wish(now = false) {
  return { now, off: async function () { return this.now }, keep: async function (off: boolean) { this.now = off } }
}

const clock = { now: () => 0, random: () => 0, after: () => () => {} }

async function starts(standing: Answer | null, key: string | null): Promise<{ browser: Browser; told: unknown[] }> {
  const [{ ask, told }, browser] = [office(standing), new Browser(key)]
  await new Reminding(ask, browser, clock, wish()).compare()
  return { browser, told }
}

test('at every start the office hears of the subscription that the browser has; the same again changes nothing', async () => {
  const { browser, told } = await starts(armed, KEY)
  assert.deepEqual([browser.made, told], [0, [{ endpoint: 'old' }]])
})

test('one that the browser has lost, that is for another key, or that ended, is made anew', async () => {
  for (const [standing, key] of [[armed, null], [armed, 'an older key'], [{ ...armed, renew: true }, KEY]] as const) {
    const { browser, told } = await starts(standing, key)
    assert.deepEqual([browser.made, told], [1, [{ endpoint: 'new 1' }]])
    assert.equal(browser.own?.key, KEY)
  }
})

test('the office is told of one that it has lost', async () => {
  const { browser, told } = await starts({ ...armed, subscribed: false, armed: false }, KEY)
  assert.deepEqual([browser.made, told], [0, [{ endpoint: 'old' }]])
})

test('what was never switched on stays off', async () => {
  const { browser, told } = await starts({ ...armed, subscribed: false, armed: false }, null)
  assert.deepEqual([browser.made, told], [0, []])
})

test('nothing is asked where notifications are not allowed, and without the office nothing changes', async () => {
  const [{ ask, told }, browser] = [office(armed), new Browser(null)]
  browser.allowed = 'denied'
  await new Reminding(ask, browser, clock, wish()).compare()
  assert.deepEqual([browser.made, told], [0, []])
  const alone = new Browser('an older key')
  await assert.rejects(new Reminding(office(null).ask, alone, clock, wish()).compare())
  assert.equal(alone.made, 0)
})

test('a push service that cannot be reached is said so in words, and the office is told nothing', async () => {
  const [{ ask, told }, browser] = [office(armed), new Browser(null)]
  browser.subscribe = async () => { throw new DOMException('', 'TimeoutError') }
  await assert.rejects(new Reminding(ask, browser, clock, wish()).switchOn(), /could not reach its push service\. Nothing was changed/)
  assert.deepEqual(told, [])
})

test('it compares as well when the worker says that the browser has changed something', async () => {
  const [{ ask, told }, browser] = [office(armed), new Browser(null)]
  new Reminding(ask, browser, clock, wish())
  for (const hear of browser.hears) hear('push-changed')
  await new Promise((later) => setImmediate(later))
  assert.deepEqual(told, [{ endpoint: 'new 1' }])
})

/** An office that holds a subscription, on a network that comes and goes. */
function held() {
  const all = { subscribed: true, up: true }
  const ask: Ask = async (path, _body, method = 'POST') => {
    if (!all.up) throw new NoAnswer('offline')
    if (path === '/api/push' && method !== 'GET') all.subscribed = method === 'POST'
    return { ...armed, subscribed: all.subscribed, sent: true, fetched_at: null }
  }
  return { all, ask }
}

test('what the rep switches off with no network is off, is said so, and stays off at the next start, which tells the office', async () => {
  const [{ all, ask }, browser, wanted] = [held(), new Browser(KEY), wish()]
  const page = new Reminding(ask, browser, clock, wanted)
  await page.legs()
  all.up = false
  const { push, trouble, calendar } = await page.switchOff()
  assert.deepEqual([push, calendar.subscribed, page.untold], ['off', true, true])
  assert.match(trouble, /^Switched off on this phone: nothing rings here any more\. The office hears of it/)

  all.up = true
  await new Reminding(ask, browser, clock, wanted).compare()
  assert.deepEqual([browser.own, browser.made, all.subscribed], [null, 0, false])
})

test('the same page tells the office as soon as it can', async () => {
  const [{ all, ask }, browser] = [held(), new Browser(KEY)]
  const page = new Reminding(ask, browser, clock, wish())
  all.up = false
  await page.switchOff()
  all.up = true
  await page.compare()
  assert.deepEqual([all.subscribed, page.untold], [false, false])
})

test('a phone that was stopped while it switched off ends at the next start what the browser still has', async () => {
  const [{ all, ask }, browser] = [held(), new Browser(KEY)]
  await new Reminding(ask, browser, clock, wish(true)).compare()
  assert.deepEqual([browser.own, all.subscribed], [null, false])
})

test('switching on is the rep\'s newer word', async () => {
  const [{ all, ask }, browser, wanted] = [held(), new Browser(KEY), wish()]
  const page = new Reminding(ask, browser, { ...clock, after: (_ms: number, then: () => void) => { then(); return () => {} } }, wanted)
  assert.equal((await page.switchOff()).push, 'off')
  assert.equal((await page.switchOn()).push, 'armed')
  assert.deepEqual([all.subscribed, wanted.now], [true, false])
})
