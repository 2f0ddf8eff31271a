/** What a rule is, and what most of them need. */
import { source } from './plainly.ts'
import type { Script, Sentence } from './script.ts'
import type { Fix, Range, Severity } from './types.ts'

export interface Verdict { range: Range | null; why: string; fix?: Fix }
export interface Rule {
  key: string // which pieces of advice it enforces: see sources.ts
  severity: Severity
  /** Holds for a talk track and an e-mail as well; the others are about messages that are spoken after the beep. */
  everywhere?: true
  judge(script: Script): Verdict | null
}

/** The first place in the masked text where the pattern stands. */
export function find(script: Script, pattern: RegExp): Range | null {
  const match = pattern.exec(script.said)
  return match && match[0] !== '' ? [match.index, match.index + match[0].length] : null
}

/** The first sentence of which this is true. */
export function findSentence(script: Script, is: (sentence: Sentence, at: number) => boolean): Range | null {
  return script.sentences.find(is)?.range ?? null
}

/** The first place inside a sentence where the pattern stands and the sentence passes. */
export function findIn(script: Script, pattern: RegExp, passes: (said: string, match: RegExpExecArray, at: number) => boolean): Range | null {
  for (const [at, sentence] of script.sentences.entries()) {
    const match = pattern.exec(sentence.said)
    if (match && passes(sentence.said, match, at)) return [sentence.range[0] + match.index, sentence.range[0] + match.index + match[0].length]
  }
  return null
}

/** The first place where one of these meanings stands in the plain words of a sentence that passes. `worth` is a quick look beforehand. */
export function findMeaning(script: Script, patterns: readonly RegExp[], passes: (plain: string, said: string) => boolean = () => true, worth = /./): Range | null {
  for (const { plain, said, range } of script.sentences) {
    if (!worth.test(plain.words)) continue
    for (const pattern of patterns) {
      const match = pattern.exec(plain.words)
      if (!match || !passes(plain.words, said)) continue
      const [start, end] = source(plain, match.index, match[0].length)
      return [range[0] + start, range[0] + end]
    }
  }
  return null
}

/** Whether a capital in the middle of a sentence makes this a name: "Best Street". */
export function isProper(script: Script, at: number): boolean {
  return /\p{Lu}/u.test(script.text[at] ?? '') && !/(?:^|[.!?…:]["')]?\s+|["'(])$/.test(script.text.slice(0, at))
}
