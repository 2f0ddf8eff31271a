/** The office's answer to a sync, read strictly: what is not exactly an answer to this request is none. */

import type { Holds } from '../store/resend.ts'
import type { WireRow } from '../store/wire.ts'
import { NoAnswer, type Answer } from './ask.ts'

export interface Result { n: number; status: string; rev: number }
export interface Notice { kind: string; sentence: string; numbers: number[] }
export interface Reply {
  epoch: string
  results: Result[]
  rows: WireRow[]
  cursor: number
  more: boolean
  safe_through: number
  min_schema: number
  notice: Notice | null
  reset: Holds | null
}

/** @throws NoAnswer `portal` */
export function readReply(answer: Answer, nonce: string): Reply {
  const { epoch, results, rows, cursor, more, safe_through, min_schema, notice, reset } = answer
  const fits = answer.nonce === nonce && typeof epoch === 'string' && isList(results, isResult) && isList(rows, isRow)
    && isCount(cursor) && typeof more === 'boolean'
  if (!fits) throw new NoAnswer('portal')
  return {
    epoch, results, rows, cursor, more, notice: readNotice(notice), reset: readReset(reset),
    safe_through: isCount(safe_through) ? safe_through : 0, min_schema: isCount(min_schema) ? min_schema : 1,
  }
}

const STATUSES: ReadonlySet<unknown> = new Set(['ok', 'dup', 'merged', 'conflict', 'quarantined'])

function isResult(value: unknown): value is Result {
  const one = value as Result | null
  return isCount(one?.n) && STATUSES.has(one.status) && isCount(one.rev)
}

function isRow(value: unknown): value is WireRow {
  const row = value as WireRow | null
  return typeof row?.kind === 'string' && typeof row.id === 'string' && isCount(row.seq)
}

function isList<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function readNotice(value: unknown): Notice | null {
  const notice = value as Partial<Notice> | null
  if (typeof notice?.kind !== 'string' || typeof notice.sentence !== 'string') return null
  return { kind: notice.kind, sentence: notice.sentence, numbers: isList(notice.numbers, isCount) ? notice.numbers : [] }
}

function readReset(value: unknown): Reply['reset'] {
  const { held, others } = (value ?? {}) as { held?: unknown; others?: unknown }
  if (!Array.isArray(held)) return null
  const more = (Array.isArray(others) ? others : []) as Array<{ device?: unknown; held?: unknown } | null>
  return { held: ranges(held), others: more.map((one) => ({ device: String(one?.device), held: ranges(one?.held) })) }
}

function ranges(value: unknown): Array<[number, number]> {
  return (Array.isArray(value) ? value : []).filter((range): range is [number, number] => isList(range, isCount) && range.length === 2)
}
