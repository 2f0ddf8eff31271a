/** No blame, no deadline, no orders. These read the plain words of a sentence: see plainly.ts. */
import { either } from './either.ts'
import { cutSentence, replace } from './fixes.ts'
import { asksIn } from './requests.ts'
import { findMeaning, type Rule } from './rule.ts'

const ANSWER = '(?:call|answer|return|got back|get back|(?:come|came) back|bother|written|wrote|picked up|pick up|in touch|acknowledge|react|found (?:the )?(?:time|a|9)|find|spare|have the|managed|manage|cared?|courtesy)'
const BLAME: readonly RegExp[] = [
  either(
    `\\byou (?:have |would |do |did |can |could |will |are |seem |must )*(?:not|fail(?:ed)? to|refused? to|chosen? not to|neglected to|forgot(?:ten)? to|too \\w+ to|hardly) (?:seem to |have |be |been |want to |care to |think to |once |able to )*${ANSWER}\\b(?! (?:the|it|your|a (?!call|answer|message|minute|moment|9)|any(?! of)|to (?:the|your)|on your|by|in the|off|that|out)\\b)`,
    `\\byou (?:did not|not|do not|have not|can not|could not|will not) ${ANSWER}[.,!]?$`,
    `\\bnot (?:have )?(?:so much as )?(?:a|9|single|any)(?: single)? (?:word|call|answer|peep|sound|line|message|thing)(?: back)?(?: from you| in return)?\\b`,
    `\\b(?:nothing|no (?:word|answer|call)|silence|so little)(?: but silence)? from (?:you|your)\\b`,
    `\\bmessages?\\b[^.?!]{0,30}\\b(?:and|but|so) (?:nothing|no (?:answer|call|word|reaction)|silence|not)\\b`,
    `\\bcall (?:for|and|after)[^.?!]*\\b(?:nothing|silence|no answer|be bothered)\\b`,
    `\\b(?:i|we) keep call[^.?!]*\\byou\\b|\\bafter (?:all|everything)\\b[^.?!]*\\b(?:message|call|trouble|effort|done)\\b`,
  ),
  either(
    /\b(?:you|your) (?:have |are |be |been |clearly |obviously |keep |always |just )*(?:ignor(?:e|ed|ing)|avoid(?:ed|ing)?|dodg(?:ed|ing)|duck(?:ed|ing)|brush(?:ed|ing)|ghost(?:ed|ing)|hiding|string(?:ing)? me|keep(?:ing)? me waiting|kept me waiting|let(?:ting)? me down|le(?:ft|aving) me (?:hanging|waiting|in the dark|no)|silence|lack of)\b/,
    /\bignor(?:e|ing) (?:me|my)\b|\b(?:ignored|brushed off|forgotten|snubbed) by you\b|\b(?:feel|feeling) (?:ignored|snubbed|slighted|unwanted)\b|\b(?:your|this|such) (?:long |total |complete )?silence\b|\bkeep(?:ing)? (?:me|a man|people) (?:waiting|guessing|hanging)\b/,
    /\b(?:i am|we are|i have been|left) (?:here )?(?:waiting|sitting)\b(?! (?:for|on) (?:the|a|an|parts|some|his|her|their))|\b(?:i|we) (?:have )?wait(?:ed)?\b[^.?!]*\b(?:in vain|for nothing|you (?:have )?not|your call)\b/,
    /\blet (?:\w+ ){0,3}(?:message|call|them)(?: of mine)? (?:go |all )*(?:unanswered|unheard)\b|\bbetter things to do than\b|\b(?:more important|bigger|other) things (?:to do|on your mind) than\b/,
    /\b(?:talking|speaking|talk) to (?:myself|thin air|the void|a stone|(?:a|the) (?:brick )?wall)\b|\bfallen on deaf ears\b|\bcold shoulder\b|\bthanks for nothing\b|\bwas(?:te|ted|ting) (?:of )?my time\b|\bwas it something i said\b|\bnot like you\b/,
  ),
  either(
    /\b(?:i|we) (?:am|is|are|have been|must say i am|have to say i am)(?: \w+)? (?:disappointed|hurt|offended|upset|annoyed|frustrated|puzzled|insulted|saddened|baffled|astonished|surprised|fed up|tired of|sick of)\b[^.?!]{0,30}\b(?:you|not|no|your|silence|hear|heard|answer|call|waiting|chasing|trying)\b|\b(?:disappoints?|disappointing|hurts?|upsets?|saddens) (?:me )?(?:that|when|to) (?:you|not)\b/,
    /\b(?:most|decent|polite|other|busy|normal|reasonable|good|serious) (?:people|folks?|managers|owners|customers|firm|men|women) (?:\w+ )?(?:call|answer|return|have)\b|\bwhere i come from\b|\bpeople (?:usually |normally )?(?:return|call back|answer)\b|\beverybody else (?:have )?(?:answer|call)\b/,
    /\b(?:courtesy(?! (?:call|visit|car))|decency|manners|good grace|politeness)\b|\b(?:is|how|so|a bit|a little) (?:rude|impolite|unprofessional|discourteous|ill mannered|unkind|inconsiderate)\b/,
    /\bi would (?:have )?(?:thought|expected|hoped|imagined)\b(?! (?:to|it))|\bi expected better\b|\byou would think\b|\b9 would think\b|\btoo (?:much to ask|much trouble|much bother|busy for|important (?:for|to)|grand|proud)\b|\bnot (?:too |so )?much to ask\b|\bhow (?:hard|difficult) (?:can|could|is) it\b|\b(?:that|so) hard to (?:call|answer|pick up)\b|\bonly takes (?:a|9) (?:minutes?|seconds?) to (?:call|answer|pick)\b/,
    /\b(?:can|could) (?:you )?not (?:even )?(?:spare|find|manage)\b|\byou can not (?:be bother|even)\b|\bbe bother(?:ed)? to\b|\bcan not be bother\b|\byou have not been (?:\w+ )?(?:fair|kind|nice|polite) to\b|\byou (?:promised|(?:said|told me) (?:that )?you would|swore|were (?:going|supposed|meant) to) (?:to )?(?:call|answer|get back|be in touch|let me know)\b|\b(?:the|a|your) call (?:that )?(?:not came|you promised)\b/,
    /\byou (?:might|could|should|would|ought to) (?:at least |have |surely )*have (?:call|answer|told|let me|picked|sent|the (?:grace|courtesy|decency))\b|\bwould (?:at least )?have (?:been|is) (?:more |so |very |a little |only )?(?:polite|kind|kinder|nice|nicer|courteous|fair|decent|right)\b|\b(?:kinder|better|politer) than (?:your|this|no) (?:silence|answer)\b/,
    /\b(?:not (?:like|want to (?:talk|speak|know|hear)|care|give a)) (?:to |with |of |from |for |about )?(?:me|us|a)\b|\bwhy (?:have|do|will|did|you)\b[^.?!]*\bnot\b|\bwhat (?:have i|did i) (?:done|do|say|said)\b|\bwhat (?:does|will|would|more|else) (?:it take|must i|do i have|can i)\b|\bhow (?:long|many (?:times|message|call))\b[^.?!]*\b(?:must|do|should|am|will|does) (?:i|9|it)\b/,
    /\b(?:shame|pity) (?:that )?(?:you|nobody there|your)\b|\b(?:leave|left) me no choice\b|\byou (?:clearly|obviously|evidently|apparently) (?:have|do|are|think|prefer)\b|\b(?:i am|i have) (?:beginning|starting|begun) to (?:think|feel|believe|wonder|suspect)\b[^.?!]*\b(?:you|me)\b|\byou (?:stay|keep|remain|went|go) (?:so |strangely )?(?:silent|quiet)\b|\byou have (?:clearly |obviously )?(?:forgotten|written off|lost interest in) (?:about )?(?:me|us|my)\b|\bhow can you\b/,
    /^(?=.*\b(?:call|answer|message|silence|heard?|word)\b).*\b(?:mean(?:s|t)? (?:nothing|so little)|not worth|(?:weeks|months|days) of silence|quick enough|taught me|surely|deserve|insult|slap in the face|strange that|odd that|funny (?:that|how)|sad that|not impressed|beneath you|beyond me|can only assume|must assume|conclude that you|it (?:seems|appears) (?:that )?(?:i am|you|my)|inexcusable|unacceptable|last straw|no way to treat|treat(?:ed|ing)? (?:me|people)|ungrateful|pointless)\b/,
  ),
  either(
    /\bnot important enough\b|\byour?\b[^.?!]{0,25}\bunanswered\b|\btak(?:e|ing) (?:it|this|that) personally\b|\bwould it (?:kill|hurt) (?:you|any\w+) to\b|\b(?:other|most) \w+ (?:at least |do |all )?(?:call|answer|return)\b/,
    /\b(?:feel|feeling|am|felt) (?:a (?:bit|little) |somewhat |so )?(?:let down|ignored|snubbed|forgotten)\b|\bnot (?:a |9 |so much as a )?(?:text|note|squeak|mail|word)\b[^.?!]{0,12}\bfrom you\b|\bnobody (?:there |at your \w+ )?(?:bothers?|care[sd]?)\b/,
    /\b(?:what (?:(?:i|we) have|have (?:i|we)) (?:done|did)|done something|did something)\b[^.?!]*\b(?:ignored?|offend\w*|deserve|wrong|upset|silence)\b|\bto be (?:ignored|brushed off|snubbed)\b|\bhow (?:often|many times|much longer|long) (?:do|must|should|have|am|are) (?:i|we) (?:have to |to |supposed to |meant to )?(?:call|wait|ask|chase)\b/,
    /\bso much as (?:a|9)\b|\byou (?:have|must have|clearly have|have got) (?:got )?better things to do\b|\bwast(?:e|ed|ing) (?:my |enough |so much |too much |any more |more )*time (?:on|with) (?:you|this|these)\b|\b(?:thought|expected|hoped|hoping|deserve[ds]?|better of|known) (?:\w+ ){0,6}?(?:better|more) (?:\w+ )?(?:than (?:that|this)|from you|of you)\b/,
    /\bhave the plague\b|\b(?:rather|sooner) (?:talk|speak) to (?:a|the|your) machine\b|\byou have (?:had |got )?(?:all|every 9|each) (?:of )?(?:my |these )?(?:message|call)\b|\b(?:months?|weeks?|days?) (?:and|of|later|on),? (?:and )?(?:not|no|nothing|silence)\b|\b(?:what|how) (?:more|else) (?:do|must|can|should) i (?:have to )?(?:do|say|offer)\b[^.?!]*\b(?:call|answer|hear|attention)\b/,
    /\b(?:you (?:are|have been) )?(?:giv(?:e|en|ing) me the (?:run ?around|slip)|treat(?:ed|ing) me like|had enough of (?:your|this)|a (?:poor|fine) way to treat)\b|\byou (?:might|could) (?:have )?(?:at least|had the)\b/,
  ),
]
const ABSOLVED = /\b(?:no (?:worries|problem|hard feelings|harm done|blame|reproach)|(?:that|it) is (?:fine|okay|ok|all right|perfectly)|i understand|understandable|i (?:do|can|will) not blame|not your fault|my (?:own )?(?:fault|mistake|bad)|who could blame|do not worry|i know you are|storm|snow|power|outage|lines|mailbox|sorry|apologi[sz]e|i (?:forgot|not|have not|did not|should have))\b/
/** What they do at home is no answer that they owe: "you never answered the county". */
const NOT_TO_ME = /\bnot (?:answer|return|call) (?:the (?:county|city|council|door|bell|letter)|to the|your)\b/

/** Messages counted without reproach are fine, and so is blame for oneself or the weather. */
export const guilt: Rule = {
  key: 'guilt', severity: 'warning', everywhere: true,
  judge(script) {
    const range = findMeaning(script, BLAME, (plain, said) => !ABSOLVED.test(plain) && !NOT_TO_ME.test(plain) && !(/\b(?:surely|would have|kind)\b/.test(said) && asksIn(said)))
    return range && { range, why: 'It blames them for not answering: nobody rings back to be told off.', fix: cutSentence('Leave the blame out', script, range) }
  },
}

const WHEN = '(?:(?:the |this |next |close of |end of |the end of |about |then on |coming )*(?:T|9|week|month|day|play|firm|lunch(?:time)?|evening|afternoon|morning|close|end|then|first|hour|fifth|tenth|rest of the (?:day|week))(?: (?:9|o\'clock|p\\.?m|a\\.?m|T|morning|evening|days?|hours?|weeks?))*)'
const BY = `(?:by|before|until|till|no later than|within|through|up to) (?:only |the next )?${WHEN}`
const ASK = '(?:call|answer|get back|let me know|confirm|decide|tell me|give me|hear|heard|know|sign|book|order|say yes|yes|speak|talk|act|word|claim|reserve|pay)'
/** Of an offer: not theirs, and no outside event. */
const OFFER = '(?<!\\byour )(?<!\\byour \\w+ )(?<!\\bown )\\b(?:offer|slot|spot|place|seat|bay|booking|reservation|special|trial|chance|opportunity|tickets?|bid)s?\\b'
const DEADLINES: readonly RegExp[] = [
  either(
    `\\b${ASK}\\b[^.?!]{0,60}?\\b(?:${BY}|T|in time|this (?:week|afternoon|morning|evening))[^.?!]*?\\b(?:or|otherwise|else|if not|failing that|after which)(?: else)?,? (?:i|we|it|they|he|she|your|the|that|you|somebody|someone|another|his|C+)\\b(?! (?:suits?|prefer|like|would rather))`,
    `\\b${BY}(?:,? please)?,? (?:or|otherwise|if not),? (?:i|we|it|they|your|the|you|somebody|someone)\\b`,
    `\\bif (?:i|we|you) (?:do not|are not|have not|did not|can not|hear nothing|have no|not|fail|miss)\\b[^.?!]*\\b(?:${BY}|in 9)`,
    `\\b(?:if (?:there is |i have |i get )?(?:no|nothing)|with no|without)\\b[^.?!]{0,30}\\b${BY}`,
    `\\bunless (?:i|we|you)\\b[^.?!]*\\b(?:by|before|until|till|within|T|this)\\b`,
    `\\byou (?:have|get|only have)(?: got)? (?:only |got )*(?:until|till|to|up to|9|the rest)\\b[^.?!]*\\b(?:to (?:say|decide|call|answer|sign|book|tell|let|get|make)|then|or|otherwise)\\b`,
    `\\b(?:last|final) (?:chance|call for|opportunity)\\b|\\blimited (?:time|period|offer)\\b|\\bT only\\b(?=[^.?!]*\\boffer\\b)|\\bwhile (?:stocks?|supplies) lasts?\\b`,
  ),
  either(
    `${OFFER}[^.?!]{0,20}?\\b(?:good|valid|open|on|available|held?|yours|stands?|holds?|fixed|reserved|guaranteed|ends?|ending|expires?|runs? out|lasts?|closes?|stops?|finish(?:es)?|go(?:es)? (?:up|away)|lapses?|over|climbs?|rises?|jumps?|gone|dies|vanish(?:es)?|withdrawn|will not (?:be|last|wait|stand))\\b[^.?!]{0,20}?(?:\\b(?:only |just )?(?:${BY}|(?:on|at|after|for|in|tonight|this|next|from) ${WHEN}|forever|long)|\\bT\\b|\\b(?:next|this) (?:week|month)|\\bhere next)`,
    `\\b(?:i|we) (?:will |can |could |am |are |happily |only )*(?:hold(?:ing)?|keep(?:ing)?|reserve|reserving|save|wait|leave|put \\w+ aside|lets? me keep)\\b(?! (?:it short|this short))[^.?!]{0,30}?\\b(?:until|till|through|to|by) ${WHEN}`,
    `\\blets? me (?:hold|keep|offer)\\b[^.?!]{0,30}?\\b(?:until|till|through|to|by) ${WHEN}`,
    `\\b(?:after|from|as of|starting|come|once) (?:${WHEN}|that),? (?:it|they|this|that|the(?: \\w+)? (?:offer|slot|place|seat|doors?|chance|cost|fee)|i|we|your (?:name|place|seat|slot))\\b[^.?!]*\\b(?:cost|double|grow|goes?|gone|sells?|sold|gives?|pass|ends?|close|up|climbs?|rises?|full|more|withdraw|take|move on|lose|off)\\b`,
    `\\b${ASK}\\b[^.?!]*\\b(?:${BY}|T|within 9)\\b[^.?!]*\\b(?:and|,) (?:you|i|we|the|your|it)\\b[^.?!]{0,12}\\b(?:get|throw|waive|give|keep|save|knock|lock|hold|have the|have it|last 9|include|is free|are free|free|half)\\b`,
    `\\b(?:because|as|since) (?:on |from )?T (?:the|it|they)\\b[^.?!]*\\b(?:climbs?|rises?|goes?|ends?|doubles?|gone|grow)\\b|\\b(?:to|for) the (?:first|next) (?:who|person|man|caller|bidder|9)\\b[^.?!]*\\b${BY}|\\b(?:assume|take it)\\b[^.?!]*\\b(?:a no|not interested)\\b[^.?!]*\\b(?:${BY}|T)|\\b${ASK}\\b[^.?!]*\\b${BY},? (?:as|because|since|for)\\b[^.?!]*\\b(?:goes? (?:back|to|away|off)|giv(?:e|ing)|sell|sold|gone|scrap|return|cancel|close the|last)\\b`,
  ),
  either(
    `\\b(?:after|past) (?:${WHEN}|that)[^.?!]{0,12}\\b(?:too late|no use|nothing left|will be gone|is gone)\\b|\\bnow or never\\b|\\b(?:the|our|my) (?:list|books?|order book|round|doors?) (?:closes?|shuts?|fills?|is full)\\b[^.?!]{0,14}\\b(?:T|9)\\b`,
    `\\b(?:this|it|that) (?:ends?|closes?|stops|runs out|expires?|lapses) (?:on |by |at |in |after )*(?:the )?T,? (?:so|and) (?:do not|please|call|decide|let|you|act|hurry)\\b|\\bfirst come,? first serve\\w*|\\bclock is ticking\\b|\\btime is (?:running (?:out|short)|short)\\b|\\b9 (?:days|hours) left\\b(?! (?:to|until|till|before|in) )`,
    `\\b(?:past|after|beyond|from) ${WHEN}(?: on)?,? (?:i|we) (?:can|will|could|may) not\\b|\\b${ASK}\\b[^.?!]*\\b${BY} (?:to|so as to|and you) (?:be|get|keep|make|secure|qualify|claim|stay|have)\\b|\\bor not at all\\b|\\btake it or leave it\\b|\\b(?:clos(?:e|ing)|shut(?:ting)?) (?:the|my|our|your) (?:books?|list|file|order book)\\b`,
    `\\b(?:gone|taken|sold out|full) by ${WHEN}|\\bif (?:it|this|that|the \\w+) (?:is |has |have |does |do )?not\\b[^.?!]*\\b${BY}|\\b${BY}[^.?!]{0,12}\\byou (?:will )?(?:lose|forfeit|miss)\\b|\\bstart without you\\b`,
    `\\bno (?:answer|call|word|yes) (?:by|before|until) ${WHEN}[^.?!]*\\b(?:means?|and (?:i|we|it|the))\\b|\\b(?:spots?|places?|slots?|seats?|stock) (?:run|runs|fill|fills|go|goes|are going|is going|is running) (?:out|up|fast)\\b|\\b(?:decide|choose|make up your mind) (?:by|before|within) ${WHEN}`,
  ),
]
const TIMED = /[T9]|\b(?:never|ticking|running|come|mind|leave|without|all|book|file|list|week|month|end|chance|offer|limited|stocks|supplies|time|then|first)\b/
const OUTSIDE = /\b(?:your|the) (?:\w+ )?(?:permit|licen[cs]e|lease|passport|contract with|window (?:sale|offer)|show|exhibition|fair|festival|season)\b|\bi am (?:at|in|on|here)\b[^,]*\b(?:until|till|through)\b|\byour (?:own )?(?:\w+ ){0,2}(?:offer|special|sign|flyer|poster|ad|window)\b/

/** A last resort may have one. */
export const deadline: Rule = {
  key: 'deadline', severity: 'warning', everywhere: true,
  judge(script) {
    if (script.input.family === 'last_resort') return null
    const range = findMeaning(script, DEADLINES, (plain) => !OUTSIDE.test(plain), TIMED)
    return range && { range, why: 'A deadline presses: "today if you can" is urgent enough.', fix: cutSentence('Leave the deadline out', script, range) }
  },
}

const PUSH = '(?:call|answer|return|get back|get in touch|give (?:me|us)|let (?:me|us) know|pick up|contact|speak|talk|tell (?:me|us)|act|decide|come back to|do something|sort (?:this|it)|deal with|listen|make time|find (?:the )?time|take (?:my|this|the) call|send (?:me|us)|sign|pay|write (?:me|us|back)|explain|drop me|see to it)'
/** Not "if you need to call" and "all you have to do is". */
const FREE = '(?<!\\b(?:if|whether|when|whenever|unless|case|should|do|did|not|all|what|before|may|might|say|says|feel|that visitors) )'
const DEMANDS: readonly RegExp[] = [
  either(
    `${FREE}\\byou (?:will |are going to |would |do |first |therefore )*(?:need to|must|have to|have got to|got to|ought to|had better|have better|better|would better|would best|are to|have an? (?:obligation|duty|responsibility) to|are (?:required|obliged|expected) to)(?: at least| please| now| urgently)* ${PUSH}\\b`,
    `(?<!\\b(?:hope|think|if|know|sure|that|wonder|trust|when|whether|believe|bet|expect) )\\byou will ${PUSH}\\b(?! (?:find|see|notice))`,
    `\\bi (?:will |would |do )*(?:need|want|require) you to (?!know\\b)|\\bi must (?:ask|request|urge|insist|remind) (?:you|that)?`,
    `\\bi (?:do |must |urgently )*(?:need|want|require|demand|insist on|must have|will expect|expect) (?:a|an|your|that|this|some|my|straight)(?: \\w+)? (?:answers?|decision|call|commitment|explanation|yes|word)\\b`,
    `\\bi (?:am |will |would |be |do )*expect(?:ing)? (?:you\\b|a call|an answer|your (?:call|answer)|to (?:hear|get|receive|have|be call)|that you|better of you)`,
    `\\bi (?:do |must |have to |will )*(?:insist|demand)\\b(?! on (?:paying|carrying|buying|using))|\\bi (?:need to|must|have have to|have got to|have to|got to|have have got to) (?:have an answer|hear (?:back )?from you)`,
    `\\bwithout fail\\b|\\bno excuses?\\b|\\bno ifs\\b|\\b(?:this|it|that) is not (?:optional|a request|negotiable)|\\bwill not (?:take|accept|tolerate|stand for|be) (?:no\\b|silence|ignored|excuses)|\\bnot take no for\\b|\\bdrop everything\\b|\\bthis instant\\b|\\bor else\\b|\\b(?:that|this|it) (?:is )?an order\\b`,
    `\\byou (?:have |do |surely )*ow(?:e|ed) (?:me|us|it to)\\b|\\bleast (?:that )?you (?:can|could|might|should) (?:do|offer)\\b|\\byou (?:could|should) at least (?:call|answer)\\b|\\b(?:i|we) (?:am|are) (?:entitled|owed)\\b|\\bi have (?:a|every) right to\\b|\\bi deserve (?:a|an|better)\\b`,
    `\\bit is (?:only (?:fair|right)|your (?:duty|job|responsibility|turn)) (?:that you|to)|\\b(?:it|this) is (?:essential|imperative|vital|crucial|critical|necessary|mandatory) (?:that )?(?:you|i hear|we (?:talk|speak))|\\byou would (?:do well|be wise|be well advised) to ${PUSH}`,
    `\\b(?:see (?:to it )?that you|make sure (?:that )?you|mind you|be sure (?:that )?you|be sure to) (?:do )?(?:call|answer|return|get back)\\b|\\bdo not (?:you dare|make me|keep me waiting|ignore|delay|put (?:this|it|me) off)\\b|(?:^|\\b(?:kindly|please|do|should|could|must|to|and|at least) )have the (?:common )?(?:courtesy|decency|grace) (?:to|and) ${PUSH}`,
    `\\bcall (?:\\w+ ){0,3}?(?:me|us|back),? (?:and i mean|and (?:do it )?now|now[.!]|right now|pronto)|\\bi (?:would |will )?(?:strongly |seriously )?(?:advise|urge|warn|order|command) you (?:to|that|not)\\b|\\bi want you on\\b|\\b(?:foolish|silly|unwise|a mistake|stupid) (?:not to|to ignore|of you)\\b|\\byou (?:need to|must|have to|had better) (?:take (?:this|it)|treat this|understand|realize|realise|face)\\b|\\bno (?:way|getting) (?:round|around|out of) (?:it|this)\\b`,
    `\\bi am going to (?:need|want|require) (?:you to|an? (?:answer|call|decision|word))\\b|\\bsee to it that (?:i|we) (?:get|hear|have)\\b|\\bcan not put (?:this|it|me) off\\b|\\b(?:call|answer|${PUSH})\\b[^.?!]{0,20}\\b(?:without (?:any |further )?delay|by return|this second|right this)\\b|\\bcount(?:ing)? on (?:you to|your) (?:call|answer)\\b|\\byou (?:can|will) not (?:get|have) (?:out of|round|away with)\\b|\\bi will not be (?:fobbed|brushed|put) off\\b`,
    `\\bcall (?:me )?(?:back )?(?:immediately|at once|this minute|instantly)\\b|\\byou have no (?:choice|option)\\b|\\b(?:your|a) (?:\\w+ )?(?:call|answer|attention) is (?:required|expected|overdue|owed|due)\\b`,
  ),
]

export const demand: Rule = {
  key: 'demand', severity: 'warning', everywhere: true,
  judge(script) {
    const range = findMeaning(script, DEMANDS)
    const sentence = range && script.sentences.find((each) => each.range[0] <= range[0] && range[0] < each.range[1])
    return sentence ? { range, why: 'This is an order: ask, and leave them the choice.', fix: replace('Ask kindly instead', sentence.range, 'Could you call me when it suits you?') } : null
  },
}
