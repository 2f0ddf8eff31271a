/** E-mail addresses and web pages as they are said. */
import { isSpelled, letterByLetter } from './letters.ts'
import { cardinal, digits } from './numbers.ts'
import { take, type Scan } from './scan.ts'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y
const PAGE = /(?:https?:\/\/)?(?:[a-z0-9][\w-]*\.)+[a-z]{2,}(?:\/[\w/.?=&#-]*[\w/])?(?![\w@])/iy
const MARKS: Record<string, string> = { '@': 'at', '.': 'dot', '/': 'slash', '-': 'dash', _: 'underscore', '+': 'plus', '?': 'question mark', '=': 'equals', '&': 'and', '#': 'hash' }

export function address(scan: Scan): string | null {
  const match = take(scan, EMAIL) ?? take(scan, PAGE)
  if (!match || /^[\d.]+$|^[A-Z]/.test(match[0]) && !/[@/]|\.(?:com|org|net|co|uk|io|example)\b/i.test(match[0])) return null
  const text = match[0].replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return [...text.matchAll(/[A-Za-z]+|\d+|[^A-Za-z\d]/g)].map(([piece]) => MARKS[piece] ?? pieceWords(piece, scan)).join(' ')
}

function pieceWords(piece: string, scan: Scan): string {
  if (/\d/.test(piece)) return piece.length < 3 && piece[0] !== '0' ? cardinal(Number(piece), scan.uk) : digits(piece)
  if (/^(?:uk|us|io|ai|eu|tv|hr|it|de|fr|[a-z])$/i.test(piece) || !/[aeiouy]/i.test(piece) && piece.length < 5) return letterByLetter(piece, scan.uk)
  return isSpelled(piece.toUpperCase()) && piece === piece.toUpperCase() ? letterByLetter(piece, scan.uk) : piece.toLowerCase()
}
