/** What the phone says about itself: whose it is, what waits, how the office is reached. Kept ready, so that asking is instant. */

import type { Status } from '../views/phone.ts'
import type { Standing } from './last_look.ts'
import type { Local } from './local.ts'

export class StatusBoard {
  now: Status = {
    paired: null, link: 'unpaired', waiting: 0, oldestWaiting: null, lastSuccess: null, nextTry: null, problems: [], notice: '',
    update: false, schemaTooOld: false,
  }
  #local: Local
  #asked: Promise<void> | null = null
  #own = false

  constructor(local: Local) {
    this.#local = local
    void local.ready.then(() => Object.assign(this.now, this.#whose()), () => {})
    local.changes.addEventListener('change', (event) => {
      if (!this.#own && (event as CustomEvent<{ kinds: string[] }>).detail.kinds.includes('sync')) void this.refresh()
    })
  }

  /** Changes what is not in the databases. */
  set(part: Partial<Status>): void {
    this.#change(part, part.update === undefined ? 'sync' : 'update')
  }

  /** What Today says of the phone itself. Of the office only whose the phone is: how it is reached is another matter at every start. */
  standing(): Standing {
    const { paired, waiting, oldestWaiting, lastSuccess } = this.now
    return { paired, link: paired ? 'idle' : 'unpaired', waiting, oldestWaiting, lastSuccess }
  }

  /** Reads the databases again. Many askings at once are one reading, which every one of them waits for. */
  refresh(): Promise<void> {
    return (this.#asked ??= this.#read())
  }

  async #read(): Promise<void> {
    const open = await this.#local.ready.then(() => true, () => false)
    this.#asked = null // what begins now may miss what the next one asks about
    if (!open) return
    const { outbox, rows } = this.#local
    const [state, problems] = await Promise.all([outbox.state(), rows.db.read((db) => db.getAll('problems'))])
    this.#change({
      ...this.#whose(), problems,
      waiting: state.waiting, oldestWaiting: state.oldest?.at ?? null, lastSuccess: state.lastSuccess,
    }, 'sync')
  }

  #whose(): Pick<Status, 'paired' | 'link'> {
    const { member, office } = this.#local.entry
    const link = this.now.link === 'unpaired' ? 'idle' : this.now.link
    return { paired: member && office && { member, office }, link: member ? link : 'unpaired' }
  }

  #change(part: Partial<Status>, kind: 'sync' | 'update'): void {
    const [before, stood] = [JSON.stringify(this.now), JSON.stringify(this.standing())]
    Object.assign(this.now, part)
    if (JSON.stringify(this.now) === before) return
    this.#own = true
    this.#local.emit([kind], JSON.stringify(this.standing()) !== stood)
    this.#own = false
  }
}
