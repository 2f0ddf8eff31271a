/** What a lead reads beside the switch of each rule, and the numbers that he may set. The rules themselves stand in ../coach/. */
import type { BandName } from '../records.ts'
import type { Numbers } from '../coach/types.ts'

export interface Switch {
  label: string // what the rule looks for
  why: string // one line
  fixed?: true // nobody can switch it off
}

export const SWITCHES: Readonly<Record<string, Switch>> = {
  unfilled_field: { label: 'A gap that was never filled', why: 'Braces or a placeholder read aloud tell them that they are one of hundreds.', fixed: true },
  cut_off: { label: 'Breaking off in the middle', why: 'Hanging up in mid-sentence makes people ring back out of worry. One author calls it shady, a reader swears by it: switching this off allows it.' },
  impersonation: { label: 'Speaking for somebody else', why: 'A call from another company, or a talk that never took place, is a lie that they find out.', fixed: true },
  unverified_connection: { label: 'A link that nobody has checked', why: 'A wrong mutual friend does more harm than none.' },
  humour_sensitive: { label: 'A joke about what is no joke', why: 'Faith, death, illness, politics or origin: you cannot see the face at the other end.' },
  number_missing: { label: 'No number to call back', why: 'A message is played in the car or on a desk phone, where no number is shown.' },
  number_not_shown: { label: 'Another number than the one they see', why: 'Many ring back what their phone shows, not what they heard.' },
  number_mismatch: { label: 'Two different numbers', why: 'Whoever writes down the wrong one never gets through.' },
  name_missing: { label: 'The rep\'s name is missing', why: 'They cannot ask for somebody who never said who he is.' },
  no_reason: { label: 'No reason for the call', why: 'Without one they guess that it is a sale, and delete.' },
  introduction_only: { label: 'An introduction and nothing else', why: 'Who you are is no reason to ring you.' },
  no_ask: { label: 'No ask', why: 'Nobody rings back who was not asked to.' },
  pitch: { label: 'Selling on the machine', why: 'A pitch is answered by deleting it. The call is for that.' },
  demand: { label: 'Orders and claims', why: 'They owe a stranger nothing, and hear it when he thinks otherwise.' },
  guilt: { label: 'Blame for not answering', why: 'A reproach is one more reason not to ring.' },
  deadline: { label: 'A deadline for the answer', why: 'A threat works once. Light hurry is fine, and a last try may have an end.' },
  over_explained: { label: 'Enough to decide without calling', why: 'With the offer and its terms on the machine, no call is needed to say no.' },
  vague_promise: { label: 'What any seller could promise', why: 'Saving time and money says nothing about them, so it says nothing.' },
  web_or_email: { label: 'A web or e-mail address', why: 'Nobody writes one down from a machine, and a site answers in place of the call.' },
  two_asks: { label: 'Two asks', why: 'Two things to do are put off together. Ask for the call.' },
  will_call_back: { label: '"I will try you again"', why: 'Then they can wait for it, and do.' },
  too_long: { label: 'Too long for its length', why: 'Past a point nobody listens to the end, where the number is.' },
  narrow_window: { label: 'So little time to call back', why: 'Whoever misses the hour does not ring at all.' },
  first_name_missing: { label: 'Their name is never said', why: 'A message without it could be for anybody.' },
  number_once: { label: 'The number only once', why: 'The first time they look for a pen, the second time they write.' },
  name_once: { label: 'The rep\'s name at one end only', why: 'Said first and last it is there when they pick up the phone.' },
  jargon_or_long_sentence: { label: 'Long sentences and buzzwords', why: 'It is heard once, in a car, by somebody who does something else.' },
  first_name_overused: { label: 'Their name too often', why: 'After the third time it sounds like a trick from a course.' },
  reason_repeated: { label: 'A reason that they have heard', why: 'What did not move them once does not move them twice.' },
  last_resort_early: { label: 'A last try too early', why: 'It works once for each person, after a long silence.' },
  dials_today: { label: 'Dialled too often today', why: 'Their phone shows every try, with a message or without.' },
  number_late: { label: 'The number comes late', why: 'Who you are and where to reach you belong together at the start.' },
  no_thanks_or_signoff: { label: 'No thanks and no goodbye', why: 'It costs a second and is the last that they hear.' },
  filler: { label: 'Fillers', why: 'Ums and you-knows sound like somebody who is not sure that he should be calling.' },
  importance: { label: 'Saying that it is important', why: 'Only what it is about can show that.' },
  opens_with_self: { label: 'Starting with oneself', why: 'They listen for what concerns them; your firm\'s story does not.' },
  company_missing: { label: 'The company is not said', why: 'A name alone leaves them guessing who you are.' },
  name_unspelled: { label: 'A hard name, not spelled', why: 'They cannot ask for a name that they cannot write.' },
  number_ungrouped: { label: 'The number in one run', why: 'Ten digits without a pause cannot be written down.' },
  best_time_missing: { label: 'Hard to reach, and no time named', why: 'If you are seldom at the phone, say when you are.' },
  promise_missing: { label: 'An ask without what it takes', why: 'Five minutes is easy to give; an open end is not.' },
  call_time_missing: { label: 'When the call was made is not said', why: 'Heard on Thursday, "this morning" needs a day.' },
  curiosity_tells: { label: 'Curiosity that tells too much', why: 'What is told already makes nobody curious.' },
  last_resort_parts: { label: 'A last try without its parts', why: 'It says how often you tried, lightly, and that this is the last.' },
  humour_unsure: { label: 'Humour for somebody unknown', why: 'A joke needs a person who likes it.' },
  section_order: { label: 'Another order than usual', why: 'Greeting, context, reason, ask, contact, number again, sign-off: the order in which it is understood.' },
  better_written: { label: 'News that needs no answer', why: 'A delivery date is better in a text, where it can be looked up.' },
  not_rehearsed: { label: 'Critical and never said aloud', why: 'There is one chance; the first reading should not be it.' },
  purpose_missing: { label: 'No purpose on file', why: 'If you cannot say what the call is for, leave no message.' },
  reason_wordy: { label: 'A reason of more than one line', why: 'What does not fit into a line is not clear yet.' },
  value_wordy: { label: 'Too many words on what is in it for them', why: 'Squeezed, it turns from a claim into a reason.' },
  template_unanswered: { label: 'A template that nobody answers', why: 'So many messages and no callback: the words are at fault.' },
}

export type NumberName = Exclude<keyof Numbers, 'over'> | `over_${BandName}`
/** A number of a rule and the range in which it makes sense. */
export interface Setting { name: NumberName; label: string; unit: string; from: number; to: number }

/** By rule. Where a number has one, its finding comes above it unless the label says otherwise. */
export const SETTINGS: Readonly<Record<string, readonly Setting[]>> = {
  too_long: (['14', '20', '30', '60'] as const).map((band) => ({
    name: `over_${band}` as const, label: `Most, in a template of ${band} seconds`, unit: 'seconds', from: Number(band), to: Number(band) * 2,
  })),
  number_late: [{ name: 'words_before_number', label: 'Most before the first number', unit: 'words', from: 5, to: 60 }],
  name_once: [{ name: 'words_at_an_end', label: 'The name stands in the first and the last', unit: 'words', from: 5, to: 60 }],
  jargon_or_long_sentence: [
    { name: 'sentence_words', label: 'Most in a sentence', unit: 'words', from: 10, to: 60 },
    { name: 'buzzwords', label: 'From so many on', unit: 'buzzwords', from: 1, to: 10 },
  ],
  first_name_overused: [{ name: 'first_names', label: 'From so often on', unit: 'times', from: 2, to: 10 }],
  filler: [{ name: 'fillers', label: 'From so many on', unit: 'filler words', from: 1, to: 10 }],
  narrow_window: [{ name: 'window_hours', label: 'Narrow is a window of at most', unit: 'hours', from: 1, to: 12 }],
  dials_today: [{ name: 'dials_a_day', label: 'From so many on', unit: 'dials a day', from: 1, to: 20 }],
  template_unanswered: [{ name: 'messages_without_callback', label: 'From so many on', unit: 'messages', from: 5, to: 200 }],
  reason_wordy: [{ name: 'reason_words', label: 'Most in the reason', unit: 'words', from: 5, to: 40 }],
  value_wordy: [{ name: 'value_words', label: 'Most in what is in it for them', unit: 'words', from: 5, to: 40 }],
}
