/** Why they should call back: there is a reason, and it is theirs. */
import { beforeSignOff, insert, greetingEnd } from './fixes.ts'
import { asks, softAsk } from './requests.ts'
import { find, findIn, type Rule } from './rule.ts'
import type { Script } from './script.ts'
import { VAGUE_WORDS } from './vague_words.ts'
import { impersonation } from './rules_honesty.ts'
import { promisesVaguely, vaguePromise } from './rules_vague.ts'

export const noReason: Rule = {
  key: 'no_reason', severity: 'error',
  judge(script) {
    if (script.input.family === 'last_resort' || script.brokenOff || hasReason(script) || onlyIntroduces(script)) return null
    if (vaguePromise.judge(script) || impersonation.judge(script)) return null
    const reason = script.input.fields?.['reason']?.trim()
    const why = 'Nothing says what the call is about.'
    return reason ? { range: null, why, fix: reasonFix(script, reason) } : { range: null, why }
  },
}

function reasonFix(script: Script, reason: string): ReturnType<typeof insert> {
  const own = script.own[0] ?? null
  const end = script.sentences.find(({ range }) => range[1] >= (own?.range[1] ?? greetingEnd(script)))?.range[1] ?? greetingEnd(script)
  return insert('Say the reason', end, ` It's about ${reason}.`)
}

export const introductionOnly: Rule = {
  key: 'introduction_only', severity: 'error',
  judge(script) {
    if (script.brokenOff || hasReason(script) || !onlyIntroduces(script)) return null
    return { range: null, why: 'It only says who you are: give a reason, and ask for a call.', fix: beforeSignOff('Ask for a call', script, 'Could you call me back?') }
  },
}

/** Neither a reason nor an ask, and nothing that claims to follow something up. */
function onlyIntroduces(script: Script): boolean {
  return asks(script).length === 0 && !softAsk(script) && !find(script, TOUCH_BASE)
}

const TOUCH_BASE = /\b(?:touch(?:ing)? base|check(?:ing)? (?:in|up)|follow(?:ing)? up|catch(?:ing)? up|see how (?:you|things|everything)|circl(?:e|ing) back|reach(?:ing)? out)\b/

/** Whether any sentence holds words that tell a topic, an event, a person or an observation. */
function hasReason(script: Script): boolean {
  return script.sentences.some(({ said, plain }) => tells(said) && !promisesVaguely(plain.words, said))
}

function tells(said: string): boolean {
  if (/K/.test(said) || EVENT.test(said)) return true
  const topic = TOPIC.exec(said)
  if (topic && !VAGUE_TOPIC.test(topic[1]!)) return true
  const left = WHO.reduce((text, pattern) => text.replace(pattern, ' '), said)
  return left.split(/[^\p{L}'-]+/u).some((word) => /^[\p{Ll}][\p{Ll}'-]*$/u.test(word) && word.length > 1 && !VAGUE_WORDS.has(word) && !VAGUE_WORDS.has(word.replace(/'s$/, '')))
}

const EVENT = /\breturn(?:ing)? your call\b|\byou (?:called|rang|phoned|asked (?:me|us|for|whether|if|about))\b|\byou left (?:me|us)\b/
const TOPIC = /\b(?:about|regarding|concerning|on the subject of|with regard to|to do with) (?:your|the|our|his|her|their|a|an|this|that|those|these|two|three) ([a-z'-]+(?: [a-z'-]+)?)/
const VAGUE_TOPIC = /^(?:thing|matter|few|couple|something|opportunity|possibility|business|company|needs?|challenges?|situation|options?|future|time|day|idea|offer|products?|services?|solutions?|call|message|above|following|possible|potential|exciting|great|new|very|really|quick|important|urgent|personal|number of|lot|way|ways|moment|goals?|team|plans?)\b/

const TAIL = '[^,.;:!?—–]*?(?=[,.;:!?—–]|$| (?:and|but|so) (?:i|we|your|you|the|there|one|it)\\b| because | about )'
const ROLE = '(?:reps?|representatives?|manager|contact|agent|consultant|specialist|advis[eo]r|owner|director|engineer|sales(?:man|woman|person|people)?|man|woman|guy|chap|lady|person|team|firm|company|family|business|outfit|suppliers?|dealers?|shop|branch|crew|makers?|fitters?|installers?|contractors?|providers?|partners?|neighbou?rs?|one|face|voice|name|member|head|boss|founder|apprentice|trader|merchant|printer|painter|builder|roofer|plumber|electrician|carpenter|locksmith|welder|broker|executive|exec|associate|coordinator|officer)'
/** Who the rep is and what his company does. */
const WHO: readonly RegExp[] = [
  new RegExp(`\\b(?:(?:i'm|i am)(?! (?:after|looking))|my name(?:'s| is)|this is|it's|we're|we are|C+(?: C+)* (?:is|are)|as) (?:R+ )*(?:[a-z]+ ){0,4}?(?:C+ )*(?:[a-z-]+ ){0,4}?${ROLE}\\b${TAIL}`, 'g'),
  new RegExp(`\\b(?:we|C+(?: C+)*) (?:also |just |only |mainly |mostly |now )?(?:make|makes|sell|sells|supply|supplies|build|builds|fit|fits|install|installs|repair|repairs|fix|do|does|provide|provides|offer|offers|specialize|specialise|serve|serves|print|prints|clean|cleans|rent|lease|service|services|work with|work in|deal|cover|covers|help|design|designs|cater|handle|look after|operate|run|distribute|manufacture|import|stock|paint|carry)\\b${TAIL}`, 'g'),
  new RegExp(`\\b(?:i|we)(?:'ve| have|'ll| will|'m| am|'re| are)? (?:just |recently |now |also |only |be )*(?:look(?:ing)? after|cover(?:ing)?|handl(?:e|ing)|manag(?:e|ing)|join(?:ed|ing)?|start(?:ed|ing)?|taken? over|took over|taking over|mov(?:ed|ing)|work(?:ing)? (?:for|with|at|in|across|out)|represent(?:ing)?|based|opened|opening|set up|expand(?:ed|ing)|been (?:named|appointed|made|going|around|serving))\\b${TAIL}`, 'g'),
  /\bi (?:make|sell|fit|build|supply|repair|fix|install|paint|print|clean|do) [a-z]+s?\b(?: (?:for|in|across|around) [^,.;!?]*)?(?=[,.;!?]|$| and (?:i|we)\b)/g,
  /\b(?:make|making) (?:myself|ourselves) known\b|\b(?:courtesy|introductory|get-to-know-you) call\b|\byou (?:don't|do not|won't) know (?:me|us)(?: yet)?\b[^,.;!?]*|\b(?:new|newest|friendly|local) (?:face|kid|name|voice)\b[^,.;!?]*?(?=[,.;!?]|$| and (?:i|we)\b)/g,
  /\b(?:introduc(?:e|ing) (?:myself|ourselves|my company|our company|C+)|say(?:ing)? (?:hello|hi)|let(?:ting)? you know (?:who|that (?:i|we|C)|(?:i|we)(?:'|\b))|(?:voice|face|name) to (?:the|my|a) (?:name|voice|face)|(?:so )?you know (?:who|that (?:i|we)|where (?:we|i)))[^.;!?]*/g,
  /\bserving\b[^.;!?]*|\b(?:put|putting) an? (?:name|face|voice) to\b[^.;:!?]*|\b(?:calling|going|ringing|working|phoning) (?:my way )?(?:round|around|through)\b[^.;!?]*?(?= to say|[.;!?]|$)|\b(?:making|doing) (?:my|the) rounds\b|\bmy first (?:day|week|month)\b[^.,;!?]*|\byour (?:new |nearest |local )?neighbou?rs\b[^.,;!?]*/g,
  /\b(?:who|where) (?:i am|we are|i work|we work|to find us)\b[^.;!?]*/g,
]

export const opensWithSelf: Rule = {
  key: 'opens_with_self', severity: 'hint',
  judge(script) {
    if (!script.prospecting) return null
    const at = script.sentences.findIndex(({ said }) => !/^(?:hi|hello|hey|good|this is|it's R|i'm R|my name|N|R|F+[.,!])/.test(said) || (said.match(/[a-z]{3,}/g) ?? []).length > 14)
    const first = script.sentences[at]
    if (!first || !/^(?:we|we're|we've|our|my company|C+)\b/.test(first.said) || /\b(?:you|your|P)\b/.test(first.said)) return null
    return { range: first.range, why: 'It opens with you: start with something of theirs.' }
  },
}

/** "This is really important" explains nothing and asks for trust that is not there yet. */
export const importance: Rule = {
  key: 'importance', severity: 'hint',
  judge(script) {
    const range = findIn(script, /\b(?:(?:it|this|that)(?:'s| is) (?:very |really |quite |extremely |rather )?(?:important|urgent)|(?:important|urgent) (?:matter|call|message)|matter of (?:importance|urgency))\b/, (said) => !/\bnot (?:important|urgent)\b/.test(said))
    return range && { range, why: 'Saying that it matters convinces nobody: say what it is about.' }
  },
}
