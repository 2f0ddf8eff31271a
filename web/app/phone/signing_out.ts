/** Getting out: what is cached goes, what was written stays and is sent when the same person signs in again. */

import { deleteDB } from 'idb'
import type { Ask } from '../sync/ask.ts'
import type { Local } from './local.ts'

export async function signOut(local: Local, ask: Ask): Promise<void> {
  await local.ready
  if (!local.me) return
  const { set } = local.entry
  // Noted first: a session that cannot be ended now, for want of a network, is ended at the next start.
  await local.registry.note('sign_out', true)
  await local.switchTo(await local.registry.fresh(local.stamp()))
  void deleteDB(`ringback-${set}-rows`).catch(() => {})
  void import('./takes.ts').then(({ leaveKept }) => leaveKept(local, set)).catch(() => {})
  if (await ask('/api/sign-out', {}).then(() => true, () => false)) await local.registry.note('sign_out', false)
}

export function waitingSentence(waiting: number): string {
  const what = waiting === 1 ? 'One entry waits' : `${waiting} entries wait`
  return `${what} to be sent. Connect and send first, or save a rescue file. If you sign out anyway, they stay on this phone and are sent when you sign in again.`
}
