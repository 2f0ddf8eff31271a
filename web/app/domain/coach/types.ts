/** What the coach is given and what it says. */
import type { LastResort } from '../attempts.ts'
import type { BandName, Family, SectionKind } from '../records.ts'

export type Range = [start: number, end: number] // offsets into the text, end excluded
export type Severity = 'error' | 'warning' | 'hint'

export interface CoachInput {
  text: string // the filled script, as it will be said
  locale: string // "en-US", "en-GB"
  rep: { name: string; number: string; company: string; spelling?: string; calls_from?: string } // numbers in any notation; calls_from: what their phone shows, "" if it is the same; spelling: how he spells his name, "" for none
  prospect: { first_name: string; company: string; humour?: string } // first_name: "" if none is on file; humour: the rep's note on what this person laughs at
  family: Family
  band: BandName
  cold: boolean // the two have never spoken
  order?: 'late' // own name and number near the end only
  connection?: string // the person who links the two
  connection_verified?: boolean
  hard_to_reach?: boolean
  pace?: number // words a minute, 150 unless told
  seconds?: number // how long it takes to say, if the caller knows already
  tags?: readonly string[] // of the template
  bullets?: boolean // the text is key words, one point a line
  sections?: readonly SectionKind[] // of the template, in its order
  fields?: Readonly<Record<string, string>> // what is on file: purpose, reason, value, best_time ...
  news?: string // what has to be new in this message: the reason that they have not heard yet
  history?: History
}

/** What the log knows. All counts; what is absent is not judged. */
export interface History {
  unreturned?: number // messages to this prospect since the last answer
  weeks?: number // since the first of these
  reasons?: ReadonlyArray<{ reason: string }> // of these, newest first
  last_resort?: LastResort // what the lead set; three and three unless told
  dials_today?: number // to this prospect, with and without a message
  template_left?: number // messages left with this template, by this rep
  template_returned?: number
  critical?: boolean // the rep marked this message as one that must not fail
  rehearsed?: number // takes of this script
}

/** What the lead sets for the office, and what the rep muted for one message. All may be absent. */
export interface CoachSettings {
  off?: readonly string[] // keys of rules that the office does not want
  muted?: readonly string[] // keys that the rep muted for this message
  severity?: Readonly<Record<string, Severity>> // another severity than the rule's own, by key
  numbers?: Partial<Omit<Numbers, 'over'>> & { over?: Partial<Record<BandName, number>> }
}

/** The numbers that rules go by. */
export interface Numbers {
  words_before_number: number // more than these before the first own number is late
  words_at_an_end: number // the own name belongs into the first and the last so many words
  sentence_words: number // a sentence with more is too long
  buzzwords: number // so many are too many
  first_names: number // so often is too often
  fillers: number // so many are too many
  window_hours: number // a window for the callback of so many hours or less is narrow
  over: Record<BandName, number> // seconds above which a script is too long for its band
  value_words: number // of the field that says what is in it for them
  reason_words: number // of the field that says why
  dials_a_day: number
  messages_without_callback: number // of a template, before it should be rewritten
}

export interface Fix { label: string; edit(text: string): string }
export interface Finding {
  key: string
  advice: readonly string[] // "1.6": the piece of advice that it comes from
  severity: Severity
  range: Range | null // null: something is missing, or the whole text is meant
  why: string // one line
  fix?: Fix
}
