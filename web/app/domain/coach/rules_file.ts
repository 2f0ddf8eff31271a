/** What the file and the log say about this message, beside its words. Each is silent about what it is not told. */
import type { Rule } from './rule.ts'
import { find } from './rule.ts'
import { LAST_RESORT } from '../attempts.ts'
import { saidBefore } from '../said_before.ts'

const words = (text: string): number => text.trim().split(/\s+/).filter((word) => word !== '').length

export const purposeMissing: Rule = {
  key: 'purpose_missing', severity: 'hint', everywhere: true,
  judge: ({ input }) => (input.fields && 'purpose' in input.fields && input.fields['purpose']!.trim() === '' && !input.fields['reason']?.trim()
    ? { range: null, why: 'What is this call for? Without a purpose, rather leave no message.' } : null),
}

export const reasonWordy: Rule = {
  key: 'reason_wordy', severity: 'hint', everywhere: true,
  judge: ({ input, numbers }) => (words(input.fields?.['reason'] ?? '') > numbers.reason_words ? { range: null, why: `One reason in one line: at most ${numbers.reason_words} words.` } : null),
}

export const valueWordy: Rule = {
  key: 'value_wordy', severity: 'hint', everywhere: true,
  judge: ({ input, numbers }) => (words(input.fields?.['value'] ?? '') > numbers.value_words ? { range: null, why: `What is in it for them, in ${numbers.value_words} words at most.` } : null),
}

export const lastResortEarly: Rule = {
  key: 'last_resort_early', severity: 'warning',
  judge({ input }) {
    const { unreturned, weeks, last_resort: rule = LAST_RESORT } = input.history ?? {}
    if (input.family !== 'last_resort' || unreturned === undefined || weeks === undefined || (unreturned >= rule.messages && weeks >= rule.weeks)) return null
    return { range: null, why: `Too early for a last try: it waits for ${rule.messages} unanswered messages over ${rule.weeks} weeks.` }
  },
}

/** A ladder of reasons: each message brings one that they have not heard. */
export const reasonRepeated: Rule = {
  key: 'reason_repeated', severity: 'warning',
  judge({ input, text }) {
    const heard = saidBefore(input.news ?? '', input.history?.reasons ?? [])
    if (!heard) return null
    const at = text.toLowerCase().indexOf(input.news!.toLowerCase())
    return { range: at < 0 ? null : [at, at + input.news!.length], why: 'They have heard this reason and not rung back: bring a new one.' }
  },
}

/** A last try says that it is one, and that there were others. */
export const lastResortParts: Rule = {
  key: 'last_resort_parts', severity: 'hint',
  judge(script) {
    if (script.input.family !== 'last_resort' || find(script, /\b(?:messages?|calls?|called|tried|tries|voicemails?|attempts?|rang|rung|times|(?:third|fourth|fifth|sixth|last|final) )\b/)) return null
    return { range: null, why: 'A last try counts the messages before it, without reproach.' }
  },
}

export const dialsToday: Rule = {
  key: 'dials_today', severity: 'warning',
  judge: ({ input, numbers }) => ((input.history?.dials_today ?? 0) >= numbers.dials_a_day
    ? { range: null, why: `You dialled them ${input.history!.dials_today} times today, and their phone shows it.` } : null),
}

export const templateUnanswered: Rule = {
  key: 'template_unanswered', severity: 'hint',
  judge({ input, numbers }) {
    const { template_left = 0, template_returned = 0 } = input.history ?? {}
    return template_left >= numbers.messages_without_callback && template_returned === 0
      ? { range: null, why: `${template_left} messages with this template and no callback: rewrite it.` } : null
  },
}

export const notRehearsed: Rule = {
  key: 'not_rehearsed', severity: 'hint',
  judge: ({ input }) => (input.history?.critical && !input.history.rehearsed ? { range: null, why: 'This one matters: say it aloud once before you dial.' } : null),
}

/** A template with humour, for somebody of whom nobody noted that he would smile. */
export const humourUnsure: Rule = {
  key: 'humour_unsure', severity: 'hint',
  judge: ({ input }) => (input.tags?.includes('humour') && input.prospect.humour !== undefined && input.prospect.humour.trim() === ''
    ? { range: null, why: 'Will this person smile? If you are not sure, take the plain one.' } : null),
}

const ORDER = ['greeting', 'context', 'reason', 'ask', 'contact', 'number_again', 'sign_off']

export const sectionOrder: Rule = {
  key: 'section_order', severity: 'hint',
  judge({ input }) {
    const places = (input.sections ?? []).map((kind) => ORDER.indexOf(kind)).filter((place) => place >= 0)
    return places.some((place, at) => at > 0 && place < places[at - 1]!) ? { range: null, why: 'The usual order is greeting, context, reason, ask, contact, number again, sign-off.' } : null
  },
}

/** In the long form only: the shorter ones have no room for it. */
export const callTimeMissing: Rule = {
  key: 'call_time_missing', severity: 'hint',
  judge(script) {
    if (script.input.band !== '60' || find(script, /\b(?:today|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|good (?:morning|afternoon|evening)|o'clock|[ap]\.?m\b|\d{1,2}:\d\d|just (?:past|after|before))/)) return null
    return { range: null, why: 'Say when you call: "It is Tuesday morning."' }
  },
}

/** News that needs no answer is better written. */
export const betterWritten: Rule = {
  key: 'better_written', severity: 'hint',
  judge(script) {
    if (script.prospecting || script.said.includes('?') || find(script, /\b(?:call|ring|phone|let me know|tell me)\b/)) return null
    const range = find(script, /\b(?:delivery|delivered|order|appointment|arrives?|ready|pick-?up|collect|shipment|ships|invoice)\b/)
    return range && { range, why: 'Logistics that need no answer: a text or an e-mail will do.' }
  },
}

export const curiosityTells: Rule = {
  key: 'curiosity_tells', severity: 'hint',
  judge(script) {
    if (script.input.family !== 'curiosity') return null
    const told = script.sentences.filter(({ said }) => /[a-z]{4}/.test(said) && !/N|^(?:hi|hello|hey|thanks?|could|would|can|please|cheers|bye|have a)\b/.test(said))
    return told.length > 3 ? { range: told[3]!.range, why: 'It tells too much to make anybody curious: ask for the call and stop.' } : null
  },
}
