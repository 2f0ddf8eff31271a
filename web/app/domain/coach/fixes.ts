/** Edits that a finding offers. Each takes the text and gives the text; none invents a fact. */
import type { Script } from './script.ts'
import type { Fix, Range } from './types.ts'

/** The text without this range, tidied: no double space, no mark without its words, a capital at the start of a sentence. */
export function cut(label: string, ...ranges: Range[]): Fix {
  return { label, edit: (text) => tidy([...ranges].sort((a, b) => b[0] - a[0]).reduce((left, [start, end]) => `${left.slice(0, start)} ${left.slice(end)}`, text)) }
}

/** The text without the sentence round this place. A sentence that greets, or says the own name or number, loses that clause only. */
export function cutSentence(label: string, script: Script, range: Range): Fix {
  const sentence = script.sentences.find((each) => each.range[0] <= range[0] && range[0] < each.range[1])
  return cut(label, sentence ? (/[RNF]/.test(sentence.said) ? clauseOf(script, sentence.range, range) : sentence.range) : range)
}

/** From the comma before to the comma after; the mark at the end of the sentence stays. */
function clauseOf(script: Script, [start, end]: Range, range: Range): Range {
  const before = script.said.slice(start, range[0])
  const comma = Math.max(...[',', ';', ':', '—'].map((mark) => before.lastIndexOf(mark)))
  const after = /^[^,;:—.?!]*/.exec(script.said.slice(range[1], end))![0].length
  return [comma < 0 ? start : start + comma, range[1] + after]
}

export function replace(label: string, [start, end]: Range, words: string): Fix {
  return { label, edit: (text) => text.slice(0, start) + capital(words, text.slice(0, start)) + text.slice(end) }
}

/** A new sentence before the sign-off, which is the last sentence if it thanks or says goodbye; else at the end. */
export function beforeSignOff(label: string, script: Script, words: string): Fix {
  const last = script.sentences[script.sentences.length - 1]
  const at = last && last.words <= 8 && SIGN_OFF.test(last.said) ? last.range[0] : script.text.trimEnd().length
  return { label, edit: (text) => joined(text.slice(0, at), words, text.slice(at)) }
}

export function atEnd(label: string, words: string): Fix {
  return { label, edit: (text) => joined(text, words, '') }
}

/** Words set at a place inside a sentence. */
export function insert(label: string, at: number, words: string): Fix {
  return { label, edit: (text) => text.slice(0, at) + words + text.slice(at) }
}

/** Where the greeting ends: behind "Hi Dana", or at the start. */
export function greetingEnd(script: Script): number {
  return /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))(?: there| again)?(?:,? (?:F+(?:[ -]F+)*|G+))?|F+,?(?: (?:hi|hello))?)(?=[\s,.!—–-]|$)/.exec(script.said)?.[0].length ?? 0
}

const SIGN_OFF = /\b(?:thanks?|thank you|cheers|bye|goodbye|ta|regards|take care|have a|all the best|speak soon|talk soon|look(?:ing)? forward)\b/

function joined(before: string, words: string, after: string): string {
  const start = before.trimEnd()
  const gap = start === '' ? '' : /[.!?…]["')]?$/.test(start) ? ' ' : '. '
  return [start + gap + capital(words, `${start}${gap}`), after.trimStart()].filter((part) => part !== '').join(' ')
}

export function tidy(text: string): string {
  return text.replace(/[ \t]+/g, ' ').replace(/ +([,.!?;:])/g, '$1').replace(/([,;:])(?:\s*[,;:])+/g, '$1').replace(/[,;:]\s*([.!?])/g, '$1')
    .replace(/([.!?])(?:\s*[.!?,;:])+(?=\s|$)/g, '$1').replace(/^[\s,.;:!?—–-]+/, '').replace(/[\s,;:—–-]+$/, '').replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, one: string) => before + one.toUpperCase())
}

function capital(words: string, before: string): string {
  return /(?:^|[.!?…]\s*)$/.test(before) ? words.replace(/^\p{Ll}/u, (one) => one.toUpperCase()) : words
}
