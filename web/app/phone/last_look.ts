/** What Today showed last, kept where it can be read at once: the page is there before the databases are open. Before anything changes it
 *  is forgotten, so it never shows what is no longer so. Losing it costs only a slower start. */

import type { Instant } from '../domain/records.ts'
import { known, remember, type KnownZone } from '../domain/timing.ts'
import type { Status, Today } from '../views/phone.ts'

/** What is said of the phone itself on Today. */
export type Standing = Pick<Status, 'paired' | 'link' | 'waiting' | 'oldestWaiting' | 'lastSuccess'>
export interface Look { set: string; version: string; from: Instant; to: Instant; today: Today; standing: Standing; zones: KnownZone[] }
/** Where it is kept: `localStorage`, or nothing. */
export type Shelf = globalThis.Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'ringback-today'

export class LastLook {
  #shelf: () => Shelf
  #version: string
  #look: Look | null
  #changes = 0

  /** A look that another version of the app kept is of no use. */
  constructor(shelf: () => Shelf, version: string) {
    this.#shelf = shelf
    this.#version = version
    this.#look = this.#kept()
    remember(this.#look?.zones ?? [])
  }

  /** The look at this set, on the day that it was made for. */
  of(set: string, now: Date): Look | null {
    const look = this.#look
    const at = now.toISOString()
    return look && look.set === set && look.from <= at && at < look.to ? look : null
  }

  /** Ask before reading; `keep` wants it back. */
  get changes(): number {
    return this.#changes
  }

  /** Keeps `look`, unless something changed since it was begun. */
  keep(look: Omit<Look, 'version' | 'zones'>, changes: number, now: Date): void {
    if (changes !== this.#changes) return
    const today = firstScreen(look.today)
    this.#look = { ...look, today, version: this.#version, zones: known(zonesOf(today), now.getTime()) }
    try {
      this.#shelf().setItem(KEY, JSON.stringify(this.#look))
    } catch {
      this.forget() // no room: rather none than an old one
    }
  }

  forget(): void {
    this.#changes += 1
    this.#look = null
    try {
      this.#shelf().removeItem(KEY)
    } catch {
      // where nothing can be kept, nothing is
    }
  }

  #kept(): Look | null {
    try {
      const look = JSON.parse(this.#shelf().getItem(KEY) ?? 'null') as Look | null
      return look?.version === this.#version ? look : null
    } catch {
      return null
    }
  }
}

const ROWS = 8 // of a phone's screen

/** What is seen before anybody scrolls. The rest is there a moment later. */
function firstScreen(today: Today): Today {
  const due = today.due.slice(0, 6)
  return { ...today, due, list: today.list.slice(0, ROWS - Math.min(due.length, 5)) }
}

function zonesOf({ due, list, profile }: Today): string[] {
  return [profile.zone ?? '', ...[...due.map((each) => each.prospect), ...list].map((line) => line?.zone ?? '')]
}
