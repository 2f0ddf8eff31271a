/** What is kept: the records and operations of the protocol (server/ringback/sync/README.md), as the phone sees them.
 *  Ids are UUIDv7 strings made on the phone; instants are UTC in ISO 8601 with milliseconds and a "Z". */

export type Id = string
export type Instant = string
export type Zone = string // IANA name

export const OUTCOMES = [
  'left_message', 'left_with_person', 'spoke', 'callback_agreed', 'meeting_booked', 'no_answer',
  'busy', 'mailbox_full', 'gatekeeper', 'wrong_number', 'disconnected', 'do_not_call',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const FAMILIES = [
  'reason', 'curiosity', 'referral', 'met_before', 'existing_customer', 'follow_up', 'last_resort', 'pick_up', 'email',
] as const
export type Family = (typeof FAMILIES)[number]

export const SECTIONS = [
  'greeting', 'context', 'reason', 'ask', 'contact', 'number_again', 'sign_off', // spoken, in the default order
  'opener', 'bridge', 'question', 'if_busy', // a pick-up talk track
  'subject', 'body', // an e-mail
] as const
export type SectionKind = (typeof SECTIONS)[number]

/** What a prospect's row may hold. Every value is a string; "" and absent are the same. Unknown fields are kept. */
export const PROSPECT_FIELDS = [
  'first_name', 'last_name', 'preferred_name', 'say_as', 'title', 'company', 'company_say_as',
  'phone', 'phone_ext', 'phone_2', 'email', // phone numbers in E.164
  'zone', 'zone_known', // IANA name; how it is known: "number" or "rep"
  'language', 'good_hours', 'purpose', 'reason', 'hook', 'value', 'connection', 'connection_source', 'connection_verified',
  'switchboard', 'humour', 'note', 'source',
  'closed', // when the last try was left: nobody calls them until the rep brings them back
  'rank', // place in the call list, sorts as text; "" is not in the list
] as const
export type ProspectField = (typeof PROSPECT_FIELDS)[number]
export type Fields = Record<string, string>

export interface Prospect {
  id: Id
  fields: Fields
  owner_id: Id | null // null on a phone that has no office yet
  do_not_call: Block | null
  token: string // of the office's row, "" until the office has it
  made_at: Instant
  lost: LostValue[]
}
export interface Block { at: Instant; by: string; reason: string }
/** A value that lost against a later edit from another phone. Kept and shown until the rep has looked at it. */
export interface LostValue { id: Id; field: string; value: string; kept: string; by: string; at: Instant }

export type Direction = 'out' | 'in'
export type Channel = 'phone' | 'email'
export type Plan = 'voicemail' | 'pick_up' | ''
/** How a message was answered: the result that the message called `credits` gets. */
export type Response = 'callback' | 'email' | 'pick_up'
export type Flag = 'rescued' | 'cut_off' | 'unprepared' | 'bullets'

/** One entry of the log. Never edited: a correction is a new entry that `replaces` it; a `void` one takes it back. */
export interface Call {
  id: Id
  prospect_id: Id | null
  prospect_name: string // as it was then
  company: string
  direction: Direction
  channel: Channel
  outcome: Outcome
  made_at: Instant // when the call was placed, or came in
  zone: Zone // the rep's, then
  prospect_zone: Zone | ''
  number: string // E.164 dialled or calling, "" if unknown
  template_id: Id | null
  version_id: Id | null
  variant: string
  plan: Plan
  script: string // the exact words read, "" if none were
  seconds: number | null // spoken, by the clock
  estimate: number | null // seconds that the script was estimated at
  left_out: string[] // merge fields that the rep chose to leave out
  flags: Flag[]
  muted?: string[] // keys of the coach's rules that the rep waved through for these words
  note: string
  response: Response | null
  credits: Id | null // the message that this entry answers
  replaces: Id | null
  void: boolean
  reason?: string // what the message gave as its reason, for whoever leaves the next one
  rep_id: Id | null
  rep_name: string
}

export interface Section { kind: SectionKind; text: string }
/** A length band in seconds: amber after `to`, red after `stop`. */
export interface Band { from: number; to: number; stop: number }
export type BandName = '14' | '20' | '30' | '60'

export interface Template {
  id: Id
  name: string
  family: Family
  band: BandName
  locale: string // "en-US", "en-GB"
  owner_id: Id | null // null: shared by the office
  current: Id // version
  variant_of: Id | null // template that this one is compared with
  variant: string // "A", "B", or ""
  tags: string[] // "humour", "short", "first", "second", "third", ...
  note: string
  position: number
  retired: boolean
}
/** A published version. It never changes. */
export interface Version {
  id: Id
  template_id: Id
  number: number
  sections: Section[]
  author: string
  published_at: Instant
}

export type FollowUpState = 'open' | 'done' | 'cancelled' | 'moved'
export interface FollowUp {
  id: Id
  prospect_id: Id
  call_id: Id | null
  due: Instant
  wall: string // "2026-11-24T09:10", in `zone`
  zone: Zone
  reason: string
  state: FollowUpState
  supersedes: Id | null
  made_at: Instant
  remind_at: Instant | null // when the reminder rings again; the promise itself stays at `due`
}
/** A follow-up as it is promised: what becomes of it later is not in it. */
export type Promised = Omit<FollowUp, 'state' | 'made_at' | 'remind_at'>

export const PROFILE_FIELDS = [
  'spoken_name', 'say_as', 'spelling', 'company', 'company_say_as', 'number', 'number_2',
  'calls_from', // the number that this phone shows, if it is another one than `number`
  'pace', // words a minute
  'work_from', 'work_to', 'work_days', // "09:00", "17:30", "12345" with Monday 1
  'zone', 'country', 'locale', 'hard_to_reach', 'best_time', 'band', 'hand', // "left" or "right"
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

export interface Member { id: Id; name: string; role: 'lead' | 'rep' }
export interface Office { id: Id; name: string; country: string; locale: string }
/** The coach's rules that the lead has switched off, by key, and the numbers that he has set. */
export interface OfficeCoach { off?: string[]; numbers?: Record<string, number> }
/** The office as its row tells it: days off as "2026-12-25". */
export interface OfficeRow extends Office { holidays?: string[]; last_resort?: { messages: number; weeks: number }; coach?: OfficeCoach }
/** An operation that the office keeps aside because it could not be applied. Seen by both sides. */
export interface Problem { id: string; n: number; op: string; sentence: string; at: Instant }

export interface Edit { field: string; old: string; new: string }

/** An operation before it has a number. `v` is 1 for all. */
export type Change =
  | { kind: 'call.add'; body: Omit<Call, 'rep_id' | 'rep_name'> }
  | { kind: 'prospect.edit'; body: { id: Id; edits: Edit[] } }
  | { kind: 'prospect.delete'; body: { id: Id; token: string } }
  | { kind: 'prospect.block'; body: { id: Id; reason: string } }
  | { kind: 'prospect.resolve'; body: { id: Id; lost_id: Id } }
  | { kind: 'follow_up.add'; body: Promised }
  | { kind: 'follow_up.close'; body: { id: Id; state: 'done' | 'cancelled'; call_id: Id | null } }
  | { kind: 'follow_up.remind'; body: { id: Id; at: Instant | null } }
  | { kind: 'template.save'; body: TemplateSave }
  | { kind: 'template.retire'; body: { id: Id; retired: boolean } }
  | { kind: 'profile.edit'; body: { edits: Edit[] } }

export interface TemplateSave {
  id: Id // of the template; an unknown one makes a template
  version_id: Id
  base: Id | null // the version that was edited
  shared: boolean // only a lead may save a shared one
  name: string
  family: Family
  band: BandName
  locale: string
  variant_of: Id | null
  variant: string
  tags: string[]
  note: string
  sections: Section[]
}

export type Operation = Change & { n: number; v: 1; at: Instant }
