/** What a message asks for. Reads the masked text of a script. */
import { either } from './either.ts'
import type { Script, Sentence } from './script.ts'
import type { Range } from './types.ts'

const ME = '(?:me|us|R+|C+)'
const START = '(?:^|[.,;:!?…—–] ?|- |\\b(?:and|so|please|then|or|but|just|do|also|kindly|simply|maybe|perhaps|now|today|there|either|always) )'
const OBJECT = `(?= ${ME}\\b| back\\b| when\\b| if\\b| whenever\\b| any ?time\\b| before\\b| today\\b| tomorrow\\b| this\\b| tonight\\b| soon\\b| later\\b| in the\\b| on (?:N|my|this|that|the)| at N| N|,|\\.|\\?|!|;|…| or\\b| and\\b| for (?:R|C)| about\\b| collect\\b| first\\b| early\\b|$)`

/** "Could you ...?" and the like, and imperatives at the start of a clause. */
const POLITE = /\b(?:could|would|can|will|won't|might) (?:you|we|i)\b(?! believe\b)/
const IMPERATIVE = new RegExp(`${START}(?:(?:call|ring|phone|telephone|dial|buzz|text|e-?mail|contact|reach|message|try)${OBJECT}(?! you\\b)|give ${ME} |drop ${ME} |let ${ME} (?:know|have|hear)|tell ${ME}\\b|get (?:back to|in touch|hold of ${ME})|come back to ${ME}|return (?:my|the|this) call|pick up the phone|(?:be|stay|keep) in touch|let's (?:talk|meet|speak|find|have)|leave ${ME}? ?(?:a )?(?:message|word)|send ${ME} |ping ${ME}\\b|hit ${ME} up\\b|holler\\b|reply\\b|respond\\b|answer\\b|write to ${ME}|ask for (?:R|me)|speak to ${ME}|have a (?:quick )?word with ${ME})`)
const WISH = either(
  /\b(?:i'd|i would|we'd|we would) (?:really |very much |so |dearly |truly |much |greatly )?(?:love|like|appreciate|welcome|value|be (?:so |very |really |most |ever so |much )?(?:grateful|glad|happy|delighted|pleased|thankful|obliged))\b(?= (?:to (?:hear|ask|talk|speak|meet|chat|know|see|get|have|discuss|find|sit|go|check|run|learn|catch|arrange|set|connect|show you|walk you|come (?:by|and|over|round)|buy you|take you)|(?:a|your|five|ten|two|some) |of (?:a|your|five|some) |if |for (?:you|a|your|five)|it if|you to (?:call|ring|phone|give|get|have|tell|let|look|answer)|that call|hearing|talking|speaking))/,
  /\b(?:a|your|one) (?:quick |short |brief |return |two-minute |five-minute |little )*(?:call|ring|word|chat|reply|answer|text|callback|bell|buzz|phone call|yes or no|yes or a no)(?: back)?\b[^.?!]{0,30} (?:would|will|is|'d|'ll|does)\b/,
  /\b(?:hope|hoping|wonder|wondering|wondered|ask|asking|grateful|great|good|nice|lovely|kind|helpful|wonderful|happy|appreciate it|glad|brilliant|super|useful) (?:that |if |whether )+(?:you|we)\b/,
  /\bhop(?:e|ing) (?:you|we) (?:can|could|might|will|would|'ll|call|ring)/,
  /\b(?:i'm|i am) hoping (?:for|to (?:hear|talk|speak|get))|\bany chance\b|\bchance (?:of|you)\b/,
  /\b(?:do you mind|would you mind|mind (?:calling|ringing|giving|phoning|telling|letting))/,
  /\bi (?:ask|request|beg) (?:you )?(?:for |to )/,
  /\b(?:need|want|would like) (?:you to (?:call|ring|phone|get|give|tell|answer|contact|return|reply)|(?:a|an|your) (?:call|answer|reply|ring|word|decision)|to hear (?:back )?from you|to (?:speak|talk) (?:to|with) you)/,
  /\bi(?:'m| am)? expect(?:ing)? (?:you to|a call|an answer|your|to hear|a reply)/,
  /\b(?:you|you'll|you've|you'd) (?:really |just |simply )?(?:need|must|have|got|owe|better|ought)\b(?: to| got to)? (?:call|ring|phone|get back|give me|return|answer|reply|me|us)\b/,
  /\b(?:shall|can|may|could) (?:we|i) (?:talk|meet|speak|ask|have|borrow)\b|\bbe so (?:kind|good) as to\b/,
  /\bbe (?:kind|good) enough to\b|\bhelps? (?:me |us )?(?:a lot |much )?(?:to hear|to talk|if you)\b|\b(?:duty|job|turn|responsibility|up to you) to (?:call|ring|phone|answer|get back to) (?:me|us)\b/,
  /\b(?:would|'d|it's|will|might) (?:be )?(?:so |really |very |most )?(?:great|good|lovely|nice|wonderful|fantastic|brilliant|helpful|super|marvell?ous|a pleasure|a help|worth|useful|grand) (?:to (?:talk|speak|hear|meet|chat|get|have|catch|know|compare)|if (?:you|we))/,
  /\bif you (?:could|would|can) (?:please |just |kindly )?(?:call|ring|phone|give|let|get|drop|text|tell)/,
  /\b(?:grant|spare|lend) (?:me|us) (?:a|two|five|ten|your)\b/,
  /\bi(?:'d| would) like (?:a|your) (?:call|word|opinion|view|thoughts|yes)/,
)

const RHETORICAL = /^(?:how are you|how(?:'s| is) (?:it going|life|things|everything)|how do you do|did you know|guess what|remember me|do you remember|would you believe|ready|right|okay|ok|you know (?:what|who)|isn't it|who knows|who'd have thought)\b/
const SOFT = /\b(?:look(?:ing)? forward to (?:your|hear|speak|talk|a (?:call|chat))|you (?:can|could|may|might|will|'ll) (?:\w+ )?(?:reach|call|ring|phone|get|find|catch|contact)|feel free|free to (?:call|ring)|(?:hope|hoping|wait(?:ing)?) (?:to|for) (?:hear|your call|speak|talk)|reach(?:able| me| us)|glad to (?:talk|explain)|happy to (?:talk|explain|hear|chat|help)|call (?:is|me is) welcome|welcome to call|(?:if|when|whenever|in case|should) you(?:'d| would)? (?:like to |want to |care to |wish to |need to |ever )?(?:call|ring|phone|talk|hear more|know (?:more|which|what|why|where|how))|at your service|ready (?:to|when) )/
const NO_NEED = /\b(?:no need (?:for you )?to|don't (?:have|need) to|needn't|need not|not necessary to|don't (?:bother|worry)|nothing to|do not (?:have|need) to|never mind)\b/

/** Where something is asked for, sentence by sentence; a sentence counts once. */
export function asks(script: Script): Range[] {
  return script.sentences.filter(({ said }) => asksIn(said)).map(({ range }) => range)
}

export function asksIn(said: string): boolean {
  const bare = said.replace(/^(?:(?:hi|hello|hey|thanks|oh|so|and|but|now|well|F+|please),? )+/, '')
  if (NO_NEED.test(said) && !/\b(?:but|just|though|so)\b.*\b(?:call|ring|phone|tell|let)\b/.test(said)) return false
  return (/\?/.test(said) && !RHETORICAL.test(bare)) || POLITE.test(said) || IMPERATIVE.test(said) || WISH.test(said)
}

/** It comes near an ask without asking. */
export function softAsk(script: Script): boolean {
  return SOFT.test(script.said)
}

const LEAD = `(?:\\b(?:could|would|can|will|won't) you (?:please |kindly |also |just |perhaps |possibly |then |still |maybe |both )*|\\bwould you mind |(?:i'd|we'd|i would) (?:also |really )*(?:love|like|ask|appreciate|need|want) (?:it if )?(?:for )?you (?:to |could |would )|\\bif you (?:could|would|can|'d) (?:also )?|\\bneed you to (?:also )?|(?:^|[.!?;:—–] ?|, ?)(?:and |then |so |but |also,? |please,? |kindly |do |just |meanwhile,? |in the meantime,? |while you're (?:at it|there),? |after that,? |one more thing,? |don't forget to |remember to |be sure to |make sure (?:that )?(?:you |to )?|F+,? )*|\\band (?:also |then |please |maybe |perhaps |kindly |while you're at it |remember to |don't forget to |could you |would you |can you |will you |do |to )*)`
const WEB = '(?:web ?site|site|web ?page|page|catalogs?|catalogues?|brochures?|video|online|link|profile|portal|shop|store|showroom|stand|stall|booth|demo|offers?|gallery|portfolio|quotes?|e-?mail|drawings?|proposal|letter|leaflet|flyer|photos?|pictures?|newsletter|app|blog|samples?|slides|facebook|instagram|linkedin|youtube)'
const OTHER: readonly RegExp[] = [
  new RegExp(`^(?:have a (?:quick |good )?look|take a (?:quick |good )?look|look|check|see|browse|go|head|click|read|watch|visit|study|open|flick|leaf|view|try|log|like|follow)\\b[^.?!]{0,30}\\b${WEB}\\b`),
  either(
    /^(?:find|look) (?:us|me) (?:up )?(?:on|online)\b|^(?:google|follow|like|rate|review|recommend) (?:us|me|our|my|C)|^subscribe/,
    /^sign up|^register\b|^download\b|^vote\b/,
  ),
  either(
    /^(?:send|mail|post|fax|courier|ship)\b(?! (?:me|us) (?:a|an|your) (?:quick |short )?(?:text|message|note|line|word|reply|answer|e-?mail))/,
    /^(?:e-?mail|text|forward) (?:me |us |R+ )?(?:the|a|an|your|this|that|my|over|it|some|two|copies)\b/,
  ),
  either(
    /^(?:print|scan|photocopy)\b|^(?:sign|countersign|initial)\b|^fill (?:in|out|up|it)|^complete (?:the|a|that|our|my|this)/,
    /^(?:return|send back|bring back|hand in|drop off) (?:the|your|a|that|this)\b(?! call)/,
    /^(?:leave|write|give|post) (?:us |me )?(?:a |an |your )?(?:quick |short |good |kind |online |five-star |nice )*(?:review|rating|testimonial|feedback|recommendation|stars)/,
  ),
  either(
    /^(?:come|pop|stop|drop|swing|call|nip|step) (?:in|into|by|round|around|over|along|down|up|to|and see|past|out|on over)\b/,
    /^(?:join|attend|visit)\b|^(?:be|meet) (?:at|us at|me at)\b/,
    /^(?:come|bring|book|reserve|order|buy|pay|settle|transfer|donate|sponsor|return)\b(?! (?:my|this|the) call| (?:back|with)\b)/,
  ),
  either(
    /^(?:tell|remind|warn|inform|notify) (?!me\b|us\b|R|C)|^let (?!me\b|us\b|R|C|it\b)[^.?!,]{1,40} know\b/,
    /^ask (?!for\b|me\b|us\b|R|about\b|[^.?!]{1,30} for (?:R|me\b))[^.?!]{1,40} (?:to|if|whether|for|about)\b/,
    /^(?:pass|hand) (?:this|it|that|the|my|a|on|along|word)\b|^mention (?:it|this|us|me|that|my|our)\b|^introduce (?:me|us)\b/,
    /^put (?:me|us) in touch|^(?:share|spread)\b|^have your \w+ (?:sign|send|look|move|check|come|read|bring|fill)/,
  ),
  /^(?:drop|bring|leave|hand)\b[^.?!,]{0,25}\b(?:off|over|at our|with us|by our|in our)\b|^put in a (?:good |kind )?word\b/,
  /^(?!leave (?:a|your) (?:\w+ )?(?:message|word|note|number|line|time|name|voicemail))(?:leave|move|put|unlock|clear|take down|switch off|turn off|remove) (?:the|your|a|an|that|those|it)\b/,
]

/** Requests for something else than a call, by kind: the number of the first pattern that they fit. */
export function otherAsks(script: Script): Array<{ kind: number; range: Range }> {
  return script.sentences.flatMap((sentence) => othersIn(sentence))
}

function othersIn({ said, range }: Sentence): Array<{ kind: number; range: Range }> {
  const found: Array<{ kind: number; range: Range }> = []
  for (const lead of said.matchAll(new RegExp(`(?=(${LEAD}))`, 'g'))) {
    const at = lead.index + lead[1]!.length
    if (lead[1] === '' && at !== 0) continue
    const rest = said.slice(at)
    const kind = OTHER.findIndex((pattern) => pattern.test(rest))
    if (kind < 0 || /\bif you (?:like|want|wish|please|care to)\b/.test(rest) || subordinate(said.slice(0, lead.index), lead[1]!)) continue
    found.push({ kind, range: [range[0] + at, range[0] + at + /^[^.?!,]*/.exec(rest)![0].trimEnd().length] })
  }
  return found
}

/** "so that I can measure and send it": the "and" goes on with what the rep does, or with what somebody did. A comma or an "and" asks only
 *  where a request stands before it. */
function subordinate(before: string, lead: string): boolean {
  if (!/^(?:, ?|and )/.test(lead) || /\b(?:you|please|also|don't forget|remember|be sure|make sure)\b/.test(lead)) return false
  const clause = before.slice(Math.max(before.lastIndexOf(' i '), before.lastIndexOf("i'll"), before.lastIndexOf('we '), before.lastIndexOf('he '), before.lastIndexOf('they '), -1) + 1)
  return clause !== before || !asksIn(before)
}
