/** Every prospect's line in memory: loaded once, at the first search or when nothing else is to do, then kept in step. */

import { find, type Line } from '../domain/search.ts'

export class Lookup {
  #load: () => Promise<Line[]>
  #lines: Promise<Map<string, Line>> | null = null
  #sorted: Line[] | null = null
  #isLoaded = false

  constructor(load: () => Promise<Line[]>) {
    this.#load = load
  }

  async search(query: string, limit: number): Promise<Line[]> {
    return find((await this.#loaded()).values(), query, limit)
  }

  /** Everybody by name, `limit` from `offset`. */
  async page(offset: number, limit: number): Promise<{ lines: Line[]; total: number }> {
    const lines = await this.#loaded()
    this.#sorted ??= [...lines.values()].sort((a, b) => (a.sort < b.sort ? -1 : 1))
    return { lines: this.#sorted.slice(offset, offset + limit), total: lines.size }
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  warm(): void {
    this.#loaded().catch(() => {})
  }

  /** Lines that changed; null for a prospect who is gone. Loading that is under way takes them on top. */
  update(changed: Iterable<readonly [string, Line | null]>): void {
    void this.#lines?.then((lines) => {
      this.#sorted = null
      for (const [id, line] of changed) {
        if (line) lines.set(id, line)
        else lines.delete(id)
      }
    }, () => {})
  }

  #loaded(): Promise<Map<string, Line>> {
    this.#lines ??= this.#load().then((lines) => {
      this.#isLoaded = true
      return new Map(lines.map((line) => [line.id, line]))
    }).catch((error: unknown) => {
      this.#lines = null
      throw error
    })
    return this.#lines
  }
}
