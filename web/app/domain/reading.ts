/** A call in progress: what was prepared, and what the clock says. Kept on the phone at every step, so that a restart goes on with it. */
import type { Edit, Id, Instant } from './records.ts'
import type { Values } from './fill.ts'
import { AT_START, type Marker } from './marker.ts'

export type Tab = 'voicemail' | 'pick_up' | 'email'

/** The draft of the Prepare page, one per prospect: `prepare:PROSPECT`. */
export interface Prepared {
  chosen: Partial<Record<Tab, Id>> // templates; without one the best ranked
  tab: Tab
  values: Values // what was typed, over what is known
  was?: Values // of the prospect's fields among these: what stood there when the rep began to type
  left_out: string[]
  words: Partial<Record<Tab, string>> // the rep's own last-second wording
  bullets?: boolean // the message is read from key words
  points?: string | undefined // these key words in the rep's own hand, one a line
  parked?: Id // the promise to make this call, if it was kept for later
  critical?: boolean // the rep's own mark: it asks for a rehearsal first
  muted: string[] // keys of the coach's rules that the rep has waved through for this message
}

/** The card once these are written into the prospect. */
export function cardKnowing<Card extends Pick<Prepared, 'was'>>(card: Card, edits: Edit[]): Card {
  const written = Object.fromEntries(edits.map((edit) => [edit.field, edit.new]))
  return card.was ? { ...card, was: { ...card.was, ...written } } : card
}

/** What one plan says. */
export interface Said {
  template_id: Id | null
  version_id: Id | null
  variant: string
  name: string // of the template
  band: { from: number; to: number; stop: number }
  script: string
  parts: Array<{ label: string; text: string }> // of a talk track: it is not said from top to bottom
  estimate: number
  left_out: string[]
  reason?: string // what it gives as its reason
  last?: boolean // a last try: afterwards the prospect is closed kindly
  muted?: string[] // keys of the coach's rules that were waved through
  bullets?: boolean // the script is a plan in key words, not sentences
}

/** The draft `reading`: one call is in hand. One that was made and not logged before the next is put aside: `aside:PROSPECT`. */
export interface Reading {
  prospect_id: Id
  plan: 'voicemail' | 'pick_up'
  voicemail: Said | null
  pick_up: Said | null
  unprepared: boolean
  stop_seen: boolean // he is marked do-not-call; the rep has read why and goes on
  number: string // E.164
  edits: Edit[]
  call_now: Instant | null // the rep pressed "Call and read" at this moment; the reading page dials, once and only at once
  dialled_at: Instant | null
  started_at: Instant | null // the beep, or the moment they answered
  paused_at: Instant | null
  paused_ms: number
  stopped_at: Instant | null
  left_at: Instant | null // when the rep went over to the log with the clock running; it goes on if he comes back to the words
  marker: Marker // which chunk is being said
  rescued: boolean // the rep went over to the rescue line
}

export const READING = 'reading'
export const asideKey = (prospect: Id): string => `aside:${prospect}`
/** A small photo of the prospect, on this phone alone. */
export const photoKey = (prospect: Id): string => `photo:${prospect}`
export const prepareKey = (prospect: Id): string => `prepare:${prospect}`

/** Whether there is something to log of it. */
export function isMade({ dialled_at, started_at }: Reading): boolean {
  return dialled_at !== null || started_at !== null
}

export type Clock = 'ready' | 'running' | 'paused' | 'stopped'

export function clockOf(reading: Reading): Clock {
  if (!reading.started_at) return 'ready'
  if (reading.stopped_at) return 'stopped'
  return reading.paused_at ? 'paused' : 'running'
}

/** Seconds by the wall clock, so that time counts while another app is in front. Pauses do not. */
export function elapsed(reading: Reading, now: Date): number {
  if (!reading.started_at) return 0
  const until = Date.parse(reading.stopped_at ?? reading.paused_at ?? now.toISOString())
  return Math.max(0, (until - Date.parse(reading.started_at) - reading.paused_ms) / 1000)
}

/** The clock goes on, but if the rep logs the call, it ended then. */
export function leftFor(reading: Reading, at: Date): Reading {
  return clockOf(reading) === 'running' && !reading.left_at ? { ...reading, left_at: at.toISOString() } : reading
}

/** At the words again. */
export function backAt(reading: Reading): Reading {
  return { ...reading, left_at: null }
}

const MOST_SPOKEN = 3 // times what the message was thought to take
const LONGEST_TALK = 2 * 3_600 // s

/** Seconds that went by when the call is logged at `now`; null when nobody stopped a clock that has run for longer than anybody talks. */
export function spoken(reading: Reading, now: Date): number | null {
  const seconds = elapsed(reading, reading.left_at ? new Date(reading.left_at) : now)
  const said = reading[reading.plan]
  const most = reading.plan === 'voicemail' && said ? Math.max(60, MOST_SPOKEN * said.estimate) : LONGEST_TALK
  return reading.stopped_at || seconds <= most ? Math.round(seconds) : null
}

/** The clock starts; whichever plan it is, its words are the ones that are being said. */
export function started(reading: Reading, plan: Reading['plan'], now: Date): Reading {
  return { ...reading, plan, started_at: now.toISOString(), stopped_at: null, left_at: null, paused_at: null, paused_ms: 0, marker: { ...reading.marker, place: 0, since: 0 }, rescued: false }
}

/** As if it had not begun. */
export function afresh(reading: Reading): Reading {
  return { ...reading, started_at: null, stopped_at: null, left_at: null, paused_at: null, paused_ms: 0, marker: { ...reading.marker, place: 0, since: 0 }, rescued: false }
}

export function paused(reading: Reading, now: Date): Reading {
  return clockOf(reading) === 'running' ? { ...reading, paused_at: now.toISOString() } : reading
}

export function resumed(reading: Reading, now: Date): Reading {
  if (!reading.paused_at) return reading
  return { ...reading, paused_at: null, paused_ms: reading.paused_ms + now.getTime() - Date.parse(reading.paused_at) }
}

export function stopped(reading: Reading, now: Date): Reading {
  if (!reading.started_at || reading.stopped_at) return reading
  return { ...reading, stopped_at: reading.paused_at ?? now.toISOString(), paused_at: null }
}

/** The clock went on while the rep was away for `ms`; a call that interrupted takes that time back off it. */
export function withoutAway(reading: Reading, ms: number): Reading {
  return clockOf(reading) === 'running' ? { ...reading, paused_ms: reading.paused_ms + ms } : reading
}

const MOST_OF_IT = 0.6

/** Where the rep goes on when he comes back to this page: to the log after a call, but to the words when he left before most of the message was said. */
export function afterReturn(reading: Reading, awayMs: number, now: Date): 'log' | 'words' {
  if (!reading.dialled_at) return 'words'
  if (reading.plan !== 'voicemail' || !['running', 'paused'].includes(clockOf(reading))) return 'log'
  const said = elapsed(reading, new Date(now.getTime() - awayMs))
  return said < MOST_OF_IT * (reading.voicemail?.estimate ?? 0) ? 'words' : 'log'
}

/** A draft of any age, with what it did not have yet. */
export function readingFrom(kept: Reading): Reading {
  return { ...unpreparedCall(kept.prospect_id, kept.number), ...kept }
}

/** Whether the press on "Call and read" is so fresh that it is this one. A page that is opened again later never dials by itself. */
export function wantsCall(reading: Reading, now: Date): boolean {
  return reading.call_now !== null && reading.number !== '' && now.getTime() - Date.parse(reading.call_now) < 3_000
}

/** A call that nothing was prepared for. */
export function unpreparedCall(prospect: Id, number: string): Reading {
  return {
    prospect_id: prospect, plan: 'voicemail', voicemail: null, pick_up: null, unprepared: true, stop_seen: false, number, edits: [],
    call_now: null, dialled_at: null, started_at: null, paused_at: null, paused_ms: 0, stopped_at: null, left_at: null, marker: AT_START, rescued: false,
  }
}
