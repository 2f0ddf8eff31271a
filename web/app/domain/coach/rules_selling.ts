/** What makes a message sound like a pitch, or lets them decide without calling. */
import { either } from './either.ts'
import { cutSentence } from './fixes.ts'
import { findIn, isProper, type Rule } from './rule.ts'
import type { Script, Sentence } from './script.ts'
import type { Range } from './types.ts'

const AMOUNT = "(?:\\d[\\d,.]*|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|couple of|few)(?:[ -](?:\\d+|one|two|three|four|five|six|seven|eight|nine|hundred|thousand|and|grand))*"
export const PRICE = new RegExp(`(?:[$£€] ?\\d|\\b${AMOUNT} (?:dollars?|bucks|pounds?|quid|euros?|cents?|pence|p(?!\\.? ?m\\b)|grand)\\b(?! (?:of|weight)\\b))`)
const US = "(?:we|we're|we've|we'll|we'd|our|ours|us|i|i'm|i've|i'll|i'd|my|C+)"
/** Their own price, offer or prize: "your flyer says 20 percent off". */
const THEIRS = either(
  /(?:^|[^\w'])(?:your|P+(?:'s)?) (?:[\w'-]+ ){0,4}(?:sign|signs|ad|ads|advert|adverts|insert|website|site|page|window|windows|menu|menus|flyer|flyers|leaflet|leaflets|poster|posters|listing|banner|banners|offers?|specials?|discounts?|sales?|prizes?|draw|coupons?|price|prices|board|boards|card|cards|voucher|vouchers|shop|store|website|catalog|catalogue|brochure|label|labels|tag|tags|raffle|tickets?|award|awards|plaque|trophy|guarantee|warranty|paper|van|truck|billboard|marquee|chalkboard|receipt|receipts|parking|wifi|wi-fi|sample|samples|tasting|delivery)\b/,
  /\byou (?:offer|give|advertise|promise|sell|charge|won|paid|pay|list|print|were (?:voted|named|ranked)|are (?:ranked|rated|the)|have (?:a|the|won))\b/,
  /\byours is\b|\bP+(?: P+)* (?:says|offers|gives|sells|charges|won|is|has)/,
)
const OFFERS: readonly RegExp[] = [
  either(
    /\b(?:better|faster|cheaper|stronger|quicker|quieter|longer|lighter|safer|cleaner|smarter|tougher|sharper) than (?:we do\b|any(?:thing|one|body)?\b(?: other| else)?|(?:all )?the (?:rest|others|competition|competitors|market)|every other|most others|other (?:firms|companies|makers|brands|suppliers))/,
    /\b(?:nobody|no one|no-one|no other (?:firm|company|maker|crew)|nothing)\b[^.?!]*\b(?:better|faster|cheaper|quicker|finer) than (?:we|us|our|ours|C)/,
    /\b(?:run|running|have|having|got|doing) (?:a|an|our|this) (?:\w+ ){0,2}(?:special|promotion|sale|deal)\b(?! of)|\bno charge\b|\bprice (?:that|which|you)\b[^.?!]*\b(?:smile|refuse|believe|beat|love)\b/,
    /\bsecond to none\b|\b(?:won't|will not|can't|cannot) (?:find|get|see|buy) (?:a |an |any |anything )?(?:better|cheaper|finer|faster|nicer|stronger)\b|\bnobody (?:else )?(?:beats|can beat|matches|can match|touches|comes close)\b|\b(?:we|our [\w-]+)(?:'ll| can| will|'d)? (?:do|does|work|fix|build|make|deliver|get|clean|fit) (?:it|this|that|them|jobs?|the job)? ?(?:\w+ and )?(?:cheaper|faster|quicker|better|for less)\b/,
    /\bbuy (?:one|two|three)\b[^.?!]{0,10}\bget\b|\b(?:trusted|used|loved|chosen|recommended) by (?:hundreds|thousands|dozens|over|more than|\d+|most|firms|shops|people|businesses|everybody|everyone)\b|\bthere(?:'s| is) (?:[$£€]?\w+ )?(?:dollars |pounds |percent |per cent )?off (?:if|for|when|in|until)\b|\b(?:lasts?|guaranteed|built|good) (?:you )?(?:for )?(?:a lifetime|life)\b(?! (?:guard|jacket|boat))/,
    /\bon the market\b(?! since| for| place)(?<=\b(?:best|other|any|cheapest|fastest|quietest|strongest|only|anything|newest|toughest)\b.*)/,
    /\byours for (?:just |only |as little as )?(?:[$£€]|\d|\w+ (?:dollars|pounds|bucks|quid))/,
    /\bfor (?:just|only|as little as) (?:[$£€]\d|\w+ (?:dollars|pounds|bucks|quid|euros|cents|pence|p))/,
    /\bprices? (?:start|begin|from)|\bfrom (?:just|only|as little as) (?:[$£€]?\d|\w+ (?:dollars|pounds))/,
    /\bwe (?:undercut|outperform|outlast|beat)\b|\bno[- ]one (?:comes|gets) close\b|\bspecial price\b/,
    /\b(?:very |really )?(?:good|keen|competitive|attractive|low|lower|better|fair|sharp|rock-bottom) (?:prices?|rates?|deals?|terms)\b/,
    /\b(?:you(?:'ll| can| could|'d|'re)? (?:get|have|try|receive|take|entitled to|enjoy)|give you|offer you|send you|try|comes with|come with|includes) (?:it |a |an |one |your |the |our |first |two )*(?:\w+ )?free\b(?! (?:hand|end|of rust|from|until))/,
    /\b(?:we're|we are|i'm|our \w+(?: is| are)|it's|they're|ours (?:is|are)) (?:\w+ )?(?:cheaper|faster|better|quicker|quieter|stronger|safer) than\b/,
  ),
  either(
    /\b\d+(?:\.\d+)? ?(?:%|percent|per cent) (?:off|less|discount|cheaper|lower|below)\b/,
    /\b(?:ten|fifteen|twenty|twenty-five|thirty|forty|fifty|five) (?:percent|per cent) (?:off|less|discount|cheaper|lower|below)\b/,
    /\b(?:half|third|quarter) (?:price|off)\b|\bhalf-price\b|\btwo[- ]for[- ]one\b|\bthree[- ]for[- ]two\b|\bbuy one\b|\bbogo\b/,
  ),
  either(
    /\bdiscount(?:s|ed)?\b/,
    /\b(?:special|introductory|exclusive|limited|unbeatable|great|best|amazing|fantastic|incredible|good|once-only|one-time|seasonal|launch|early-bird|new-customer) (?:offers?|prices?|pricing|rates?|deals?|terms|promotion)\b(?! of\b)/,
    /\b(?:on (?:special )?offer|promotion(?:al)?|promo|on sale|cashback|cash back|money[- ]back|bargains?|voucher|gift card|rebate|price match|no obligation|no-obligation|obligation-free|risk-free|interest-free|no strings attached|zero percent)\b/,
  ),
  either(
    /\bfree (?:\w+ ){0,2}?(?:trial|sample|samples|quote|quotation|estimate|survey|consultation|assessment|audit|demo|demonstration|month|months|week|delivery|installation|inspection|visit|check|check-up|checkup|fitting|shipping|upgrade|gift|service|test|repair|report|review|measure|training|analysis|advice|session|lunch|mug|tool|set|pair|box|case|year|appraisal|valuation|design|drawing|mock-up|health check|clean|cleaning|tune-up|ticket|tickets|calendar|pen|hour|maintenance|support)\b/,
    /\bfree of charge\b|\bfor free\b|\bat no (?:extra |additional )?(?:cost|charge)\b|\bfor nothing\b|\bcomplimentary\b/,
    /\bon the house\b/,
    /\b(?:month|lunch|dinner|coffee|drinks?|first \w+|delivery|installation|fitting|service|breakfast)(?:'s| is|'re| are) on us\b/,
    /\b(?:first|second|third) (?:\w+ )?(?:is|are|comes?) free\b|\bwithout charge\b|\bwon't cost you\b|\bcosts? (?:you )?nothing\b/,
    /\bis free\b(?= (?:with|for|if))/,
  ),
  either(
    /\bbeat (?:any|every|your|their) (?:\w+ )?(?:quote|price|rate|offer|deal|supplier)/,
    /\b(?:lowest|cheapest|best|keenest|sharpest) (?:\w+ )?(?:price|prices|rates?|deal|quote)\b/,
    /\b(?:cheaper|less) than (?:you|what you|your|anyone|anybody|any|the (?:others|competition))|\bknock (?:\w+ )+off\b/,
    /\bthrow in (?:a|the|some|free)\b|\bguarantee[ds]?\b|\bupgrade (?:you|to)\b|\bdeals? on\b/,
    /\b(?:great|good|special|amazing|cracking) deal\b(?! of)/,
  ),
]
const SUPERLATIVE = /\b(?:best|leading|number one|no\. 1|number-one|largest|biggest|oldest|finest|fastest|quickest|cheapest|strongest|safest|quietest|toughest|lightest|smartest|most (?:trusted|reliable|advanced|popular|efficient|experienced|affordable|modern|durable|respected|accurate|powerful|comfortable|complete|innovative)|premier|world-class|award-winning|foremost|highest[- ]rated|top[- ]rated|top|five-star|market leaders?|leaders? in|voted|ranked|rated|unrivall?ed|unmatched|unbeatable|second to none|state-of-the-art|cutting-edge|revolutionary|industry-leading|best-in-class|first choice|only (?:company|firm|supplier|ones|maker) (?:that|who|in)|like no other|nobody (?:\w+ )?(?:does|makes|fits|builds)|no one (?:else )?(?:does|makes)|award|awards|prize|of the year|gold medal|unique|five stars|only (?:\w+ ){1,3}(?:that|who|which|in|on|with)|(?!(?:west|rest|test|guest|request|interest|honest|forest|harvest|chest|nest|latest|nearest|earliest|quest|contest|protest|invest|suggest|digest|arrest|northwest|southwest|midwest|easiest|modest|pest|vest|crest|priest|closest|soonest|shortest)\b)[a-z]{3,}est)\b/
const OUR_BEST = new RegExp(`(?:^|[^\\w'])(?:we|we're|we've|our|ours|C+(?: C+)*|it's the|they're the|it is the|i'm the|i've won|i won|this is the|as the)\\b(?:(?!\\b(?:you|your|yours|P+)\\b)[^.?!]){0,60}?${SUPERLATIVE.source}`)
const NO_BOAST = either(
  /\b(?:do|did|doing|try|tried|tries|trying) (?:our|my|their) (?:very )?best\b/,
  /\bbest (?:way|time|reached|number|wishes|regards|to (?:call|reach|ring)|day|guess|if)\b|\ball the best\b|\bmy best\b/,
  /\bour (?:best|oldest|largest|biggest) (?:customers?|clients?|friend|regards|wishes)\b|\bon top\b|\bat the top\b/,
  /\btop (?:of|floor|step|shelf|hinge|rail|left|right|corner|edge|two|three|row|end|rung)\b/,
  /\b(?:we|i) (?:voted|saw|read|noticed|found|heard|think|thought|walked|drove|measured|counted|passed|looked|asked|wondered|watched|like|liked|love|loved)\b/,
)

export const pitch: Rule = {
  key: 'pitch', severity: 'error', everywhere: true,
  judge(script) {
    const range = offer(script) ?? boast(script) ?? price(script) ?? claims(script)
    return range && { range, why: 'This sells: a pitch is the surest way to be deleted. Say what you saw at theirs.', fix: cutSentence('Leave it out', script, range) }
  },
}

function offer(script: Script): Range | null {
  for (const pattern of OFFERS) {
    const found = findIn(script, pattern, (said, match, at) => !isProper(script, script.sentences[at]!.range[0] + match.index) && !theirs(said, match) && !NEGATED.test(said.slice(0, match.index)) && !isOrder(script, said))
    if (found) return found
  }
  return null
}

const NEGATED = /\b(?:no|not|never|isn't|without|nor|aren't|nothing to do with) (?:\w+ ){0,2}$/

/** It is theirs if they own it, and nothing of ours stands nearer. */
function theirs(said: string, match: RegExpExecArray): boolean {
  const before = said.slice(0, match.index)
  if (new RegExp(`(?<![\\w'])(?:we|we're|we'll|we've|we'd|our|C+|i can|i could|i'll|i'd|i'm) (?:[\\w',-]+ ){0,8}$`).test(before) && !/\byour? (?:[\w'-]+ ){0,3}$/.test(before)) return false
  if (/^ (?:on|in|for|of|over|above) your\b/.test(said.slice(match.index + match[0].length))) return true
  return THEIRS.test(said) || /\b(?:your|his|her|their|the county's|the city's|the council's) (?:[\w'-]+ ){0,3}$/.test(before) || /\b(?:customer|visitor|driver|neighbou?r|poster|flyer|they|he|she|somebody|someone|(?:the|a|that|their|your) (?:sign|board|ad))s? (?:[\w'-]+ ){0,4}$/.test(before)
}

/** Facts of what a customer ordered. */
function isOrder(script: Script, said: string): boolean {
  return !script.prospecting && /\b(?:your|you) (?:\w+ ){0,3}(?:order(?:ed)?|invoice|bill|account|delivery|quote|contract|booked|bought|paid|deposit|refund|credit|policy|warranty|lease|agreed)\b/.test(said)
}

function boast(script: Script): Range | null {
  return findIn(script, OUR_BEST, (said, match, at) => {
    const word = SUPERLATIVE.exec(match[0].slice(-24)) ?? SUPERLATIVE.exec(match[0])
    if (!word || NO_BOAST.test(said) || /\b(?:to|on|at|past|by|from|with|near|beside|under) your\b/.test(match[0])) return false
    const from = script.sentences[at]!.range[0] + match.index + match[0].length - word[0].length
    return !isProper(script, from) || /^(?:number|best|fitter)/.test(word[0])
  })
}

/** A price of ours. What they pay, charge or lose is theirs, and what the rep would pay is no pitch. */
function price(script: Script): Range | null {
  return findIn(script, PRICE, (said, match) => {
    if (!script.prospecting && !/\b(?:new|launch|upgrade|also|only|just|extra)\b/.test(said)) return false
    if (isOrder(script, said) || /\bi(?:'d| would|'ll| can)? (?:pay|give you|buy|offer (?:you )?[$£€\d])\b|\bpay you\b/.test(said)) return false
    const before = said.slice(0, match.index)
    return new RegExp(`(?<![\\w'])${US}(?![\\w'])(?:(?!\\byour\\b)[^.?!])*$`).test(before) && /\b(?:offer|do|lease|rent|sell|supply|fit|install|have|charge|cost|costs|provide|for|at|from|price|only|just|rate|start|starts|replace|build|print|put|make|clean|give|let)\b/.test(before) && !PAST.test(before)
      || /\b(?:it|that|they|this|prices?|rates?|packages?|plans?|you'd (?:only )?pay|you pay only|you'd be paying)(?:'s| is| are|'re|'d| would| costs?| starts?| start| run| runs| comes?| come|'ll)* (?:be |only |just |for |at |from |in |to |as little as )*$/.test(before) && !/\byour (?:\w+ ){0,3}(?:says|costs|bill|fine|meter)\b/.test(said) && /\b(?:only|just|as little as|from|a (?:month|week|year|day|unit|piece|head|night)|per|each|with us|starts?)\b/.test(said)
  })
}

const PAST = /\b(?:we|i) (?:\w+ )?(?:paid|found|saw|lost|dropped|picked|left|heard|read|sold|fined|were|was|had|spent)\b/

const CLAIM_SUBJECT = /(?:^|[,;:—–-] ?|\b(?:and|but|so|that|which|because) )(?:we|we're|we've|we'll|we can|our(?: own)? [\w'-]+(?: [\w'-]+)?|ours|C+(?: C+)*|it|they|it's|they're|each (?:one|of them)|every one|the new one)\b/g
const CLAIM = /\b(?:in (?:an?|one|two|three|under|half|\d+|less) (?:\w+ )?(?:hours?|minutes?|days?|weeks?)|within (?:an?|the|\d+|\w+) (?:hours?|minutes?|days?|week)|never|always|guaranteed?|more than \w+|over \d+|over (?:a |two |three |five |ten |twenty )?(?:hundred|thousand|customers|years)|\w+ years? (?:of|in)|lasts?|resists?|outlasts?|twice|three times|half the|faster|quicker|quieter|stronger|lighter|cheaper|longer|cleaner|safer|tougher|cuts?|cutting|reduces?|lowers?|saves?|increases?|improves?|boosts?|doubles?|halves|trained|certified|approved|accredited|insured|licensed|qualified|experienced|expert|local|dedicated|friendly|reliable|round the clock|around the clock|24\/7|day and night|same-day|next-day|overnight|patented|unique|comes? with|includes?|including|no (?:mess|fuss|noise|hassle|maintenance|tools)|any (?:size|shape|color|colour|weather|floor)|every (?:size|job|door|order|one)|full (?:warranty|service|range)|warranty|rust|waterproof|weatherproof|fireproof|maintenance-free|easy to|simple to|hand-?made|handcrafted|built to|made to|made from|made of|designed to|needs no|need no|won't|doesn't|without|eco-friendly|green|energy|sustainable|runs? on|works? (?:on|with|in)|fits? (?:any|every|all)|holds? (?:up to|twice)|handles?|does? the work|pays? for itself|trusted by|used by|customers (?:love|say|trust|report|see)|clients (?:love|say|trust|report|see)|range of|huge|massive|wide|top-quality|high-quality|quality|superb|excellent|outstanding|fantastic|amazing|brilliant|ten thousand|\d+(?:%| percent))\b/

/** Two claims on what the own product or company has or does. What is seen at theirs, and the past, claims nothing. */
function claims(script: Script): Range | null {
  const claiming = script.sentences.map((sentence, at) => ({ sentence, count: claimsIn(script, sentence, at) }))
  const total = claiming.reduce((sum, { count }) => sum + count, 0)
  return total >= 2 ? claiming.find(({ count }) => count > 0)!.sentence.range : null
}

function claimsIn(script: Script, { said }: Sentence, at: number): number {
  const subjects = [...said.matchAll(CLAIM_SUBJECT)]
  const ours = subjects.some((match) => /(?:we|our|ours|C)/.test(match[0])) || (at > 0 && /\b(?:we (?:make|sell|build|rent|fit|have|offer)|our)\b/.test(script.sentences[at - 1]!.said) && /^(?:it|they|each|every)/.test(said))
  if (!ours || /\b(?:your|P+)\b/.test(said.replace(/\b(?:in|on|at|to|for|with) your\b/g, '')) || HAPPENED.test(said)) return 0
  const about = PRODUCT.exec(said)
  if (about && !NOT_SOLD.test(about[0]) && !/\b(?:you|yours)\b/.test(said)) return said.split(/, (?:and )?|\band (?=(?:it|they|comes?|lasts?|never|always|needs?|runs?|has|have|is|are|does|do|can|won't|cuts?|saves?|includes?|\w+s)\b)/).length
  return said.split(/, (?:and )?|\band (?=(?:we|our|it|they|comes?|lasts?|never|always|needs?|runs?|has|have|is|are|does|do|can|won't|a|the|cuts?|saves?|includes?|the)\b)|;|:/).filter((clause) => CLAIM.test(clause)).length
}

/** "Our latch closes by itself, and it never needs oil": each predicate of the product is a claim. */
const PRODUCT = /^(?:all |each of |every one of )?our (?:own |new |latest |\w+ )?[\w-]+(?= (?:is|are|has|have|comes?|lasts?|closes?|opens?|runs?|holds?|never|always|won't|can|does|needs?|cuts?|keeps?|makes?|works?|fits?|carries|stays?|dries|cures?|weighs?|takes?|uses?|gives?|delivers?|offers?|includes?|stops?|seals?|beats?|outlasts?|resists?|sets|starts|folds|heats|cools|cleans|saves|turns|stands|lights|charges|blocks|prints|mixes|pumps|covers|grips|drains)\b)/
const NOT_SOLD = /\b(?:driver|engineer|crew|foreman|office|shop|van|truck|boss|yard|phone|line|dog|cat|neighbou?r|fitter|man|lad|apprentice|street|road|door bell|number|voicemail|computer|system|records?|notes?|book|manager|colleague|team|fitters|drivers|hours|lease|landlord|side|question|name|letter|mailbox|window|sign|gate|roof)\b/

const HAPPENED = /\b(?:we|i|our \w+|it|they) (?:\w+ )?(?:saw|found|noticed|passed|drove|walked|left|dropped|picked|heard|read|counted|measured|looked|worked|was|were|went|came|took|met|talked|wrote|lost|had|got|made a|sent|delivered|parked)\b/
