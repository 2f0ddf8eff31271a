/** Sends what waits and takes what is new, until there is neither. Nothing leaves the outbox until the office has answered for it, so
 *  stopping anywhere in here loses nothing. Numbers in brackets are those of the protocol (server/ringback/sync/README.md). */

import type { Call, Id, Instant, Operation } from '../domain/records.ts'
import type { Holds } from '../store/resend.ts'
import type { WireRow } from '../store/wire.ts'
import { NoAnswer, type Ask } from './ask.ts'
import { readReply, type Reply, type Result } from './reply.ts'

export const PROTO = 1
export const SCHEMA = 1
const MOST_OPS = 200
const MOST_BYTES = 256 * 1024
const PAGE = 500

export interface Waiting { device: Id; n: number; at: Instant }
export interface OutboxSide<Settled> {
  state(): Promise<{ device: Id; next_n: number; epoch: string; strays: boolean; oldest: { n: number } | null }>
  peek(limit: number, bytes: number): Promise<Operation[]>
  settle(results: Result[], safeThrough: number, at: Instant): Promise<Settled[]>
  reset(epoch: string, holds: Holds): Promise<void>
  note(key: 'next_device', value: string): Promise<void>
  noted(key: 'next_device'): Promise<string>
  renumber(device: Id): Promise<void>
}
export interface RowsSide<Settled> {
  place(): Promise<{ cursor: number; epoch: string }>
  settle(settled: Settled[]): Promise<void>
  take(page: Pick<Reply, 'rows' | 'cursor' | 'more'>): Promise<void>
  finish(): Promise<void>
  restart(epoch: string): Promise<void>
  renumbered(): Promise<void>
}
export interface Sides<Settled> {
  outbox: OutboxSide<Settled>
  rows: RowsSide<Settled>
  ask: Ask
  stamp(): Instant
  newId(): Id
  nonce(): string
  deviceName: string
  member: Id | null // whose entries these are
  memberName: string
}
/** How much goes into one request. Halved when that was too much, doubled again when it was not. */
export interface Pace { limit: number }
export function fullPace(): Pace {
  return { limit: MOST_OPS }
}

/** What the office said last. */
export interface Said { notice: string; schemaTooOld: boolean }

/** @throws NoAnswer; what was taken until then stays. */
export async function flush<Settled>(sides: Sides<Settled>, pace: Pace): Promise<Said> {
  const said: Said = { notice: '', schemaTooOld: false }
  await gather(sides)
  for (let turns = 0, cursor = -1; ;) {
    const round = await exchange(sides, pace).catch(elsewhere)
    if (!round || round.reply.reset || round.reply.notice?.kind === 'cloned') turns += 1
    if (turns > 3) throw new NoAnswer('busy') // an office that cannot make up its mind
    if (!round) {
      await takeBack(sides)
      continue
    }
    const { ops, reply, device } = round
    said.schemaTooOld = reply.min_schema > SCHEMA
    if (reply.notice) said.notice = reply.notice.sentence
    if (reply.reset) {
      await sides.outbox.reset(reply.epoch, reply.reset)
      await sides.rows.restart(reply.epoch)
      await gather(sides)
      continue
    }
    const settled = await take(sides, ops, reply)
    if (reply.notice?.kind === 'cloned') {
      await becomeAnother(sides, device)
      continue
    }
    if (ops.length > 0 && settled === 0) throw new NoAnswer('busy') // it answered for none of them
    pace.limit = Math.min(MOST_OPS, pace.limit * 2)
    if (reply.more && reply.cursor <= cursor) throw new NoAnswer('busy') // no news, and no end of it
    cursor = reply.cursor
    if (!reply.more && (await sides.outbox.peek(1, 1)).length === 0) break
  }
  await sides.rows.finish()
  return said
}

async function exchange<Settled>(sides: Sides<Settled>, pace: Pace): Promise<{ ops: Operation[]; reply: Reply; device: Id }> {
  const { outbox, rows } = sides
  let place = await rows.place()
  const { device, next_n, epoch, oldest } = await outbox.state()
  if (place.epoch !== epoch) {
    await rows.restart(epoch)
    place = await rows.place()
  }
  const ops = await outbox.peek(pace.limit, MOST_BYTES)
  const nonce = sides.nonce()
  const request = {
    proto: PROTO, schema: SCHEMA, device, epoch, cursor: place.cursor, nonce, now: sides.stamp(), next_n,
    oldest_pending: oldest?.n ?? null, ops, page: PAGE, keeps: true,
  }
  try {
    return { ops, reply: readReply(await sides.ask('/api/sync', request), nonce), device }
  } catch (error) {
    if (tooMuch(error) && ops.length > 1) {
      pace.limit = Math.floor(ops.length / 2)
      if (!mayPass(error)) return exchange(sides, pace)
    }
    throw error
  }
}

/** The size may have been the reason. */
function tooMuch(error: unknown): boolean {
  return error instanceof NoAnswer && ['too_large', 'malformed', 'busy', 'timeout'].includes(error.trouble)
}

/** Waiting may help as well, so the smaller batch comes at the next try. */
function mayPass(error: unknown): boolean {
  return error instanceof NoAnswer && ['busy', 'timeout'].includes(error.trouble)
}

async function take<Settled>(sides: Sides<Settled>, ops: Operation[], reply: Reply): Promise<number> {
  // What clashed with another phone's entry stays waiting: it gets a number of its own.
  const clashed = new Set(reply.notice?.kind === 'cloned' ? reply.notice.numbers : [])
  const sent = new Set(ops.map((op) => op.n))
  const results = reply.results.filter(({ n }) => sent.has(n) && !clashed.has(n))
  const settled = await sides.outbox.settle(results, reply.safe_through, sides.stamp())
  await sides.rows.settle(settled)
  await sides.rows.take({ ...reply, rows: [...kept(sides, ops, results), ...reply.rows] })
  return settled.length
}

/** The rows of the calls that the office took as they were sent: it does not send them back. */
function kept<Settled>({ member, memberName }: Sides<Settled>, ops: Operation[], results: Result[]): WireRow[] {
  const taken = new Map(results.filter(({ status }) => status === 'ok').map(({ n, rev }) => [n, rev]))
  const calls = ops.filter((op) => op.kind === 'call.add' && taken.has(op.n))
  return calls.map(({ n, body }) => ({ ...body as Call, kind: 'call', seq: taken.get(n)!, rep_id: member, rep_name: memberName }))
}

/** Another phone writes under this device's id: go on under a new one. The id is noted first, so that a stop in between is no harm. */
async function becomeAnother<Settled>(sides: Sides<Settled>, old: Id): Promise<void> {
  const noted = await sides.outbox.noted('next_device')
  const id = noted && noted !== old ? noted : sides.newId()
  await sides.outbox.note('next_device', id)
  await goOver(sides, id)
}

/** What was sent under an earlier id of this phone, and waits again since a reset, goes under a new one with all the rest. */
async function gather<Settled>(sides: Sides<Settled>): Promise<void> {
  const { device, strays } = await sides.outbox.state()
  if (strays) await becomeAnother(sides, device)
}

/** null when the session writes under another device's id than this one. */
function elsewhere(error: unknown): null {
  if (error instanceof NoAnswer && error.trouble === 'device_taken') return null
  throw error
}

/** This phone was going over to another id, and the answer was lost: it goes there now. Or a clone with the same session has taken it along: it is
 *  asked back, under the id that this phone has. Asking twice changes nothing. */
async function takeBack<Settled>(sides: Sides<Settled>): Promise<void> {
  const [noted, { device }] = await Promise.all([sides.outbox.noted('next_device'), sides.outbox.state()])
  if (noted && noted !== device) return goOver(sides, noted)
  await claim(sides, device).catch((error: unknown) => {
    elsewhere(error)
    throw new NoAnswer('signed_out', ANOTHERS)
  })
}

async function goOver<Settled>(sides: Sides<Settled>, id: Id): Promise<void> {
  try {
    await claim(sides, id)
  } catch (error) {
    if (error instanceof NoAnswer && error.trouble === 'device_taken') await sides.outbox.note('next_device', '')
    throw error
  }
  await sides.outbox.renumber(id)
  await sides.rows.renumbered()
}

/** The session writes under `id` from now on. Nobody's entries go out under another's name. @throws NoAnswer */
async function claim<Settled>({ ask, deviceName, member }: Sides<Settled>, id: Id): Promise<void> {
  const answer = await ask('/api/device', { id, name: deviceName })
  if ((answer.member as { id?: Id } | null)?.id !== member) throw new NoAnswer('signed_out', ANOTHERS)
}

const ANOTHERS = 'Somebody else is signed in on this phone. What you wrote is safe here; sign in again to send it.'
