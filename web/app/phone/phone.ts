/** The phone that the views talk to. It is there at once; every question waits by itself until the databases are open. */

import type { Call, Fields, FollowUp, Id, Instant, LostValue, Prospect, TemplateSave } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { dueUntil, followUpsOf } from '../store/promises.ts'
import * as reads from '../store/reads.ts'
import type { Brief, DueFollowUp, Entry, NewLog, Paired, Phone, PromisedAgain, ProspectLine, Reminders, Status, StorageState, Takes, Today } from '../views/phone.ts'
import { readBrief } from './brief.ts'
import { draft, keepDraft } from './drafts.ts'
import { Local, type Env } from './local.ts'
import * as log from './log.ts'
import { ensureLibrary } from './library.ts'
import type { OfficeLink, World } from './office.ts'
import { Promises } from './promises.ts'
import * as prospects from './prospects.ts'
import { preparedFor, shownDue, shownLine } from './shown.ts'
import { waitingSentence } from './signing_out.ts'
import { StatusBoard } from './status.ts'
import { keepLooking, readToday } from './today.ts'

/** The browser's own store-keeping. */
export interface Storage {
  persisted(): Promise<boolean | null>
  persist(): Promise<boolean>
  estimate(): Promise<{ usage: number; quota: number }>
}

export class LocalPhone implements Phone {
  readonly local: Local
  readonly board: StatusBoard
  readonly changes: EventTarget
  readonly promises: Promises
  #storage: Storage
  #takeOver: () => void
  #world: World
  #link: Promise<OfficeLink> | null = null
  #persistAsked = false
  /** Today has been read once: what can wait may begin. */
  readonly shown: Promise<void>
  #shown: () => void = () => {}

  /** `takeOver` lets the new shell in. */
  constructor(env: Env, world: World, storage: Storage, takeOver: () => void) {
    this.local = new Local(env)
    this.board = new StatusBoard(this.local)
    Object.assign(this.board.now, this.local.look()?.standing)
    this.changes = this.local.changes
    this.shown = new Promise((resolve) => (this.#shown = resolve))
    this.promises = new Promises(this.local, () => this.#saved())
    this.#storage = storage
    this.#takeOver = takeOver
    this.#world = world
    keepLooking(this.local, this.board, world.clock)
  }

  async today(now: Date): Promise<Today> {
    const today = await readToday(this.local, this.board, now)
    this.#shown()
    return today
  }

  lastToday(): Today | null {
    return this.local.look()?.today ?? null
  }

  async search(query: string, limit: number): Promise<ProspectLine[]> {
    await this.local.ready
    return (await this.local.lookup.search(query, limit)).map(shownLine)
  }

  async prospects(offset: number, limit: number): Promise<{ lines: ProspectLine[]; total: number }> {
    const db = await this.local.db()
    const { lookup } = this.local
    const { lines, total } = await (offset === 0 && !lookup.isLoaded ? reads.firstLines(db, 'sort', limit) : lookup.page(offset, limit))
    return { lines: lines.map(shownLine), total }
  }

  async callList(limit: number): Promise<{ lines: ProspectLine[]; total: number }> {
    const { lines, total } = await reads.firstLines(await this.local.db(), 'rank', limit)
    return { lines: lines.map(shownLine), total }
  }

  async prospect(id: Id): Promise<Prospect | null> {
    return reads.prospect(await this.local.db(), id)
  }

  async history(prospectId: Id, limit: number): Promise<Entry[]> {
    return (await reads.history(await this.local.db(), prospectId)).slice(0, limit)
  }

  async brief(prospectId: Id): Promise<Brief | null> {
    return readBrief(await this.local.db(), prospectId)
  }

  async call(id: Id): Promise<Call | null> {
    return reads.call(await this.local.db(), id)
  }

  async calls(before: Instant | null, limit: number): Promise<Entry[]> {
    return reads.ownCalls(await this.local.db(), before, limit)
  }

  async followUps(prospectId: Id): Promise<FollowUp[]> {
    return followUpsOf(await this.local.db(), prospectId)
  }

  async dueFollowUps(until: Instant): Promise<DueFollowUp[]> {
    const due = await dueUntil(await this.local.db(), until)
    const prepared = await preparedFor(this.local)
    return due.map((one) => shownDue(one, prepared))
  }

  async templates(): ReturnType<Phone['templates']> {
    await ensureLibrary(this.local)
    return reads.templates(await this.local.db())
  }

  async template(id: Id): ReturnType<Phone['template']> {
    await ensureLibrary(this.local)
    return reads.template(await this.local.db(), id)
  }

  async version(id: Id): ReturnType<Phone['version']> {
    await ensureLibrary(this.local)
    return reads.version(await this.local.db(), id)
  }

  async profile(): Promise<Fields> {
    return reads.profile(await this.local.db())
  }

  async eachCall(see: (batch: Call[]) => boolean | void): Promise<void> {
    return reads.eachOwnCall(await this.local.db(), see)
  }

  async addProspect(fields: Fields): Promise<Id> {
    const [id] = await this.addProspects([fields])
    return id!
  }

  async addProspects(many: Fields[], progress?: (done: number) => void, signal?: AbortSignal, stops?: string[]): Promise<Id[]> {
    const ids = await prospects.addAll(this.local, many, progress, signal, stops)
    this.#saved()
    return ids
  }

  async editProspect(id: Id, fields: Fields, base?: Fields): Promise<void> {
    await prospects.edit(this.local, id, fields, base)
    this.#saved()
  }

  async deleteProspect(id: Id): Promise<() => Promise<void>> {
    const removed = await prospects.remove(this.local, id)
    this.#saved()
    return () => prospects.bringBack(this.local, removed).then(() => this.#saved())
  }

  block(id: Id, reason: string): Promise<void> { return this.blockAll([{ id, reason }]) }

  async blockAll(many: Array<{ id: Id; reason: string }>): Promise<void> {
    await prospects.block(this.local, many)
    this.#saved()
  }

  async resolveLost(id: Id, lost: LostValue, use: boolean): Promise<void> {
    await prospects.resolveLost(this.local, id, lost, use)
    this.#saved()
  }

  async logCall(entry: NewLog): Promise<Call> {
    const call = await log.logCall(this.local, entry)
    this.#saved()
    return call
  }

  async takeBack(call: Call): Promise<void> {
    await log.takeBack(this.local, call)
    this.#saved()
  }

  async undoLog(call: Call): Promise<void> {
    await log.undoLog(this.local, call)
    this.#saved()
  }

  async addFollowUp(followUp: PromisedAgain): Promise<Id> {
    return this.promises.add(followUp)
  }

  async closeFollowUp(id: Id, state: 'done' | 'cancelled'): Promise<void> {
    await this.#write([{ kind: 'follow_up.close', body: { id, state, call_id: null } }])
  }

  async saveTemplate(save: TemplateSave): Promise<void> {
    await this.#write([{ kind: 'template.save', body: save }])
  }

  async retireTemplate(id: Id, retired: boolean): Promise<void> {
    await this.#write([{ kind: 'template.retire', body: { id, retired } }])
  }

  async editProfile(fields: Fields): Promise<void> {
    prospects.checked(fields)
    const edits = prospects.editsBetween(await this.profile(), fields)
    if (edits.length) await this.#write([{ kind: 'profile.edit', body: { edits } }])
  }

  draft<T>(key: string): Promise<T | null> {
    return draft<T>(this.local, key)
  }

  keepDraft<T>(key: string, value: T | null): Promise<void> {
    return keepDraft(this.local, key, value)
  }

  takes = (): Promise<Takes> => import('./takes.ts').then(({ takesIn }) => takesIn(this.local))

  status(): Status {
    return this.board.now
  }

  async syncNow(): Promise<void> {
    await (await this.link()).now()
  }

  async pair(secret: string): Promise<Paired> {
    return (await this.link()).pair(secret)
  }

  async signOut(anyway: boolean): Promise<void> {
    const { waiting } = await (await this.#outbox()).state()
    if (waiting > 0 && !anyway) throw new Refusal('waiting', waitingSentence(waiting))
    await (await this.link()).signOut()
  }

  async reminders(): Promise<Reminders> {
    return (await this.link()).reminding
  }

  async rescueFile(): Promise<Blob> {
    const { rescueFile } = await import('./rescue.ts')
    return rescueFile(this.local)
  }

  async storage(): Promise<StorageState> {
    const [{ prospects, calls }, sent, persisted, estimate] = await Promise.all([
      this.local.db().then(reads.counts), this.#outbox().then((outbox) => outbox.sentCount()), this.#storage.persisted(), this.#storage.estimate(),
    ])
    return { persisted, ...estimate, prospects, calls, sent }
  }

  askPersistence(): Promise<boolean> {
    return this.#storage.persist()
  }

  applyUpdate(): void {
    this.#takeOver()
  }

  /** What can wait until Today is there: the office, the search, what the phone says of itself. */
  async begin(): Promise<void> {
    await this.local.ready
    await this.board.refresh()
    if (this.local.me || await this.local.registry.noted('sign_out') || (await this.local.outbox.head()).last === 0) await this.link()
    this.local.lookup.warm()
    await this.promises.setRight()
  }

  /** Everything that talks to the office, loaded when it is first needed. */
  link(): Promise<OfficeLink> {
    this.#link ??= import('./office.ts').then(async ({ OfficeLink }) => {
      const link = new OfficeLink(this.local, this.board, this.#world)
      await link.start()
      return link
    }).catch((error: unknown) => {
      this.#link = null
      throw error
    })
    return this.#link
  }

  async #outbox(): Promise<Local['outbox']> {
    await this.local.ready
    return this.local.outbox
  }

  async #write(changes: Parameters<Local['write']>[0]): Promise<void> {
    await this.local.write(changes)
    this.#saved()
  }

  /** After a save: send it, and ask the browser once to keep what is here for good. */
  #saved(): void {
    if (this.local.me) void this.link().then((link) => link.saved()).catch(() => {})
    if (this.#persistAsked) return
    this.#persistAsked = true
    void this.#storage.persisted().then((already) => already === false && this.#storage.persist()).catch(() => {})
  }
}
