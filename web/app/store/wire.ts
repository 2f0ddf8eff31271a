/** The office's rows, as they come over the wire, to the records that are kept. Unknown kinds are for a newer phone. */

import type { Call, FollowUp, Id, Instant, Prospect, Template } from '../domain/records.ts'
import { MINE, type Written } from '../domain/replay.ts'

export interface WireRow { kind: string; id: Id; seq: number; gone?: string; looked?: boolean; removed?: boolean; [field: string]: unknown }

export const STORE_OF: Record<string, keyof Written> = {
  prospect: 'prospects', call: 'calls', follow_up: 'follow_ups', template: 'templates', version: 'versions', profile: 'profile',
}

export function keyOf(row: WireRow): Id {
  return row.kind === 'profile' ? MINE : row.id
}

/** The record in a row, null for one that is gone. Fields that a row may leave out get their empty value. */
export function recordOf(row: WireRow): Written[keyof Written] | null {
  if (row.gone) return null
  const { kind, seq: _seq, ...fields } = row
  return { ...EMPTY[kind as keyof typeof EMPTY], ...fields, id: keyOf(row) } as unknown as Written[keyof Written]
}

const NO_CALL: Partial<Call> = {
  prospect_id: null, template_id: null, version_id: null, seconds: null, estimate: null, response: null, credits: null, replaces: null,
  void: false, script: '', note: '', variant: '', plan: '', left_out: [], flags: [], muted: [], number: '', prospect_zone: '', channel: 'phone',
}
const NO_PROSPECT: Partial<Prospect> = { fields: {}, do_not_call: null, token: '', lost: [], owner_id: null, made_at: '' as Instant }
const NO_FOLLOW_UP: Partial<FollowUp> = { call_id: null, supersedes: null, remind_at: null }
const NO_TEMPLATE: Partial<Template> = { owner_id: null, variant_of: null, variant: '', tags: [], note: '', position: 0, retired: false }
const EMPTY = { call: NO_CALL, prospect: NO_PROSPECT, follow_up: NO_FOLLOW_UP, template: NO_TEMPLATE, version: {}, profile: { fields: {} } }
