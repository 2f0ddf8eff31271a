/** Who or what links the rep and the prospect. A wrong link backfires, so it counts as checked only as it stood when it was checked. */
import type { Fields } from './records.ts'

/** Whether the rep has checked the link that he is about to name. */
export function isChecked(fields: Fields, link: string): boolean {
  return fields['connection_verified'] === 'yes' && (fields['connection'] ?? '').trim() === link.trim()
}

/** What changes with a link: another one has to be checked anew. */
export function linkChanged(before: Fields, link: string): Fields {
  return (before['connection'] ?? '').trim() === link.trim() || !before['connection_verified'] ? { connection: link } : { connection: link, connection_verified: '' }
}
