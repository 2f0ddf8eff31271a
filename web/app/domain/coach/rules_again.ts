/** The rep does not take the call off their hands. Reads plain words: see plainly.ts. */
import { either } from './either.ts'
import { cut } from './fixes.ts'
import { asksIn } from './requests.ts'
import { findMeaning, type Rule } from './rule.ts'

/** Not "when you call", and not what will happen to somebody or something else. */
const WORDS = '(?: (?!(?:when|if|once|after|until|till|unless|that|not|the|it|for|him|her|them|as)\\b)\\w+){0,3}?'
const AGAIN: readonly RegExp[] = [
  either(
    `\\b(?:i|we|R+|K+|someone|somebody|my \\w+) (?:will|am going to|are going to|plan to|mean to|intend to|promise to|may)${WORDS} (?:call|try|chase|catch|contact|reach)(?= (?:you|back|again|T|on T|later|next|then|in the (?:morning|afternoon|evening)|first thing|after (?:the )?(?:T|lunch)|this (?:afternoon|evening)|round again|anyway|your (?:office|line|number|mobile|cell|desk))\\b|[.!]|$)(?! you (?:a|an|the)\\b)`,
    `\\b(?:i|we) (?:will|am going to|are going to|may)${WORDS} (?:(?:be|get) (?:back )?in touch|get back to you|be back to you|follow up(?! (?:by|with|in) (?:e-?mail|mail|writing|a))|check (?:back|in)|touch base|circle back|reach out|give (?:you|it|this|your \\w+) (?:a|an|another|9 more)(?: \\w+)? (?:call|bell|shout|go|shot|try|tinkle)|have another (?:go|try)|catch (?:up with )?you|speak to you then|(?:keep|go on|carry on|continue) (?:on )?(?:trying(?! the)|call|to call))`,
    `\\b(?:i|we) am (?:\\w+ ){0,4}and (?:i )?will call\\b|\\bwhen (?:i|we) (?:next )?call\\b(?! (?:the|a|my|your|him|her|them)\\b)|\\b(?:leave|leaving) (?:the |all the )?call (?:to|with) (?:me|us)\\b|\\bmy next (?:call|try|attempt)\\b|\\b(?:wait for my|until i|till i) call\\b|\\bi would rather call you\\b|\\b(?:another|a second|9 more|a further|a|my|next) call from (?:me|us)\\b|\\byou (?:will|can expect to|are going to) (?:\\w+ )?hear from (?:me|us)\\b|\\bexpect (?:to hear from|another call|my call)|\\b(?:let me|i can always) (?:try|call) (?:you|again)|\\bi am call (?:you )?(?:again|back) (?:T|later|next|on)`,
    `\\b(?:no|not any|little) (?:need|necessary|reason|cause|call|point|rush|hurry|obligation) (?:for you |in you )?to (?:call|return|answer|get back)\\b|\\b(?:no answer|no call|no callback) (?:is )?(?:needed|necessary|required)\\b|\\bsave yourself the call\\b|\\b(?:not|not to|neednt) (?:have to|need to|need|have|be|to|bother|worry|trouble|feel)(?: (?:to|about|even|that|you have to|you must|yourself|if you can not|bother|feel|obliged))* (?:call|return|answer)\\b(?! (?:the (?!call)|a |an |any|somebody|his|him|her|them|out|ahead|first|T|right away|now|straight|immediately|before|until|till|if|between|in the|at|after|on (?:T|my)|my |off|it\\b))`,
    `\\b(?:i|we) will${WORDS} call (?:you )?once more\\b|\\bkeep at it (?:until|till)\\b|\\b(?:look out|listen out|watch out|stand by|be ready) for (?:my|our) call\\b|\\bexpect me to call\\b|\\b(?:i|we) will${WORDS} (?:get|catch|reach|grab) you (?:later|then|T|another|next|again|some)\\b|\\b(?:i|we) will${WORDS} (?:drop|leave|send|give) you another (?:line|message|call|9|ring|go)\\b|\\b(?:leave it (?:to|with) me|(?:i|we) will${WORDS} get hold of you)\\b|\\b(?:i|we) will${WORDS} (?:pester|bother|nag|bug|hound) you\\b`,
    `\\b(?:i|we) will be on the (?:call|line)(?: to you)? again\\b|\\bfollow (?:this|it|that) up (?:with|by) (?:another |a )?call\\b|\\b(?:i|we) (?:would |have )*(?:planned?|meant|mean|intend(?:ed)?|due) to call you\\b|\\byou will hear (?:from )?me again\\b|\\b(?:second|another|further) (?:try|attempt) (?:T|next|on T|later|in)\\b`,
  ),
]
/** "Leave word and I'll call you straight back": he rings because they did. */
const IN_ANSWER = /\b(?:straight|right) back\b|\b(?:leave|text) (?:me |us )?(?:a |your )?(?:message|word|number|time)\b|\b(?:when|once|as soon as|after|if) you(?:'ve| have)? (?:call|rung|ring|called|phone)\b[^.?!]*\bi(?:'ll| will)\b|\bi'll call (?:off|out|it)\b/

export const willCallBack: Rule = {
  key: 'will_call_back', severity: 'warning',
  judge(script) {
    const range = findMeaning(script, AGAIN, (_, said) => !IN_ANSWER.test(said))
    if (!range) return null
    const sentence = script.sentences.find((each) => each.range[0] <= range[0] && range[0] < each.range[1])!
    const why = 'You take the call off their hands: they will wait for yours.'
    return asksIn(sentence.said) ? { range, why } : { range, why, fix: cut('Leave it out', sentence.range) }
  },
}
