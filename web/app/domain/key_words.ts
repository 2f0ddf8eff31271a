/** What is left of a script when only the words that carry it stay: a step between reading it and knowing it. */
import { chunksOf } from './chunks.ts'

const MOST = 2 // of each chunk
const SMALL = new Set(
  `a about after again all also am an and any are as at back be been but by call can could did do for from get give got had has have he hello her hi him his how i if in is it
   its just let like may me more my no not of on one or our out please say she should so some than thank thanks that the their them then there these they this those to too up us
   very was we were what when where which who why will with would you your`.split(/\s+/),
)

/** One line for each chunk; "" where a chunk has nothing to hold on to. Phone numbers stay whole. */
export function keyWords(text: string): string[] {
  return chunksOf(text).map((chunk) => (chunk.kind === 'number' ? chunk.text.replace(/[.,;:!?]+$/, '') : strongest(chunk.text)))
}

function strongest(text: string): string {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const weighed = words.map((word, at) => ({ word, at, weight: weight(word, at) })).filter(({ weight }) => weight > 0)
  return weighed.sort((a, b) => b.weight - a.weight).slice(0, MOST).sort((a, b) => a.at - b.at).map(({ word }) => word).join(' … ')
}

/** Names and numbers first, then long words. */
function weight(word: string, at: number): number {
  if (word === '' || SMALL.has(word.toLowerCase().replace(/['’].*$/, ''))) return 0
  return word.length + (/\d/.test(word) ? 20 : 0) + (at > 0 && /^\p{Lu}/u.test(word) ? 10 : 0)
}
