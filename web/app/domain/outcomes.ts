/** The twelve things that can happen when a rep calls, in the order of how often they do, and what each one means.
 *  call_list.ts and credits.ts read from here what follows. */
import type { Call, Direction, Outcome } from './records.ts'

export type FollowUpNeed = 'ask' | 'suggest' | 'offer' | 'none' // must be answered · preselected · there if wanted · makes no sense
export type NumberStatus = 'works' | 'unknown' | 'wrong' | 'dead'

export interface OutcomeFacts {
  label: string
  hint: string // what it means, for the title under the label
  icon: string
  followUp: FollowUpNeed
  reason: string // what the follow-up is for
  leavesList: boolean // done with this prospect for now; otherwise he goes to the end of the call list
  number: NumberStatus
  reached: boolean // somebody talked to the prospect himself: an unreturned message counts as picked up
}

/** The order of the buttons: the most frequent first, the irreversible one last. */
export const BY_FREQUENCY: readonly Outcome[] = [
  'left_message', 'no_answer', 'spoke', 'callback_agreed', 'left_with_person', 'gatekeeper',
  'busy', 'mailbox_full', 'meeting_booked', 'wrong_number', 'disconnected', 'do_not_call',
]

export const OUTCOME: Record<Outcome, OutcomeFacts> = {
  left_message: facts('Left message', 'on the voicemail', 'voicemail', 'suggest', 'Try again if there is no callback', true, 'works', false),
  no_answer: facts('No answer', 'no message left', 'no_answer', 'suggest', 'Try again', false, 'unknown', false),
  spoke: facts('Spoke', 'with the prospect', 'spoke', 'offer', 'Follow up on what we said', true, 'works', true),
  callback_agreed: facts('Callback agreed', 'at a set time', 'callback', 'ask', 'Call back as agreed', true, 'works', true),
  left_with_person: facts('Left with a person', 'who will pass it on', 'person', 'suggest', 'Ask whether the message arrived', true, 'works', false),
  gatekeeper: facts('Gatekeeper', 'not put through', 'gatekeeper', 'suggest', 'Try another way in', false, 'works', false),
  busy: facts('Busy', 'engaged tone', 'busy', 'suggest', 'It was busy: try again', false, 'works', false),
  mailbox_full: facts('Mailbox full', 'or not set up', 'mailbox_full', 'suggest', 'The mailbox was full: try again', false, 'works', false),
  meeting_booked: facts('Meeting booked', 'date agreed', 'meeting', 'offer', 'Confirm the meeting', true, 'works', true),
  wrong_number: facts('Wrong person', 'or wrong number', 'wrong', 'offer', 'Find the right number', true, 'wrong', false),
  disconnected: facts('Disconnected', 'the number is dead', 'disconnected', 'offer', 'Find a number that works', true, 'dead', false),
  do_not_call: facts('Do not call', 'asked not to be called', 'do_not_call', 'none', '', true, 'works', true),
}

/** The buttons of the log, the likely one first, the others by frequency. */
export function outcomesFor(likely: Outcome): Outcome[] {
  return [likely, ...BY_FREQUENCY.filter((outcome) => outcome !== likely)]
}

export interface Happened { direction: Direction; dialled: boolean; voicemailRead: boolean; talked: boolean }

/** What most likely happened, seen from what the rep did on the reading page. */
export function likelyOutcome(happened: Happened): Outcome {
  if (happened.direction === 'in' || happened.talked) return 'spoke'
  return happened.voicemailRead || !happened.dialled ? 'left_message' : 'no_answer'
}

/** Words left by phone, that can be returned: said to a voicemail or left with somebody. */
export function isMessage(call: Pick<Call, 'direction' | 'channel' | 'outcome'>): boolean {
  return call.direction === 'out' && call.channel === 'phone' && (call.outcome === 'left_message' || call.outcome === 'left_with_person')
}

function facts(
  label: string, hint: string, icon: string, followUp: FollowUpNeed, reason: string, leavesList: boolean,
  number: NumberStatus, reached: boolean,
): OutcomeFacts {
  return { label, hint, icon, followUp, reason, leavesList, number, reached }
}
