/** Text made comparable, letter by letter: what is found in the folded text stands at the same place in the original. */

/** Lower case, no accents, straight quotes, plain spaces. As long as the text. */
export function folded(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += letter(text[at]!)
  return out
}

/** Accents that are characters of their own; they stay, so that lengths agree. */
export const MARK = '\u0300'

function letter(one: string): string {
  if (one < '\u0080') return one.toLowerCase()
  const known = LOOKALIKE[one]
  if (known) return known
  if (/\p{M}/u.test(one)) return MARK
  return one.normalize('NFKD')[0]!.toLowerCase()[0] ?? one
}

const LOOKALIKE: Record<string, string> = {
  '’': "'", '‘': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', '‑': '-', '‐': '-',
  'ø': 'o', 'Ø': 'o', 'ł': 'l', 'Ł': 'l', 'æ': 'a', 'Æ': 'a', 'ß': 's', 'đ': 'd', 'Đ': 'd',
}

/** A pattern for these words in folded text, however they are accented, hyphenated or joined by "and". */
export function wordsPattern(words: string): string {
  return folded(words.normalize('NFC').trim()).split(/[\s-]+/).filter((word) => word !== '').map(wordPattern).join('[\\s-]*')
}

function wordPattern(word: string): string {
  if (word === 'and' || word === '&') return '(?:and|&)'
  return [...word].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + `${MARK}?`).join('')
}
