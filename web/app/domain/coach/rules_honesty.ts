/** Nothing that deceives, and nothing that is not said to the end. */
import { either } from './either.ts'
import { cut, cutSentence } from './fixes.ts'
import { find, findIn, findMeaning, type Rule } from './rule.ts'
import type { Script } from './script.ts'
import type { Range } from './types.ts'

const INSTITUTION = '(?:bank|insurers?|insurance(?: company)?|landlord|utility|energy (?:company|supplier|provider)|electric(?:ity)? (?:company|board)|gas (?:company|board)|water (?:company|board)|power company|phone company|supplier|council|county|city|state|government|tax (?:office|department)|revenue|irs|hmrc|courts?|police|sheriff|fire (?:department|service|brigade)|health (?:department|inspector)|inspector|licensing|planning (?:office|department)|town hall|directory|chamber(?: of commerce)?|post office|manufacturer|head office|headquarters|corporate|franchise|accountant|auditors?|lawyers?|solicitors?|leasing company|credit card|card (?:company|processor)|domain (?:registry|registrar)|registry|search engine|google|microsoft|apple|amazon|facebook|meta|paypal|visa|mastercard|trading standards|osha|hse|tax (?:people|man|collector|authorit\w+)|taxman|customs|bailiffs?|debt collect\w+|collection agency|environment agency|fraud department|billing department|security department|safety department|records office|licen[cs]e office|trade association|union|museum trust|diocese|school board)'
const FOR_ANOTHER: readonly RegExp[] = [
  new RegExp(`\\b(?:call(?:ing)?|ring(?:ing)?|phoning|speaking|here|i'm|i am|this is|it's|we're|we are|working|work|contact(?:ing)? you|writing|get in touch|getting in touch)\\b[^.?!,;]{0,30}?(?:, ringing|, calling)? (?:from|for|with|on behalf of|at|representing|of|acting for|sent by|in the name of|as) (?:the|your|a|our|their)? ?(?:[\\w'-]+ ){0,3}?${INSTITUTION}\\b(?!'?s? (?:car park|parking|lot|street|road|square|letter|gate|bridge|crossing|corner|notice))`),
  new RegExp(`\\b(?:i'm|i am|this is|it's|we're|we are|calling as|speaking as) (?:the|your) (?:new |local |regional |own |official )*${INSTITUTION}\\b`),
  /\bthis is (?:google|microsoft|apple|amazon|facebook|paypal|visa|mastercard|the irs|hmrc)\b/,
  new RegExp(`\\b(?:on behalf of|representing|acting for|in the name of) (?:the|your|a) (?:[\\w'-]+ ){0,3}?${INSTITUTION}\\b`),
]
const WITH = '(?:from|with|at|of|for|on behalf of|representing|here at|over at)'
const PLACE = /\b(?:road|street|avenue|lane|county|city|town|valley|park|station|airport|square|bridge|village|beach|island|lake|river|creek|hill|hills|heights|district|north|south|east|west|car|van|truck|office|yard|desk|phone|fair|show|market|expo|conference|hotel|door|gate|lot|corner|hall|building|floor|site|room)\b/i

const GAVE = '(?:asked|requested|told|invited|instructed|promised|showed|gave|sent|sold|lent|expect(?:ing)?|waiting for|mentioned to)'
const THING = '(?:accounts?|polic(?:y|ies)|subscription|membership|contract|order|booking|agreement|plan|loan|lease|file|application|payment|invoice|claim|warranty|deposit|rental|appointment|delivery|shipment|custom)'
const MET = '(?:spoke|spoken|talked|met|chatted|discussed|agreed|sat|shook hands|corresponded|worked together|did firm|shared a)'
/** Of two who never spoke: calls, talks, orders, thanks for what never was. */
const RELATION: readonly RegExp[] = [
  either(
    `\\breturn(?:ing)? your (?:call|message|mail|enquiry|inquiry)\\b|\\bmiss(?:ed)? (?:a |your )?call from you\\b|\\bmissed your call\\b|\\b(?:get|getting|got|come|coming|came) back to you (?:about|on|regarding|with|after|as)\\b`,
    `\\bas (?:we|you and i|you|i was) (?:have )?(?:${MET}|said|arranged|decided|mentioned|wanted|suggested|${GAVE})\\b|\\bas (?:discussed|agreed|requested|arranged|promised|instructed|per (?:our|your))\\b|\\b(?:further|according) to (?:our|your) (?:chat|talk|call|conversation|enquiry|inquiry|request|mail|order|meeting)\\b`,
    `\\bi (?:have )?promised you\\b|\\b(?:we|you and i|the two of us) (?:last |first |both |recently |briefly |have |do )*${MET}\\b(?! (?:to|with) (?!you\\b))(?= (?:last|on|about|at|in|that|T|the|earlier|a|before|briefly|this|and|when|you|some|together|each)\\b|[.,!])|\\b(?:we|you and i) (?:have|shared|did) (?:a )?(?:coffee|lunch|dinner|drink|chat|talk|word|meeting|deal|beer|cup|firm together)\\b`,
    `\\byour (?:\\w+ )?${THING}(?: is| are)? (?:held )?(?:here )?(?:with (?:us|me|our)|at our|from us|that we|at (?:the|your) \\w+)\\b|\\byour (?:account|policy|subscription|warranty|membership|licen[cs]e|registration|listing|domain|cover(?:age)?|contract) (?:is|have|will|needs|may|must)\\b[^.?!]*\\b(?:expir|suspend|clos|cancel|overdue|renew|laps|flagged|blocked|review|verif|updat|interrupt|about to|runs? out)`,
    `\\b(?:our|the) records (?:show|say|tell)|\\b(?:valued|loyal|existing|long[- ]standing|long[- ]time) (?:customer|client|member|subscriber)|\\bas (?:a|9 of our) (?:customers?|clients?|members?)\\b|\\byour (?:last|previous|recent|usual|regular|next|standing) (?:order|purchase|delivery|visit|appointment|service|booking) (?:with|from) (?:us|me)\\b|\\byou (?:have )?(?:been )?(?:ordered|bought|booked|rented|leased|signed up|registered|placed|opened|took out|a customer)(?: \\w+){0,4} (?:from|with) (?:us|me)\\b|\\b(?:order|account|booking|contract|appointment|delivery|visit|reservation) (?:that )?you (?:\\w+ )?(?:with|from) us\\b|\\blook(?:s|ing)? after your ${THING}`,
  ),
  either(
    `\\byou (?:have |would |are |were |is )*(?:${GAVE}) (?:me|us|for|my call|our call|a call from|whether|if|a (?:quote|call|visit))\\b|\\byou (?:wanted|asked|were (?:keen|hoping|looking)) (?:me |us )?(?:to (?:know|see|hear|talk|meet|buy|order|have|call)|for)\\b|\\byou (?:filled (?:in|out)|sent in|signed up|registered|applied|enquired|inquired|stopped by our|came (?:to|by) our|came to see us|left (?:us|me))\\b`,
    `\\byou (?:were |is )?(?:asking|wanting) (?:about|after)\\b|\\b(?:the|a|that|those|your) (?:\\w+ ){1,2}you (?:have |would )*(?:asked|requested|ordered|enquired|inquired|were after|is after|wanted from)\\b|\\byou (?:will|may|might|must|surely| )+(?:well )?(?:remember|recall)\\b(?! (?:the (?:storm|flood|fire|snow|winter|old|day)|when (?:the|your)))|\\bremember me\\b`,
    `\\b(?:i|we) (?:have |finally )*(?:got|received|saw|heard|listened to|read|picked up|have) your (?:message|call|mail|enquiry|inquiry|request|text|order|application|question|note to)\\b`,
    `\\b(?:thanks|thank you|thanking you)(?: so much| much| again)? for (?:your (?:call|message|mail|enquiry|inquiry|interest|order|request|firm|custom|answer|visit|question|letter|time (?:last|on|T|yesterday|the other))|call (?:us|me|back|earlier|on|T|yesterday|this)|getting (?:in touch|back)|reaching out|meeting|seeing me|having me|contacting|writing|asking|stopping by|coming|speaking|talking|chatting|showing me)\\b`,
    `\\b(?:good|great|nice|lovely|pleasure|enjoyed|fun|wonderful|loved) (?:it is )?(?:to (?:have )?)?(?:meet(?:ing)?|met|seen|see(?:ing)?|talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|catch(?:ing)? up)(?: to| with)? you\\b(?= (?:last|on|at|again|yesterday|T|the other|this|in|earlier)|[.,!])|\\benjoyed (?:our|the) (?:chat|talk|conversation|meeting|lunch|call)\\b|\\bold friend of yours\\b|\\bmy (?:old|good|dear) friend F|\\bwe go (?:way |a long way )?back\\b|\\bfollow(?:ing)? up (?:on|to|from|after) (?:our|your (?:call|enquiry|inquiry|request|order|visit|question))\\b|\\b(?:last|next) time we ${MET}|\\bsince (?:we|our)(?: last)? (?:${MET}|meeting|chat|call|conversation|order)\\b|\\bwhere we left\\b|\\bgood to (?:talk|speak) again\\b`,
    `\\byour (?:own |usual |regular |personal |account |order )*(?:engineer|technician|agent|broker|supplier|contractor|manager|insurer|banker|landlord|account team|representative) (?:from|at|with|here|speaking)\\b|\\bour (?:arrangement|agreement|contract) with you\\b|\\bwe (?:fitted|installed|fixed|repaired|serviced|supplied|sold|built|painted|cleaned) (?:your|you)\\b[^.?!]*\\b(?:last|ago|for you|in (?:9|the))\\b`,
  ),
]
/** "We've never spoken", "we haven't met", "nobody asked me". */
const NEVER = /\b(?:not|nobody|no 9|before|until|hope|wish|looking forward|would like|would love|in the paper|at last|time we)\b(?! only)/
const DENIED = /\b(?:never|time|not|haven't|hasn't|don't|didn't|won't|nobody|isn't|no|before|until|hope|would|could|if|when we (?:meet|speak|talk)|wish|looking forward|like to|love to)\b[^.?!;]{0,30}$/

/** Calling for a company that is not his, or claiming a relation that there is none. */
export const impersonation: Rule = {
  key: 'impersonation', severity: 'error', everywhere: true,
  judge(script) {
    const range = forAnother(script) ?? (script.input.cold && script.input.family !== 'pick_up' ? claimedRelation(script) : null)
    return range && { range, why: 'This is not so: say who you are and how you really come to call.', fix: cutSentence('Leave it out', script, range) }
  },
}

const AN_INSTITUTION = new RegExp(`\\b${INSTITUTION}\\b`)

function forAnother(script: Script): Range | null {
  for (const pattern of AN_INSTITUTION.test(script.said) ? FOR_ANOTHER : []) {
    const range = findIn(script, pattern, (said, match) => !/C/.test(match[0]) && !OWN_TRADE(script).test(match[0]) && !/\b(?:not|isn't|never|aren't|don't|doesn't|no|neither|nor|won't)\b[^.?!,;]{0,25}$/.test(said.slice(0, match.index)) && !/\b(?:not|isn't|never)\b/.test(match[0]) && !/\bwhere\b|\bwho(?:se)?\b|\bthat\b|\babout\b/.test(match[0]))
    if (range) return range
  }
  return namedAnother(script)
}

/** A bank calls from "the bank". */
function OWN_TRADE(script: Script): RegExp {
  const words = script.input.rep.company.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return words.length === 0 ? /$^/ : new RegExp(`\\b(?:${words.join('|')})`)
}

/** "Kyle Danvers, calling from the Yellow Beacon directory": a name written like a company's, and not the own one. */
function namedAnother(script: Script): Range | null {
  const patterns = [
    new RegExp(`\\b(?:calling|ringing|phoning|speaking|i call|i'm calling|on the line|i work|working|we work|acting|i'm|i am|here) (?:you |today |here |to you )?(${WITH}) (?:the |our |your )?`, 'g'),
    new RegExp(`(?:this is|it's|i'm|my name(?:'s| is)|^hi|^hello|,|here) ?(?:F+,? )?R+(?: R+)*(?: here|, calling|, ringing|,)? (${WITH}) (?:the |our )?`, 'g'),
    /\b(on behalf of|representing|acting for) (?:the |our |your )?/g,
    /\b(?:i'm|i am|it's|this is) (?:your|the) (?:[a-z]+ ){1,4}(with|at|from|for|of) (?:the )?/g,
  ]
  for (const { said, range } of script.sentences) {
    for (const pattern of patterns) {
      for (const match of said.matchAll(pattern)) {
        const start = range[0] + match.index + match[0].length
        const name = /^\p{Lu}[\p{L}\d&'’.-]*(?: (?:(?:and|of|the|&) )?\p{Lu}[\p{L}\d&'’-]*)*/u.exec(script.text.slice(start, range[1]))?.[0]
        if (!name || !isOther(script, name, match[1]!, said, start)) continue
        return [range[0] + match.index, start + name.length]
      }
    }
  }
  return null
}

function isOther(script: Script, name: string, link: string, said: string, start: number): boolean {
  const masked = script.said.slice(start, start + name.length)
  const own = script.input.rep.company.toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word.length > 2)
  if (/[CRKN]/.test(masked) || own.some((word) => name.toLowerCase().includes(word)) || PLACE.test(name) || /^(?:I|I'm|Route|Highway)\b/.test(name)) return false
  if (/^P/.test(masked)) return /behalf|representing|acting/.test(link)
  const after = script.text.slice(start + name.length, start + name.length + 40)
  if (link === 'from' || link === 'of' || link === 'at') return /[CK]/.test(said) ? false : !/[CK]/.test(script.said) || / /.test(name) || /^ (?:directory|bank|office|team|company|department|council)/.test(after)
  return !DAYS.test(name)
}

const DAYS = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)/

function claimedRelation(script: Script): Range | null {
  const claimed = findMeaning(script, RELATION, (plain) => !NEVER.test(plain)) ?? findIn(script, CALLED, (_, match) => !/\bif\b/.test(match.input))
  if (claimed) return claimed
  return findIn(script, TALK, (said, match) => !DENIED.test(said.slice(0, match.index)) && !STILL_TO_COME.test(said.slice(0, match.index)) && !AMONG_THEMSELVES.test(match[0] + said.slice(match.index + match[0].length, match.index + 60)))
}

/** "Our talk on Monday" is with the prospect; "our crew meeting" and "before our call" are not. */
const CALLED = /\byou (?:called|rang|phoned|e-?mailed|wrote to|contacted|texted|messaged|visited|approached) (?:us|me|our|C+)\b(?! (?:a|names)\b)/
const TALK = /\bour (?:last |recent |earlier |previous |first |little |good |nice |great |phone |long |short |quick )*(?:talk|conversation|chat|discussion|meeting|call|appointment|agreement|phone call|correspondence|exchange|visit together|deal)\b(?= (?:last|on|of|yesterday|this|the other|about|in|at|earlier|from|a|we|with you)|[.,!?]| and| where| when)/
const STILL_TO_COME = /\b(?:for|arrange|find|set up|plan|during|at|open|before|book) $/
const AMONG_THEMSELVES = /\b(?:open|annual|yearly|team|staff|crew|own|weekly|monthly|morning|safety|could|would|will)\b/

/** Silent once a rep has checked the link, and while the name is not used. */
export const unverifiedConnection: Rule = {
  key: 'unverified_connection', severity: 'error', everywhere: true,
  judge(script) {
    if (script.input.connection_verified !== false || !script.input.connection) return null
    const range = find(script, /K+(?:[ -]K+)*|\bmutual (?:friend|acquaintance|contact|connection)\b/)
    return range && { range, why: `Nobody has checked the link to ${script.input.connection}: a wrong one backfires.`, fix: cutSentence('Leave the link out', script, range) }
  },
}

/** The lead alone can allow it: one author calls it shady. */
export const cutOff: Rule = {
  key: 'cut_off', severity: 'error',
  judge(script) {
    const last = script.sentences[script.sentences.length - 1]
    return script.brokenOff && last ? { range: last.range, why: 'It breaks off in the middle of a sentence.', fix: cut('Leave the last sentence out', last.range) } : null
  },
}

export const unfilledField: Rule = {
  key: 'unfilled_field', severity: 'error', everywhere: true,
  judge(script) {
    const gap = script.gaps[0]
    return gap ? { range: gap, why: `${script.text.slice(...gap)} is not filled in.`, fix: cutSentence('Leave the sentence out', script, gap) } : null
  },
}
