/** Where sentences begin and end: at ".", "?" or "!", but not at "Dr." or "p.m.". */
import type { Range } from './types.ts'

/** Ranges of the sentences, each with its mark, without the white space between. `text` is folded. `original` tells capitals. */
export function sentenceRanges(text: string, original: string): Range[] {
  const found: Range[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…]+["')]*(?=\s)|\n+/g)) {
    const end = match.index + match[0].length
    if (goesOn(text.slice(from, end), original.slice(end).trimStart(), match[0])) continue
    push(found, text, from, end)
    from = end
  }
  push(found, text, from, text.length)
  return found
}

function push(found: Range[], text: string, from: number, end: number): void {
  const start = from + /^\s*/.exec(text.slice(from, end))![0].length
  if (start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push([start, start + text.slice(start, end).trimEnd().length])
}

/** The full stop of an abbreviation, or dots before a sentence goes on. */
function goesOn(before: string, next: string, mark: string): boolean {
  if (mark[0] === '\n' || /[!?]/.test(mark)) return false
  if (/^\p{Ll}/u.test(next)) return true
  if (mark.length > 1) return false
  if (TITLE.test(before)) return true
  return SHORT.test(before) && !FIRST_WORD.test(next)
}

const TITLE = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|mt|rev|sgt|capt|lt|no|e\.g|i\.e|vs|approx)\.$/
const SHORT = /(?:^|[\s(])(?:jr|sr|inc|ltd|co|corp|bros|ext|a\.m|p\.m|etc|mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|aug|sept?|oct|nov|dec|[a-z])\.$/
/** Words that begin a sentence more often than they go on with a name or a time. */
const FIRST_WORD = /^(?:I|I'm|I’m|I've|I’ve|I'd|I’d|I'll|I’ll|We|You|Your|The|A|An|It|It's|It’s|Could|Would|Can|Will|Please|My|There|That|That's|That’s|This|Thanks|Thank|Bye|One|Two|Is|Do|Call|Ring|If|When|And|But|So|Have|Our)\b/
