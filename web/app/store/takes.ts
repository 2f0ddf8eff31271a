/** Recordings of rehearsals, in a database of their own: nothing here is ever an operation, so nothing here is ever sent. */
import type { DBSchema } from 'idb'
import type { Id } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { toDrop, type Take } from '../domain/takes.ts'
import { Handle, put } from './handle.ts'

interface Shape extends DBSchema {
  takes: { key: Id; value: Take; indexes: { subject: string } }
  sounds: { key: Id; value: ArrayBuffer }
}

const FULL = 'Your kept takes fill all the room that there is for recordings, so this one was not stored. Drop one that you do not need any more.'

export const takesOf = (set: string): string => `ringback-${set}-takes`

export class Takes {
  #db: Handle<Shape>
  readonly newId: () => Id

  constructor(set: string, newId: () => Id) {
    this.newId = newId
    this.#db = new Handle<Shape>(takesOf(set), 1, (db) => {
      db.createObjectStore('takes', { keyPath: 'id' }).createIndex('subject', 'subject')
      db.createObjectStore('sounds')
    })
  }

  /** Makes room by dropping the oldest that are not kept. @throws Refusal `full` */
  add(take: Take, sound: ArrayBuffer): Promise<void> {
    return this.#db.write(['takes', 'sounds'], 'strict', async (tx) => {
      const [takes, sounds] = [tx.objectStore('takes'), tx.objectStore('sounds')]
      const drop = toDrop(await takes.getAll(), sound.byteLength)
      if (!drop) throw new Refusal('full', FULL)
      for (const id of drop) {
        put(takes.delete(id))
        put(sounds.delete(id))
      }
      put(takes.put({ ...take, bytes: sound.byteLength }))
      put(sounds.put(sound, take.id))
    })
  }

  /** Newest first. */
  async about(subject: string): Promise<Take[]> {
    const found = await this.#db.read((db) => db.getAllFromIndex('takes', 'subject', subject))
    return found.sort((a, b) => b.made_at.localeCompare(a.made_at))
  }

  all(): Promise<Take[]> {
    return this.#db.read((db) => db.getAll('takes'))
  }

  sound(id: Id): Promise<ArrayBuffer | undefined> {
    return this.#db.read((db) => db.get('sounds', id))
  }

  /** What the rep found out about it. Nothing when it has gone meanwhile. */
  note(id: Id, part: Partial<Take>): Promise<void> {
    return this.#db.write(['takes'], 'strict', async (tx) => {
      const take = await tx.store.get(id)
      if (take) put(tx.store.put({ ...take, ...part }))
    })
  }

  drop(id: Id): Promise<void> {
    return this.#db.write(['takes', 'sounds'], 'strict', async (tx) => {
      put(tx.objectStore('takes').delete(id))
      put(tx.objectStore('sounds').delete(id))
    })
  }

  /** All that nobody asked to keep. */
  async dropLoose(): Promise<void> {
    for (const take of await this.all()) if (!take.kept) await this.drop(take.id)
  }

  close(): void {
    this.#db.close()
  }
}
