/** The phone's side of the wire: sync when there is an occasion, getting in, getting out. Loaded after Today, when somebody is paired. */

import { asking, NoAnswer, type Ask, type Fetch } from '../sync/ask.ts'
import { flush, fullPace, type Said, type Sides } from '../sync/flush.ts'
import { Schedule, type Clock, type Progress } from '../sync/schedule.ts'
import type { Sent } from '../store/outbox.ts'
import type { Paired, Status } from '../views/phone.ts'
import { deleteAgain } from './deletes.ts'
import type { Local } from './local.ts'
import { pair, returning } from './pairing.ts'
import { Reminding, type PushDevice } from './reminding.ts'
import { signOut } from './signing_out.ts'
import type { StatusBoard } from './status.ts'

/** The network, the clock and the browser's push, from outside. */
export interface World { fetch: Fetch; clock: Clock; deviceName: string; push: PushDevice }

export class OfficeLink {
  #local: Local
  #board: StatusBoard
  #world: World
  #ask: Ask
  readonly reminding: Reminding
  #pace = fullPace()
  #schedule: Schedule | null = null
  #lost = '' // what the office said of a store that was emptied, until the app is opened again

  constructor(local: Local, board: StatusBoard, world: World) {
    this.#local = local
    this.#board = board
    this.#world = world
    this.#ask = asking(world.fetch)
    const { registry } = local
    this.reminding = new Reminding(this.#ask, world.push, world.clock, { off: () => registry.noted('push_off'), keep: (off) => registry.note('push_off', off) })
  }

  /** Listens for occasions, and takes the first. */
  async start(): Promise<void> {
    await this.#local.ready
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.#trigger('visible'))
    addEventListener('online', () => void this.#trigger('online'))
    addEventListener('pageshow', (event) => event.persisted && void this.#trigger('visible'))
    this.#local.switched = () => this.#anew()
    if (!this.#local.me && await this.#local.registry.noted('sign_out')) await this.#endSession()
    else if (!this.#local.me) this.#lost = await returning(this.#local, this.#ask, this.#world.deviceName).catch(() => null) ?? ''
    this.#anew()
    if (this.#local.me) void this.reminding.compare().catch(() => {}) // the next start tries again
  }

  /** By hand: resolves when the try is over, and the board says what came of it. */
  async now(): Promise<void> {
    await this.#trigger('hand')
    await this.#board.refresh()
  }

  saved(): void {
    void this.#trigger('saved')
  }

  /** @throws Refusal */
  pair(secret: string): Promise<Paired> {
    return pair(this.#local, this.#ask, this.#world.deviceName, secret)
  }

  async signOut(): Promise<void> {
    await signOut(this.#local, this.#ask)
    await this.#board.refresh()
  }

  /** For the set in use now: its own rhythm, from the start. */
  #anew(): void {
    this.#schedule?.stop()
    this.#schedule = null
    this.#board.set({ link: this.#local.me ? 'idle' : 'unpaired', nextTry: null, notice: '', schemaTooOld: false })
    if (!this.#local.me) return
    this.#schedule = new Schedule(() => this.#locked(), this.#world.clock, (progress) => this.#show(progress))
    void this.#trigger('start')
  }

  async #trigger(occasion: Parameters<Schedule['trigger']>[0]): Promise<void> {
    await this.#schedule?.trigger(occasion)
  }

  /** One tab at a time: the others wait for their turn, and find little to do. */
  async #locked(): Promise<void> {
    const { set } = this.#local.entry
    if (!navigator.locks) return this.#run()
    await navigator.locks.request(`ringback-sync-${set}`, () => (set === this.#local.entry.set ? this.#run() : undefined))
  }

  async #run(): Promise<void> {
    const said = await flush(sidesOf(this.#local, this.#ask, this.#world.deviceName), this.#pace)
    this.#board.set({ notice: said.notice || this.#lost, schemaTooOld: said.schemaTooOld } satisfies Said)
    if (this.reminding.untold) void this.reminding.compare().catch(() => {})
    if (await deleteAgain(this.#local)) await flush(sidesOf(this.#local, this.#ask, this.#world.deviceName), this.#pace)
  }

  #show({ running, failed, nextTry }: Progress): void {
    const trouble = failed instanceof NoAnswer ? failed : null
    const link = running ? 'syncing' : failed ? linkOf(trouble) : 'idle'
    const stamp = nextTry === null ? null : new Date(nextTry).toISOString()
    this.#board.set({ link, nextTry: stamp, ...(trouble?.sentence && { notice: trouble.sentence }) })
    this.#local.tellNow()
    void this.#board.refresh()
  }

  async #endSession(): Promise<void> {
    const ended = await this.#ask('/api/sign-out', {}).then(() => true, () => false)
    if (ended) await this.#local.registry.note('sign_out', false)
  }
}

function linkOf(trouble: NoAnswer | null): Status['link'] {
  switch (trouble?.trouble) {
    case 'signed_out': case 'revoked': case 'portal': return trouble.trouble
    case 'offline': case 'timeout': case 'busy': case 'too_many': return 'offline'
    default: return 'refused'
  }
}

/** The two databases as sync wants them. */
function sidesOf(local: Local, ask: Ask, deviceName: string): Sides<Sent> {
  const { outbox, rows } = local
  return {
    outbox, ask, deviceName, member: local.me, memberName: local.entry.member?.name ?? '', stamp: local.stamp, newId: local.newId, nonce: () => local.newId(),
    rows: {
      place: () => rows.place(),
      settle: async (sent) => local.tellSoon(await rows.settle(sent)),
      take: async (page) => local.tellSoon(await rows.take(page)),
      finish: async () => local.tellSoon(await rows.finish(outbox)),
      restart: async (epoch) => local.tellSoon(await rows.restart(epoch, await outbox.waiting())),
      renumbered: () => local.catchUp(),
    },
  }
}
