/** Things that are made of letters and digits: "Q2", "W-2", "B2B", order codes, registrations, postcodes. */
import { isSpelled, letterByLetter } from './letters.ts'
import { cardinal, digits, inPairs } from './numbers.ts'
import { take, type Scan } from './scan.ts'

const CODE = /(?!(?!3M)\d+(?:[TVWKLM]|[AP]M|MPH|[KMGT]B|K[MGW]|[MC]M|ML|HP|HRS?|LBS?|OZ|FT)(?![\p{L}\d]))(?:[A-Z]+-?(?=\d)|[a-z](?=\d)|\d+-?(?=[A-Z]))(?:[A-Z]+|\d+|-(?=[A-Z\d]))*(?![\p{L}\d])/uy
const TAIL = /\s(?:\d[A-Z]{2}|(?<=[A-Z]{2}\d\d\s)[A-Z]{3})(?![\p{L}\d])/uy

/** Letters by their names. Up to two digits after one letter are a number, more of them go one by one behind a short pause. */
export function code(scan: Scan): string | null {
  if (take(scan, /401\(?k\b\)?/iy)) return 'four oh one kay'
  const match = take(scan, CODE)
  if (!match) return null
  const tail = take(scan, TAIL)
  return codeWords(match[0], scan) + (tail ? `, ${codeWords(tail[0].trim(), scan)}` : '')
}

function codeWords(text: string, scan: Scan): string {
  const pieces = [...text.matchAll(/[A-Za-z]+|\d+/g)]
  const long = pieces.some(([piece]) => /\d/.test(piece) && piece.length > 4)
  return pieces.map((piece, at) => {
    const joint = at > 0 && text[piece.index - 1] === '-' && (long || pieces.length > 2) ? ', ' : at > 0 ? ' ' : ''
    return joint + (/\d/.test(piece[0]) ? run(piece[0], joint === '' || text[piece.index - 1] === '-' ? '' : pieces[at - 1]![0]) : letters(piece[0], scan))
  }).join('')
}

function letters(text: string, scan: Scan): string {
  return text.length > 3 && !isSpelled(text) ? text.toLowerCase() : letterByLetter(text, scan.uk)
}

/** `before` are the letters that it touches. */
function run(text: string, before: string): string {
  if (text[0] === '0' || text.length === 1 || text.length > 4 || (text.length === 2 && before.length > 1)) return digits(text)
  return text.length === 2 ? cardinal(Number(text), false) : inPairs(text)
}
