/** Enough to decide without calling: an address, or an offer with its terms. */
import { either } from './either.ts'
import { cut, cutSentence } from './fixes.ts'
import { findIn, type Rule } from './rule.ts'
import { PRICE } from './rules_selling.ts'
import type { Script, Sentence } from './script.ts'

const ENDING = '(?:com|co\\.uk|org\\.uk|org|net|example|co|io|biz|info|us|uk|shop|store|online|test|eu|app|dev|edu|gov|tv|me)'
const SPOKEN_ENDING = '(?:com|co dot uk|org dot uk|org|net|example|co|io|biz|info|us|uk|shop|store|online|eu|app|edu|gov|tv)'
const ADDRESSES: readonly RegExp[] = [
  /\b(?!the\b)[\w'-]+,? at sign,? [\w'-]+/,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/,
  new RegExp(`\\b(?:https?://)?(?:www\\.)?[\\w-]+(?:\\.[\\w-]+)*\\.${ENDING}\\b(?:/[\\w/-]*)?`),
  /\b(?:https?:\/\/|www\b|w{3} dot|double-?u double-?u|triple w)\S*/,
  new RegExp(`(?:\\b[\\w'-]+ at )?(?:\\b[\\w'-]+ )?\\b[\\w'-]+ dot ${SPOKEN_ENDING}\\b(?: (?:forward )?slash [\\w-]+)*`),
]
const SITE = '(?:web ?site|site|web ?page|home ?page|web ?shop|online (?:shop|store|catalogu?e?|brochure|portal|form|gallery)|web address|landing page|facebook page|instagram|linkedin|youtube channel|page|portal|blog)'
const SENT_THERE: readonly RegExp[] = [
  new RegExp(`\\b(?:on|at|to|through|via|from|visit|see|check(?:ing)?(?: out)?|browse|using|of) (?:our|my|the company|the firm's|C+(?: C+)*'?s?) (?:new |own |company )?${SITE}\\b`),
  new RegExp(`\\b(?:look|visit|see|check|go|head|browse|click)\\b[^.?!]{0,25}\\b(?:our|my|the) (?:new )?(?:web ?site|web ?page|home ?page|site|online (?:shop|store|catalogu?e?))\\b(?! (?:manager|office|foreman|plan|gate|entrance|visit|fence|hut))`),
  /\b(?:our|my) (?:\w+ )?(?:web ?site|web ?page|home ?page|facebook|instagram|linkedin|youtube|online (?:shop|store|catalogu?e?|brochure|gallery))\b/,
  either(
    /\b(?:find|look|see|google|search for|reach|book|order|contact) (?:us|me|C+(?: C+)*) (?:up )?(?:online|on (?:the (?:web|internet)|google|facebook|linkedin|instagram|youtube))\b/,
    /\b(?:google|search for) (?:C|us\b|our\b)/,
    /\binto your browser\b|\b(?:we're|i'm|we are|i am|follow us|find us) on (?:facebook|instagram|linkedin|youtube|tiktok|the web)\b/,
    /\ball (?:the details|of it|the pictures|the photos) (?:is|are) (?:online|on the web)\b|\bwe're online\b/,
    /\b(?:look|see|find|check) (?:it|them|this|that|more|everything|the details)(?: out)? online\b/,
  ),
]
/** Their own site: "your website", "pennywort dot example". */
const THEIR_SITE = either(
  /\byour (?:own |new |old |company |online )*(?:web ?site|site|web ?page|page|home ?page|e-?mail|address|shop|portal|listing)(?:,| is| at| on| under|:)? (?:at |on |is |under |called )?$/,
  /\byour (?:own |e-?mail |web )*(?:address|domain|inbox)\b[^.?!]{0,30}$|\b(?:you|yours)(?:'re| are)? (?:at|on|under) $/,
)

export const webOrEmail: Rule = {
  key: 'web_or_email', severity: 'warning',
  judge(script) {
    if (!script.prospecting) return null
    for (const pattern of [...ADDRESSES, ...SENT_THERE]) {
      const range = findIn(script, pattern, (said, match) => !isTheirs(script, said, match))
      if (range) return { range, why: 'An address lets them look instead of calling.', fix: cutSentence('Leave the address out', script, range) }
    }
    return null
  },
}

function isTheirs(script: Script, said: string, match: RegExpExecArray): boolean {
  if (/^P|P{3,}/.test(match[0]) || THEIR_SITE.test(said.slice(0, match.index))) return true
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const company = letters(script.input.prospect.company)
  return company.length > 3 && letters(match[0].replace(/ dot | at |\b(?:on|at|the)\b/g, '')).includes(company)
}

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const OFFERED = either(
  `(?<![\\w'])(?:we|i|they)(?:'d| would|'ll| will| can| could| are able to| also| now| just|'d be able to|'d like to|'m able to| want to|'m looking to)* (?:be able to |love to |like to |happily |gladly |also |only )*(?:lease|rent|sell|buy|supply|install|fit|replace|provide|offer|deliver|do|swap|take|pay|give|print|build|put|run|runs|hire|lend|ship|charge|include|host|hold|clean|paint|service|repair|let|bring|make|design|sign you up|cover|send|collect|train|teach|rebuild|refit|swap out|get|pave|move|book)\\b`,
  `\\b(?:it|they|that|these|this|each|every one|which)(?:'s| is| are|'re|'d be|'ll| would be| will)? (?:costs?|comes? (?:with|in|to)|runs?|takes?|includes?|only [$£€\\d]|just [$£€\\d]|[$£€])`,
  `\\bthere(?:'s| is| are|'ll be) (?:a|an|our|also)\\b[^.?!]*\\b(?:breakfast|course|workshop|seminar|webinar|open (?:day|house|evening)|training|event|class|tasting|lunch|dinner|conference|meeting|fair|tour|session|demonstration|demo|evening|sale|package|plan|offer|deal)\\b`,
  `\\b(?:the (?:price|fee|rate|cost|contract|lease|course|package|deal|rent|plan|offer|class|workshop)|a (?:set|box|pallet|pair|case|full set|seat|place|ticket)|tickets?|seats?|places?) (?:is|are|costs?|runs?|starts?|comes?|includes?|would be|lasts?)\\b`,
  `\\b(?:i'm|we're|i am|we are) (?:selling|offering|buying|renting|leasing|giving|clearing|charging|hiring|running|holding|hosting)\\b`,
  `\\byou(?:'d| can| could| may|'ll| would)? (?:only |just )?(?:get|have (?:it|them|the|all|both|one|a|this|these)\\b|get|pay|take (?:it|them|the|all|both|one)|keep|rent|hire|buy)\\b`,
  `\\b(?:yours|on offer) for\\b|\\b(?:i|we) (?:have|had) in mind\\b|\\bmy (?:idea|thought) is (?:a|an|to|two|three|four)\\b|\\bit comes as\\b`,
  `\\bfor (?:just |only )?(?:[$£€]\\d[\\d,.]*|\\w+(?:[ -]\\w+)? (?:dollars|pounds|bucks|quid)) (?:a|per|each|an|the) \\w+,? (?:we|i|you)\\b`,
  `\\b(?:my offer|the offer|our offer|the deal|our price|my price)\\b`,
  `\\b(?:a|an|on a|it's a) (?:\\w+[- ])?(?:month|year|week|day)(?:ly)?(?:[- ]long)? (?:contract|lease|plan|package|rental|subscription|course)\\b`,
)
const TERMS: Record<string, RegExp> = {
  price: either(PRICE, /\b\d{2,5} (?:a|per|an) (?:week|month|day|year|piece|head|unit|visit|hour|door|gate|room)\b|\b(?:give|pay|offer) you (?:[$£€]\d|\d{2,5}\b)|\bfor a flat \d+|\bfor \d{2,5}(?=[,.]| (?:each|apiece|a piece|all in|delivered|fitted|cash|we|i)\b)/),
  quantity: /\b(?:the lot|once|twice|three times|one|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a dozen|a pair of|all (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)) (?!(?:o'clock|minutes?|hours?|days?|weeks?|months?|years?|dollars?|pounds?|bucks|quid|percent|per|cents?|pence|[ap]\.?m|past|to|and|or|of (?:us|you))\b)[a-z][\w-]*|\btwin\b/,
  duration: /\b(?:one|two|three|four|five|six|seven|ten|\d+) (?:nights|days|weeks|months|years|hours)\b(?! ago)|\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:two|three|four|\d+) (?:meters|metres|feet|foot|inches) (?:long|wide|high)\b|\bin (?:a single|one|two|three|\d+) (?:day|hour|week)s?\b|\bonce a \w+|\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty|half a)[- ](?:day|week|month|year|night|hour|weekend)s?(?! ago)\b|\bfor (?:a|the) (?:day|week|month|year|season|summer|winter|weekend)\b|\bfrom \w+ (?:to|till|until) \w+\b|\bovernight\b/,
  date: new RegExp(`\\b(?:on|from|by|this|next|as early as|starting|any|before|until|by|any day) (?:the )?(?:${DAY}|\\d{1,2}(?:st|nd|rd|th)|(?:january|february|march|april|may|june|july|august|september|october|november|december))|\\b${DAY}(?: the \\d|,| night| morning| evening| afternoon)|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b|\\btomorrow\\b|\\bnext (?:week|month)\\b|\\b(?:this|any day this) week\\b|\\bin a single day\\b`),
  contents: /\b(?:included|includes?|including|inclusive|cash on \w+|oak|steel|brass|with tea|comes? with|come with|with (?:all |the |a |full |free |coffee|lunch|breakfast|delivery|screws|fitting|labor|labour|parts|installation|service)|plus (?:a |the |delivery|fitting|labor|parts|vat|tax)|delivered|fitted|installed|parts and labou?r|salt|speaks? on|in (?:green|red|blue|black|white|oak|steel|brass|grey|gray|cash))\b/,
  conditions: /\b(?:contract|cancel|notice|deposit|down payment|up ?front|in advance|minimum|warranty|guarantee[ds]?|no obligation|monthly|in cash|cash on|on delivery|vat|tax|no commitment|commit|instal?lments?|interest|refundable|returnable|if you (?:order|sign|take|buy|book|commit)|at least|free delivery|payable|first come)\b/,
}

export const overExplained: Rule = {
  key: 'over_explained', severity: 'warning',
  judge(script) {
    if (!script.prospecting) return null
    const at = script.sentences.findIndex((sentence, index) => offersTerms(script, sentence, index))
    return at < 0 ? null : { range: script.sentences[at]!.range, why: 'Offer and terms are all here: they can say no without calling.', fix: cut('Keep the terms for the call', script.sentences[at]!.range) }
  },
}

/** The terms stand in the sentence that offers, or in the next two. */
function offersTerms(script: Script, sentence: Sentence, at: number): boolean {
  if (!(OFFERED.test(sentence.said) || (PRICE.test(sentence.said) && !THEIR_PRICE.test(sentence.said))) || SEEN.test(sentence.said) || /^(?:could|would|can|will) (?:you|we)\b/.test(sentence.said)) return false
  const block = script.sentences.slice(at, at + 3).filter(({ said }, index) => index === 0 || !SEEN.test(said)).filter(({ said }, index) => index === 0 || !/^(?:could|would|can|will|please|call|ring|thanks?|thank you|your|you)\b|\bN\b/.test(said)).map(({ said }) => said.replace(/\b(?:one|five|ten|a few|two) (?:minutes?|questions?|thing|idea|moment)\b/g, '').replace(/N+/g, '')).join(' ')
  const met = Object.keys(TERMS).filter((term) => TERMS[term]!.test(block))
  if (met.includes('price')) return met.length >= 2 && !/\byou (?:charge|sell|paid|lost|lose|ask)\b|\byour (?:\w+ ){0,2}(?:sign|flyer|menu|ad|board|site|website|window|listing|leaflet|poster) (?:says?|gives?|lists?)/.test(block)
  return met.length >= 3 && (met.includes('contents') || met.includes('conditions') || met.includes('quantity'))
}

/** Money that is theirs to pay, to lose or to ask, or that changed hands. */
const THEIR_PRICE = either(
  /\b(?:you|your|P+) (?:\w+ ){0,3}(?:charge|pay|paid|sell|sold|lose|lost|lost|says?|ask|list|give|gives|cost|costs|bill|fine|meter)\b/,
  /\bcost(?:s|ing)? you\b|\b(?:i|we)(?:'ve| have)\b/,
  /\b(?:paid|was|were|found|cost me|lost|owed?|owes|fined|stole|worth|dropped)\b/,
  /\b(?:sign|ad|board|flyer|menu|label|poster|tag|leaflet|window|listing)\b/,
)

/** What somebody saw, did or lost tells no terms. */
const SEEN = either(
  /\b(?:i|we) (?:\w+ )?(?:saw|found|noticed|passed|drove|walked|left|counted|measured|heard|read|took a|came|looked)\b/,
  /\b(?:your|you) (?:\w+ ){0,3}(?:has|have|had|was|were|lost|lose|says?)\b|\b(?:i|we) (?:run|own|manage) C|\bi (?:parked|stopped|stood|sat|ate|bought|leaned|tripped|slipped)\b/,
)
