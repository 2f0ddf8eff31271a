/** Phone numbers in a text: in digits or in words ("oh one double four"), and whose they are. Works on folded text. */
import type { Range } from './types.ts'

/** own: the profile number. partial: the end of it. wrong: given for calling back, and not the profile number. line: another line that can be
 *  called. theirs: the prospect's own. thing: an order, a part, a date. */
export type NumberKind = 'own' | 'partial' | 'wrong' | 'line' | 'theirs' | 'thing'
export interface PhoneMention { range: Range; digits: string; kind: NumberKind }

export function phoneMentions(text: string, profile: string): PhoneMention[] {
  const own = national(profile)
  const found = runs(text, own).map((run) => ({ ...run, kind: kindOf(text, run, own) }))
  const told = new Map(found.filter(({ kind }) => kind !== 'wrong').map((each) => [national(each.digits), each.kind]))
  return found.map((each) => ({ ...each, kind: told.get(national(each.digits)) ?? each.kind })) // "my mobile is ..., that's ..." is the mobile twice
}

/** Digits without the country code and the 0 or 1 before the area code, for the two plans that start so. */
export function national(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^00/, '')
  if (/^44\d{9,11}$/.test(digits)) return digits.slice(2).replace(/^0/, '')
  if (/^1[2-9]\d{9}$/.test(digits)) return digits.slice(1)
  return digits.replace(/^0/, '')
}

const UNITS: Record<string, string> = {
  oh: '0', o: '0', zero: '0', nought: '0', naught: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
  ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19', hundred: '00', plus: '+',
}
const TENS: Record<string, string> = { twenty: '2', thirty: '3', forty: '4', fifty: '5', sixty: '6', seventy: '7', eighty: '8', ninety: '9' }
const TIMES: Record<string, number> = { double: 2, triple: 3, treble: 3 }
const TOKEN = new RegExp(`\\+?\\d+|\\b(?:${[...Object.keys(UNITS), ...Object.keys(TENS), ...Object.keys(TIMES)].join('|')})\\b(?!')`, 'g')
/** What may stand between the groups of one number. */
const GAP = /^(?:[ ().\-–—,]|\n)*$/

interface Token { text: string; start: number; end: number }
interface Run { range: Range; digits: string }

function runs(text: string, own: string): Run[] {
  const found: Run[] = []
  let tokens: Token[] = []
  const close = (): void => {
    const digits = digitsOf(tokens)
    if (digits.replace(/\D/g, '').length >= FEWEST && !isAmount(text, tokens)) found.push({ range: [opened(text, tokens), tokens[tokens.length - 1]!.end], digits })
    tokens = []
  }
  for (const match of text.matchAll(TOKEN)) {
    const token = { text: match[0], start: match.index, end: match.index + match[0].length }
    const last = tokens[tokens.length - 1]
    if (last && (apart(text.slice(last.end, token.start)) || whole(tokens, own) || token.text[0] === '+')) close()
    tokens.push(token)
  }
  if (tokens.length > 0) close()
  return found
}

/** "(317) 555-0144" begins with its bracket. */
function opened(text: string, tokens: Token[]): number {
  const { start } = tokens[0]!
  return text[start - 1] === '(' && text.slice(start, tokens[tokens.length - 1]!.end).includes(')') ? start - 1 : start
}

const FEWEST = 7 // digits of a number that can be called

function apart(between: string): boolean {
  return between.length > 5 || !GAP.test(between) || /[.]\s/.test(between)
}

/** Whether these groups hold as many digits as the own number does, written the way they begin. */
function whole(tokens: Token[], own: string): boolean {
  const digits = digitsOf(tokens)
  const length = digits.replace(/\D/g, '').length
  if (digits.startsWith('+')) return length >= own.length + (digits.startsWith('+1') ? 1 : 2) + (/^\+440/.test(digits) ? 1 : 0)
  if (/^0(?!0)|^1/.test(digits) && !own.startsWith('1')) return length >= own.length + 1
  if (/^0/.test(digits)) return length >= own.length + 1
  return length >= own.length && !/^44/.test(digits)
}

function digitsOf(tokens: Token[]): string {
  let digits = ''
  let times = 1
  let tens = ''
  for (const { text } of tokens) {
    if (text in TIMES) { times = TIMES[text]!; continue }
    if (tens !== '' && !/^[1-9]$/.test(UNITS[text] ?? '')) digits += `${tens}0`
    else digits += tens
    tens = TENS[text] ?? ''
    if (tens === '') digits += (UNITS[text] ?? text).repeat(times)
    times = 1
  }
  return tens === '' ? digits : `${digits}${tens}0`
}

/** "1,250,000", "2026-11-24" and "$4195550153" are no phone numbers. */
function isAmount(text: string, tokens: Token[]): boolean {
  const start = tokens[0]!.start
  const written = text.slice(start, tokens[tokens.length - 1]!.end)
  return /^\d{1,3}(?:,\d{3})+$|^\d{4}-\d\d-\d\d$/.test(written) || /[$£€]\s?$/.test(text.slice(0, start))
}

function kindOf(text: string, run: Run, own: string): NumberKind {
  const digits = national(run.digits)
  if (sameNumber(digits, own)) return 'own'
  if (own.endsWith(digits)) return 'partial'
  const before = clauseBefore(text, run.range[0])
  const after = /^[^.?!;]{0,60}/.exec(text.slice(run.range[1]))![0]
  if (THING.test(before)) return 'thing'
  if (THEIRS.test(before)) return 'theirs'
  if (LINE.test(before) || LINE_AFTER.test(after)) return 'line'
  if (!/\D/.test(text.slice(...run.range)) && !CUE.test(before) && !near(digits, own)) return 'thing'
  return 'wrong'
}

/** The words before, as far back as the sentence or the last number goes. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 90), at)
  return before.slice(Math.max(-1, ...[...before.matchAll(/[.?!;]\s|\d{4}[,.]?\s/g)].map((match) => match.index + match[0].length - 1)) + 1)
}

const THING = /\b(?:order|invoice|account|reference|ref|serial|part|item|permit|licen[cs]e|policy|ticket|job|po|quote|docket|batch|lot|model|tracking|case|claim|booking|receipt|pallet|container|barcode|vin|sku|drawing|registration|isbn|meter|asset|card|delivery|consignment|unit)(?: (?:number|no|nr|code|id|is|was|has|of|ending|reads?|says)\b\.?)*[\s,:#]*$/
const THEIRS = /\b(?:your (?:[\w-]+ ){0,5}(?:number|line|phone|mobile|cell|sign|van|trucks?|site|website|card|ad|listing|flyer|leaflet|door|page|window|switchboard|reception|office|store|shop)|(?:i|we) (?:have|had|got) you (?:down )?(?:at|on|under|as)|(?:tried|rang|called|dialed|dialled|phoned|reached)(?: you| your \w+)?(?: on| at| earlier on)?|(?:reach|reaching) you (?:on|at)|(?:ringing|calling) (?:you |your \w+ )(?:on|at)|(?:tag|sign|card|note|label|sticker|page|list|book|directory|poster|van|plate|collar|flyer|leaflet|paper|banner|wall|board|receipt|invoice) (?:\w+ ){0,3}?(?:reads|says|shows|gives|has|lists|carries|with)|you(?:'re| are) (?:still )?(?:on|at)|listed (?:as|under|at|on)|you (?:still )?(?:list|print|give|show))\b[^.?!;]{0,40}$/
const LINE = /\b(?:cell|cellphone|mobile|assistant|colleague|partner|secretary|desk|home|switchboard|workshop|warehouse|depot|shop|dispatch|reception|text|fax|other (?:number|line)|second (?:number|line)|another (?:number|line)|after hours|out of hours|direct line|landline|if i'm (?:out|driving|not)|if i (?:don't|can't|miss)|my (?:boss|wife|husband|brother|sister|son|daughter|father|mother|foreman|manager|office)|our (?:office|yard|foreman|manager|engineer|switchboard)|or (?:ask|try|get|call|ring) (?!me\b)\w+|the (?:office|yard))\b[^.?!;]{0,45}$/
const LINE_AFTER = /^,? ?(?:(?:that's|which is|is|for) )?(?:my (?:cell|mobile|assistant|desk|home|other|direct)|the (?:office|shop|workshop|depot|yard|switchboard)|(?:if|when) i'm (?:out|driving|away)|for (?:texts?|my (?:cell|mobile|assistant)))\b/
const CUE = /\b(?:call|ring|phone|reach|dial|number(?:'s| is|,)?|i'm on|i'm at|again|back on|get me|me (?:on|at))\b[^.?!;]{0,20}$/

/** Also with and without a country code of another plan than those two. */
function sameNumber(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return a === b || (short.length >= 8 && long.endsWith(short) && long.length - short.length <= 3 && !/^1?\d{10}$/.test(long))
}

/** One or two digits off, or two of them swapped. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) === 1) return b.includes(a.slice(0, 5)) || b.endsWith(a.slice(-5))
  return a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length <= 2
}
