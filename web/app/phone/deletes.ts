/** A delete loses to any edit, the rep's own included: one that was saved before it and sent with it gives the row another token. When nobody
 *  else changed the prospect since the rep deleted it, it is deleted once more, with the new token. */

import type { Fields, Id } from '../domain/records.ts'
import { prospect } from '../store/reads.ts'
import type { Local } from './local.ts'

export interface Deleted { fields: Fields }
export const DELETED = 'deleted:'

/** Whether there was one. Called when a pull has come to its end. */
export async function deleteAgain(local: Local): Promise<boolean> {
  if ((await local.outbox.state()).waiting > 0) return false // one of them may be a delete
  const asked = await local.outbox.keptUnder<Deleted>(DELETED)
  let again = false
  for (const [key, { fields }] of asked) {
    const id = key.slice(DELETED.length) as Id
    const back = await prospect(await local.db(), id)
    if (back && same(back.fields, fields)) {
      if (!await local.outbox.kept(key)) continue // he has just taken it back himself
      await local.write([{ kind: 'prospect.delete', body: { id, token: back.token } }], { [key]: null })
      again = true
    } else await local.outbox.keep({ [key]: null })
  }
  return again
}

function same(a: Fields, b: Fields): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...fields].every((field) => (a[field] ?? '') === (b[field] ?? ''))
}
