/** Whether a promise is known here to be over: a push can wait at its service for a day while the rep does the thing on another phone. */

import { kept } from './kept.ts'

interface Kept { row: { state: string } | null }

export async function isOver(followUp: string): Promise<boolean> {
  try {
    const set = await kept<string>('ringback', 'meta', 'current')
    const one = set ? await kept<Kept>(`ringback-${set}-rows`, 'follow_ups', followUp) : undefined
    return one !== undefined && one.row?.state !== 'open'
  } catch {
    return false // when in doubt, it rings
  }
}
