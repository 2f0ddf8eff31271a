/** When they may call back: whenever it suits them. */
import { TIME, windowMinutes } from './clock_times.ts'
import { either } from './either.ts'
import { cut } from './fixes.ts'
import { asksIn } from './requests.ts'
import type { Rule } from './rule.ts'
import type { Script } from './script.ts'
import type { Range } from './types.ts'

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
/** The sentence is about the callback, or about when the rep can be reached. */
const CALLBACK = either(
  /\b(?:call|ring|phone|buzz|dial|text|reach|catch|get) (?:me|us|back|hold|R+|N+|through|in touch|in|on|at|between|from|any|today|tomorrow|this|before|after|only|\w+day)\b/,
  /\b(?:call|ring|phone)(?=[ ,.?]|$)|\b(?:reach|catch|get|find|speak to|talk to) (?:me|us|R+)\b/,
  /\b(?:i'm|i am|i'll be|i will be|we're|we are|i) (?:only |just |usually |always |here |back |normally |generally |mostly )*(?:in\b|here\b|at my (?:desk|phone)|by (?:the|my) phone|near (?:the|a|my) phone|around\b|free\b|available\b|back\b|reachable\b|answer|pick up|in the office|at the office|on this (?:number|line)|at this number|at my bench|can (?:talk|take|speak|answer|pick)|there\b|take calls)/,
  /\b(?:best|only|good|right) (?:time|day|hour|moment|chance)\b/,
  /\bcan (?:talk|take (?:a|your|the) call|take calls|speak|answer|pick up)\b/,
  /\b(?:my|the|this|our) (?:line|phone|desk|number|office)(?:'s| is| are)? (?:only )?(?:open|on|free|staffed|manned|answered)\b/,
  /\b(?:your|a|that) call\b|\bthe phone\b|\bhear from you\b|\bgive (?:me|us)\b|\btry me\b/,
)
/** Something of a time, so that the rest need not be looked for in most sentences. */
const TIMELY = /\d|day|noon|half|quarter|hour|minute|lunch|morning|tomorrow|only|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/
const PAST_OR_MEETING = either(
  /\b(?:was|were|came|called|rang|tried|met|saw|left|visited|stood|waited|passed|drove|phoned|happened|started|opened|closed|spoke)\b/,
  /\b(?:meeting|appointment|our visit|breakfast|delivery|delivers|arrives?|fitters?|crew comes|open (?:day|house|evening)|opening|course|fair|class|match|show|i'll (?:come|be at your|visit|bring|drop|pass|deliver))\b/,
)
const EVERY_DAY = either(
  /\b(?:every|each|most|any|all|seven) (?:week)?(?:days?|mornings?|afternoons?|evenings?)\b|\bdaily\b|\bweekdays\b|\bweekends\b/,
  /\bmonday (?:to|through|till|until|-|–) \w+day\b|\b\w+days? (?:to|through) \w+days?\b|\bseven days\b|\bsaturdays too\b/,
)
const PREFERENCE = /\b(?:best|better|easiest|easier|ideally|prefer\w*|preferably|usually|normally|generally|if (?:possible|you can|it suits)|suits? (?:me|us)|works?|would be (?:good|great|fine|lovely|ideal)|any ?time|or any|or (?:tomorrow|whenever|another|any|later)|for example|say)\b/

const SOON = either(
  /\b(?:in|within|for|during|over) (?:the )?(?:next|coming) (?:\w+[- ])?(?:half(?:[- ]hour| an hour| hour)?|quarter of an hour|hour|minutes?|(?:one|two|three|four|couple of|few|\d) hours?)\b/,
  /\bwithin (?:the|an|one|two|three|four) hours?\b/,
  /\b(?:only|just) (?:during|over|in|at) (?:my |the )?lunch(?: ?(?:hour|break|time))?\b|\bduring my (?:lunch|coffee|tea) break\b/,
  /\bthis (?:very )?hour\b|\bfor (?:an|one|half an|the next|about an) hour\b/,
)
const ONLY_ONE = either(
  `\\b(?:only|just|solely|nowhere but|except) (?:\\w+ ){0,5}?(?:on |this |that |the |for |one day,? )*(?:${DAY}|today|tomorrow)\\b(?!'s)`,
  `\\b(?:${DAY}|today|tomorrow)(?: (?:morning|afternoon))? (?:only|alone)\\b`,
  `\\b(?:only|one|single) (?:day|hour|morning|afternoon|chance|time|moment)(?: (?:\\w+ ){0,7})?(?:is|on|,|:|—)? ?(?:on |this )?(?:${DAY}|today|tomorrow|${TIME})`,
  `\\bonly (?:get|reach|catch|find|call|ring|phone) me (?:before|until|till|around) (?:${TIME})`,
  `\\bno other (?:day|time)\\b|\\b(?:${DAY}|today|tomorrow|${TIME}) is (?:my |the |our )?only\\b`,
  `\\bnot (?:before|until) \\w+day(?:,)? and not after\\b|\\bone day a week\\b|\\bone hour a day\\b`,
)
const ONE_DAY = new RegExp(`\\b(?:call|ring|phone|buzz|reach|catch|bell|shout|call back|ring back|me|back|us|N+) (?:back )?(?:please )?(?:on |this |next |this coming |first thing on |first thing )?(${DAY})(?! (?:or|to|through|and|onwards|before|after|afternoon or|if)\\b|'|,? or\\b| \\w+ (?:delivery|order|meeting|class|show))`)
const AT_TIME = new RegExp(`\\b(?:at|around|about|by|exactly at|promptly at) (?:exactly |precisely |about |around )?(${TIME})(?=[,.?!;]|$| (?:sharp|today|tomorrow|tonight|on |this |precisely|exactly|in the|or|and i|and we|please|your time|my time|eastern|central|pacific|mountain|next|each|every|prompt|for|with|so|because)\\b)`)
const BY = /\b(?:by|before|until|till|after|since|about) $/

/** Silent for a rep who is hard to reach: then a time is asked for (advice 6 d). */
export const narrowWindow: Rule = {
  key: 'narrow_window', severity: 'warning',
  judge(script) {
    if (script.input.hard_to_reach) return null
    for (const { said, range } of script.sentences) {
      const found = narrowIn(said, script)
      if (!found) continue
      const place: Range = [range[0] + found[0], range[0] + found[1]]
      const fix = asksIn(said) ? cut('Leave the time out', place) : cut('Leave the time out', range)
      return { range: place, why: 'So little time to call back: let them choose.', fix }
    }
    return null
  },
}

function narrowIn(said: string, script: Script): Range | null {
  if (!TIMELY.test(said) || !CALLBACK.test(said) || (PAST_OR_MEETING.test(said) && !/\b(?:call|ring|phone|reach|catch|get|find) me\b|\bonly\b/.test(said))) return null
  const daily = EVERY_DAY.test(said)
  const window = windowMinutes(said)
  if (window && !CALLBACK.test(clauseAt(said, window.at))) return null
  if (window) {
    const most = script.numbers.window_hours * 60
    return window.minutes <= (daily ? most / 2 : PREFERENCE.test(said) ? most - 60 : most) ? [window.at, window.at + window.text.length] : null
  }
  if (daily) return null
  const only = SOON.exec(said) ?? ONLY_ONE.exec(said)
  if (only && !/\bnot only\b|\bonly (?:takes?|needs?|one (?:thing|question)|runs?|when|rains?)\b/.test(said)) return [only.index, only.index + only[0].length]
  const asked = /\b(?:call|ring|phone|buzz|reach|catch|bell|shout|try me|get me|find me)\b/.test(said)
  if (!asked || PREFERENCE.test(said) || /\b(?:i|we|he|she|they)(?:'ll| will| shall|'m going to| am going to| can|'d)? (?:\w+ ){0,2}(?:call|ring|phone|buzz|try)\b/.test(said)) return null
  const hour = AT_TIME.exec(said)
  if (hour && CALLBACK.test(clauseAt(said, hour.index)) && !/^(?:about|by|around)\b/.test(hour[0]) && !/\babout\b[^,]*$/.test(said.slice(0, hour.index))) return [hour.index, hour.index + hour[0].length]
  const day = ONE_DAY.exec(said)
  if (!day || BY.test(said.slice(0, day.index + day[0].length - day[1]!.length))) return null
  const end = day.index + day[0].length
  return [end - /(?:(?:first thing )?on |this (?:coming )?|next )?\w+$/.exec(day[0])![0].length, end]
}

/** "You close at five, so could you call me?": the hour is of the clause that it stands in. */
function clauseAt(said: string, at: number): string {
  const before = Math.max(...[';', ', so ', ', and could', ', would', ', could'].map((mark) => said.lastIndexOf(mark, at)))
  const after = /;|, (?:so|and could|would|could)\b/.exec(said.slice(at))
  return said.slice(Math.max(0, before), after ? at + after.index : said.length)
}
