/** Back brings you to where you were; a new page starts at its top. */
export interface Visit { restore: () => void }

const tops = new Map<number, number>()
let current = numberOf(history.state) || mark(1)
let newest = current
history.scrollRestoration = 'manual'
addEventListener('scroll', () => tops.set(current, scrollY), { passive: true })

/** Call at every change of the address. An entry that was visited before carries its number. */
export function visit(): Visit {
  const seen = numberOf(history.state)
  current = seen || mark(++newest)
  const top = seen ? tops.get(current) ?? 0 : 0
  return { restore: () => settle(top) }
}

/** A list grows as it is read, so the place may not be there at once: tried for half a second's worth of frames. */
function settle(top: number, frames = 30): void {
  scrollTo(0, top)
  if (scrollY < top - 1 && frames > 0) requestAnimationFrame(() => settle(top, frames - 1))
}

function mark(visit: number): number {
  history.replaceState({ visit }, '')
  return visit
}

function numberOf(state: unknown): number {
  return (state as { visit?: number } | null)?.visit ?? 0
}
