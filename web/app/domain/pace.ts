/** The rep's own pace, from the messages that he has read against the clock. */
import type { Call } from './records.ts'
import { DEFAULT_PACE, FASTEST, SLOWEST, spokenSeconds } from './seconds.ts'

/** One reading: what its words take at 150 words a minute, and what the clock showed. Both in seconds. */
export interface TimedReading { atDefault: number; took: number; finished: boolean }

/** `readings` is how many of them could be used; `sure` when there are enough to say that the pace is his own. */
export interface OwnPace { pace: number; readings: number; sure: boolean }

const SHORTEST = 5 // seconds; the reaction to the beep and to the end would weigh too much
const NEWEST = 20
const ENOUGH = 5
const DOUBT = 2 // readings at the starting pace that the first ones have to outweigh

/** Words a minute, whole, from readings in any number, oldest first.
 *
 *  Each reading says `150 × atDefault / took`. Left out are those that were broken off, those under 5 s, and those that nobody can have
 *  read so (under 60 or over 300 words a minute: a clock that ran on in the pocket). Of the newest 20 the median m counts, so that a few
 *  more odd ones change nothing. While there are few it is drawn to the pace that is set: `pace = start × (m / start) ^ (n / (n + 2))`. */
export function ownPace(readings: readonly TimedReading[], start = DEFAULT_PACE): OwnPace {
  const paces = readings.filter((reading) => reading.finished && reading.atDefault >= SHORTEST && reading.took >= SHORTEST)
    .map((reading) => (DEFAULT_PACE * reading.atDefault) / reading.took).filter((pace) => pace >= SLOWEST && pace <= FASTEST).slice(-NEWEST)
  if (paces.length === 0) return { pace: start, readings: 0, sure: false }
  const own = start * (median(paces) / start) ** (paces.length / (paces.length + DOUBT))
  return { pace: Math.round(own), readings: paces.length, sure: paces.length >= ENOUGH }
}

/** The readings in `calls`, newest first as a log has them. A message that was left was read to its end; what was broken off is logged as something else. */
export function timedReadings(calls: readonly Call[], locale: string): TimedReading[] {
  return calls.filter((call) => call.plan === 'voicemail' && call.script !== '' && call.seconds !== null && !call.void).reverse().map((call) => ({
    atDefault: spokenSeconds(call.script, { locale, pace: DEFAULT_PACE }).total, took: call.seconds!, finished: call.outcome === 'left_message',
  }))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
