/** The takes of whoever uses the phone now. Loaded when somebody rehearses. */
import { deleteDB } from 'idb'
import { Takes, takesOf } from '../store/takes.ts'
import type { Local } from './local.ts'

let open: { set: string; takes: Takes } | null = null

export async function takesIn(local: Local): Promise<Takes> {
  await local.ready
  const { set } = local.entry
  if (open?.set === set) return open.takes
  open?.takes.close()
  open = { set, takes: new Takes(set, local.newId) }
  return open.takes
}

/** Signing out: what was not kept goes, kept takes wait for their owner as his outbox does. */
export async function leaveKept({ newId }: Local, set: string): Promise<void> {
  const takes = new Takes(set, newId)
  await takes.dropLoose()
  takes.close()
}

/** What was recorded before somebody joined is his, as everything else that nobody's set held. */
export async function moveTakes({ newId }: Local, from: string, to: string): Promise<void> {
  const [left, own] = [new Takes(from, newId), new Takes(to, newId)]
  for (const take of await left.all()) {
    const sound = await left.sound(take.id)
    if (sound) await own.add(take, sound)
  }
  left.close()
  own.close()
  void deleteDB(takesOf(from)).catch(() => {})
}
