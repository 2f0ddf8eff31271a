/** What the parts of the reading page are given to draw: what is so at this moment, and what a tap may do. */
import type { Chunk } from '../domain/chunks.ts'
import type { Run } from '../domain/spoken_names.ts'
import type { Clock, Reading, Said } from '../domain/reading.ts'
import type { Fields, Prospect } from '../domain/records.ts'

/** What the rep wants of this page, kept on this phone. `spell`: "" until he chose. */
export interface Wishes { marker: boolean; waits: boolean; felt: boolean; spell: '' | 'off' | 'letters' | 'words' }
export const WISHES = 'reading_wishes'
export const USUAL: Wishes = { marker: true, waits: false, felt: false, spell: '' }

export interface LabelledChunk extends Chunk { label: string; runs: Run[] }
export interface ReadScene {
  prospect: Prospect
  profile: Fields
  name: string // of the prospect
  reading: Reading
  said: Said | null
  clock: Clock
  seconds: number // on the clock
  chunks: LabelledChunk[]
  place: number // of the marker
  at: number // the chunk that is being said
  wishes: Wishes
  photo: string // an address, "" without one
  away: number // seconds that the clock went on unseen, 0 for none
}

export interface ReadActs {
  call(event: Event): void
  start(plan: Reading['plan']): void
  show(plan: Reading['plan']): void
  move(by: 1 | -1): void
  speed(by: 1 | -1): void
  pause(): void
  goOn(): void
  stop(): void
  again(): void
  rescue(on: boolean): void
  away(takeOff: boolean): void // the time away counts, or does not
  wishes(): void // opens their sheet
}
