/** The set of databases in use, and the one way to write to it: outbox first, rows after, everybody told. */

import { uuid7 } from '../domain/ids.ts'
import type { Change, Id } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { NEWER, NO_STORAGE } from '../store/handle.ts'
import { Outbox } from '../store/outbox.ts'
import { Registry, type SetEntry } from '../store/registry.ts'
import { nothingChanged, type Changed } from '../store/revise.ts'
import { allLines, linesOf, type Db } from '../store/reads.ts'
import { Rows } from '../store/rows.ts'
import { LastLook, type Look, type Shelf } from './last_look.ts'
import { Lookup } from './lookup.ts'

/** What a phone needs from the machine it runs on. Time and randomness come from here alone. */
export interface Env {
  now(): Date
  random(bytes: number): Uint8Array
  version: string
  shelf(): Shelf
  /** The first page is on the screen. */
  painted: Promise<void>
}

const SOON = 400 // ms
const HINT = 'ringback-set' // on the shelf: which set was in use, for a quicker start; the registry has the last word

/** What one tab tells the others. */
interface Told { set: string; kinds: string[]; ids: Id[]; switched?: true }

export class Local {
  readonly env: Env
  readonly changes = new EventTarget()
  readonly registry = new Registry()
  readonly lastLook: LastLook
  entry!: SetEntry // once `ready`
  outbox!: Outbox
  rows!: Rows
  lookup!: Lookup
  /** Called when another set came into use. */
  switched: () => void = () => {}
  /** Settles when the set is open and everything in the outbox is seen. Rejects with the Refusal to show before anything is typed. */
  ready: Promise<void>
  #set = ''
  #known!: Promise<SetEntry>
  #tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ringback')
  #catching: Promise<unknown> = Promise.resolve()
  #soon = nothingChanged()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(env: Env) {
    this.env = env
    this.#set = this.#hinted()
    this.lastLook = new LastLook(env.shelf, env.version)
    this.ready = this.look() ? env.painted.then(() => this.#start()) : this.#start()
    this.ready.catch(() => {})
    this.#tabs?.addEventListener('message', (event: MessageEvent<Told>) => void this.#hear(event.data))
  }

  newId = (): Id => uuid7(this.env.now().getTime(), this.env.random(10))
  stamp = (): string => this.env.now().toISOString()
  get me(): Id | null {
    return this.entry?.member?.id ?? null
  }

  /** What Today showed last, if nothing has changed since. */
  look(): Look | null {
    return this.lastLook.of(this.#set, this.env.now())
  }

  async db(): Promise<Db> {
    await this.ready
    return this.rows.db
  }

  /** Saved when this resolves: the numbers and the entries are on the disk. `keep` changes kept things in the same transaction. */
  async write(changes: Change[], keep: Record<string, unknown> = {}): Promise<void> {
    await this.ready
    this.lastLook.forget()
    await this.outbox.add(changes, this.stamp(), keep)
    await this.catchUp(true)
  }

  /** Puts what is in the outbox on top of the rows. The entries are safe already: if the rows cannot be written now, they are at the next start. */
  async catchUp(wrote = false): Promise<void> {
    const { outbox, rows } = this
    const turn = this.#catching.then(() => rows.catchUp(outbox))
    this.#catching = turn.catch(() => {})
    await turn.then((changed) => this.tell(changed, wrote ? ['sync'] : []), () => this.emit(['sync']))
  }

  /** Tells this tab and the others what changed. */
  tell(changed: Changed, more: string[] = []): void {
    this.lookup.update(changed.lines)
    const kinds = [...changed.kinds, ...more]
    if (kinds.length === 0) return
    this.emit(kinds)
    this.#tabs?.postMessage({ set: this.entry.set, kinds, ids: [...changed.lines.keys()] } satisfies Told)
  }

  /** `seen` where Today shows what has changed: its last look is then no longer true. */
  emit(kinds: string[], seen = true): void {
    if (seen) this.lastLook.forget()
    this.changes.dispatchEvent(new CustomEvent('change', { detail: { kinds } }))
  }

  /** Says that something changed, to this tab at once and to the others; a sync that brings page after page says so a few times a second. */
  tellSoon(changed: Changed): void {
    this.lastLook.forget()
    this.lookup.update(changed.lines)
    for (const kind of changed.kinds) this.#soon.kinds.add(kind)
    for (const [id, line] of changed.lines) this.#soon.lines.set(id, line)
    this.#timer ??= setTimeout(() => this.tellNow(), SOON)
  }

  tellNow(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const changed = this.#soon
    this.#soon = nothingChanged()
    this.tell(changed)
  }

  /** Goes over to another set of databases, in every tab. */
  async switchTo(entry: SetEntry, instead?: string): Promise<void> {
    this.lastLook.forget()
    await this.registry.use(entry, instead)
    await this.#reopen()
    this.#tabs?.postMessage({ set: entry.set, kinds: [], ids: [], switched: true } satisfies Told)
  }

  /** The databases are opened together, on the guess that the set is the one of last time: each by itself costs a turn. */
  async #start(): Promise<void> {
    if (typeof indexedDB === 'undefined' || !indexedDB) throw new Refusal('no_storage', NO_STORAGE)
    this.#known = this.registry.current(this.stamp())
    this.#use(this.#set)
    const guessed = this.#seen()
    guessed.catch(() => {})
    const entry = await this.#known
    if (entry.set !== this.#set) return this.#open(entry)
    this.entry = entry
    await guessed
  }

  async #open(entry: SetEntry): Promise<void> {
    this.entry = entry
    this.#known = Promise.resolve(entry)
    this.#use(entry.set)
    await this.#seen()
  }

  /** The rows may be made anew when they are broken. The outbox may not: then nothing works, and the rep is told. */
  async #seen(): Promise<void> {
    const { rows, outbox } = this
    await rows.catchUp(outbox).catch(async (error: unknown) => {
      if (!(error instanceof Refusal) || error.kind !== 'no_storage' || error.message === NEWER) throw error
      await rows.discard().catch(() => {})
      await rows.catchUp(outbox)
    })
  }

  #use(set: string): void {
    this.#set = set
    this.#hint(set)
    this.outbox = new Outbox(set, this.newId)
    const known = this.#known
    this.rows = new Rows(set, async () => (await known).member?.id ?? null)
    const { db } = this.rows
    this.lookup = new Lookup(() => allLines(db))
  }

  async #reopen(): Promise<void> {
    const [outbox, rows] = [this.outbox, this.rows]
    this.ready = this.registry.current(this.stamp()).then((entry) => this.#open(entry))
    await this.ready
    outbox.close()
    rows.close()
    this.switched()
    this.emit(EVERYTHING)
  }

  async #hear({ set, kinds, ids, switched }: Told): Promise<void> {
    await this.ready
    if (switched) return this.#reopen()
    if (set !== this.entry.set) return
    const lines = await linesOf(this.rows.db, ids)
    this.lookup.update(ids.map((id, i) => [id, lines[i] ?? null] as const))
    this.emit(kinds)
  }

  #hinted(): string {
    try {
      return this.env.shelf().getItem(HINT) ?? '1'
    } catch {
      return '1' // no storage at all: the databases say so in a moment
    }
  }

  #hint(set: string): void {
    try {
      if (this.#hinted() !== set) this.env.shelf().setItem(HINT, set)
    } catch {
      // only a quicker start is lost
    }
  }
}

export const EVERYTHING = ['prospect', 'call', 'follow_up', 'template', 'profile', 'sync']
