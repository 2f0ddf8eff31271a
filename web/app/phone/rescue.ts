/** The file that a phone can always write: every operation that it still has, for the office to take in. */

import type { Local } from './local.ts'

export async function rescueFile(local: Local): Promise<Blob> {
  await local.ready
  const { member, office } = local.entry
  const whose = member && office ? { office_id: office.id, member_id: member.id, member_name: member.name } : {}
  const kept = await local.outbox.all()
  const device = await local.outbox.device()
  const ops = kept.map(({ rev: _rev, ...op }) => op)
  return new Blob([JSON.stringify({ ringback_rescue: 1, made_at: local.stamp(), device, ...whose, ops })], { type: 'application/json' })
}
