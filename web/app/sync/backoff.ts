/** How long to wait before the next try: 2 s doubling to 5 min, for ever, never before the office said. */

const FIRST = 2_000
const LONGEST = 300_000

/** Milliseconds after `failures` in a row. `random` in [0, 1) spreads phones that lost the office at the same moment. */
export function nextDelay(failures: number, retryAfter: number | null, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.max(0, Math.min(failures, 20) - 1))
  return Math.max(full * (0.5 + random / 2), (retryAfter ?? 0) * 1000)
}

/** How often a phone that is looked at asks for news. */
export function idleDelay(random: number): number {
  return LONGEST * (0.8 + random * 0.4)
}
