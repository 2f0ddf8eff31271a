/** What messages brought: callback rates with honest uncertainty. Counting takes calls in batches of any order, so 50,000 of them never
 *  stand in memory at once as more than a few numbers each. */
import { firstOf } from './entries.ts'
import type { Call, Id, Response } from './records.ts'
import { offset } from './timing.ts'

const DAY = 24 * 3_600_000
/** Days that a message has to be answered before it counts. */
export const MATURES_AFTER = 7
/** How far from the truth a rate may be, either way, to be shown: five points, or a third of itself. */
function precise(rate: number): number {
  return Math.max(0.05, rate / 3)
}
const FEWEST = 30
/** What is assumed of a rate before there are messages: 8 %, worth 25 messages (field notes: outside claims go from 2 to 20 %). */
const EXPECTED = { rate: 0.08, weight: 25 }

export interface Rate {
  messages: number
  callbacks: number
  emails: number
  pickUps: number
  rate: number // callbacks per message, 0 without messages
  low: number // Wilson 95 %
  high: number
  known: boolean
  more: number // messages that are still missing to know, 0 when known
}
export interface Group extends Rate { key: string }
export interface Results {
  all: Rate
  byTemplate: Group[] // key: template id, "" for messages in own words
  byVariant: Group[] // key: "template id|variant"
  byVersion: Group[] // key: version id
  byWeekday: Group[] // "1" Monday to "7", the prospect's clock
  byHour: Group[] // "8" to "18", the prospect's clock
  byLength: Group[] // "0-14" ... in seconds
  young: number // messages that are too fresh to count
  youngAnswered: number
  hoursToCallback: number | null // the median
  minutesSpent: number // saying the messages that count
  secondsPerCallback: number | null
  rescued: Group[] // key "rescued" and "as planned"
  cutOff: Rate
}

interface Message {
  id: Id; at: number; template: string; version: string; variant: string; weekday: number; hour: number; seconds: number | null
  rescued: boolean; cutOff: boolean
}
interface Answer { response: Response; at: number }

/** Takes calls as they come and says at any time what they amount to. Corrected and voided entries do not count (see entries.ts). */
export function counting(now: Date): { add(batch: readonly Call[]): void; results(): Results } {
  const messages: Message[] = []
  const answers = new Map<Id, Answer & { by: Id }>()
  const answerers: Array<Answer & { by: Id; of: Id }> = []
  const later = new Map<Id, Array<{ id: Id; void: boolean }>>()
  const before = new Map<Id, Id>()
  const add = (batch: readonly Call[]): void => {
    for (const call of batch) {
      if (call.replaces) later.set(call.replaces, [...(later.get(call.replaces) ?? []), { id: call.id, void: call.void }])
      if (call.void) continue
      if (call.replaces) before.set(call.id, call.replaces)
      if (call.credits && call.response) answerers.push({ of: call.credits, by: call.id, response: call.response, at: Date.parse(call.made_at) })
      if (call.direction === 'out' && call.channel === 'phone' && call.outcome === 'left_message') messages.push(messageOf(call))
    }
  }
  const onto = (id: Id | undefined): Array<{ id: Id; void: boolean }> => later.get(id ?? '') ?? []
  const voided = (id: Id): boolean => onto(id).some((next) => next.void)
  const loses = (id: Id, below: Id[] = []): boolean => {
    const of = before.get(id)
    if (!of || below.includes(id)) return false
    return onto(of).some((other) => other.id > id && !other.void && !voided(other.id)) || loses(of, [...below, id])
  }
  const stands = (id: Id): boolean => !onto(id).some((next) => next.void || !voided(next.id)) && !loses(id)
  const first = (id: Id): Id => firstOf(id, (one) => before.get(one))
  const results = (): Results => {
    answers.clear()
    for (const answer of answerers) if (stands(answer.by)) keepBest(answers, { ...answer, of: first(answer.of) })
    return report(messages.filter((message) => stands(message.id)).map((message) => ({ ...message, id: first(message.id) })), answers, now)
  }
  return { add, results }
}

const STRENGTH: Record<Response, number> = { callback: 3, email: 2, pick_up: 1 }

function keepBest(answers: Map<Id, Answer & { by: Id }>, answer: Answer & { by: Id; of: Id }): void {
  const known = answers.get(answer.of)
  const better = !known || STRENGTH[answer.response] > STRENGTH[known.response] || (answer.response === known.response && answer.at < known.at)
  if (better) answers.set(answer.of, answer)
}

function messageOf(call: Call): Message {
  const at = Date.parse(call.made_at)
  const there = new Date(at + wallOffset(call, at))
  return {
    id: call.id, at, template: call.template_id ?? '', version: call.version_id ?? '', variant: call.variant,
    weekday: there.getUTCDay() || 7, hour: there.getUTCHours(), seconds: call.seconds,
    rescued: call.flags.includes('rescued'), cutOff: call.flags.includes('cut_off'),
  }
}

/** The prospect's clock, else the rep's; a zone that this browser does not know counts as UTC. */
function wallOffset(call: Call, at: number): number {
  try {
    return offset(call.prospect_zone || call.zone, at)
  } catch {
    return 0
  }
}

function report(all: Message[], answers: ReadonlyMap<Id, Answer>, now: Date): Results {
  const ripe = all.filter((message) => now.getTime() - message.at >= MATURES_AFTER * DAY)
  const young = all.filter((message) => now.getTime() - message.at < MATURES_AFTER * DAY)
  const seconds = ripe.reduce((sum, message) => sum + (message.seconds ?? 0), 0)
  const by = (key: (message: Message) => string): Group[] => grouped(ripe, key, answers)
  const total = rateOf(ripe, answers)
  return {
    all: total,
    byTemplate: by((message) => message.template),
    byVariant: by((message) => (message.variant ? `${message.template}|${message.variant}` : '')).filter((group) => group.key !== ''),
    byVersion: by((message) => message.version),
    byWeekday: by((message) => String(message.weekday)),
    byHour: by((message) => String(message.hour)),
    byLength: by((message) => lengthKey(message.seconds)).filter((group) => group.key !== ''),
    young: young.length,
    youngAnswered: young.filter((message) => answers.get(message.id)?.response === 'callback').length,
    hoursToCallback: median(ripe.flatMap((message) => hoursTo(message, answers.get(message.id)))),
    minutesSpent: seconds / 60,
    secondsPerCallback: total.callbacks > 0 ? seconds / total.callbacks : null,
    rescued: by((message) => (message.rescued ? 'rescued' : 'as planned')),
    cutOff: rateOf(ripe.filter((message) => message.cutOff), answers),
  }
}

function grouped(messages: Message[], key: (message: Message) => string, answers: ReadonlyMap<Id, Answer>): Group[] {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const name = key(message)
    const group = groups.get(name)
    if (group) group.push(message)
    else groups.set(name, [message])
  }
  return [...groups].map(([name, group]) => ({ key: name, ...rateOf(group, answers) })).sort((a, b) => b.messages - a.messages)
}

function rateOf(messages: Message[], answers: ReadonlyMap<Id, Answer>): Rate {
  const count: Record<Response, number> = { callback: 0, email: 0, pick_up: 0 }
  for (const message of messages) {
    const answer = answers.get(message.id)
    if (answer) count[answer.response] += 1
  }
  return { ...rate(messages.length, count.callback), emails: count.email, pickUps: count.pick_up }
}

/** A rate out of counts, with its interval and whether it may be called known. */
export function rate(messages: number, callbacks: number): Rate {
  const more = missing(messages, callbacks)
  return {
    messages, callbacks, emails: 0, pickUps: 0, rate: messages > 0 ? callbacks / messages : 0,
    ...wilson(callbacks, messages), known: more === 0, more,
  }
}

const Z = 1.959964

/** Wilson's 95 % interval for `hits` of `n`. Without any, everything is possible. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 }
  const p = hits / n
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How many more messages until the interval is narrow enough. */
function missing(messages: number, callbacks: number): number {
  const { low, high } = wilson(callbacks, messages)
  if (messages >= FEWEST && (high - low) / 2 <= precise(callbacks / messages)) return 0
  const likely = (callbacks + EXPECTED.rate * EXPECTED.weight) / (messages + EXPECTED.weight)
  const needed = Math.max(FEWEST, Math.ceil((Z ** 2 * likely * (1 - likely)) / precise(likely) ** 2))
  return Math.max(10, needed - messages)
}

/** "8 % call back (5 to 13 %)" or "Not known yet: about 60 more messages" */
export function rateWords(rate: Rate): string {
  if (!rate.known) return `Not known yet: about ${tens(rate.more)} more messages`
  return `${percent(rate.rate)} call back (${Math.round(rate.low * 100)} to ${percent(rate.high)})`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** The difference of two rates with Newcombe's 95 % interval; `clear` when chance alone hardly explains it. */
export function compare(a: Rate, b: Rate): { difference: number; low: number; high: number; clear: boolean; more: number; words: string } {
  const difference = a.rate - b.rate
  const low = difference - Math.sqrt((a.rate - a.low) ** 2 + (b.high - b.rate) ** 2)
  const high = difference + Math.sqrt((a.high - a.rate) ** 2 + (b.rate - b.low) ** 2)
  const enough = Math.min(a.messages, b.messages) >= FEWEST
  const clear = enough && (low > 0 || high < 0)
  const more = clear ? 0 : tens(Math.max(FEWEST, eachArm(a, b) - Math.min(a.messages, b.messages)))
  return { difference, low, high, clear, more, words: clear ? clearWords(difference, low, high) : `Could be chance: about ${more} more messages each` }
}

function clearWords(difference: number, low: number, high: number): string {
  const [from, to] = [Math.abs(low), Math.abs(high)].sort((x, y) => x - y) as [number, number]
  return `${difference > 0 ? 'More' : 'Fewer'} callbacks: ${Math.round(from * 100)} to ${Math.round(to * 100)} points`
}

/** Messages per variant to tell these rates apart (80 % power); a difference under two points counts as two. */
function eachArm(a: Rate, b: Rate): number {
  const likely = (a.callbacks + b.callbacks + EXPECTED.rate * EXPECTED.weight) / (a.messages + b.messages + EXPECTED.weight)
  const apart = Math.max(0.02, Math.abs(a.rate - b.rate))
  return Math.ceil((2 * likely * (1 - likely) * (Z + 0.8416) ** 2) / apart ** 2)
}

/** A template that many messages used and nobody answered: time for other words (advice 3.24). */
export function wantsRewrite(rate: Rate): boolean {
  return rate.messages >= 40 && rate.callbacks === 0
}

export const LENGTHS = ['0-14', '14-20', '20-30', '30-60', '60-'] as const

function lengthKey(seconds: number | null): string {
  if (seconds === null) return ''
  const ends = [14, 20, 30, 60]
  const at = ends.findIndex((end) => seconds <= end)
  return LENGTHS[at < 0 ? LENGTHS.length - 1 : at]!
}

function hoursTo(message: Message, answer: Answer | undefined): number[] {
  return answer?.response === 'callback' ? [(answer.at - message.at) / 3_600_000] : []
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function tens(count: number): number {
  return count > 100 ? Math.round(count / 50) * 50 : Math.ceil(count / 10) * 10
}
