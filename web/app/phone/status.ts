/** What the phone says about itself: whose it is, what waits, how the office is reached. Kept ready, so that asking is instant. */

import type { Status } from '../views/phone.ts'
import type { Local } from './local.ts'

export type LinkState = Pick<Status, 'link' | 'nextTry' | 'notice' | 'schemaTooOld'>

export class StatusBoard {
  now: Status = {
    paired: null, link: 'unpaired', waiting: 0, oldestWaiting: null, lastSuccess: null, nextTry: null, problems: [], notice: '',
    update: false, schemaTooOld: false,
  }
  #local: Local
  #asked = false

  constructor(local: Local) {
    this.#local = local
    local.changes.addEventListener('change', (event) => {
      if ((event as CustomEvent<{ kinds: string[] }>).detail.kinds.includes('sync')) void this.refresh()
    })
  }

  /** Changes what is not in the databases, and says so. */
  set(part: Partial<Status>): void {
    Object.assign(this.now, part)
    this.#local.emit([part.update === undefined ? 'status' : 'update'])
  }

  /** Reads the databases again. Many askings at once are one reading. */
  async refresh(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    await this.#local.ready.catch(() => {})
    this.#asked = false
    const { outbox, rows, entry } = this.#local
    const [state, problems] = await Promise.all([outbox.state(), rows.db.read((db) => db.getAll('problems'))])
    const { member, office } = entry
    const link = member ? (this.now.link === 'unpaired' ? 'idle' : this.now.link) : 'unpaired'
    const next = { paired: member && office && { member, office }, link, waiting: state.waiting, oldestWaiting: state.oldest?.at ?? null, lastSuccess: state.lastSuccess, problems } as const
    const before = JSON.stringify(this.now)
    Object.assign(this.now, next)
    if (JSON.stringify(this.now) !== before) this.#local.emit(['status'])
  }
}
