/** Records to test with, and the wire's examples, which the office's tests read as well. People and numbers are made up. */
import fs from 'node:fs'
import type { Call, FollowUp, Operation, Prospect } from '../../web/app/domain/records.ts'

export function contract<T>(name: string): T {
  return JSON.parse(fs.readFileSync(new URL(`../contract/${name}.json`, import.meta.url), 'utf8')) as T
}

export function aProspect(more: Partial<Prospect> = {}): Prospect {
  const fields = { first_name: 'Ruth', last_name: 'Delgado', company: 'Delgado Bakery', phone: '+13035550142' }
  return { id: 'ruth', fields, owner_id: null, do_not_call: null, token: 'T1', made_at: '2026-11-20T09:00:00.000Z', lost: [], ...more }
}

/** A message left for Ruth at `made_at`. */
export function aCall(more: Partial<Call> = {}): Call {
  return {
    id: 'call', prospect_id: 'ruth', prospect_name: 'Ruth Delgado', company: 'Delgado Bakery', direction: 'out', channel: 'phone', outcome: 'left_message',
    made_at: '2026-11-20T10:00:00.000Z', zone: 'America/Chicago', prospect_zone: 'America/Denver', number: '+13035550142', template_id: null,
    version_id: null, variant: '', plan: 'voicemail', script: 'Hi Ruth, this is Sam.', seconds: 19, estimate: 20, left_out: [], flags: [], note: '',
    response: null, credits: null, replaces: null, void: false, rep_id: null, rep_name: '', ...more,
  }
}

export function aFollowUp(more: Partial<FollowUp> = {}): FollowUp {
  return {
    id: 'promise', prospect_id: 'ruth', call_id: null, due: '2026-11-24T16:10:00.000Z', wall: '2026-11-24T09:10', zone: 'America/Denver',
    reason: 'Second attempt', state: 'open', supersedes: null, made_at: '2026-11-20T10:00:00.000Z', remind_at: null, ...more,
  }
}

export function op(n: number, change: Pick<Operation, 'kind' | 'body'>): Operation {
  return { ...change, n, v: 1, at: `2026-11-21T10:15:${String(n).padStart(2, '0')}.000Z` } as Operation
}

export function edit(n: number, field: string, old: string, value: string, id = 'ruth'): Operation {
  return op(n, { kind: 'prospect.edit', body: { id, edits: [{ field, old, new: value }] } })
}
