/** A text read once for all rules: its words, sentences, names and numbers. */
import { either } from './either.ts'
import { folded, wordsPattern } from './fold.ts'
import { firstNameMentions, nameMentions, nameParts } from './name_mentions.ts'
import { plainly, type Plain } from './plainly.ts'
import { phoneMentions, type PhoneMention } from './phone_numbers.ts'
import { sentenceRanges } from './sentences.ts'
import type { CoachInput, Numbers, Range } from './types.ts'

export interface Sentence { range: Range; said: string; words: number; plain: Plain }
export interface Word { range: Range }
export interface Script {
  input: CoachInput
  numbers: Numbers
  text: string
  /** The folded text, as long as the text, in which capitals stand for what is no ordinary word: R own name, C own company, F the prospect's
   *  first name, P his company, K the connection, N a phone number (one word, without spaces), Q what is quoted, G a gap. */
  said: string
  sentences: Sentence[]
  words: Word[] // separated by spaces; a phone number is one word
  phones: PhoneMention[]
  own: PhoneMention[] // the profile number in full
  names: Range[] // the own name, or any part of it
  firstNames: Range[] // the prospect, addressed
  gaps: Range[]
  prospecting: boolean
  brokenOff: boolean
}

export function parse(input: CoachInput, numbers: Numbers): Script {
  const { text, rep, prospect } = input
  const plain = folded(text)
  const mask = new Mask(plain)
  const gaps = gapRanges(text, plain)
  gaps.forEach((range) => mask.put(range, 'G'))
  for (const match of plain.matchAll(QUOTED)) mask.put([match.index + match[1]!.length + 1, match.index + match[0].length - 1], 'Q')
  mask.all(companyPattern(prospect.company), 'P')
  mask.all(companyPattern(rep.company), 'C')
  const phones = phoneMentions(mask.said, rep.number)
  phones.forEach((phone) => mask.put(phone.range, 'N', true))
  const mentions = nameMentions(text, mask.said, rep.name)
  const shared = nameParts(rep.name).some((part) => folded(part) === folded(prospect.first_name))
  const names = shared ? mentions.filter((range) => isRep(mask.said, range, mentions)) : mentions
  names.forEach((range) => mask.put(range, 'R'))
  const linked = connectionMentions(input, text, mask.said)
  linked.forEach((range) => mask.put(range, 'K'))
  const firstNames = firstNameMentions(text, mask.said, prospect.first_name, [...names, ...linked])
  firstNames.forEach((range) => mask.put(range, 'F'))
  maskTokens(mask, text, prospect.company, 'P')
  maskTokens(mask, text, rep.company, 'C')
  const sentences = sentenceRanges(mask.said, text).map((range) => sentence(mask.said, range))
  return {
    input, numbers, text, said: mask.said, sentences, words: wordsOf(mask.said), phones, own: phones.filter((phone) => phone.kind === 'own'),
    names, firstNames, gaps, prospecting: input.family !== 'existing_customer', brokenOff: isBrokenOff(mask.said, sentences, phones),
  }
}

class Mask {
  said: string
  constructor(plain: string) { this.said = plain }

  /** Letters and digits become the sign; spaces and marks stay, so that words can be counted, unless it is `whole`. */
  put([start, end]: Range, sign: string, whole = false): void {
    const inside = this.said.slice(start, end)
    this.said = this.said.slice(0, start) + (whole ? sign.repeat(inside.length) : inside.replace(/[^\s'-]/g, (one) => (/[\p{L}\p{N}&]/u.test(one) || sign === 'Q' ? sign : one))) + this.said.slice(end)
  }

  all(pattern: string, sign: string): void {
    if (pattern === '') return
    for (const match of this.said.matchAll(new RegExp(`(?<![a-z0-9])${pattern}(?![a-z0-9])`, 'g'))) this.put([match.index, match.index + match[0].length], sign)
  }
}

const QUOTED = /(^|[\s(])(?:"(?=\S)[^"\n]*\S"|'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w))*[^\s']')(?=[\s.,;:!?)]|$)/g

function companyPattern(company: string): string {
  return company.trim().length < 2 ? '' : wordsPattern(company)
}

/** Single words of a company's name, where they are written like a name: "Fernbrook" for "Fernbrook Docks". */
function maskTokens(mask: Mask, text: string, company: string, sign: string): void {
  for (const token of company.split(/\s+/).filter((one) => one.length > 3 && !/^(?:the|and)$/i.test(one))) {
    for (const match of mask.said.matchAll(new RegExp(`(?<![a-z0-9'-])${wordsPattern(token)}(?![a-z0-9])`, 'g'))) {
      const starts = /(?:^|[.!?]\s)$/.test(mask.said.slice(Math.max(0, match.index - 2), match.index))
      if (/\p{Lu}/u.test(text[match.index]!) && !starts) mask.put([match.index, match.index + match[0].length], sign)
    }
  }
}

/** Rep and prospect share a name: it is the rep's in full, or where somebody introduces himself. */
function isRep(said: string, range: Range, all: readonly Range[]): boolean {
  if (/ /.test(said.slice(...range)) || all.length === 0) return true
  const before = said.slice(Math.max(0, range[0] - 24), range[0])
  return /\b(?:this is|it's|i'm|i am|from|name is|name's|another|that's|also)(?: another| also)? $/.test(before) || /^ (?:here|speaking|again|at|from|with|of)\b/.test(said.slice(range[1]))
}

/** The person who links the two: by the full name, or by the first name alone if that is nobody else here. */
function connectionMentions(input: CoachInput, text: string, plain: string): Range[] {
  const name = input.connection?.trim() ?? ''
  const [first = '', ...rest] = nameParts(name)
  if (first === '') return []
  const last = rest[rest.length - 1] ?? ''
  const others = [folded(input.prospect.first_name), ...nameParts(input.rep.name).map(folded)]
  return nameMentions(text, plain, name).filter((range) => {
    const said = plain.slice(...range)
    if (said.includes(' ') && last !== '') return true
    if (said === folded(last)) return /\b(?:mr|mrs|ms|miss|dr|prof)\.? $/.test(plain.slice(0, range[0]))
    return !others.includes(said) && !/^(?:'s)? \p{Lu}/u.test(text.slice(range[1]))
  })
}

/** Braces and brackets that nobody filled, and placeholders in capitals. A remark in brackets is none. */
function gapRanges(text: string, plain: string): Range[] {
  const bracketed = [...text.matchAll(/\{[^{}]*\}|\[[^[\]]*\]|<[^<>\d][^<>]*>|_{3,}|[{}]/g)].filter((match) => !REMARK.test(match[0]))
  const capitals = [...text.matchAll(CAPITALS)].filter((match) => /^(?:INSERT|ENTER|ADD) |_/.test(match[0]) || !IN_EARNEST.test(plain.slice(Math.max(0, match.index - 40), match.index)) && !THING_AFTER.test(plain.slice(match.index + match[0].length)))
  return [...bracketed, ...capitals].map((match): Range => [match.index, match.index + match[0].length]).sort((a, b) => a[0] - b[0])
}

const REMARK = /^[[<](?:long |short |big )?(?:pauses?|smil(?:e|ing)|slow(?:ly|er)?|breath(?:e|s)?|breathing|laugh(?:s|ing)?|beep|wait|sic|repeat|spell(?:ed)? out|cough(?:s)?|sigh(?:s)?|chuckles?|quiet(?:ly)?|loud(?:er|ly)?)\b[^\]>]*[\]>]$/i
const CAPITALS = /\b(?:(?:(?:INSERT|ENTER|ADD|YOUR|MY|OUR|THEIR|FIRST|LAST|FULL|PROSPECT|CUSTOMER|CLIENT|CONTACT|COMPANY|REP|AGENT|JOB|PHONE|MUTUAL|PRODUCT|EVENT)(?:['’]S)?[ _]){1,3}(?:NAME|NUMBER|COMPANY|TITLE|PHONE|REASON|TOPIC|EVENT|DATE|TIME|PLACE|CITY|PRODUCT|HOOK|CONTACT|CONNECTION|DETAILS?|HERE)(?:[ _]HERE)?|(?:NAME|COMPANY|NUMBER|PHONE|REASON|TOPIC|HOOK|DATE|PRODUCT|EVENT|CITY|PLACE|TITLE|CONTACT|CONNECTION)(?:[ _]HERE)?|INSERT [A-Z]+|[A-Z]+_[A-Z_]+|X{3,}(?:-X+)*|TB[CD]|T(?:ODO|K))\b/g
const IN_EARNEST = either(
  /\b(?:signs?|says?|said|reads|marked|painted|labell?ed|stencill?ed|printed|button|letters?|words?|stamped|lettering|spells?|sizes?)\b[^.?!]{0,18}$/,
  /\bin $/,
)
const THING_AFTER = /^ (?:plate|tag|badge|box|field|line|column|card|stamp|band|series|sign)s?\b/

function sentence(said: string, range: Range): Sentence {
  const part = said.slice(...range)
  return { range, said: part, words: wordsOf(part).length, plain: plainly(part) }
}

function wordsOf(said: string): Word[] {
  return [...said.matchAll(/\S+/g)].filter((match) => /[\p{L}\p{N}&]/u.test(match[0])).map((match) => ({ range: [match.index, match.index + match[0].length] }))
}

/** Whether the text stops in the middle of a sentence. Dots, a dash or no full stop after a whole one are no break. */
function isBrokenOff(said: string, sentences: readonly Sentence[], phones: readonly PhoneMention[]): boolean {
  const end = said.trimEnd().replace(/["')]+$/, '')
  const last = sentences[sentences.length - 1]
  if (!last || phones.some((phone) => phone.range[1] >= end.replace(/[.,]+$/, '').length && phone.kind !== 'partial')) return false
  const [, words, mark] = /^(.*?)\s*([.?!…,—–-]*)$/s.exec(last.said.replace(/["')]+$/, ''))!
  const whole = FAREWELL.test(words!) || words!.trim() === ''
  if (/[—–-]$/.test(mark!)) return !whole && !/[.!?]\s*[—–-]+$/.test(end)
  if (/[?!]/.test(mark!) || mark === '.') return false
  if (whole) return false
  if (OPEN_END.test(words!)) return true
  if (/\b(?:on|at|is|number(?:'s)?|call|reach me) \d[\d -]{1,9}$/.test(words!)) return true
  return (/^(?:\.{2,}|…|,)$/.test(mark!) || (mark === '' && !ASKED.test(words!))) && !sentences.slice(-2).some((each) => FAREWELL.test(each.said))
}

const FAREWELL = /\b(?:thanks?|thank you|cheers|bye|goodbye|regards|take care|soon|have a|all the best|ta|for now|look(?:ing)? forward|good (?:day|evening|night)|best wishes|R+|N+)\b/
/** The last words ask or give a name: only the full stop is missing. */
const ASKED = /\b(?:call|ring|phone|buzz|text|reply|answer|let me know|get back|in touch|you know|speak|talk|C+|F+|K+|please)\b/
/** Words that a sentence does not end with. */
const OPEN_END = /(?:^|[\s—–-])(?:the|a|an|and|or|but|because|of|to|is|are|was|were|be|been|being|has|have|had|your|my|our|their|his|its|with|for|that|if|in|at|from|by|into|onto|than|as|so|which|who|whose|when|while|where|it's|that's|there's|he's|she's|they're|we're|you're|i'm|i've|you've|we've|they've|i'd|i'll|you'll|we'll|will|would|could|should|can|may|might|must|very|really|most|next|same|every|each|some|any|no|only|just|even|between|under|behind|without|until|unless|although|though|since|whether|these|those|this|not|isn't|wasn't|doesn't|don't|didn't|hasn't|haven't|won't|wouldn't|can't|couldn't|called|named|known|found|noticed|means|meant|told|wants|wanted|needs|became|becomes|including|like|such|called the|than)$/
