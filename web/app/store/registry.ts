/** Which sets of databases this phone has, whose they are, and which one is in use. */

import type { DBSchema } from 'idb'
import type { Id, Instant, Member, Office } from '../domain/records.ts'
import { Handle, put } from './handle.ts'

/** One person's databases on this phone, or nobody's yet: `member` is null until they are paired. */
export interface SetEntry {
  set: string
  member: Member | null
  office: Office | null
  made_at: Instant
}

/** `sign_out`: a session could not be ended at the office for want of a network. `push_off`: the rep has switched notifications off on this phone. */
export type Noted = 'sign_out' | 'push_off'

interface Shape extends DBSchema {
  sets: { key: string; value: SetEntry }
  meta: { key: string; value: unknown }
}

export class Registry {
  #db = new Handle<Shape>('ringback', 1, (db) => {
    db.createObjectStore('sets', { keyPath: 'set' })
    db.createObjectStore('meta')
  })

  /** The set in use; the first one is made when there is none. */
  current(now: Instant): Promise<SetEntry> {
    return this.#db.read(async (db) => {
      const tx = db.transaction(['sets', 'meta'])
      const [name, sets] = await Promise.all([tx.objectStore('meta').get('current'), tx.objectStore('sets').getAll()])
      return sets.find((one) => one.set === name)
    }).then((entry) => entry ?? this.fresh(now))
  }

  /** A set that is nobody's, in use from now on: the one that there is, or a new one. */
  async fresh(now: Instant): Promise<SetEntry> {
    const nobodys = await this.#db.read(async (db) => (await db.getAll('sets')).find((one) => !one.member))
    const entry = nobodys ?? { set: await this.newName(), member: null, office: null, made_at: now }
    await this.use(entry)
    return entry
  }

  /** A name that no set of this phone ever had. */
  newName(): Promise<string> {
    return this.#db.write(['meta'], 'strict', async (tx) => {
      const n = ((await tx.store.get('named') as number | undefined) ?? 0) + 1
      put(tx.store.put(n, 'named'))
      return String(n)
    })
  }

  /** The set of this member on this phone, if he has one. */
  of(member: Id, office: Id): Promise<SetEntry | undefined> {
    return this.#db.read(async (db) => (await db.getAll('sets')).find((one) => one.member?.id === member && one.office?.id === office))
  }

  /** Keeps `entry` and uses it from now on; `instead` is forgotten, its entries being in `entry`'s outbox. */
  use(entry: SetEntry, instead?: string): Promise<void> {
    return this.#db.write(['sets', 'meta'], 'strict', async (tx) => {
      if (instead) put(tx.objectStore('sets').delete(instead))
      put(tx.objectStore('sets').put(entry))
      put(tx.objectStore('meta').put(entry.set, 'current'))
    })
  }

  note(what: Noted, so: boolean): Promise<void> {
    return this.#db.write(['meta'], 'strict', async (tx) => put(tx.store.put(so, what)))
  }

  noted(what: Noted): Promise<boolean> {
    return this.#db.read(async (db) => (await db.get('meta', what)) === true)
  }
}
