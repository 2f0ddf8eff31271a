/** How long a text takes to say. Words at the rep's pace, phone numbers digit by digit with a breath between the groups, a pause
 *  at each comma and full stop. At 150 words a minute a ten-digit number takes 4.7 s (timed by ear, advice 6 m). */

export interface Spoken { total: number }

const GROUP_PAUSE = 0.35
const COMMA = 0.2
const DASH = 0.3
const SENTENCE = 0.5

/** Seconds to say `text` at `pace` words a minute. */
export function spokenSeconds(text: string, options: { locale: string; pace: number }): Spoken {
  const word = 60 / Math.max(60, Math.min(300, options.pace || 150))
  const digits = text.match(NUMBER)?.filter(isPhoneNumber) ?? []
  const rest = digits.reduce((left, number) => left.replace(number, ' '), text)
  const numbers = digits.reduce((sum, number) => sum + numberSeconds(number, word), 0)
  return { total: numbers + wordsIn(rest) * word + pauses(text) }
}

export const NUMBER = /\+?\(?\d[\d\s().\-\u00a0\u2009\u2011]{4,}\d/g

/** Seven digits or more, and no date or price. */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15
}

function numberSeconds(number: string, word: number): number {
  const groups = number.split(/\D+/).filter((group) => group !== '')
  return number.replace(/\D/g, '').length * word + (groups.length - 1) * GROUP_PAUSE
}

/** Words as the mouth counts them: "20" is one, "2026" two, "ABC" three letters, "50%" two. */
function wordsIn(text: string): number {
  return (text.match(/[\p{L}\p{N}&%$€£@+'’.]*[\p{L}\p{N}&%@+][\p{L}\p{N}'’]*/gu) ?? []).reduce((sum, token) => sum + weight(token), 0)
}

function weight(token: string): number {
  const bare = token.replace(/^['’.]+|['’.]+$/g, '')
  const symbols = (bare.match(/[%$€£@]/g) ?? []).length
  if (/\d/.test(bare)) return symbols + Math.max(1, Math.ceil(bare.replace(/\D/g, '').length / 2))
  if (/^[\p{Lu}]{2,5}$/u.test(bare) && !/[AEIOUY]/.test(bare)) return bare.length * 0.6
  return symbols + Math.max(0.6, Math.min(2, bare.length / 5)) * 0.35 + 0.65
}

function pauses(text: string): number {
  const count = (mark: RegExp): number => (text.trim().match(mark) ?? []).length
  return count(/[.!?…]+(?=\s)/g) * SENTENCE + count(/[,;:](?=\s)/g) * COMMA + count(/\s[–—-]\s/g) * DASH
}
