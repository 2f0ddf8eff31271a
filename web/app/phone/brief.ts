/** Everything that the person ringing back may ask about, in one look. */

import { isMessage } from '../domain/credits.ts'
import type { Id } from '../domain/records.ts'
import { followUpsOf } from '../store/promises.ts'
import * as reads from '../store/reads.ts'
import type { Brief } from '../views/phone.ts'

export async function readBrief(db: reads.Db, prospectId: Id): Promise<Brief | null> {
  const [prospect, history, followUps] = await Promise.all([reads.prospect(db, prospectId), reads.history(db, prospectId), followUpsOf(db, prospectId)])
  if (!prospect) return null
  const stand = history.filter((entry) => entry.state === 'stands').map((entry) => entry.call)
  const last = stand.find(isMessage) ?? stand[0] ?? null
  const found = last?.template_id ? await reads.template(db, last.template_id) : null
  return { prospect, last, history: history.slice(0, 10), followUps, template: found?.template ?? null }
}
