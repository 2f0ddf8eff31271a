/** The marker that goes through the words at the rep's own pace. No timer moves it: where it is follows from the clock, so it is right
 *  after a lock, a call or a restart. `seconds` is what each chunk takes at his pace (pacing.ts), `clock` what the clock shows. */

/** It left `place` when the clock showed `since`. Places count chunks and parts of one: 2.5 is the middle of the third.
 *  goes: from chunk to chunk. stays: to the end of this chunk, the rep taps on. waits: it stands until he speaks again. */
export interface Marker { place: number; since: number; speed: number; mode: 'goes' | 'stays' | 'waits' }

export const AT_START: Marker = { place: 0, since: 0, speed: 1, mode: 'goes' }
/** Times the rep's own pace. */
export const SPEEDS = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35] as const
const END = 0.999 // of a chunk: still in it

export function placeAt(marker: Marker, seconds: readonly number[], clock: number): number {
  if (marker.mode === 'waits') return marker.place
  const place = wentFrom(marker.place, seconds, Math.max(0, clock - marker.since) * marker.speed)
  return marker.mode === 'stays' ? Math.min(place, Math.floor(marker.place) + END) : place
}

function wentFrom(place: number, seconds: readonly number[], time: number): number {
  let at = Math.floor(place)
  let part = place - at
  let left = time
  while (at < seconds.length) {
    const rest = seconds[at]! * (1 - part)
    if (left < rest) return at + part + left / seconds[at]!
    left -= rest
    part = 0
    at++
  }
  return Math.max(seconds.length, place)
}

/** The chunk that a place is in; at the end it is the last one. */
export function chunkAt(place: number, chunks: number): number {
  return Math.max(0, Math.min(chunks - 1, Math.floor(place)))
}

/** To the beginning of a chunk, by a tap. */
export function leapt(marker: Marker, chunk: number, clock: number): Marker {
  return { ...marker, place: chunk, since: clock }
}

/** One step slower (-1) or faster (1), from where it is. */
export function sped(marker: Marker, seconds: readonly number[], clock: number, by: -1 | 1): Marker {
  const at = SPEEDS.findIndex((speed) => speed >= marker.speed)
  const speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))]!
  return { ...marker, place: placeAt(marker, seconds, clock), since: clock, speed }
}

/** Goes on from where it is, in another way. */
export function turned(marker: Marker, seconds: readonly number[], clock: number, mode: Marker['mode']): Marker {
  return mode === marker.mode ? marker : { ...marker, place: placeAt(marker, seconds, clock), since: clock, mode }
}

/** What the marker does now. A talk track is not said from top to bottom; a listener that hears nothing at all (`heard` null) changes nothing. */
export function modeFor(now: { plan: 'voicemail' | 'pick_up'; wanted: boolean; heard: boolean | null }): Marker['mode'] {
  if (now.plan === 'pick_up' || !now.wanted) return 'stays'
  return now.heard === false ? 'waits' : 'goes'
}
