/** The advice that Ringback is built on, told in its own words: what to do, why, and which article says so. Where the articles disagree
 *  both sides stand, and what Ringback does about it. The ids are those that the coach's rules name: see ../coach/sources.ts. */
import { DISAGREEMENTS, type Disagreement } from './disagreements.ts'
import { FROM_HALLOO } from './from_halloo.ts'
import { FROM_TEN_TIPS } from './from_ten_tips.ts'
import { FROM_MTD } from './from_mtd.ts'
import { FROM_CALLBACKS } from './from_callbacks.ts'
import { FROM_EKSTROM } from './from_ekstrom.ts'

export interface Article { title: string; by: string }
/** By the first figure of an id. */
export const ARTICLES: Readonly<Record<string, Article>> = {
  0: { title: 'Leave Phone Messages That Encourage a Return Call', by: 'Caren Burmeister, Halloo' },
  1: { title: 'How to Leave a Phone Message That Gets a Call Back', by: 'ten tips by a consultant' },
  2: { title: 'Do you leave messages on answer-phones?', by: 'Sean McPheat, MTD Sales Training' },
  3: { title: 'How to Leave Voicemails That Get Callbacks', by: 'a guide for recruiters' },
  4: { title: 'To Leave a Message, or Not to Leave a Message', by: 'Peter Ekstrom, and a comment by Jim Powell' },
}

/** In the order in which a message is made. */
export const TOPICS = {
  plan: 'Before you dial', reason: 'The reason', who: 'Who you are', number: 'Your number', ask: 'The ask', length: 'Length and wording',
  honest: 'Honest and kind', person: 'To this person', aloud: 'Saying it aloud', when: 'When to call', after: 'Afterwards', measure: 'What gets called back', last: 'The last try',
} as const
export type Topic = keyof typeof TOPICS
export type Told = readonly [id: string, topic: Topic, what: string, why: string]
export interface Advice { id: string; topic: Topic; what: string; why: string; article: Article }

export const ADVICE: readonly Advice[] = [...FROM_HALLOO, ...FROM_TEN_TIPS, ...FROM_MTD, ...FROM_CALLBACKS, ...FROM_EKSTROM].map(([id, topic, what, why]) => ({ id, topic, what, why, article: ARTICLES[id[0]!]! }))

export type Found = { advice: Advice; disagreement?: never } | { disagreement: Disagreement; advice?: never }

/** The piece of advice or the disagreement with this id, null if there is none. */
export function byId(id: string): Found | null {
  const advice = ADVICE.find((each) => each.id === id)
  if (advice) return { advice }
  const disagreement = DISAGREEMENTS.find((each) => each.id === id)
  return disagreement ? { disagreement } : null
}

/** Whether every word of the query stands somewhere in these texts. */
export function mentions(query: string, ...texts: string[]): boolean {
  const said = texts.join(' ').toLowerCase()
  return query.toLowerCase().split(/\s+/).every((word) => said.includes(word))
}
