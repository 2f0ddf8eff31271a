/** How far away a moment is, in words. */
import type { Instant } from './records.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "just now", "12 minutes ago", "3 hours ago", "5 days ago", "6 weeks ago". */
export function ago(at: Instant, now: Date): string {
  const passed = now.getTime() - Date.parse(at)
  return passed < MINUTE ? 'just now' : `${span(passed)} ago`
}

/** "in 20 minutes", or "20 minutes late" for what has passed. */
export function until(at: Instant, now: Date): string {
  const left = Date.parse(at) - now.getTime()
  if (Math.abs(left) < MINUTE) return 'now'
  return left > 0 ? `in ${span(left)}` : `${span(-left)} late`
}

/** "12 minutes", "3 hours", "5 days", "6 weeks": the largest unit that says enough. */
export function span(ms: number): string {
  if (ms < HOUR) return counted(Math.max(1, Math.floor(ms / MINUTE)), 'minute')
  if (ms < 48 * HOUR) return counted(Math.floor(ms / HOUR), 'hour')
  if (ms < 21 * DAY) return counted(Math.floor(ms / DAY), 'day')
  return ms < 90 * DAY ? counted(Math.round(ms / (7 * DAY)), 'week') : counted(Math.round(ms / (30.4 * DAY)), 'month')
}

/** "1 row", "2 rows"; thousands are grouped. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}
