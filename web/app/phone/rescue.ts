/** The file that a phone can always write: every operation that it still has, for the office to take in. */

import type { Id, Instant, Operation } from '../domain/records.ts'
import type { SetEntry } from '../store/registry.ts'
import type { Waiting } from '../store/outbox.ts'
import type { Local } from './local.ts'

export async function rescueFile(local: Local): Promise<Blob> {
  await local.ready
  const [device, kept] = await Promise.all([local.outbox.device(), local.outbox.all()])
  return new Blob([JSON.stringify(rescueOf(device, kept, local.entry, local.stamp()))], { type: 'application/json' })
}

/** The office counts `ops` as this device's. What was sent under an earlier id of the device, which the office has answered for, stands beside. */
export function rescueOf(device: Id, kept: Waiting[], { member, office }: Pick<SetEntry, 'member' | 'office'>, made_at: Instant): Record<string, unknown> {
  const whose = member && office ? { office_id: office.id, member_id: member.id, member_name: member.name } : {}
  const before = new Set(kept.map((op) => op.device).filter((id) => id !== device))
  const earlier = [...before].map((id) => ({ device: id, ops: opsOf(kept, id) }))
  return { ringback_rescue: 1, made_at, device, ...whose, ops: opsOf(kept, device), ...(earlier.length && { earlier }) }
}

function opsOf(kept: Waiting[], device: Id): Operation[] {
  return kept.filter((op) => op.device === device).map(({ n, kind, v, at, body }) => ({ n, kind, v, at, body }) as Operation)
}
