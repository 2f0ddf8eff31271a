/** Whether a promise is known here to be over: a push can wait at its service for a day while the rep does the thing on another phone. */

import { openDB } from 'idb'

interface Kept { row: { state: string } | null }

/** Never makes a database: that is the app's work, in its own shape. */
export async function isOver(followUp: string): Promise<boolean> {
  try {
    const set = await readFrom<string>('ringback', 'meta', 'current')
    const kept = set ? await readFrom<Kept>(`ringback-${set}-rows`, 'follow_ups', followUp) : undefined
    return kept !== undefined && kept.row?.state !== 'open'
  } catch {
    return false // when in doubt, it rings
  }
}

async function readFrom<T>(name: string, store: string, key: string): Promise<T | undefined> {
  const db = await openDB(name, undefined, { upgrade: (_db, _old, _new, tx) => tx.abort() })
  try {
    return (await db.get(store, key)) as T | undefined
  } finally {
    db.close()
  }
}
