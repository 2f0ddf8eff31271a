/** What the app keeps on this phone, read by the worker. Never makes a database: that is the app's work, in its own shape. */

import { openDB } from 'idb'

export async function kept<T>(name: string, store: string, key: string): Promise<T | undefined> {
  const db = await openDB(name, undefined, { upgrade: (_db, _old, _new, tx) => tx.abort() })
  try {
    return (await db.get(store, key)) as T | undefined
  } finally {
    db.close()
  }
}
