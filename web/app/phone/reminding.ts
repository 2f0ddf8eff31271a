/** The three ways in which a promise reaches the rep, and which of them stand: push, his own calendar, the app itself. */

import { Refusal } from '../domain/refusal.ts'
import { NoAnswer, type Answer, type Ask } from '../sync/ask.ts'
import type { Clock } from '../sync/schedule.ts'
import type { Legs, PushLeg, Reminders } from '../views/phone.ts'

/** The browser's side; web/app/device/push.ts is the real one. */
export interface PushDevice {
  permission(): 'granted' | 'denied' | 'default' | 'none'
  ask(): Promise<'granted' | 'denied' | 'default' | 'none'>
  current(): Promise<{ json: unknown; key: string } | null>
  subscribe(key: string): Promise<{ json: unknown; key: string }>
  unsubscribe(): Promise<void>
  onWord(see: (type: 'push-arrived' | 'push-changed') => void): () => void
}

/** Whether the rep has switched notifications off here. It is kept on the phone, which knows it before the office does. */
export interface Wish { off(): Promise<boolean>; keep(off: boolean): Promise<void> }

const ARRIVES_IN = 20_000 // ms that a test is waited for
const LOOK_EVERY = 1_000

export class Reminding implements Reminders {
  #ask: Ask
  #device: PushDevice
  #clock: Clock
  #wish: Wish
  #calendar: Legs['calendar'] = { subscribed: false, fetchedAt: null } // as it was told last
  /** Notifications are off, and the office could not be told. */
  untold = false

  constructor(ask: Ask, device: PushDevice, clock: Clock, wish: Wish) {
    this.#ask = ask
    this.#device = device
    this.#clock = clock
    this.#wish = wish
    device.onWord((type) => type === 'push-changed' && void this.compare().catch(() => {}))
  }

  /** At every start: what the browser has against what the office has. Nothing is asked of the rep, and nothing is switched on unasked. */
  async compare(): Promise<void> {
    if (await this.#wish.off()) return this.#stayOff()
    if (this.#device.permission() !== 'granted') return
    const [standing, own] = await Promise.all([this.#standing(), this.#device.current()])
    if (!own && !standing['subscribed']) return
    const fits = own && own.key === standing['key'] && standing['renew'] !== true
    const fresh = fits ? own : await this.#subscribed(String(standing['key']))
    await this.#said(this.#ask('/api/push', fresh.json))
  }

  async legs(): Promise<Legs> {
    const [standing, calendar] = await Promise.all([this.#standing(), this.#said(this.#ask('/api/calendar', null, 'GET'))])
    const here = !await this.#wish.off() && await this.#device.current() !== null
    this.#calendar = { subscribed: calendar['subscribed'] === true, fetchedAt: (calendar['fetched_at'] as string | null | undefined) ?? null }
    return { push: this.#leg(standing, here), trouble: String(standing['trouble'] ?? ''), calendar: this.#calendar }
  }

  /** From a tap: permission, subscription, and a test that has to come back before anything is called armed. */
  async switchOn(): Promise<Legs> {
    const permission = await this.#device.ask()
    if (permission !== 'granted') throw new Refusal('push', permission === 'none' ? NO_PUSH : BLOCKED)
    const { key } = await this.#standing()
    const { json } = await this.#subscribed(String(key))
    await this.#wish.keep(false)
    this.untold = false
    await this.#said(this.#ask('/api/push', json))
    return this.test()
  }

  /** The wish first, so that nothing switches it on again: the office hears of it now, or when it can be reached. */
  async switchOff(): Promise<Legs> {
    await this.#wish.keep(true)
    await this.#device.unsubscribe()
    this.untold = !await this.#ask('/api/push', null, 'DELETE').then(() => true, () => false)
    return this.legs().catch(() => ({ push: 'off', trouble: this.untold ? UNTOLD : '', calendar: this.#calendar }))
  }

  async #stayOff(): Promise<void> {
    if (await this.#device.current()) await this.#device.unsubscribe()
    if ((await this.#standing())['subscribed'] === true) await this.#said(this.#ask('/api/push', null, 'DELETE'))
    this.untold = false
  }

  /** Armed only after the phone has returned the token that came by push. */
  async test(): Promise<Legs> {
    const came = this.#arrival()
    const { sent, sentence } = await this.#said(this.#ask('/api/push/test', {}))
    if (sent !== true) throw new Refusal('push', String(sentence || 'The test could not be sent. Try again in a minute.'))
    await came
    return this.legs()
  }

  async makeCalendar(): Promise<string> {
    return String((await this.#said(this.#ask('/api/calendar', {})))['address'])
  }

  async forgetCalendar(): Promise<void> {
    await this.#said(this.#ask('/api/calendar', null, 'DELETE'))
  }

  /** The worker's word, or the office's: whichever is heard first. */
  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      const until = this.#clock.now() + ARRIVES_IN
      const end = this.#device.onWord((type) => type === 'push-arrived' && done())
      const look = async (): Promise<void> => {
        if ((await this.#standing().catch(() => null))?.['armed'] === true || this.#clock.now() >= until) return done()
        this.#clock.after(LOOK_EVERY, () => void look())
      }
      const done = (): void => {
        end()
        resolve()
      }
      this.#clock.after(LOOK_EVERY, () => void look())
    })
  }

  #leg(standing: Answer, here: boolean): PushLeg {
    const permission = this.#device.permission()
    if (permission === 'none') return 'none'
    if (permission === 'denied') return 'blocked'
    if (!here || standing['subscribed'] !== true) return 'off'
    return standing['armed'] === true && standing['renew'] !== true ? 'armed' : 'unproven'
  }

  #standing(): Promise<Answer> {
    return this.#said(this.#ask('/api/push', null, 'GET'))
  }

  async #subscribed(key: string): Promise<{ json: unknown; key: string }> {
    try {
      return await this.#device.subscribe(key)
    } catch {
      throw new Refusal('push', SILENT)
    }
  }

  async #said(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer
    } catch (error) {
      throw error instanceof NoAnswer ? new Refusal('network', error.sentence || NO_OFFICE) : error
    }
  }
}

const NO_OFFICE = 'The office cannot be reached now. What is armed stays armed; try again with a network.'
const UNTOLD = 'Switched off on this phone: nothing rings here any more. The office hears of it as soon as it can be reached.'
const NO_PUSH = 'This browser cannot receive notifications here. Installing Ringback on the home screen may change that.'
const BLOCKED = 'Notifications are blocked for Ringback. Allow them in the settings of your browser or phone, then try again.'
const SILENT = 'The browser could not reach its push service. Nothing was changed. Try again with a better network.'
