/** How long spoken words and the pauses between them take, in seconds at 150 words a minute.
 *
 *  Seven numbers, fitted by least squares of the relative error to 60 messages that twelve synthetic voices read (tests/data/speech).
 *  A word takes the time of its sounds; long vowels and hissed consonants take longer. Syllables alone explain only half as much. */
import type { Saying } from '../say/say.ts'
import { soundsOf } from './sounds.ts'

const WORD = 0.0889
const SOUND = 0.0552
const LONG_VOWEL = 0.0776
const HISS = 0.0522
/** Pauses, each with the slower syllable in front of it. */
const SENTENCE = 0.5655
const CLAUSE = 0.4217
/** Between the groups of a phone number, so that they can be written down. */
const GROUP = 0.6333

/** Seconds of one saying. Its last mark is silent where nothing follows. */
export function secondsOf({ words }: Saying, isLast: boolean): number {
  const spoken = words.split(' ')
  return spoken.reduce((sum, word, at) => sum + wordSeconds(word) + pauseSeconds(word, at < spoken.length - 1, isLast), 0)
}

const known = new Map<string, number>()
const MOST_KNOWN = 5000

/** Kept for the next time: a message is timed at every keystroke. */
function wordSeconds(word: string): number {
  const before = known.get(word)
  if (before !== undefined) return before
  const { count, long, hissed } = soundsOf(word)
  const seconds = count === 0 ? 0 : WORD + count * SOUND + long * LONG_VOWEL + hissed * HISS
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, seconds)
  return seconds
}

/** A full stop inside a saying stands between the groups of a phone number. */
function pauseSeconds(word: string, inside: boolean, isLast: boolean): number {
  const mark = word[word.length - 1]!
  if (isLast && !inside) return 0
  if (/[.!?]/.test(mark)) return inside ? GROUP : SENTENCE
  return /[,;:]/.test(mark) ? CLAUSE : 0
}
