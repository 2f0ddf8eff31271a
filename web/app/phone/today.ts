/** Today, read from the databases, and kept for the next start. */

import { today } from '../store/reads.ts'
import type { Clock } from '../sync/schedule.ts'
import type { Today } from '../views/phone.ts'
import { readings } from './drafts.ts'
import type { Local } from './local.ts'
import { dayOf, preparedFor, shownToday } from './shown.ts'
import type { StatusBoard } from './status.ts'

const AGAIN = 1_500 // ms after the last change

export async function readToday(local: Local, board: StatusBoard, now: Date): Promise<Today> {
  await local.ready
  const { lastLook, entry: { set } } = local
  const { changes } = lastLook
  const [begun, prepared] = await Promise.all([readings(local), preparedFor(local)])
  const { day, calls, ...read } = await today(local.rows.db, (profile) => dayOf(profile, now), begun.map((one) => one.prospect_id))
  const shown = shownToday(read, calls, begun, prepared)
  lastLook.keep({ set, from: day.from, to: day.to, today: shown, standing: board.standing() }, changes, now)
  return shown
}

/** Wherever the rep is: the next start is as quick as if Today had been open last. */
export function keepLooking(local: Local, board: StatusBoard, clock: Clock): void {
  let forget: (() => void) | null = null
  local.changes.addEventListener('change', () => {
    forget?.()
    forget = clock.after(AGAIN, () => {
      if (!local.look()) void readToday(local, board, local.env.now()).catch(() => {}) // what is wrong is said where it matters
    })
  })
}
