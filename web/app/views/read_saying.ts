/** What is being said, and how far it is: the reading with its words, their seconds, and the marker among them. */
import { chunksOf } from '../domain/chunks.ts'
import { chunkAt, leapt, placeAt, sped, turned, type Marker } from '../domain/marker.ts'
import { chunkSeconds, stretched } from '../domain/pacing.ts'
import { clockOf, elapsed, type Clock, type Reading, type Said } from '../domain/reading.ts'
import type { Fields, Prospect } from '../domain/records.ts'
import { runsOf, spokenNames, type SpokenName } from '../domain/spoken_names.ts'
import type { LabelledChunk } from './read_scene.ts'

export class Saying {
  readonly #names: SpokenName[]
  #reading: Reading
  #profile: Fields
  chunks: LabelledChunk[] = []
  #seconds: number[] = []

  constructor(reading: Reading, prospect: Prospect, profile: Fields) {
    this.#reading = reading
    this.#profile = profile
    this.#names = spokenNames(profile, prospect.fields)
    this.#cut()
  }

  get reading(): Reading { return this.#reading }
  get said(): Said | null { return this.#reading[this.#reading.plan] }
  get clock(): Clock { return clockOf(this.#reading) }

  seconds(now: Date): number { return elapsed(this.#reading, now) }
  place(now: Date): number { return placeAt(this.#reading.marker, this.#seconds, this.seconds(now)) }
  at(now: Date): number { return chunkAt(this.place(now), this.chunks.length) }

  /** Answers whether other words are being said now. */
  set(reading: Reading): boolean {
    const other = reading.plan !== this.#reading.plan
    this.#reading = reading
    if (other) this.#cut()
    return other
  }

  moved(by: number, now: Date): Reading {
    const to = Math.max(0, Math.min(this.chunks.length - 1, this.at(now) + by))
    return this.#with(leapt(this.#reading.marker, to, this.seconds(now)))
  }

  sped(by: 1 | -1, now: Date): Reading {
    return this.#with(sped(this.#reading.marker, this.#seconds, this.seconds(now), by))
  }

  turned(mode: Marker['mode'], now: Date): Reading {
    return this.#with(turned(this.#reading.marker, this.#seconds, this.seconds(now), mode))
  }

  #with(marker: Marker): Reading {
    return { ...this.#reading, marker }
  }

  #cut(): void {
    const parts = this.said?.parts.length ? this.said.parts : [{ label: '', text: this.said?.script ?? '' }]
    this.chunks = parts.flatMap(({ label, text }) => chunksOf(text, this.#profile['spoken_name']).map((chunk, at) => ({ ...chunk, label: at === 0 ? label : '', runs: runsOf(chunk.text, this.#names) })))
    const seconds = chunkSeconds(this.chunks, { locale: this.#profile['locale'] || 'en-US', pace: Number(this.#profile['pace']) || 150 })
    this.#seconds = this.said?.parts.length ? stretched(seconds, this.said.estimate) : seconds
  }
}
