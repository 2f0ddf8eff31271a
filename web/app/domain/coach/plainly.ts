/** A sentence with its words brought together: "I've still not rung" and "we haven't phoned yet" become "i have not call" and "we have not call".
 *  Rules that look for a meaning read this; where it was found is told by `source`. */
import type { Range } from './types.ts'

export interface Plain { words: string; starts: number[]; ends: number[] }

/** T a day or a time, 9 a number; adverbs that change nothing are left out. Masks and marks stay. */
export function plainly(said: string): Plain {
  const plain: Plain = { words: '', starts: [], ends: [] }
  for (const match of said.matchAll(/\b[ap]\.m\b\.?|[\p{L}\d]+(?:['’-][\p{L}\d]+)*|[^\p{L}\d]/gu)) {
    const word = match[0]
    const short = word === ' ' ? ' ' : brought(word)
    if (short === '' || (short === ' ' && plain.words.endsWith(' '))) continue
    for (let at = 0; at < short.length; at += 1) {
      plain.starts.push(match.index)
      plain.ends.push(match.index + word.length)
    }
    plain.words += short
  }
  return plain
}

/** Where in the sentence a match in its plain words stands. */
export function source(plain: Plain, from: number, length: number): Range {
  return [plain.starts[from]!, plain.ends[from + length - 1]!]
}

function brought(word: string): string {
  const known = SAME.get(word)
  if (known !== undefined) return known
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return 'T'
  if (/^\d+$/.test(word)) return '9'
  if (word[1] === '.') return `${word[0]!}m`
  const parts = /^(.+?)(n't|'ll|'ve|'re|'m|'d)$/.exec(word)
  if (!parts) return /^[\p{L}]+-/u.test(word) && word === word.toLowerCase() ? word.split('-').map(brought).filter((part) => part !== '').join(' ') : word
  return `${SAME.get(parts[1]!) ?? parts[1]!} ${CONTRACTED[parts[2]!]!}`
}

const CONTRACTED: Record<string, string> = { "n't": 'not', "'ll": 'will', "'ve": 'have', "'re": 'are', "'m": 'am', "'d": 'would' }

const SAME = new Map<string, string>([
  ["needn't", 'not need to'], ['gotten', 'got'], ['bothered', 'bother'], ['returned', 'return'], ['returning', 'return'], ['returns', 'return'],
  ["won't", 'will not'], ["can't", 'can not'], ['cannot', 'can not'], ["shan't", 'will not'], ["let's", 'let us'],
  ...said('', 'really very just simply also still even absolutely actually ever quite certainly definitely probably truly genuinely honestly frankly maybe perhaps clearly obviously evidently apparently totally completely fully yet already rather pretty'),
  ...said('not', 'never'), ...said('will', 'shall gonna'), ...said('have', 'has had having'), ...said('is', 'was'),
  ...said('call', 'calls called calling ring rings ringing rang rung phone phones phoned phoning telephone telephoned buzz dial dials dialed dialled dialing dialling'),
  ...said('answer', 'answers answered answering reply replies replied replying respond responds responded responding response responses'),
  ...said('message', 'messages voicemail voicemails'), ...said('offer', 'offers price prices deal deals discount discounts rate rates quote quotes rebate sale promotion bonus voucher estimate terms'),
  ...said('T', 'monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow noon midday midnight weekend january february march april june july august september october november december christmas easter'),
  ...said('9', 'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred'),
  ...said('save', 'saves saved saving savings'), ...said('grow', 'grows growing boost boosts boosting increase increases increasing improve improves improving maximize maximise transform transforms raise enhance double strengthen supercharge'),
  ...said('help', 'helps helped helping'), ...said('cost', 'costs overheads overhead expenses bills spend spending outgoings'),
  ...said('firm', 'business businesses company companies firms organization organisation organizations organisations shops teams owners practice operation'),
  ...said('needs', 'challenges challenge goals goal priorities objectives requirements pain ambitions struggles problems'),
  ...said('sales', 'revenue revenues profit profits profitability productivity efficiency margins turnover performance income growth results success'),
  ...said('make', 'makes making made'), ...said('easier', 'simpler smoother'), ...said('learn', 'understand discover explore discuss identify'),
])
SAME.set("it's", 'it is').set("that's", 'that is').set("there's", 'there is').set("what's", 'what is').set("where's", 'where is')

function said(same: string, words: string): Array<[string, string]> {
  return words.split(' ').map((word) => [word, same])
}
