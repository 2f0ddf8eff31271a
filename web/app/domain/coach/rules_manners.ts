/** Kind to the person who listens: thanks at the end, and no fillers. */
import { either } from './either.ts'
import { atEnd, cut } from './fixes.ts'
import type { Rule } from './rule.ts'

const FAREWELL = either(
  /\bthanks?\b(?! to (?!you))|\bthank(?:ing)? you\b|\bthankful\b|\bcheers\b|\bta\b|\bta-ta\b|\bta-ra\b|\btara\b|\bmuch obliged\b/,
  /\bobliged\b|\b(?:i|i'd|we|we'd|much|really|greatly|very much) (?:really |greatly |very much )?appreciated?\b/,
  /\bappreciate (?:it|your|you|the)\b|\bgrateful\b|\b(?:good|bye-)?bye\b|\bgood-bye\b|\bcheerio\b|\bfarewell\b|\bso long\b/,
  /\btoodle|\btake (?:good )?care\b/,
  /\b(?:days?|times|joy|health|success|luck|winds|harvest|roads?|skies|journey) to you(?: all)?[.!]?$/,
  /^(?:later|laters|onward|onwards|over to you)\b[.!]/,
  /\b(?:speak|talk|hear|see|chat|catch|meet) (?:to |with |from )?(?:you |ya )?(?:both |all )?(?:soon|later|then|tomorrow|around|again)\b/,
  /\b(?:speak|talk) to you\b|\bsee you\b|\bhave (?:yourself )?(?:fun|lots of|an? \w+)|\bwarmly\b/,
  /^(?:mind|watch|careful (?:on|with|of)) (?:the|that|your)\b[^.?!]{0,20}[.!]?$|\bgod speed\b/,
  /\ba (?:good|great|lovely|happy|fine|pleasant|merry|dry|quiet) (?:\w+ )?(?:day|week|weekend|evening|afternoon|night|christmas|holiday|summer|season|trip|harvest)\b/,
  /\benjoy (?:your|the|a|every)\b/,
  /\b(?:all (?:the|my) (?:very )?best|best (?:wishes|regards|of luck|to you)|my (?:very )?best|(?:kind|warm|kindest|warmest) (?:regards|wishes)|regards|good (?:luck|day|night|evening|wishes|afternoon|morning to you|weekend))\b/,
  /^best[,.]|\blook(?:ing)? forward\b|\b(?:i|we)?(?:'m| am)? ?(?:hope|hoping) to (?:hear|speak|talk|meet|see)\b/,
  /\bhope (?:that )?(?:you|your|the|it|all|everyone|everybody)\b[^.?!]*\b(?:well|good|great|nice|enjoy|fun|goes|lovely|dry|warm|safe|soon|better|pleasant|fine|wonderful)\b/,
  /\b(?:un)?till? (?:then|soon|we|later|next)\b|\byours (?:truly|sincerely|faithfully|aye)?\b(?=[.,]| R)|\bsincerely\b/,
  /\bgod ?bless\b|\bbless you\b|\bgodspeed\b/,
  /\b(?:safe (?:travels?|home|journey|driving|trip|flight|sailing)|drive (?:safe|carefully|safely|well)|(?:stay|keep) (?:safe|warm|dry|well|cool|cozy|cosy|healthy)|be (?:well|safe)|mind how you go|go well|travel (?:well|safe(?:ly)?)|sail (?:well|safe(?:ly)?)|ride safe|fly safe)\b/,
  /\b(?:happy|merry) \w+|\bwish(?:ing|es)? (?:you|to you|your|everyone|all)?\b|\bmy regards\b|\bcatch you\b|\bciao\b/,
  /\bcongratulations\b|\bpeace\b(?=[.,!]|$)|\bover and out\b|\bmany happy returns\b/,
)

/** The last two sentences hold no thanks, goodbye or good wish. Silent if the last one is name and number alone. */
export const noThanksOrSignoff: Rule = {
  key: 'no_thanks_or_signoff', severity: 'hint',
  judge(script) {
    const last = script.sentences.slice(-2)
    const end = last[last.length - 1]
    if (!end || script.brokenOff || last.some(({ said }) => FAREWELL.test(said)) || NAME_AND_NUMBER.test(end.said)) return null
    const { first_name } = script.input.prospect
    return { range: null, why: 'It ends without thanks or a goodbye.', fix: atEnd('End with thanks', first_name !== '' && script.firstNames.length < script.numbers.first_names - 1 ? `Thanks, ${first_name}.` : 'Thank you.') }
  },
}

const NAME_AND_NUMBER = /^(?:(?:that's|that is|this is|this was|it's|it was|again|once more|i'm|so|and|here's|from)[, ]*)*R+(?: R+)*(?:,? (?:at|on|from|with|of)? ?(?:C+(?: C+)*,? ?)?(?:at |on )?)?[,: ]*N+[.!]?$/

const FILLERS: readonly RegExp[] = [
  /(?<![\w'-])(?:u+m+|u+h+|uhm|erm+|er+|ehm|h+m+)(?![\w'-])/,
  either(
    /(?<=[,—–…-] ?|^|[.!?] )you know(?=[,.?!—–…]| like\b)(?! (?:what|who|that|the|how|when|where|why))|\bif you know what i mean\b/,
    /, you know (?=(?:it|they|he|she|i|we|a|the|just|kind|sort|sticking|stuck)\b)/,
  ),
  /(?<=, ?|[—–…-] ?|^|[.!?] )i mean(?![a-z'])(?! (?:it|to|that|business|every|well|no|what|this|only what|the one)(?! (?:big|small|old|new|north|south|left|right|other|red|blue|green|tall|short|front|back)\b))/,
  /(?<=^|, |[—–…] ?|[.!?] |\b(?:and|but|so|it's|there's|is|was|that|a|to|by|in) )well(?=, |…|\.{2,}|—| —)/,
  either(
    /(?<=,) like(?=,)|\b(?:is|was|it's|that's|were|are|i'm|just|to|and|been) like(?=,)/,
    /\b(?:it's|was|is|there's|are|were|i was) like (?:really|so|totally|super|completely|half|all|a million|a hundred|way|pretty)\b/,
    /(?<=, )like (?=(?:really|totally|super|half|way|seriously|i said i)\b)/,
  ),
  /(?<=(?:^|[,.!?—–…] ?|\b(?:is|it's|that's|he's|she's|there's|was|are|were|they're|we're|i'm|i|we|it|they|just|only|feels?|felt|looks?|looked|seems?|seemed|sounds?|sounded|got|had|has|and|but|really|been|being|gets?|hangs?|leans?|sits?|sticks?|you|to|well|um|uh|er) ))(?:kind|sort) of(?! (?:you|your|him|her|them|P+|F+|everyone|everybody)\b)\b/,
]

export const filler: Rule = {
  key: 'filler', severity: 'hint',
  judge(script) {
    if (!FILLERS.some((pattern) => pattern.test(script.said))) return null
    const found = all(script.said, script.text)
    if (found.length < Math.max(1, script.numbers.fillers)) return null
    return { range: found[0]!, why: 'A filler: say nothing in its place.', fix: cut('Leave the fillers out', ...found) }
  },
}

function all(said: string, text: string): Array<[number, number]> {
  return FILLERS.flatMap((pattern) => [...said.matchAll(new RegExp(pattern, 'g'))].map((match): [number, number] => [match.index, match.index + match[0].length]))
    .filter((range, at, list) => !/^(?:ER|UM|UH|HM)$/.test(text.slice(...range)) && !list.some((other, second) => second < at && other[0] < range[1] && range[0] < other[1]))
}
