/** Whether a call that was tapped is to be asked about: an iPhone asks first, and the rep may say no. The dialler comes up before this page; a no
 *  leaves it where it is. */
import type { Id } from '../domain/records.ts'

const ASKING = 60_000 // ms; who goes away later than this after a tap has gone elsewhere

export type Front = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>

export class Dialling {
  #page: Front
  #now: () => number
  #placed: Id | null = null
  #forget: () => void = () => {}

  /** `frame` says when the rep goes to another address: then no dialler is on its way. */
  constructor(page: Front, frame: Pick<EventTarget, 'addEventListener'>, now: () => number) {
    this.#page = page
    this.#now = now
    frame.addEventListener('hashchange', () => this.#forget())
  }

  tapped(whom: Id): void {
    this.#forget()
    const from = this.#now()
    const turned = (): void => {
      if (this.#page.visibilityState !== 'hidden') return
      this.#forget()
      if (this.#now() - from <= ASKING) this.#placed = whom
    }
    this.#page.addEventListener('visibilitychange', turned)
    this.#forget = () => this.#page.removeEventListener('visibilitychange', turned)
  }

  /** Whom the rep called since this was last asked. */
  justPlaced(): Id | null {
    const whom = this.#placed
    this.#placed = null
    return whom
  }
}
