/** What this phone wrote, numbered, until the office's backup has it. The shape of this database never changes.
 *
 *  A write is one strict transaction that allots the numbers too; it counts as saved when that transaction is complete. */

import type { DBSchema } from 'idb'
import type { Change, Id, Instant, Operation } from '../domain/records.ts'
import { Handle, put } from './handle.ts'
import { inTurn, waitsAgain, type Holds } from './resend.ts'

export type Waiting = Operation & { device: Id }
export type Sent = Waiting & { status: string; rev: number }
export interface Result { n: number; status: string; rev: number }

interface Shape extends DBSchema {
  waiting: { key: [Id, number]; value: Waiting }
  sent: { key: [Id, number]; value: Sent }
  meta: { key: string; value: unknown }
  kept: { key: string; value: unknown }
}

interface KeptStore {
  put(value: unknown, key: string): Promise<unknown>
  delete(key: string): Promise<void>
}

export interface OutboxState {
  device: Id
  next_n: number
  epoch: string
  waiting: number
  strays: boolean // some of it stands under an earlier id of this phone
  oldest: { n: number; at: Instant } | null
  lastSuccess: Instant | null
}

export class Outbox {
  #db: Handle<Shape>

  /** `newId` makes the device's id when the outbox is made. */
  constructor(set: string, newId: () => Id) {
    this.#db = new Handle<Shape>(`ringback-${set}-outbox`, 1, (db) => {
      db.createObjectStore('waiting')
      db.createObjectStore('sent')
      db.createObjectStore('kept')
      const meta = db.createObjectStore('meta')
      put(meta.put(newId(), 'device'))
      put(meta.put(1, 'next_n'))
    })
  }

  /** Writes `changes` under the next numbers. When this resolves they are on the disk. `keep` puts and takes out kept things in
   *  the same transaction; a null takes out. */
  add(changes: Change[], at: Instant, keep: Record<string, unknown> = {}): Promise<Waiting[]> {
    return this.#db.write(['waiting', 'meta', 'kept'], 'strict', async (tx) => {
      const [waiting, meta, kept] = [tx.objectStore('waiting'), tx.objectStore('meta'), tx.objectStore('kept')]
      const [device, n] = await Promise.all([meta.get('device'), meta.get('next_n')]) as [Id, number]
      const added = changes.map((change, i): Waiting => ({ ...change, n: n + i, v: 1, at, device }))
      for (const op of added) put(waiting.put(op, [device, op.n]))
      put(meta.put(n + added.length, 'next_n'))
      putAll(kept, keep)
      return added
    })
  }

  /** The device, and the number of the last thing it wrote. */
  head(): Promise<{ device: Id; last: number }> {
    return this.#db.read(async (db) => {
      const { store } = db.transaction('meta')
      const [device, next] = await Promise.all([store.get('device'), store.get('next_n')]) as [Id, number]
      return { device, last: next - 1 }
    })
  }

  device(): Promise<Id> {
    return this.#db.read(async (db) => await db.get('meta', 'device') as Id)
  }

  state(): Promise<OutboxState> {
    return this.#db.read(async (db) => {
      const tx = db.transaction(['waiting', 'meta'])
      const meta = tx.objectStore('meta')
      const [device, next_n, epoch, lastSuccess, waiting, first, last] = await Promise.all([
        meta.get('device'), meta.get('next_n'), meta.get('epoch'), meta.get('last_success'),
        tx.objectStore('waiting').count(), tx.objectStore('waiting').openCursor(), tx.objectStore('waiting').openKeyCursor(null, 'prev'),
      ])
      const strays = [first, last].some((one) => one && one.key[0] !== device)
      const oldest = first ? { n: first.value.n, at: first.value.at } : null
      return {
        device: device as Id, next_n: next_n as number, epoch: (epoch as string) ?? '', waiting, strays, oldest,
        lastSuccess: (lastSuccess as Instant) ?? null,
      }
    })
  }

  /** The oldest waiting ones of this device: at most `limit`, at most `bytes` of JSON, at least one. */
  peek(limit: number, bytes: number): Promise<Operation[]> {
    return this.#db.read(async (db) => {
      const tx = db.transaction(['waiting', 'meta'])
      const device = await tx.objectStore('meta').get('device') as Id
      const waiting = await tx.objectStore('waiting').getAll(above(device, 0), limit)
      let room = bytes
      return waiting.map(bare).filter((op, i) => (room -= new TextEncoder().encode(JSON.stringify(op)).length) > 0 || i === 0)
    })
  }

  sentCount(): Promise<number> {
    return this.#db.read((db) => db.count('sent'))
  }

  /** "DEVICE N" of everything that waits. */
  waitingKeys(): Promise<Set<string>> {
    return this.#db.read(async (db) => new Set((await db.getAllKeys('waiting')).map(([device, n]) => `${device} ${n}`)))
  }

  waiting(): Promise<Waiting[]> {
    return this.#db.read((db) => db.getAll('waiting'))
  }

  /** Takes over what another set of this phone wrote, in its order and with its times, and what it kept beside what is kept here, once. */
  adopt(ops: Waiting[], things: Array<[string, unknown]>, from: string): Promise<void> {
    return this.#db.write(['waiting', 'meta', 'kept'], 'strict', async (tx) => {
      const [waiting, meta, kept] = [tx.objectStore('waiting'), tx.objectStore('meta'), tx.objectStore('kept')]
      const own = new Set(await kept.getAllKeys())
      const [device, n, done] = await Promise.all([meta.get('device'), meta.get('next_n'), meta.get(`adopted ${from}`)]) as [Id, number, unknown]
      if (done) return
      ops.forEach((op, i) => put(waiting.put({ ...op, device, n: n + i }, [device, n + i])))
      for (const [key, thing] of things) if (!own.has(key)) put(kept.put(thing, key))
      put(meta.put(n + ops.length, 'next_n'))
      put(meta.put(true, `adopted ${from}`))
    })
  }

  /** Every operation of this device above `n`, sent or not, in order. Sent ones say at which `rev` the office has them. */
  after(device: Id, n: number): Promise<Array<Waiting & { rev?: number }>> {
    return this.#db.read(async (db) => {
      const tx = db.transaction(['waiting', 'sent'])
      const [waiting, sent] = await Promise.all([
        tx.objectStore('waiting').getAll(above(device, n)), tx.objectStore('sent').getAll(above(device, n)),
      ])
      return [...waiting, ...sent].sort((a, b) => a.n - b.n)
    })
  }

  /** Every operation still here, those of earlier device ids first, each device's in order. */
  all(): Promise<Array<Waiting & { rev?: number }>> {
    return this.#db.read(async (db) => {
      const tx = db.transaction(['waiting', 'sent', 'meta'])
      const [waiting, sent, device] = await Promise.all([
        tx.objectStore('waiting').getAll(), tx.objectStore('sent').getAll(), tx.objectStore('meta').get('device') as Promise<Id>,
      ])
      return inTurn([...waiting, ...sent], device)
    })
  }

  /** Moves what the office answered for from waiting to sent, and lets go of what its backup holds. */
  settle(results: Result[], safeThrough: number, at: Instant): Promise<Sent[]> {
    return this.#db.write(['waiting', 'sent', 'meta'], 'strict', async (tx) => {
      const device = await tx.objectStore('meta').get('device') as Id
      const settled: Sent[] = []
      for (const { n, status, rev } of results) {
        const op = await tx.objectStore('waiting').get([device, n])
        if (!op) continue
        settled.push({ ...op, status, rev })
        put(tx.objectStore('sent').put({ ...op, status, rev }, [device, n]))
        put(tx.objectStore('waiting').delete([device, n]))
      }
      if (safeThrough > 0) put(tx.objectStore('sent').delete(IDBKeyRange.bound([device, 0], [device, safeThrough])))
      put(tx.objectStore('meta').put(at, 'last_success'))
      return settled
    })
  }

  /** A new epoch: what the office does not hold waits again. What was sent under an earlier id waits for a new number: see `strays`. */
  reset(epoch: string, holds: Holds): Promise<void> {
    return this.#db.write(['waiting', 'sent', 'meta'], 'strict', async (tx) => {
      const device = await tx.objectStore('meta').get('device') as Id
      for (const { status: _status, rev: _rev, ...op } of await tx.objectStore('sent').getAll()) {
        if (!waitsAgain(op, device, holds)) continue
        put(tx.objectStore('waiting').put(op, [op.device, op.n]))
        put(tx.objectStore('sent').delete([op.device, op.n]))
      }
      put(tx.objectStore('meta').put(epoch, 'epoch'))
    })
  }

  /** This phone is a clone, or its id is taken: everything that waits gets new numbers from 1 under `device`, in one transaction. */
  renumber(device: Id): Promise<void> {
    return this.#db.write(['waiting', 'meta'], 'strict', async (tx) => {
      const [all, before] = await Promise.all([tx.objectStore('waiting').getAll(), tx.objectStore('meta').get('device')])
      const waiting = inTurn(all, before as Id)
      put(tx.objectStore('waiting').clear())
      waiting.forEach((op, i) => put(tx.objectStore('waiting').put({ ...op, device, n: i + 1 }, [device, i + 1])))
      put(tx.objectStore('meta').put(device, 'device'))
      put(tx.objectStore('meta').put(waiting.length + 1, 'next_n'))
      put(tx.objectStore('meta').delete('next_device'))
    })
  }

  note(key: 'epoch' | 'next_device', value: string): Promise<void> {
    return this.#db.write(['meta'], 'strict', async (tx) => put(tx.store.put(value, key)))
  }

  noted(key: 'next_device'): Promise<string> {
    return this.#db.read(async (db) => (await db.get('meta', key) as string | undefined) ?? '')
  }

  kept(key: string): Promise<unknown> {
    return this.#db.read((db) => db.get('kept', key))
  }

  /** Every kept thing whose key begins with `prefix`. */
  keptUnder<T>(prefix: string): Promise<Array<[string, T]>> {
    return this.#db.read(async (db) => {
      const tx = db.transaction('kept')
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)])
      return keys.map((key, i) => [key, values[i] as T])
    })
  }

  keptKeys(prefix: string): Promise<string[]> {
    return this.#db.read((db) => db.getAllKeys('kept', IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
  }

  /** Null takes a thing out. Drafts are written at every keystroke; they survive the browser being killed, but the disk is not waited for. */
  keep(things: Record<string, unknown>): Promise<void> {
    return this.#db.write(['kept'], 'relaxed', async (tx) => putAll(tx.store, things))
  }

  /** Keeps what `next` makes of the thing under `key`, in one transaction: nobody who reads from now on sees what was there before. */
  keepAfter(key: string, next: (before: unknown) => Record<string, unknown>): Promise<void> {
    return this.#db.write(['kept'], 'relaxed', async (tx) => putAll(tx.store, next(await tx.store.get(key))))
  }

  close(): void {
    this.#db.close()
  }
}

function putAll(kept: KeptStore, things: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(things)) put(value === null ? kept.delete(key) : kept.put(value, key))
}

function above(device: Id, n: number): IDBKeyRange {
  return IDBKeyRange.bound([device, n], [device, Infinity], true)
}

function bare({ device: _device, ...op }: Waiting): Operation {
  return op as Operation
}
