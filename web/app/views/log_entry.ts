/** From what the rep chose to the one write that saves it: the frozen words, what it ends, what comes next. */
import { fulfilled, putOff, type Happening, type OpenPromise, type PickName } from '../domain/follow_ups.ts'
import { responseOf } from '../domain/credits.ts'
import { displayName } from '../domain/names.ts'
import { OUTCOME } from '../domain/outcomes.ts'
import { prepareKey, READING, spoken, type Reading, type Said } from '../domain/reading.ts'
import type { Call, Channel, Edit, Fields, Flag, FollowUp, Id, Outcome, Plan, Prospect } from '../domain/records.ts'
import { deviceZone, type Slot } from '../domain/timing.ts'
import type { NewLog } from './phone.ts'

/** The page's own state, kept as a draft. `pick` counts once the rep has `touched` it; until then the suggestion does. */
export interface LogForm { outcome: Outcome | null; pick: PickName | null; touched: boolean; wall: string; note: string; reason: string; channel: Channel; switchboard?: string }

export interface Logged {
  prospect: Prospect | null
  id: string
  profile: Fields
  reading: Reading | null
  corrected: Call | null
  open: OpenPromise[]
  ended: OpenPromise[] // by the entry that is corrected
  parked: Id | null
  incoming: boolean
  form: LogForm
  outcome: Outcome
  slot: Slot | null
  reason: string
  now: Date
  key: string
}

/** What the entry that is corrected had ended is open again, as far as what happened after all does not end it. */
export function entryOf(logged: Logged): NewLog {
  const { slot, id, corrected } = logged
  const call = happening(logged)
  const before = changes(logged) ? logged.ended.map(({ followUp }) => followUp) : []
  const open = [...logged.open.filter(({ followUp }) => !isOwn(followUp, corrected)), ...(changes(logged) ? logged.ended : [])]
  const over = corrected && !changes(logged) ? [] : fulfilled(open, call)
  const moved = slot && over.length === 0 ? putOff(open, call) : null
  return {
    call: corrected ? correction(logged, corrected) : fresh(logged),
    followUp: slot && logged.prospect ? { prospect_id: id, due: slot.at, wall: slot.wall, zone: slot.zone, reason: logged.reason, supersedes: moved?.id ?? null } : null,
    fulfils: over.filter((one) => !before.includes(one)).map(({ id }) => id),
    ...(corrected && { keepsOwn: keepsOwn(logged), again: before.filter((one) => !over.includes(one) && one !== moved) }),
    edits: [...logged.reading?.edits ?? [], ...switchboardEdit(logged)],
    last: logged.reading?.voicemail?.last ?? false,
    stop: logged.form.reason.trim(),
    clearDrafts: [logged.key, ...(logged.reading ? [READING] : []), ...(wasHeard(logged) ? [prepareKey(id)] : [])],
  }
}

/** What the promises are held against: a correction is about the moment of its entry. */
export function happening({ incoming, outcome, parked, now, corrected, reading }: Pick<Logged, 'incoming' | 'outcome' | 'parked' | 'now' | 'corrected' | 'reading'>): Happening {
  return { incoming, outcome, parked, now: corrected ? new Date(corrected.made_at) : now, closing: closes(reading, outcome) }
}

function changes({ corrected, outcome }: Logged): boolean {
  return corrected !== null && corrected.outcome !== outcome
}

/** A correction of the note or the channel says nothing about the promise that was made with the entry. */
export function keepsOwn({ corrected, outcome, form }: Pick<Logged, 'corrected' | 'outcome' | 'form'>): boolean {
  return corrected?.outcome === outcome && !form.touched
}

export function isOwn(followUp: FollowUp, corrected: Call | null): boolean {
  return corrected !== null && followUp.call_id === corrected.id
}

/** Whether this call is the kind close: a last try that was left. */
export function closes(reading: Reading | null, outcome: Outcome): boolean {
  return Boolean(reading?.voicemail?.last) && (outcome === 'left_message' || outcome === 'left_with_person')
}

/** Who answers there was asked because somebody else had answered. */
export function asksWhoAnswers(outcome: Outcome): boolean {
  return outcome === 'gatekeeper' || outcome === 'left_with_person'
}

function switchboardEdit({ form, outcome, prospect }: Logged): Edit[] {
  const [old, now] = [prospect?.fields['switchboard'] ?? '', form.switchboard?.trim() ?? '']
  return asksWhoAnswers(outcome) && now !== '' && now !== old ? [{ field: 'switchboard', old, new: now }] : []
}

/** What was said stays; the message that it answered is still answered by it, unless the outcome now says that nothing was. */
function correction(logged: Logged, before: Call): NewLog['call'] {
  const { id: _id, rep_id: _rep, rep_name: _name, void: _void, credits, ...same } = before
  const { channel } = logged.form
  const response = responseOf({ direction: before.direction, channel, outcome: logged.outcome })
  return { ...same, outcome: logged.outcome, note: logged.form.note.trim(), channel, replaces: before.id, response, credits: response ? credits : null }
}

function fresh(logged: Logged): NewLog['call'] {
  const { reading, prospect, form, now } = logged
  const fields = prospect?.fields ?? {}
  const words = saidIn(reading, logged.outcome)
  return {
    prospect_id: logged.id, prospect_name: displayName(fields), company: fields['company'] ?? '',
    direction: logged.incoming ? 'in' : 'out', channel: logged.incoming ? form.channel : 'phone', outcome: logged.outcome,
    made_at: reading?.dialled_at ?? reading?.started_at ?? now.toISOString(),
    zone: logged.profile['zone'] || deviceZone(), prospect_zone: fields['zone'] ?? '', number: reading?.number || fields['phone'] || '',
    template_id: words.said?.template_id ?? null, version_id: words.said?.version_id ?? null, variant: words.said?.variant ?? '', plan: words.plan,
    script: words.said?.script ?? '', seconds: words.plan && reading?.started_at ? spoken(reading, now) : null,
    estimate: words.said ? Math.round(words.said.estimate) : null, left_out: words.said?.left_out ?? [],
    flags: flagsOf(reading, words.said), muted: words.said?.muted ?? [], note: form.note.trim(), ...reasonOf(logged, words.said),
  }
}

/** What a message gave as its reason. Left with a person, it had the prepared one. */
function reasonOf({ reading, outcome }: Logged, said: Said | null): { reason?: string } {
  const message = outcome === 'left_with_person' ? reading?.voicemail : outcome === 'left_message' ? said : null
  return message?.reason ? { reason: message.reason } : {}
}

/** Which words were said. The clock says so; a message that was left without the clock had the prepared words. */
function saidIn(reading: Reading | null, outcome: Outcome): { plan: Plan; said: Said | null } {
  if (!reading) return { plan: '', said: null }
  if (reading.started_at) return { plan: reading.plan, said: reading[reading.plan] }
  if (outcome === 'left_message' && reading.voicemail) return { plan: 'voicemail', said: reading.voicemail }
  return { plan: '', said: null }
}

/** Whether the prepared words are used up: read to a mailbox that was full, they are still to be said. */
function wasHeard({ reading, outcome }: Logged): boolean {
  return saidIn(reading, outcome).said !== null && (OUTCOME[outcome].reached || outcome === 'left_message' || outcome === 'left_with_person')
}

function flagsOf(reading: Reading | null, said: Said | null): Flag[] {
  if (reading?.unprepared) return ['unprepared']
  const rescued = reading?.rescued && reading.started_at && reading.plan === 'voicemail'
  return [...rescued ? ['rescued' as const] : [], ...said?.bullets ? ['bullets' as const] : []]
}
