/** What is seen, kept in step with the outbox and the office. It may be lost at any time: it is made again from both. */

import { deleteDB } from 'idb'
import type { Id, Operation } from '../domain/records.ts'
import { touched } from '../domain/replay.ts'
import type { Handle } from './handle.ts'
import { put } from './handle.ts'
import type { Outbox, Sent, Waiting } from './outbox.ts'
import { nothingChanged, revise, type Changed, type Revision } from './revise.ts'
import { rowsHandle, rowsName, STORES, WRITTEN, type Kept, type Meta, type Pending, type RowsShape, type RowsTx } from './shape.ts'
import { keyOf, recordOf, STORE_OF, type WireRow } from './wire.ts'

export type Applied = Waiting & { rev?: number }
export interface Page { rows: WireRow[]; cursor: number; more: boolean }
const BATCH = 500

export class Rows {
  readonly db: Handle<RowsShape>
  #name: string
  #whose: () => Promise<Id | null>

  /** `whose` says whose phone this is, null before it is somebody's. */
  constructor(set: string, whose: () => Promise<Id | null>) {
    this.#name = rowsName(set)
    this.db = rowsHandle(this.#name)
    this.#whose = whose
  }

  /** Puts every operation of the outbox that is not in yet on top of the rows. A kill between the two writes loses nothing: this runs again. */
  async catchUp(outbox: Outbox): Promise<Changed> {
    const [{ device, last }, applied] = await Promise.all([outbox.head(), this.meta('applied')])
    if (applied?.device === device && applied.n >= last) return nothingChanged()
    if (applied?.device === device) return this.#applyAll(device, await outbox.after(device, applied.n))
    if (applied) await this.#strip() // another device id: what was pending has new numbers
    await this.#write((tx) => mark(tx, device, 0))
    return this.#applyAll(device, await outbox.all())
  }

  async #applyAll(device: Id, ops: Applied[]): Promise<Changed> {
    const all = nothingChanged()
    for (let i = 0; i < ops.length; i += BATCH) add(all, await this.#apply(device, ops.slice(i, i + BATCH), i + BATCH >= ops.length))
    return all
  }

  #apply(device: Id, ops: Applied[], last: boolean): Promise<Changed> {
    return this.#write(async (tx, me) => {
      const applied = await tx.objectStore('meta').get('applied') as Meta['applied'] | undefined
      const fresh = ops.filter((op) => op.device !== applied?.device || op.n > applied.n) // another tab may have been quicker
      const changed = await revise(tx, me, fresh.flatMap(pendingOf))
      if (last) await mark(tx, device, Math.max(0, ...ops.filter((op) => op.device === device).map((op) => op.n)))
      return changed
    })
  }

  /** The office has these: they stop being replayed as soon as a row with them in it is here. */
  settle(sent: Sent[]): Promise<Changed> {
    const revs = new Map(sent.map((op) => [`${op.device} ${op.n}`, op.rev]))
    const settle = (one: Pending): Pending => ({ ...one, rev: revs.get(`${one.device} ${one.op.n}`) ?? one.rev })
    return this.#write((tx, me) => revise(tx, me, sent.flatMap((op) => touched(op).map(([store, id]) => ({ store, id, settle })))))
  }

  /** A page of the office's rows and its cursor, in one transaction. */
  take(page: Page): Promise<Changed> {
    return this.#write(async (tx, me) => {
      const meta = tx.objectStore('meta')
      const [cursor, gen] = await Promise.all([meta.get('cursor'), meta.get('gen')]) as [number | undefined, number | undefined]
      if (page.cursor < (cursor ?? 0)) return nothingChanged()
      const changed = await revise(tx, me, page.rows.flatMap((row) => revisionOf(row, gen ?? 0)))
      add(changed, await revise(tx, me, await leftBehind(tx, me, page.rows)))
      for (const row of page.rows) keepPlain(tx, row, changed)
      put(meta.put(page.cursor, 'cursor'))
      return changed
    })
  }

  /** The pull has come to its end: what the office has, and sends no row for, is no longer pending. After a pull that began at 0, rows
   *  that did not come in it and that nothing waiting touches go. */
  async finish(outbox: Outbox): Promise<Changed> {
    const [cursor, full, gen] = await Promise.all([this.meta('cursor'), this.meta('full'), this.meta('gen')])
    const answered = await this.#answered(outbox)
    const settle = (one: Pending): Pending | null =>
      answered.has(`${one.device} ${one.op.n}`) || (one.rev !== null && (full || one.rev <= (cursor ?? 0))) ? null : one
    const changed = await this.#settleOpen(settle)
    if (full) {
      for (const store of WRITTEN) add(changed, await this.#sweep(store, gen ?? 0))
      await this.#write(async (tx) => put(tx.objectStore('meta').put(false, 'full')))
    }
    return changed
  }

  /** Operations that are still pending here as if nobody had answered for them, though they wait no more: this phone was stopped between two
   *  writes. First what is pending, then what waits, so that what is written meanwhile is in neither. */
  async #answered(outbox: Outbox): Promise<Set<string>> {
    const open = await this.db.read((db) => {
      const tx = db.transaction(WRITTEN)
      return Promise.all(WRITTEN.map((store) => tx.objectStore(store).index('open').getAll() as Promise<Array<Kept<unknown>>>))
    })
    const unanswered = open.flat().flatMap((kept) => kept.pending ?? []).filter((one) => one.rev === null)
    if (unanswered.length === 0) return new Set()
    const waiting = await outbox.waitingKeys()
    return new Set(unanswered.map((one) => `${one.device} ${one.op.n}`).filter((key) => !waiting.has(key)))
  }

  /** A new epoch: everything comes again from the start; what waits again is pending again. */
  restart(epoch: string, waiting: Waiting[]): Promise<Changed> {
    return this.#write(async (tx, me) => {
      const meta = tx.objectStore('meta')
      const gen = (await meta.get('gen') as number | undefined) ?? 0
      for (const [key, value] of Object.entries({ epoch, cursor: 0, gen: gen + 1, full: true })) put(meta.put(value, key))
      return revise(tx, me, unsettled(waiting))
    })
  }

  async place(): Promise<{ cursor: number; epoch: string }> {
    const [cursor, epoch] = await Promise.all([this.meta('cursor'), this.meta('epoch')])
    return { cursor: cursor ?? 0, epoch: epoch ?? '' }
  }

  meta<K extends keyof Meta>(key: K): Promise<Meta[K] | undefined> {
    return this.db.read((db) => db.get('meta', key) as Promise<Meta[K] | undefined>)
  }

  /** Records that come from no office: the starter templates of a phone that has none. */
  seed(rows: WireRow[], library: string): Promise<Changed> {
    return this.#write(async (tx, me) => {
      put(tx.objectStore('meta').put(library, 'library'))
      return revise(tx, me, rows.flatMap((row) => revisionOf(row, 0)))
    })
  }

  close(): void {
    this.db.close()
  }

  /** Throws the cache away, for one that cannot be opened. The next `catchUp` makes it again from the outbox; the office's rows come with the next pull. */
  async discard(): Promise<void> {
    this.db.close()
    await deleteDB(this.#name)
  }

  async #write<T>(work: (tx: RowsTx, me: Id | null) => Promise<T>): Promise<T> {
    const me = await this.#whose()
    return this.db.write([...STORES], 'relaxed', (tx) => work(tx as unknown as RowsTx, me))
  }

  /** Lets go of everything pending that the office has not answered for, and starts counting anew. */
  async #strip(): Promise<void> {
    await this.#settleOpen((one) => (one.rev === null ? null : one))
  }

  #settleOpen(settle: NonNullable<Revision['settle']>): Promise<Changed> {
    return this.#write(async (tx, me) => {
      const open = await Promise.all(WRITTEN.map(async (store) => {
        const ids = await tx.objectStore(store).index('open').getAllKeys()
        return ids.map((id): Revision => ({ store, id: id as Id, settle }))
      }))
      return revise(tx, me, open.flat())
    })
  }

  async #sweep(store: (typeof WRITTEN)[number], gen: number): Promise<Changed> {
    const all = nothingChanged()
    let from: IDBKeyRange | null = null
    for (;;) {
      const some = await this.db.read((db) => db.getAll(store, from, BATCH))
      const stale = some.filter((kept) => kept.gen < gen && !kept.open)
      const gone = stale.map((kept): Revision => ({ store, id: kept.id, base: { row: null, seq: kept.seq, gen } }))
      if (gone.length) add(all, await this.#write((tx, me) => revise(tx, me, gone)))
      if (some.length < BATCH) return all
      from = IDBKeyRange.lowerBound(some.at(-1)!.id, true)
    }
  }
}

async function mark(tx: RowsTx, device: Id, n: number): Promise<void> {
  const meta = tx.objectStore('meta')
  const applied = await meta.get('applied') as Meta['applied'] | undefined
  put(meta.put({ device, n: applied?.device === device ? Math.max(applied.n, n) : n }, 'applied'))
}

/** An operation that the office has without anything to show for it is not put on top. */
function pendingOf(op: Applied): Revision[] {
  if (op.rev === 0) return []
  return touched(op).map(([store, id]) => ({ store, id, add: [{ device: op.device, op: bare(op), rev: op.rev ?? null }] }))
}

/** What was sent in an earlier epoch and waits again. */
function unsettled(waiting: Waiting[]): Revision[] {
  const keys = new Set(waiting.map((op) => `${op.device} ${op.n}`))
  const settle = (one: Pending): Pending => (keys.has(`${one.device} ${one.op.n}`) ? { ...one, rev: null } : one)
  return waiting.flatMap(pendingOf).map((revision) => ({ ...revision, settle }))
}

function bare({ device: _device, rev: _rev, ...op }: Applied & { status?: string }): Operation {
  const { status: _status, ...rest } = op as { status?: string }
  return rest as Operation
}

function revisionOf(row: WireRow, gen: number): Revision[] {
  const store = STORE_OF[row.kind]
  return store ? [{ store, id: keyOf(row), base: { row: recordOf(row), seq: row.seq, gen } }] : []
}

/** With a prospect that somebody else has now go the calls that others made on it. */
async function leftBehind(tx: RowsTx, me: Id | null, rows: WireRow[]): Promise<Revision[]> {
  const ids = rows.filter((row) => row.kind === 'prospect' && row.gone === 'assigned').map((row) => row.id)
  const calls = await Promise.all(ids.map((id) => tx.objectStore('calls').index('by_prospect').getAll(IDBKeyRange.bound([id], [id, []]))))
  const others = calls.flat().filter(({ row }) => row!.rep_id !== null && row!.rep_id !== me)
  return others.map(({ id, seq, gen }) => ({ store: 'calls', id, base: { row: null, seq, gen } }))
}

/** Rows that no operation of a phone writes to. */
function keepPlain(tx: RowsTx, row: WireRow, changed: Changed): void {
  const { kind, seq: _seq, looked, ...fields } = row
  if (kind === 'office') put(tx.objectStore('office').put(fields as never))
  else if (kind === 'member') put(tx.objectStore('members').put(fields as never))
  else if (kind === 'problem') put(looked ? tx.objectStore('problems').delete(row.id) : tx.objectStore('problems').put(fields as never))
  else return
  changed.kinds.add('sync')
}

function add(all: Changed, more: Changed): void {
  for (const kind of more.kinds) all.kinds.add(kind)
  for (const [id, line] of more.lines) all.lines.set(id, line)
}
