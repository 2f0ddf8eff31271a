/** A name letter by letter, or with a word for each letter, for whoever writes it down. */

export interface Letter { letter: string; word: string }

/** The alphabet that aviation and radio use. */
const WORDS = 'Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(' ')

/** The letters of "HALE", "H-A-L-E", "H, A, L, E" or "H. A. L. E."; "Ø" keeps its sign and has no word, "É" is said as "E". Nothing for a
 *  sentence such as "with two Ls": that is shown as it was written. */
export function lettersOf(spelling: string): Letter[] {
  const pieces = spelling.split(/[\s,.–-]+/u).filter((piece) => piece !== '')
  const single = pieces.every((piece) => [...piece].length === 1)
  if (!single && pieces.length > 1) return []
  return [...pieces.join('').toLocaleUpperCase()].filter((letter) => /\p{L}/u.test(letter)).map((letter) => ({ letter, word: codeWord(letter) }))
}

function codeWord(letter: string): string {
  return WORDS[letter.normalize('NFD').charCodeAt(0) - 65] ?? ''
}

/** What is spelled of the rep's own name: what he set, else the last word of it, which is the one that strangers do not know. */
export function ownSpelling(profile: { spelling?: string; spoken_name?: string }): string {
  return profile.spelling || (profile.spoken_name ?? '').trim().split(/\s+/).pop()!
}

/** For those who listen: "H, A, L, E" or "H for Hotel, A for Alpha". */
export function spelledAloud(letters: readonly Letter[], withWords: boolean): string {
  return letters.map(({ letter, word }) => (withWords && word ? `${letter} for ${word}` : letter)).join(', ')
}
