/** One explicit ask, politely put, for which they have time enough. */
import { beforeSignOff, cut } from './fixes.ts'
import { asks, asksIn, otherAsks, softAsk } from './requests.ts'
import type { Rule } from './rule.ts'
import { introductionOnly } from './rules_reason.ts'

/** Silent for what comes near an ask ("I look forward to your call") and for a message that only introduces. */
export const noAsk: Rule = {
  key: 'no_ask', severity: 'error',
  judge(script) {
    if (script.brokenOff || asks(script).length > 0 || softAsk(script) || introductionOnly.judge(script)) return null
    return { range: null, why: 'It asks for nothing: ask for one call.', fix: beforeSignOff('Ask for a call', script, script.input.locale === 'en-GB' ? 'Could you ring me?' : 'Could you call me?') }
  },
}

export const twoAsks: Rule = {
  key: 'two_asks', severity: 'warning',
  judge(script) {
    const others = otherAsks(script)
    const second = others[0]
    if (!second || (asks(script).length === 0 && new Set(others.map(({ kind }) => kind)).size < 2)) return null
    const alone = script.sentences.find(({ range, said }) => range[0] <= second.range[0] && second.range[1] <= range[1] && !CALL_TOO.test(said.slice(0, second.range[0] - range[0])))
    const callElsewhere = script.sentences.some(({ said, range }) => range !== alone?.range && asksIn(said))
    if (!alone && !CALL_TOO.test(script.said)) return null
    const why = 'Two things are asked: ask for the call alone.'
    return alone && callElsewhere ? { range: second.range, why, fix: cut('Leave the second ask out', alone.range) } : { range: second.range, why }
  },
}

const CALL_TOO = /\b(?:call|ring|phone|buzz|bell|shout|text|reply|answer|get back|get in touch|let me know|tell me|give me|word|speak|talk|chat|meet)\b/

const PROMISE = /\b(?:minutes?|hour|yes or (?:a )?no|one question|half an hour|quick|short|so that|and i'll|i can (?:show|tell|send)|with (?:a|the) (?:name|answer|day|date))\b/

/** Where there is time for it: what the call will take or bring. */
export const promiseMissing: Rule = {
  key: 'promise_missing', severity: 'hint',
  judge(script) {
    if (script.input.band !== '60' || !script.prospecting || asks(script).length === 0 || PROMISE.test(script.said)) return null
    return { range: asks(script)[0]!, why: 'Say what the call takes or brings: "five minutes will do".', fix: beforeSignOff('Promise five minutes', script, 'Five minutes will do.') }
  },
}
