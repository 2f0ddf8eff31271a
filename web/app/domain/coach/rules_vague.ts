/** Promises that any seller could make to anybody. Reads plain words: see plainly.ts. */
import { either } from './either.ts'
import { cutSentence } from './fixes.ts'
import { findMeaning, type Rule } from './rule.ts'

const YOU = '(?:you|your \\w+|firm|people|others|everyone|(?:\\w+ )?(?:shops|stores|offices|places|customers|clients|firm|people)(?: (?:just )?like (?:you|yours))?)'
const SOME = '(?:(?:some|all|a lot of|a (?:great|good) offer of|lots of|a bit of|plenty of|so much|a little|both|good|more|real|big|a ton of|even|far|serious|the|great|huge|better|extra|your|their|in) )*'
const PROMISES: readonly RegExp[] = [
  either(
    `\\bsave (?:${YOU} |P+ )?${SOME}(?:time|money|cash|hours|hassle|a (?:fortune|bundle|packet|bomb|mint)|thousands|hundreds|effort|headaches|stress|trouble|a lot|big|plenty|on (?:your )?cost)\\b`,
    `\\b(?:how much|what|all the|the) (?:money |time )?(?:you|your \\w+) (?:could |can |would |will |might )*(?:be )?(?:save|gain|earn|make)\\b`,
    `\\b(?:cut|cuts|cutting|reduce|reduces|reducing|lower|lowering|slash|trim|bring down|control|lower|less|fewer) (?:\\w+ )?(?:your |the |their |down on )?(?:\\w+ )?(?:cost|headaches|stress|worries)\\b`,
    `\\b(?:grow|drive|lift|optimi[sz]e|strengthen|supercharge|expand) (?:your|their|the|more|you)(?: \\w+)? ?(?:\\w+ )?(?:sales|firm|bottom line|brand|team|footfall|traffic|workflow|reach|output|presence)\\b|\\b(?:more|higher|bigger|better|extra) sales\\b`,
    `\\b(?:help|let|lets|work with) (?:\\w+ ){0,3}?${YOU} (?:to )?(?:(?:sell|earn|do|get|win|make|attract|reach|serve|run|work|find|keep|spend|waste|lose) (?:\\w+ )?(?:more|better|new|less|ahead|faster|smarter|customers|their|your|sales)|grow|succeed|thrive|save|prosper|flourish|stand out|compete|cut|reduce|achieve|perform)\\b|\\bhelp (?:grow|your firm|you grow)\\b`,
    `\\bsomething that will help (?:you|your \\w+)`,
  ),
  either(
    /\b(?:add|adds|adding|bring|brings|bringing|deliver|delivers|create|creates|unlock|provide|give you) (?:\w+ )?(?:value|potential|sales)\b|\bfull potential\b|\bscalable value\b/,
    /\bmake (?:your|everybody's|everyone's|all your)? ?(?:\w+(?:'s)? )?(?:life|lives|jobs?|days?|work|working day|things|everything|week|it all|it)(?: (?:so much|so|a lot|much|far|a whole lot|that bit|a little|just|a bit))?(?: (?:easier|better|happier|less stressful))(?! to (?:open|close|read|see|find|reach))\b/,
    /\b(?:next|new|higher|another) level\b(?! (?:of (?:your|the)|parking|is|has|crossing|down|up))|\bnext level\b(?=[.,!])|\bto new heights\b|\bstep up a gear\b/,
    /\b(?:learn|hear|know|find out|talk|listen to|ask|see|address|solve|meet|overcome|tackle)(?:ing)? (?:\w+ ){0,3}?(?:your|what|their|the|which) (?:\w+ ){0,2}?needs\b(?! (?:cup|match|trophy|race|of (?:the|a)|a |new|two|paint))|\bneeds (?:you are|you) (?:facing|face|having|have)\b|\bwhat keeps you (?:up|awake)\b|\ball your needs\b|\bfirm needs\b|\bpain points?\b/,
    /\b(?:your|the) bottom line\b|\bwonders for\b|\bpeace of mind\b|\bwin[- ]win\b|\bmore (?:bang|value|for your money)\b|\b(?:get|getting) (?:more|the most|the best) (?:out of|from) your (?:firm|team|people|money|budget|day|assets|time)\b|\bwork smarter\b|\bget more done\b|\bin less time\b|\bstay(?:ing)? ahead\b|\b(?:a |9 )?step ahead\b|\bahead of (?:the )?(?:curve|competition|game|pack|competitors)\b|\bcompetitive (?:edge|advantage)\b|\ban? edge over\b|\bfree(?:s|ing)? up (?:\w+ ){0,3}?(?:time|hours|cash|staff|day|week)\b/,
    /\b(?:benefit|benefits) (?:you|your firm|your team)\b|\bbeneficial (?:to|for) you|\bgood for (?:your )?firm\b|\bmutually beneficial\b|\bgame[- ]changer\b|\btailor(?:ed|-made| made) (?:to|for) you|\bmeet your needs\b|\bopportunity\b[^.?!]*\b(?:miss|refuse|lifetime|for you|for your firm)\b|\bexciting opportunity\b|\btoo good to miss\b|\bhassle[- ]free\b|\bstress[- ]free\b|\bmore (?:efficient|productive|profitable|competitive|successful)\b|\bfuture[- ]?proof\b|\brevolutioni[sz]e\b|\bthe way you (?:work|do firm)\b/,
    /\b(?:real|big|huge|great|wonderful|amazing|fantastic|good) (?:things|benefits|rewards|sales|advantages|gains|save|difference)\b(?=[^.?!]*\b(?:you|your)\b)|\btake the (?:stress|hassle|pain|headache|worry) out of\b|\bpays? for (?:itself|themselves)\b|\b(?:amazed|astonished|delighted|thrilled) (?:at|by|with|how|to see)\b|\b(?:will|would) (?:not regret|not look back|love what|thank me|be glad you)\b|\bdeserves? (?:better|more|the best)\b|\bbring(?:ing)? (?:you |in )?more (?:customers|firm|clients|trade)\b|\bmore customers (?:through|to)\b/,
    /\b(?:something|an? (?:way|product|service|solution|system|program|idea|tool|proposal|plan)|ideas|ways|things|what we (?:do|have|offer)|our \w+|i know we|we|it|this)(?: (?:that|which|to|could|can|will|would|might|may|i think|i believe|i am sure|we think))+ (?:hugely |greatly |be )*(?:help|benefit|interest|suit|perfect for|ideal for|right for|of (?:great |some )?(?:interest|use|value|help) to) (?:you\b(?! (?:find|carry|lift|move|get (?:the|your)|open|close|with the))|your (?:firm|team|people|staff|sales|work))|\bof (?:great |particular )?interest to you\b|\bworth your while\b|\bin your (?:own |best )?interests?\b|\b(?:right|perfect|ideal|just the thing) for (?:you|your firm)\b/,
    /\b(?:like|love|keen|hoping|want|wanted|curious|eager|interested) (?:in|to) (?:(?:get|come) to )?(?:learn(?:ing)?|hear|know|find out) (?:\w+ )?(?:more )?(?:about )?(?:you|your (?:firm|team|work)|what you (?:do|needs))(?: (?:and|are|do|better|work|needs)\b|[.,!])/,
  ),
  either(
    /\b(?:support|fuel|drive|power|aid|champion) (?:your|their) (?:\w+ )?(?:sales|firm|needs|grow)\b|\bwhat a difference\b|\bweight off your (?:shoulders|mind)\b|\bwhere you (?:\w+ ){1,3}to (?:take|be|go)\b|\bmake (?:\w+ ){1,5}a breeze\b|\bwith (?:the|all that|some) (?:extra|spare) (?:cash|money|time|hours)\b|\bsleep at night\b|\b(?:smarter|cleverer) way\b|\bbetter way (?:for you|of doing|to (?:run|do firm|work|manage|grow))\b|\bhelp (?:\w+ ){1,3}?(?:sleep|relax|breathe|shine|thrive)\b|\bbite out of\b|\b(?:shave|knock|chop|take|cut|trim|slice) (?:\w+ ){0,3}(?:off|from|out of) (?:your|the|their) (?:\w+ )?(?:cost|offer)\b|\b(?:give|gives|giving|get|win|buy) (?:you )?(?:back )?(?:your|some) (?:evenings|weekends?|T|time|nights|life) back\b|\bgive you back\b|\bback in(?:to)? your (?:pocket|day|week|till)\b|\bsave (?:to be|that can be) (?:had|made|found)\b/,
    /\bhold(?:s|ing)? (?:you|your \w+|your \w+ firm|the firm) back\b|\b(?:great|good|perfect|natural|ideal|real) (?:fit|match) for (?:each other|you|your|9 another|both|firm)\b|\bsee (?:\w+ )?sales (?:from|in|within|after|fast|straight)\b|\bgrow (?:your|the|their) (?:\w+ )?(?:numbers|figures|takings|trade|bookings|profile|chances)\b|\bpart of your (?:sales|story|journey|grow)\b/,
    /\b(?:an|the|a real|your) (?:\w+ )?advantage over\b|\bget ahead\b|\bhow you (?:managed?|coped|lived|did|got by|survived) without\b|\b(?:lighten|ease|share|lift) (?:the|your|their) (?:burden|workload|load (?:on|for|of) (?:you|your)|pressure)\b|\bgrow the way (?:you|your)\b|\bmore with less\b|\b(?:leaner|healthier|happier|smarter|stronger|more \w+) (?:firm|team|shop|kitchen|office|workplace|operation)\b/,
    /\b(?:unlock|reach|achieve|realize|realise|hit) (?:your|their|the) (?:\w+ )?(?:potential|needs|targets?|dreams|sales)\b|\bwhat (?:we|i) (?:can|could) do for you\b|\b(?:big|bright|better) future\b|\bsleep (?:better|easier|soundly)\b|\b(?:bring|brings|add|adds) (?:a )?(?:real|lasting|extra|great) (?:benefit|value|difference|change)\b/,
  ),
]
/** Measured or seen at theirs: a number, a place, a day. */
const SPECIFIC = either(
  /\b\d[\d,.]*(?! ?(?:%|percent))\b|\bat (?:gate|door|dock|bay|line|pump) \w+/,
  /\b(?:two|three|four|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety) (?:minutes|hours|pallets|trips|miles|gallons|litres|liters|trucks|boxes|loads|turns|steps|days|kilos|tons|tonnes|feet|meters|metres|drivers|sheets|degrees|doors|bags|crates)\b/,
)
const NOT_OURS = /\byour (?:sign|flyer|ad|poster|website|banner|card|sheet|book|shop window)\b|\bnot (?:here to|promise|going to promise)\b|\byour P/

export function promisesVaguely(plain: string, said: string): boolean {
  return !SPECIFIC.test(said) && !NOT_OURS.test(plain) && PROMISES.some((pattern) => pattern.test(plain))
}

/** A benefit that any seller could state to anybody. What was measured or seen at theirs is none. */
export const vaguePromise: Rule = {
  key: 'vague_promise', severity: 'warning', everywhere: true,
  judge(script) {
    const range = findMeaning(script, PROMISES, (plain, said) => !SPECIFIC.test(said) && !NOT_OURS.test(plain))
    return range && { range, why: 'Any seller could say this to anybody: say what you saw or measured at theirs.', fix: cutSentence('Leave it out', script, range) }
  },
}
