/** A script as key words: what a rep needs to see who knows it already. Names, numbers and what is asked for stay; what the mouth adds by itself goes. */
import { sentences } from './fill.ts'
import { isPhoneNumber, NUMBER } from './say/phone.ts'

/** One line for each part of the script that says something. */
export function bulletsOf(texts: readonly string[]): string[] {
  return texts.map((text) => sentences(text).map(keyWords).filter((line) => line !== '').join(' · '))
}

/** The lines of bullets that were typed, without marks at their start. */
export function linesOf(typed: string): string[] {
  return typed.split('\n').map((line) => line.replace(/^[\s•*–-]+(?=\S)/, '').trim()).filter((line) => line !== '')
}

function keyWords(sentence: string): string {
  const kept = clauses(sentence).map((clause) => (isPhoneNumber(clause) ? clause : shortened(clause))).filter((clause) => clause !== '')
  const line = kept.join(' · ').replace(/^(?:hi|hello|hey) · /i, '')
  return /\?["')]*$/.test(sentence) && line !== '' ? `${line}?` : line
}

/** Cut at commas and the like, and round phone numbers, which stay whole. */
function clauses(sentence: string): string[] {
  const numbers = [...sentence.matchAll(NUMBER)].filter((match) => isPhoneNumber(match[0]))
  const found: string[] = []
  let from = 0
  for (const match of numbers) {
    found.push(...cut(sentence.slice(from, match.index)), match[0])
    from = match.index + match[0].length
  }
  return [...found, ...cut(sentence.slice(from))]
}

function cut(text: string): string[] {
  return text.split(/[,;:—–…]+(?=\s|$)| (?:and|but|so) (?=(?:i|i'm|i'd|i'll|we|you|it|that|the|could|would)\b)/i).map((clause) => clause.trim()).filter((clause) => /[\p{L}\p{N}]/u.test(clause))
}

const GREETING = /^(?:hi|hello|hey)(?: there)?\s+(?=\S)/i
/** What goes wherever it stands. */
const PADDING = new Set(('a an the this these those is are was were am be been being i we he she they its my our that which who there here just only very really quite rather please ' +
  "i'm i've i'd i'll we're we've we'd we'll it's that's he's she's they're you're there's here's could would can will shall may might do does did have has had having so but then").split(' '))
/** What stays between two words that stay, and goes at an end; "you" and "about" may stand at one. */
const LINKS = new Set('to and of than how you it them in on at by for with from as or if when while because about into onto over under up out off after before since until through across'.split(' '))

function shortened(clause: string): string {
  const words = clause.replace(GREETING, '').replace(/^["'(]+|[.!?"')]+$/g, '').split(/\s+/).filter((word) => word !== '' && !PADDING.has(plain(word)))
  while (words.length > 0 && isLink(words[0]!, 'about')) words.shift()
  while (words.length > 0 && isLink(words[words.length - 1]!, 'you')) words.pop()
  return words.join(' ')
}

function isLink(word: string, but: string): boolean {
  return LINKS.has(plain(word)) && plain(word) !== but
}

function plain(word: string): string {
  return word.toLowerCase().replace(/’/g, "'").replace(/[.!?,]+$/, '')
}
