/** Where names are said. A name that is also a word ("May", "Will") counts where it is used as a name only. */
import { folded, MARK, wordsPattern } from './fold.ts'
import type { Range } from './types.ts'

const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|rev)\.?$/
const PARTICLES = /^(?:van|von|de|der|den|da|di|del|la|le|el|al|bin|ben|st|jr|sr|and)\.?$/

/** The parts of a full name that stand for the person: "Dr. Ana de la Cruz" gives "Ana" and "Cruz". */
export function nameParts(name: string): string[] {
  return name.trim().split(/\s+/).filter((part) => part.length > 1 && !TITLES.test(folded(part)) && !PARTICLES.test(folded(part)))
}

/** Every place where this person is named: "Sam Ortega" is one, "Ortega" one, "O-R-T-E-G-A" one. `plain` is the folded text. */
export function nameMentions(text: string, plain: string, name: string): Range[] {
  const parts = nameParts(name)
  if (parts.length === 0) return []
  const any = `(?:${parts.map(wordsPattern).join('|')})`
  const found: Range[] = []
  for (const match of plain.matchAll(new RegExp(`(?<![\\w'-])${any}(?:[ ]+(?:\\w\\.? )?${any})*(?![\\w]|-(?!${any})\\w)`, 'g'))) {
    const range: Range = [match.index, match.index + match[0].length]
    if (isName(text, plain, range, match[0].includes(' '))) found.push(range)
  }
  return [...found, ...spelled(plain, parts)].sort((a, b) => a[0] - b[0])
}

/** "H-A-L-E", "h a l e". */
function spelled(plain: string, parts: string[]): Range[] {
  const wanted = parts.map((part) => folded(part).replace(/[^a-z]/g, ''))
  return [...plain.matchAll(/(?<![\w'])[a-z](?:[\s.,-]+[a-z](?![\w'])){2,}/g)]
    .filter((match) => wanted.includes(match[0].replace(/[^a-z]/g, '')))
    .map((match) => [match.index, match.index + match[0].length])
}

/** Names that are words too. For these the place in the sentence decides. */
export const ORDINARY = new Set(('may april june august january will mark rob bill art grant grace hope joy faith dawn rose ivy iris holly olive ruby pearl amber jade ' +
  'summer autumn frank rich chase chance drew pat sue nick dean guy gene miles page bob dick harry ray sandy rusty cliff dale glen heath brook skip woody buddy major ' +
  'earl duke king prince christian sterling hunter mason carter cooper parker porter tanner carol penny patience constance destiny violet daisy jasmine ginger candy ' +
  'misty stormy sunny robin jay wren kitty victor max chuck peg lance pierce wade reed clay flint stone don chip buck basil sage angel star sky van rod jet ace ' +
  'melody harmony charity prudence felicity verity mercy clement merit noble price bright long short white black brown green gray grey young wise sharp strong swift ' +
  'moody little large small good best gold silver frost snow winter rain storm hill field ford lake river wood forest marsh moor bridges church bell baker butcher ' +
  'cook fisher gardener shepherd smith taylor turner weaver miller potter archer bishop abbot monk pope knight page marshal steward hale beck vale kent gow street ' +
  'wells banks shore park parks gates house barn hall hay rice bean berry plum peach apple lemon day night weeks sunday friday monday noon trucks trains rails case ' +
  'bond cash coin money fortune power fox wolf hart hare crane drake finch hawk swan bird nest pike bass salmon bates webb nash pike carry call ring post pound sell ' +
  'story read speed quick slow early late hand foot head legg arms love darling sweet dear hardy merry jolly gay darke sparks burns moss ash elm oak birch hazel fern ' +
  'heather rowan willow myrtle lily poppy').split(' '))

function isName(text: string, plain: string, [start, end]: Range, full: boolean): boolean {
  if (!/\p{Lu}/u.test(text[start]!)) return false
  const word = plain.slice(start, end).replaceAll(MARK, '')
  if (full || !ORDINARY.has(word)) return true
  const before = plain.slice(Math.max(0, start - 24), start)
  const after = plain.slice(end, end + 24)
  if (/[.!?]\s*$|^\s*$/.test(before)) return /^(?:,|[.!?]|$| (?:here|speaking|again|from|at|with|of)\b)/.test(after)
  if (MONTH.test(word)) return !MONTH_BEFORE.test(before) && !/^ (?:\d|the \d|is over|sun)/.test(after)
  return true
}

const MONTH = /^(?:may|april|june|august|january)$/
const MONTH_BEFORE = /\b(?:in|last|next|since|of|by|early|late|mid|until|till|through|this|from|to|before|after|during|and|or|the|every|each|for|around|on|\d(?:st|nd|rd|th)?)[ -]$/

/** Where the prospect is addressed by the first name. Not somebody else of this name, and not a thing called so. */
export function firstNameMentions(text: string, plain: string, first: string, taken: readonly Range[]): Range[] {
  if (first.trim() === '') return []
  const pattern = new RegExp(`(?<![\\w'-])${wordsPattern(first)}(?![\\w]|'s|-\\w)`, 'g')
  return [...plain.matchAll(pattern)].map((match): Range => [match.index, match.index + match[0].length])
    .filter((range) => !taken.some((other) => range[0] < other[1] && other[0] < range[1]))
    .filter((range) => isName(text, plain, range, false) && isAddressed(text, plain, range))
}

function isAddressed(text: string, plain: string, [start, end]: Range): boolean {
  const before = plain.slice(Math.max(0, start - 40), start)
  const greeted = GREETING.test(before)
  const surname = /^ (\p{Lu}[\p{L}'’-]+)/u.exec(text.slice(end, end + 40))
  if (surname && !greeted) return false
  if (NOT_THEM.test(before)) return false
  if (!ORDINARY.has(plain.slice(start, end))) return true
  return greeted || (/(?:^|[,.!?;:—–-]\s?)$/.test(before) && /^\s*(?:[,.!?;:—–-]|$)/.test(plain.slice(end))) || (/\b(?:you|me|back|much|day|one|please|now|week|it)\s$/.test(before) && /^[,.!?]/.test(plain.slice(end)))
}

const GREETING = /\b(?:hi|hello|hey|dear|morning|afternoon|evening|greetings|thanks|thank you|cheers|bye|goodbye|there|ta)(?: again| there| so much| very much| a lot| now)?,? $/
const NOT_THEM = /\b(?:another|our|my|your|his|her|a|an|the|uncle|aunt|saint|st\.?|called|named|brother|sister|colleague|son|daughter|father|mother|friend|mr\.?|mrs\.?|ms\.?|old|young|from|by|like|of|this is|i'm|it's)\s$/
