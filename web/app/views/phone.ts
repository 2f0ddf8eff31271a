/** What the views may ask of the phone. `main.ts` builds it from the stores and sync; views know nothing else.
 *
 *  Every promise of a write resolves only after the entry is durably on this phone; it rejects with a `Refusal`, whose
 *  sentence can be shown as it is, and then nothing was changed. Reads never need a network.
 *  `changes` fires after any write in any tab and after a sync brought rows: read again what you show. */

import type { LastResort } from '../domain/attempts.ts'
import type { OpenPromise } from '../domain/follow_ups.ts'
import type {
  Call, Edit, Fields, FollowUp, Id, Instant, LostValue, Member, Office, OfficeCoach, Operation, Outcome, Problem, Promised, Prospect, Template, TemplateSave, Version,
} from '../domain/records.ts'
import type { Take } from '../domain/takes.ts'

export interface Phone {
  changes: EventTarget // "change"; CustomEvent<{ kinds: string[] }>: prospect, call, follow_up, template, profile, sync, update

  today(now: Date): Promise<Today>
  /** What `today` gave last if nothing has changed since, at once; null when that is not known. */
  lastToday(): Today | null
  /** Prospects by any part of a name, company or number, best first. Three keystrokes are enough. */
  search(query: string, limit: number): Promise<ProspectLine[]>
  /** The rep's prospects by name, `limit` from `offset`, with how many there are in all. */
  prospects(offset: number, limit: number): Promise<{ lines: ProspectLine[]; total: number }>
  callList(limit: number): Promise<{ lines: ProspectLine[]; total: number }>
  prospect(id: Id): Promise<Prospect | null>
  /** Newest first. Voids and replaced entries are resolved: `Entry.state` says so. */
  history(prospectId: Id, limit: number): Promise<Entry[]>
  /** Everything that the person ringing back may ask about. */
  brief(prospectId: Id): Promise<Brief | null>
  call(id: Id): Promise<Call | null>
  /** The rep's entries, newest first. */
  calls(before: Instant | null, limit: number): Promise<Entry[]>
  /** Open ones of this prospect, soonest first. */
  followUps(prospectId: Id): Promise<FollowUp[]>
  dueFollowUps(until: Instant): Promise<DueFollowUp[]>
  templates(): Promise<Template[]>
  template(id: Id): Promise<{ template: Template; versions: Version[] } | null>
  version(id: Id): Promise<Version | null>
  profile(): Promise<Fields>
  /** Own messages and what came of them, counted; see domain/results.ts. Newest first, in batches so that long work can be shown and stopped. */
  eachCall(see: (batch: Call[]) => boolean | void): Promise<void>

  /** Joins the call list at its end, unless `rank` is given as "". So do many. */
  addProspect(fields: Fields): Promise<Id>
  /** Many at once, in one durable write per batch; `progress` is called with how many are in. `stops` says, beside each, why not to call, "" if nothing is against it. */
  addProspects(many: Fields[], progress?: (done: number) => void, signal?: AbortSignal, stops?: string[]): Promise<Id[]>
  /** Only what differs from `base` is written: from the fields as they were when the rep began, or as they are now. */
  editProspect(id: Id, fields: Fields, base?: Fields): Promise<void>
  /** Gives the way back: the same prospect, with all that was done and promised. */
  deleteProspect(id: Id): Promise<() => Promise<void>>
  /** He asked not to be called: off the call list, and what was promised to him is over. */
  block(id: Id, reason: string): Promise<void>
  blockAll(many: Array<{ id: Id; reason: string }>): Promise<void>
  /** The rep has looked at a value that lost; `use` puts it back. */
  resolveLost(id: Id, lost: LostValue, use: boolean): Promise<void>
  /** One durable write for all that saving a call means: the entry, what it fulfils, the follow-up, the call list. */
  logCall(log: NewLog): Promise<Call>
  /** Takes back what `logCall` did, as new entries. */
  undoLog(call: Call): Promise<void>
  /** It never happened, nor did what it corrects. */
  takeBack(call: Call): Promise<void>
  addFollowUp(followUp: PromisedAgain): Promise<Id>
  closeFollowUp(id: Id, state: 'done' | 'cancelled'): Promise<void>
  promises: Promises
  saveTemplate(save: TemplateSave): Promise<void>
  retireTemplate(id: Id, retired: boolean): Promise<void>
  editProfile(fields: Fields): Promise<void>

  /** Things half done, kept on this phone alone: what is typed in Prepare, a call in progress. Written at every keystroke. */
  draft<T>(key: string): Promise<T | null>
  keepDraft<T>(key: string, value: T | null): Promise<void>

  /** Recordings of rehearsals, kept on this phone alone. */
  takes(): Promise<Takes>

  status(): Status
  syncNow(): Promise<void>
  /** Code or token of an invitation. Rejects with a Refusal. */
  pair(secret: string): Promise<Paired>
  /** Refuses while anything waits, unless told otherwise; the outbox is kept in any case. */
  signOut(anyway: boolean): Promise<void>
  reminders(): Promise<Reminders>
  rescueFile(): Promise<Blob>
  storage(): Promise<StorageState>
  askPersistence(): Promise<boolean>
  /** The new shell takes over, unsent rows stay where they are. */
  applyUpdate(): void
}

/** What else there is to promises. */
export interface Promises {
  /** Open ones of this prospect, soonest first, each with what happened in the call that it was made in. */
  open(prospectId: Id): Promise<OpenPromise[]>
  /** The promises that are over because of this entry, as this phone knows. */
  ended(call: Id): Promise<OpenPromise[]>
  /** How many are open and due at `now`. */
  due(now: Date): Promise<number>
  /** When something is promised, to whomever but this prospect. */
  taken(except: Id): Promise<Instant[]>
  /** Days on which the office suggests nothing, as "2026-12-25". */
  holidays(): Promise<string[]>
  /** What the lead has switched and set for the coach; what the last sync brought holds until the next. */
  coach(): Promise<OfficeCoach>
  /** After how many unanswered messages, over how many weeks, a last try may be left; null where no lead has said. */
  lastResort(): Promise<LastResort | null>
  /** The reminder rings again at `at`, null takes that back; the promise stays. */
  remind(id: Id, at: Instant | null): Promise<void>
  /** Keeps a card that is ready for the time of `promise`, off the call list till then, in one write. The draft stays. */
  park(promise: NewFollowUp): Promise<Parked>
  unpark(parked: Parked): Promise<void>
  /** Whether this phone has ever had it, open or over. */
  isKnown(id: Id): Promise<boolean>
  /** The first of the promises that were moved to become this one, and how often that happened. */
  origin(id: Id): Promise<{ root: Id; moves: number }>
}
/** Nothing of this is ever sent. */
export interface Takes {
  /** The oldest that are not kept make room. Rejects with a Refusal when kept ones fill all of it. */
  add(take: Take, sound: ArrayBuffer): Promise<void>
  newId(): Id
  /** Newest first; `subject` as "prospect:ID". */
  about(subject: string): Promise<Take[]>
  all(): Promise<Take[]>
  sound(id: Id): Promise<ArrayBuffer | undefined>
  note(id: Id, part: Partial<Take>): Promise<void>
  drop(id: Id): Promise<void>
}

/** What taking it back needs. */
export interface Parked { id: Id; rank: string; instead: FollowUp | null }

export { Refusal } from '../domain/refusal.ts'

export interface ProspectLine {
  id: Id
  name: string // "" if none is known
  company: string
  phone: string // E.164
  ext?: string
  zone: string
  blocked: boolean
  in_list: boolean
  lost: number
}
/** `prepared`: what was typed for the call is on this phone. */
export interface DueFollowUp { followUp: FollowUp; prospect: ProspectLine | null; prepared: boolean }
export interface Today {
  due: DueFollowUp[] // overdue first, then the rest of today, at most 50
  dueTotal: number
  list: ProspectLine[] // at most 20
  listTotal: number
  messagesToday: number
  unreturned: number // messages of the last 30 days with no answer yet
  prospects: number // in all
  profile: Fields
  doing: Doing[] // the one in hand, then those put aside, the last one first
}
/** A call that was begun and not logged. */
export interface Doing { prospect_id: Id; name: string; dialled: boolean }
export interface Entry { call: Call; state: 'stands' | 'replaced' | 'void'; answered: Call | null }
export interface Brief {
  prospect: Prospect
  last: Call | null // the last message left, else the last call
  history: Entry[] // newest first, at most 10
  followUps: FollowUp[]
  template: Template | null
}
export type NewFollowUp = Omit<Promised, 'id'>
/** With the reminder that was asked for, which holds if it is still to come. */
export type PromisedAgain = NewFollowUp & Partial<Pick<FollowUp, 'remind_at'>>
export interface NewLog {
  call: Omit<Call, 'id' | 'rep_id' | 'rep_name' | 'response' | 'credits' | 'void' | 'replaces'> & Partial<Pick<Call, 'id' | 'response' | 'credits' | 'replaces'>>
  followUp: Omit<NewFollowUp, 'call_id'> | null
  fulfils: Id[] // follow-ups that this call ends
  keepsOwn?: boolean // a correction: what the entry promised stays
  again?: FollowUp[] // a correction: what the entry had ended, and is promised again
  edits: Edit[] // of the prospect: what was typed in Prepare
  last?: boolean // the words were a last try
  stop: string // why not to call again, when that is the outcome
  clearDrafts: string[]
}
export type LoggedOutcome = Outcome

export interface Status {
  paired: Paired | null
  link: 'unpaired' | 'idle' | 'syncing' | 'offline' | 'signed_out' | 'revoked' | 'portal' | 'refused'
  waiting: number
  oldestWaiting: Instant | null
  lastSuccess: Instant | null
  nextTry: Instant | null
  problems: Problem[]
  notice: string // what the office says, "" if nothing
  update: boolean // a new version is ready
  schemaTooOld: boolean
}
/** How a promise reaches the rep. All of it needs the office, and rejects with a Refusal without it. */
export interface Reminders {
  legs(): Promise<Legs>
  /** Only from a tap: the browser asks the rep. Resolves when the test has come back, or has not in 20 s; so does `test`. */
  switchOn(): Promise<Legs>
  switchOff(): Promise<Legs>
  test(): Promise<Legs>
  /** A new private address for the rep's calendar; whatever there was before shows nothing any more. */
  makeCalendar(): Promise<string>
  forgetCalendar(): Promise<void>
}
/** `unproven`: no test has come back yet. `none`: this browser has no push, or not before Ringback is installed. */
export type PushLeg = 'armed' | 'unproven' | 'off' | 'blocked' | 'none'
export interface Legs { push: PushLeg; trouble: string; calendar: { subscribed: boolean; fetchedAt: Instant | null } }
export interface Paired { office: Office; member: Member }
export interface StorageState { persisted: boolean | null; usage: number; quota: number; prospects: number; calls: number; sent: number }
export type { Operation }
