/** A phone's two databases and an office, written by hand and small: what they keep can be looked at, and the network between them breaks on demand. */
import type { Operation } from '../../../web/app/domain/records.ts'
import { NoAnswer, type Answer, type Ask } from '../../../web/app/sync/ask.ts'
import type { OutboxSide, RowsSide, Sides } from '../../../web/app/sync/flush.ts'
import type { Reply, Result } from '../../../web/app/sync/reply.ts'
import { inTurn, waitsAgain, type Holds } from '../../../web/app/store/resend.ts'
import type { WireRow } from '../../../web/app/store/wire.ts'
import { aCall, edit, op } from '../examples.ts'

type Waiting = Operation & { device: string }
type Settled = Waiting & Result

export class FakeOutbox implements OutboxSide<Settled> {
  device = 'phone'
  epoch = 'E1'
  next_n = 1
  waiting: Waiting[] = []
  sent: Settled[] = []
  nextDevice = ''

  /** Writes `count` entries. */
  write(count: number): this {
    for (let i = 0; i < count; i += 1) this.waiting.push({ ...edit(this.next_n++, 'note', '', `note ${this.next_n}`), device: this.device })
    return this
  }
  /** Logs a call. */
  log(id: string): this {
    const { rep_id: _id, rep_name: _name, ...body } = aCall({ id })
    this.waiting.push({ ...op(this.next_n++, { kind: 'call.add', body }), device: this.device })
    return this
  }
  get numbers(): number[] {
    return this.waiting.map((op) => op.n)
  }
  async state() {
    const strays = this.waiting.some((one) => one.device !== this.device)
    return { device: this.device, next_n: this.next_n, epoch: this.epoch, strays, oldest: this.waiting[0] ?? null }
  }
  async peek(limit: number) {
    return this.waiting.filter((one) => one.device === this.device).slice(0, limit).map(({ device: _device, ...rest }) => rest as Operation)
  }
  async settle(results: Result[], safeThrough: number) {
    const settled = results.flatMap((result) => this.waiting.filter((op) => op.device === this.device && op.n === result.n).map((op) => ({ ...op, ...result })))
    this.waiting = this.waiting.filter((op) => !settled.some((one) => one.device === op.device && one.n === op.n))
    this.sent = [...this.sent, ...settled].filter((op) => op.device !== this.device || op.n > safeThrough)
    return settled
  }
  async reset(epoch: string, holds: Holds) {
    const lost = this.sent.filter((one) => waitsAgain(one, this.device, holds))
    this.sent = this.sent.filter((op) => !lost.includes(op))
    this.waiting = [...lost, ...this.waiting].sort((a, b) => a.n - b.n)
    this.epoch = epoch
  }
  async note(_key: 'next_device', value: string) {
    this.nextDevice = value
  }
  async noted() {
    return this.nextDevice
  }
  async renumber(device: string) {
    this.waiting = inTurn(this.waiting, this.device).map((op, i) => ({ ...op, device, n: i + 1 }))
    this.device = device
    this.nextDevice = ''
    this.next_n = this.waiting.length + 1
  }
}

export class FakeRows implements RowsSide<Settled> {
  epoch = 'E1'
  cursor = 0
  pages: number[] = [] // rows of each page taken
  calls: WireRow[] = []
  finished = 0
  async place() {
    return { cursor: this.cursor, epoch: this.epoch }
  }
  async settle() {}
  async take(page: Pick<Reply, 'rows' | 'cursor'>) {
    this.pages.push(page.rows.length)
    this.calls.push(...page.rows.filter((row) => row.kind === 'call'))
    this.cursor = page.cursor
  }
  async finish() {
    this.finished += 1
  }
  async restart(epoch: string) {
    this.epoch = epoch
    this.cursor = 0
  }
  async renumbered() {}
}

/** Holds operations by device and number, as the real one does. `on` may spoil a round trip before or after the commit. */
export class FakeOffice {
  epoch = 'E1'
  held = new Map<string, string>() // "DEVICE N" to the body
  rows = 0
  page = 500
  safeThrough = 0
  devices: string[] = [] // asked for, in turn
  session = 'phone' // the device that it writes under
  member = 'sam'
  requests: Array<Record<string, unknown> & { ops: Operation[] }> = []
  before: (ops: Operation[]) => void = () => {}
  after: (answer: Answer) => Answer = (answer) => answer

  ask: Ask = async (path, body) => {
    if (path === '/api/device') {
      this.devices.push((body as { id: string }).id)
      this.session = this.devices.at(-1)!
      return { ringback: 1, member: { id: this.member } }
    }
    const request = structuredClone(body) as (typeof this.requests)[number]
    this.requests.push(request)
    if (request.device !== this.session) throw new NoAnswer('device_taken')
    this.before(request.ops)
    return this.after(this.#answer(request))
  }

  numbersOf(device: string): number[] {
    return [...this.held.keys()].filter((key) => key.startsWith(`${device} `)).map((key) => Number(key.split(' ')[1])).sort((a, b) => a - b)
  }

  #answer(request: (typeof this.requests)[number]): Answer {
    const { device, cursor, ops, nonce } = request as unknown as { device: string; cursor: number; ops: Operation[]; nonce: string }
    const common = { ringback: 1, proto: 1, nonce, epoch: this.epoch, safe_through: this.safeThrough, min_schema: 1, have_through: 0, missing: [], now: '' }
    if (request.epoch !== this.epoch) {
      return { ...common, results: [], rows: [], cursor: 0, more: false, notice: null, reset: { held: this.#ranges(device), others: this.#others(device) } }
    }
    const clashed: number[] = []
    const results = ops.map((op) => this.#keep(device, op, clashed))
    const upTo = Math.min(this.rows, cursor + this.page)
    const rows = Array.from({ length: upTo - cursor }, (_, i) => ({ kind: 'member', id: `m${cursor + i}`, seq: cursor + i + 1 }))
    const notice = clashed.length ? { kind: 'cloned', sentence: 'Another phone.', numbers: clashed } : null
    return { ...common, results, rows, cursor: upTo, more: upTo < this.rows, notice }
  }

  #ranges(device: string): Array<[number, number]> {
    return this.numbersOf(device).map((n) => [n, n])
  }

  #others(device: string): Holds['others'] {
    const every = new Set([...this.held.keys()].map((key) => key.split(' ')[0]!))
    return [...every].filter((one) => one !== device).map((one) => ({ device: one, held: this.#ranges(one) }))
  }

  #keep(device: string, op: Operation, clashed: number[]): Result {
    const key = `${device} ${op.n}`
    const body = JSON.stringify(op.body)
    const known = this.held.get(key)
    if (known === undefined) this.held.set(key, body)
    if (known === undefined || known === body) return { n: op.n, status: known ? 'dup' : 'ok', rev: 1 }
    clashed.push(op.n)
    return { n: op.n, status: 'quarantined', rev: 1 }
  }
}

export function sides(outbox: FakeOutbox, rows: FakeRows, office: FakeOffice): Sides<Settled> {
  let made = 0
  return {
    outbox, rows, ask: office.ask, deviceName: 'Test phone', member: 'sam', memberName: 'Sam', stamp: () => '2026-11-21T10:15:00.000Z',
    newId: () => `phone-${(made += 1)}`, nonce: () => `nonce-${(made += 1)}`,
  }
}

export const offline = (_answer?: unknown): never => {
  throw new NoAnswer('offline')
}
