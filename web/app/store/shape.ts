/** The droppable half of a set: what is seen, indexed for the questions that pages ask. Another shape means: made anew from the
 *  outbox and the office, never converted. */

import type { DBSchema, IDBPDatabase } from 'idb'
import type { Call, FollowUp, Id, Instant, Member, OfficeRow, Operation, Problem } from '../domain/records.ts'
import type { Written } from '../domain/replay.ts'
import type { Line } from '../domain/search.ts'
import { Handle, type Writing } from './handle.ts'

/** An operation that the office's row does not hold yet. `rev`: once the office has it, the `seq` from which its rows do. */
export interface Pending { device: Id; op: Operation; rev: number | null }

/** `row` is what is seen. While something is pending, `base` keeps what the office sent. */
export interface Kept<T> {
  id: Id
  row: T | null
  seq: number
  gen: number // of the full pull in which the office's row came
  base?: T | null
  pending?: Pending[]
  open?: 1 // something is pending
  gone?: 1 // the office took it away; it is kept while something is pending
}
/** `own_at`: when an own entry was made; `unreturned_at`: the same for a standing own message that nothing answered yet. */
export interface KeptCall extends Kept<Call> { own_at?: Instant; unreturned_at?: Instant }
export interface KeptFollowUp extends Kept<FollowUp> { due?: Instant } // only while open: by the wall clock of its zone, as this phone knows zones

export interface Meta {
  applied: { device: Id; n: number } // every operation of the device up to here is in
  cursor: number
  epoch: string
  gen: number
  full: boolean // the pull under way began at 0
  library: string // the starter templates that are in
  tally: Tally
}
/** `listed`: in the call list; `unreturned`: messages by UTC day. */
export interface Tally { prospects: number; listed: number; unreturned: Record<string, number> }

type Simple<T> = { key: Id; value: Kept<T>; indexes: { open: number } }
export interface RowsShape extends DBSchema {
  prospects: Simple<Written['prospects']>
  calls: {
    key: Id; value: KeptCall
    indexes: { open: number; by_prospect: [Id, Instant]; own_at: Instant; credits: Id; replaces: Id }
  }
  follow_ups: { key: Id; value: KeptFollowUp; indexes: { open: number; by_prospect: Id; due: Instant } }
  templates: Simple<Written['templates']>
  versions: { key: Id; value: Kept<Written['versions']>; indexes: { open: number; by_template: Id } }
  profile: Simple<Written['profile']>
  lines: { key: Id; value: Line; indexes: { rank: string; sort: string } }
  office: { key: Id; value: OfficeRow }
  members: { key: Id; value: Member }
  problems: { key: Id; value: Problem }
  missing: { key: Id; value: { id: Id } }
  meta: { key: string; value: unknown }
}

export const WRITTEN = ['prospects', 'calls', 'follow_ups', 'templates', 'versions', 'profile'] as const satisfies Array<keyof Written>
export const STORES = [...WRITTEN, 'lines', 'office', 'members', 'problems', 'missing', 'meta'] as const
export type RowsTx = Writing<RowsShape, Array<(typeof STORES)[number]>>

export function rowsName(set: string): string {
  return `ringback-${set}-rows`
}

export function rowsHandle(name: string): Handle<RowsShape> {
  return new Handle<RowsShape>(name, 1, make)
}

function make(typed: IDBPDatabase<RowsShape>): void {
  const db = typed as unknown as IDBPDatabase
  for (const name of db.objectStoreNames) db.deleteObjectStore(name)
  for (const [name, indexes] of Object.entries(INDEXES)) {
    const store = db.createObjectStore(name, { keyPath: 'id' })
    for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path)
  }
  db.createObjectStore('meta')
}

const INDEXES: Record<string, Record<string, string | string[]>> = {
  prospects: { open: 'open' },
  calls: {
    open: 'open', own_at: 'own_at',
    by_prospect: ['row.prospect_id', 'row.made_at'], credits: 'row.credits', replaces: 'row.replaces',
  },
  follow_ups: { open: 'open', due: 'due', by_prospect: 'row.prospect_id' },
  templates: { open: 'open' },
  versions: { open: 'open', by_template: 'row.template_id' },
  profile: { open: 'open' },
  lines: { rank: 'rank', sort: 'sort' },
  office: {}, members: {}, problems: {}, missing: {},
}
