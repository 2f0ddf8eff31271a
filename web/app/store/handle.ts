/** One IndexedDB database, kept open. WebKit lets handles die without a word: a dead one is opened again and the work redone. */

import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks, type StoreNames, type IDBPTransaction } from 'idb'
import { Refusal } from '../domain/refusal.ts'

export type Writing<Shape extends DBSchema, Names extends ArrayLike<StoreNames<Shape>>> = IDBPTransaction<Shape, Names, 'readwrite'>

export class Handle<Shape extends DBSchema> {
  #open: Promise<IDBPDatabase<Shape>> | null = null
  #opening: () => Promise<IDBPDatabase<Shape>>

  constructor(name: string, version: number, upgrade: NonNullable<OpenDBCallbacks<Shape>['upgrade']>) {
    const forget = (): void => void (this.#open = null)
    const blocking = (_current: number, _next: number | null, event: IDBVersionChangeEvent): void => {
      forget() // a newer version, or a sign-out in another tab, needs the database: never stand in the way
      ;(event.target as IDBDatabase).close()
    }
    this.#opening = () => openDB<Shape>(name, version, { upgrade, terminated: forget, blocking })
  }

  /** @throws Refusal `full` or `no_storage`; nothing was changed then. */
  read<T>(work: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
    return this.#use(work)
  }

  /** One transaction, done when it is complete; whatever goes wrong undoes all of it.
   *  @throws Refusal `full` or `no_storage`; nothing was changed then. */
  write<T, Names extends Array<StoreNames<Shape>>>(
    names: [...Names], durability: 'strict' | 'relaxed', work: (tx: Writing<Shape, Names>) => Promise<T>,
  ): Promise<T> {
    return this.#use((db) => transact(db.transaction(names, 'readwrite', { durability }) as Writing<Shape, Names>, work))
  }

  close(): void {
    void this.#open?.then((db) => db.close(), () => {})
    this.#open = null
  }

  async #use<T>(work: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#opened())
    } catch (error) {
      if (!isDead(error, this.#open === null)) throw refusal(error)
      this.#open = null
      return this.#opened().then(work).catch((again: unknown) => Promise.reject(refusal(again)))
    }
  }

  #opened(): Promise<IDBPDatabase<Shape>> {
    this.#open ??= this.#opening().catch((error: unknown) => {
      this.#open = null
      throw error
    })
    return this.#open
  }
}

async function transact<T, Tx extends { done: Promise<void>; error: DOMException | null; abort(): void }>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  tx.done.catch(() => {}) // says less than the event below: a full disk is only named there
  const complete = new Promise<void>((resolve, reject) => {
    Object.assign(tx, { oncomplete: () => resolve(), onabort: () => reject(tx.error ?? new DOMException('', 'AbortError')) })
  })
  let value: T | undefined
  let wrong: unknown = null
  try {
    value = await work(tx)
  } catch (error) {
    wrong = error
    try {
      tx.abort()
    } catch {
      // it is over already
    }
  }
  await complete.catch((error: unknown) => {
    if (wrong === null || (error as DOMException).name === 'QuotaExceededError') wrong = error
  })
  if (wrong !== null) throw wrong
  return value as T
}

/** A write whose failure shows as the transaction's own. */
export function put(request: Promise<unknown>): void {
  request.catch(() => {})
}

export const NO_STORAGE = 'This browser does not let Ringback keep anything, as in a private window. Nothing would be safe here: open Ringback in a normal window.'
const FULL = 'This phone has no room left, so this was not saved. What was saved before is safe. Make some room, then try again.'
export const NEWER = 'A newer version of Ringback is at work in another tab. Reload this one. What you saved is safe.'

function isDead(error: unknown, terminated: boolean): boolean {
  const name = (error as DOMException | null)?.name
  return name === 'InvalidStateError' || (name === 'AbortError' && terminated)
}

/** What the browser says, as a sentence for the rep. */
function refusal(error: unknown): unknown {
  const name = (error as DOMException | null)?.name ?? ''
  if (name === 'QuotaExceededError') return new Refusal('full', FULL)
  if (name === 'VersionError') return new Refusal('no_storage', NEWER)
  if (['SecurityError', 'UnknownError', 'InvalidStateError', 'ReferenceError'].includes(name)) return new Refusal('no_storage', NO_STORAGE)
  return error
}
