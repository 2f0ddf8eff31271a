/** A place in a text that moves on. Rules look at what stands there and take it, or leave it to the next rule. */

export interface Scan {
  readonly text: string
  readonly uk: boolean
  at: number
  /** The word in front, in small letters and without marks: what "4/15" means depends on it. */
  before: string
  /** The same as it is written. */
  beforeAsWritten: string
}

/** What a rule says, or null if the text there is none of its business. */
export type Rule = (scan: Scan) => string | null

export function scanOf(text: string, locale: string): Scan {
  return { text, uk: !/^en[-_](?:us|ca)$/i.test(locale) && /^en[-_]/i.test(locale), at: 0, before: '', beforeAsWritten: '' }
}

/** Moves past `pattern` (which must be sticky) if it stands here. */
export function take(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at
  const match = pattern.exec(scan.text)
  if (match) scan.at = pattern.lastIndex
  return match
}

export function sees(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at
  return pattern.test(scan.text)
}

const NEW_SENTENCE = /(?<=\.)(?:\s*$|\s*\n|["”’')]*\s+["“‘(]?(?![B-HJ-Z]\b|(?:Eastern|Central|Mountain|Pacific|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)(?:\p{Lu}|[£$\d(+]*\d{3}))/uy

/** A full stop if the point of "p.m." or "Fri.", which was just taken, also ends the sentence. */
export function stop(scan: Scan): string {
  return !sees(scan, NEW_SENTENCE) ? '' : '.'
}
