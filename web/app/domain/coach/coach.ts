/** The coach: reads a filled script and says what keeps it from being called back. Pure, and quick enough for every keystroke. */
import type { BandName } from '../records.ts'
import type { Rule } from './rule.ts'
import { willCallBack } from './rules_again.ts'
import { noAsk, promiseMissing, twoAsks } from './rules_ask.ts'
import { overExplained, webOrEmail } from './rules_explained.ts'
import {
  betterWritten, callTimeMissing, curiosityTells, dialsToday, humourUnsure, lastResortEarly, lastResortParts, notRehearsed, purposeMissing, reasonRepeated, reasonWordy,
  sectionOrder, templateUnanswered, valueWordy,
} from './rules_file.ts'
import { cutOff, impersonation, unfilledField, unverifiedConnection } from './rules_honesty.ts'
import { humourSensitive } from './rules_humour.ts'
import { filler, noThanksOrSignoff } from './rules_manners.ts'
import { companyMissing, firstNameMissing, firstNameOverused, nameMissing, nameOnce, nameUnspelled } from './rules_name.ts'
import { bestTimeMissing, numberLate, numberMismatch, numberMissing, numberNotShown, numberOnce, numberOnceShort, numberUngrouped } from './rules_number.ts'
import { deadline, demand, guilt } from './rules_pressure.ts'
import { importance, introductionOnly, noReason, opensWithSelf } from './rules_reason.ts'
import { pitch } from './rules_selling.ts'
import { jargonOrLongSentence, tooLong } from './rules_shape.ts'
import { vaguePromise } from './rules_vague.ts'
import { narrowWindow } from './rules_window.ts'
import { parse, type Script } from './script.ts'
import { SOURCES } from './sources.ts'
import type { CoachInput, CoachSettings, Finding, Numbers, Severity } from './types.ts'

/** Every rule, the most useful first: what cannot be said, what cannot be answered, what will not be answered, what could be better. */
export const RULES: readonly Rule[] = [
  unfilledField, cutOff, impersonation, unverifiedConnection, humourSensitive, numberMissing, numberMismatch, nameMissing, noReason, introductionOnly, noAsk,
  pitch, demand, guilt, deadline, overExplained, vaguePromise, webOrEmail, twoAsks, willCallBack, tooLong, narrowWindow, firstNameMissing, numberOnce, nameOnce,
  jargonOrLongSentence, firstNameOverused, reasonRepeated, lastResortEarly, numberNotShown, dialsToday, numberLate, noThanksOrSignoff, filler, importance, opensWithSelf, companyMissing, nameUnspelled,
  numberUngrouped, bestTimeMissing, promiseMissing, callTimeMissing, curiosityTells, lastResortParts, humourUnsure, sectionOrder, betterWritten, notRehearsed,
  purposeMissing, reasonWordy, valueWordy, templateUnanswered,
]

export const NUMBERS: Numbers = {
  words_before_number: 25, words_at_an_end: 20, sentence_words: 28, buzzwords: 3, first_names: 4, fillers: 1, window_hours: 4, over: { 14: 23, 20: 24, 30: 36, 60: 66 },
  value_words: 12, reason_words: 15, dials_a_day: 3, messages_without_callback: 20,
}

/** What a careful colleague would say about this script, most useful first; the same text always gives the same list.
 *
 *  `input.text` is the filled script; beside it stand who calls whom, the template's preset (family, band, order) and, if known, fields and
 *  history: see `CoachInput`. `settings` hold what the lead switched for the office and what the rep muted: see `CoachSettings`.
 *  A finding's `range` counts in UTF-16 units of `input.text`, null if something is missing or the whole is meant. `fix.edit` is made for
 *  this text: give it `input.text` and it returns the new one. Nothing throws; an empty text has no findings. */
export function coach(input: CoachInput, settings: CoachSettings = {}): Finding[] {
  const steps = looking(input, settings)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, one rule at a time: for a page on which somebody types meanwhile. */
export function* looking(input: CoachInput, settings: CoachSettings = {}): Generator<void, Finding[], void> {
  if (!/[\p{L}\p{N}]/u.test(input.text)) return []
  const script = parse(input, numbersOf(settings))
  const silent = new Set([...(settings.off ?? []), ...(settings.muted ?? [])])
  const findings: Finding[] = []
  for (const rule of RULES) {
    if (silent.has(rule.key) || !(rule.everywhere || isMessage(script)) || (input.bullets && OF_SENTENCES.has(rule.key))) continue
    yield
    findings.push(...finding(fitting(rule, input.band), script, settings))
  }
  return findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]) // sorting is stable: within a severity the order of the rules stays
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, hint: 2 }

/** What only whole sentences can have. Everything else is asked of bullets too: name, number, reason, ask, honesty, length. */
const OF_SENTENCES = new Set(['cut_off', 'filler', 'jargon_or_long_sentence', 'introduction_only', 'opens_with_self', 'curiosity_tells', 'section_order', 'number_late', 'number_ungrouped'])

/** A talk track is a conversation, and an e-mail is read. */
function isMessage(script: Script): boolean {
  return script.input.family !== 'pick_up' && script.input.family !== 'email'
}

/** Where the articles disagree the preset decides: two numbers do not fit into the shortest band. */
function fitting(rule: Rule, band: BandName): Rule {
  return rule === numberOnce && band === '14' ? numberOnceShort : rule
}

function finding(rule: Rule, script: Script, settings: CoachSettings): Finding[] {
  const verdict = rule.judge(script)
  if (!verdict) return []
  const { fix, ...rest } = verdict
  const found = { key: rule.key, advice: SOURCES[rule.key]!, severity: settings.severity?.[rule.key] ?? rule.severity, ...rest }
  return [fix && !script.input.bullets ? { ...found, fix: { label: fix.label, edit: (text) => repeated(rule, script, fix.edit(text)) } } : found]
}

/** What one tap mends is mended everywhere: the same rule looks again at what its fix left. */
function repeated(rule: Rule, { input, numbers }: Script, text: string): string {
  let left = text
  for (let turn = 0; turn < 8; turn += 1) {
    const fix = rule.judge(parse({ ...input, text: left }, numbers))?.fix
    if (!fix) return left
    left = fix.edit(left)
  }
  return left
}

/** The first look at a text takes a second on a slow phone, because every pattern is made ready then. A page that has time calls `next()`
 *  until it is done, one rule at a time; nothing changes but the speed. */
export function* warmUp(): Generator<void, void> {
  const script = parse(SAMPLE, NUMBERS)
  for (const rule of RULES) {
    yield
    for (let turn = 0; turn < 3; turn += 1) rule.judge(script)
  }
}

const SAMPLE: CoachInput = {
  text: 'Hi Dana, this is Robin Hale at Hale Hinges, 317-555-0144. I noticed on Monday that your north door drags on the floor, and I have one idea about it. ' +
    'The price of a mistake is two days. Could you call me between your calls today, or leave me a message by four? Robin Hale, 317-555-0144. Thanks, Dana.',
  locale: 'en-US', rep: { name: 'Robin Hale', number: '317-555-0144', company: 'Hale Hinges' }, prospect: { first_name: 'Dana', company: 'Mill Yard' }, family: 'reason', band: '30', cold: true, seconds: 25,
}

function numbersOf(settings: CoachSettings): Numbers {
  return { ...NUMBERS, ...settings.numbers, over: { ...NUMBERS.over, ...settings.numbers?.over } }
}
