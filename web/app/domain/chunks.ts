/** A script in pieces that one breath can carry: sentences, then clauses; a phone number stands alone, in groups that can be written
 *  down. `name` is a chunk with the rep's own name in it. */
import { sentences } from './fill.ts'
import { groupsOf, isPhoneNumber, NUMBER } from './say/phone.ts'

export interface Chunk { text: string; kind: 'words' | 'name' | 'number'; groups: string[]; pause: 'short' | 'long' }

const MOST = 9 // words that fit one glance
const FEWEST = 3 // shorter clauses stay with their neighbour

/** The chunks in order; together they are the text, word for word. `long` is the pause at the end of a sentence and round a number. The rep's
 *  `own` name ends its chunk: a stranger needs the pause behind it. */
export function chunksOf(text: string, own = ''): Chunk[] {
  return sentences(text).flatMap((sentence) => ending(sentenceChunks(sentence, own)))
}

function sentenceChunks(sentence: string, own: string): Chunk[] {
  const chunks: Chunk[] = []
  let from = 0
  for (const match of sentence.matchAll(NUMBER)) {
    if (!isPhoneNumber(match[0])) continue
    chunks.push(...words(sentence.slice(from, match.index), own))
    const tail = /^[,.!?;:]*/.exec(sentence.slice(match.index + match[0].length))![0]
    chunks.push({ text: match[0] + tail, kind: 'number', groups: groupsOf(match[0]), pause: 'long' })
    from = match.index + match[0].length + tail.length
  }
  return [...chunks, ...words(sentence.slice(from), own)]
}

function words(text: string, own: string): Chunk[] {
  const clauses = afterName(text.trim(), own).flatMap((part) => joinShort(part.split(/(?<=[,;:—–])\s+/)).flatMap(splitLong))
  return clauses.map((clause) => ({ text: clause, kind: own && clause.includes(own) ? 'name' : 'words', groups: [], pause: 'short' }))
}

/** Cut behind the name, unless a single word would be left. */
function afterName(text: string, own: string): string[] {
  if (text === '') return []
  const at = own ? text.indexOf(own) : -1
  const cut = at < 0 ? -1 : text.slice(at + own.length).search(/\s+\S+\s+\S/)
  if (cut < 0) return [text]
  const end = at + own.length + cut
  return [text.slice(0, end), text.slice(end).trim()]
}

function joinShort(clauses: string[]): string[] {
  const joined: string[] = []
  for (const clause of clauses) {
    const last = joined[joined.length - 1]
    if (last !== undefined && (count(last) < FEWEST || count(clause) < FEWEST) && count(last) + count(clause) <= MOST) joined[joined.length - 1] = `${last} ${clause}`
    else joined.push(clause)
  }
  return joined
}

const LINK = /\s+(?=(?:and|but|or|because|so|that|which|who|when|where|while|if|to|about|with|from|for|on|at|in|before|after|than)\s)/gi

/** Cut at the linking word nearest to the middle, never leaving fewer than three words on a side. */
function splitLong(clause: string): string[] {
  const total = count(clause)
  if (total <= MOST) return [clause]
  const places = [...clause.matchAll(LINK)].map((match) => match.index)
    .filter((at) => count(clause.slice(0, at)) >= FEWEST && count(clause.slice(at)) >= FEWEST)
  const middle = places.sort((a, b) => Math.abs(a - clause.length / 2) - Math.abs(b - clause.length / 2))[0] ?? spaceNear(clause)
  return [...splitLong(clause.slice(0, middle).trim()), ...splitLong(clause.slice(middle).trim())]
}

function spaceNear(clause: string): number {
  const spaces = [...clause.matchAll(/\s+/g)].map((match) => match.index)
  return spaces[Math.floor(spaces.length / 2)]!
}

function ending(chunks: Chunk[]): Chunk[] {
  return chunks.map((chunk, at) => (at === chunks.length - 1 ? { ...chunk, pause: 'long' } : chunk))
}

function count(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
