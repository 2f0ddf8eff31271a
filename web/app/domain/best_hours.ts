/** At which hours of the prospect's day the rep's own calls reach somebody. Nothing is said before there are enough of them. */
import { standing } from './entries.ts'
import { OUTCOME } from './outcomes.ts'
import type { Call } from './records.ts'
import { rate, wilson } from './results.ts'
import { offset } from './timing.ts'

/** Two hours each: shorter ones would stay empty for months. */
const BLOCKS = [8, 10, 12, 14, 16] as const
const LONG = 2
const ENOUGH = 20 // dials in a block
const WEEKEND = 5
/** So many of the newest calls count; people and habits change. */
export const LOOKED_AT = 1500

export interface Block { from: number; to: number; dials: number; reached: number }
/** `best`: clearly better than the rest. `more`: calls that are missing before anything can be said; 0 once it can. */
export interface BestHours { blocks: Block[]; best: Block | null; dials: number; reached: number; more: number }

/** `calls`: the rep's own, newest first. Hours are those of the prospect's clock, on working days. */
export function bestHours(calls: readonly Call[]): BestHours {
  const blocks: Block[] = BLOCKS.map((from) => ({ from, to: from + LONG, dials: 0, reached: 0 }))
  for (const call of standing([...calls])) {
    const block = call.direction === 'out' && call.channel === 'phone' ? blockOf(blocks, call) : undefined
    if (!block) continue
    block.dials += 1
    if (OUTCOME[call.outcome].reached) block.reached += 1
  }
  const dials = sum(blocks, 'dials')
  return { blocks, best: bestOf(blocks), dials, reached: sum(blocks, 'reached'), more: missing(blocks) }
}

function blockOf(blocks: Block[], call: Call): Block | undefined {
  const at = Date.parse(call.made_at)
  const there = new Date(at + offsetOf(call, at))
  if ((there.getUTCDay() || 7) > WEEKEND) return undefined
  return blocks.find(({ from, to }) => there.getUTCHours() >= from && there.getUTCHours() < to)
}

function offsetOf(call: Call, at: number): number {
  try {
    return offset(call.prospect_zone || call.zone, at)
  } catch {
    return 0
  }
}

/** Better than all the others taken together, and not by chance: the low end of its interval is above their rate. */
function bestOf(blocks: Block[]): Block | null {
  const known = blocks.filter((block) => block.dials >= ENOUGH)
  const ranked = [...known].sort((a, b) => b.reached / b.dials - a.reached / a.dials)
  const first = ranked[0]
  const others = blocks.filter((block) => block !== first)
  const dials = sum(others, 'dials')
  return first && dials >= ENOUGH && wilson(first.reached, first.dials).low > sum(others, 'reached') / dials ? first : null
}

/** Two blocks have to be known before one can be better. */
function missing(blocks: Block[]): number {
  const fullest = blocks.map((block) => Math.min(ENOUGH, block.dials)).sort((a, b) => b - a)
  return 2 * ENOUGH - fullest[0]! - fullest[1]!
}

function sum(blocks: Block[], what: 'dials' | 'reached'): number {
  return blocks.reduce((total, block) => total + block[what], 0)
}

/** One sentence about the rep's own calls; `hour` is what the prospect's clock shows. */
export function ownHoursWords({ blocks, best, dials, reached, more }: BestHours, hour: number): string {
  if (more > 0) return `Your own best hours: not known yet, about ${more} more calls.`
  const here = blocks.find(({ from, to }) => hour >= from && hour < to)
  const often = (block: Block): string => `${Math.round(rate(block.dials, block.reached).rate * 100)}\u00a0% of ${block.dials} calls`
  if (best && best === here) return `Your own best hours: you reach them in ${often(best)} from ${best.from} to ${best.to}.`
  if (best) return `Your own best hours are ${best.from} to ${best.to} of their day: ${often(best)} reach somebody.`
  return `Your own ${dials} calls show no best hour so far: ${Math.round((reached / dials) * 100)}\u00a0% reach somebody, at any time.`
}
