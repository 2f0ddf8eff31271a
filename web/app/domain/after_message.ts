/** What may follow a message: an e-mail or a text from the same fields, handed to the phone's own apps. Nothing is sent by Ringback. */
import { blank, type Values } from './fill.ts'
import type { Outcome } from './records.ts'

/** RFC 6068: lines end in CRLF, and an address can carry no header of its own. */
export function mailLink(address: string, subject: string, body: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`
}

/** iOS takes the words after "&", Android after "?": both read this. */
export function textLink(e164: string, words: string): string {
  return `sms:${e164}?&body=${encodeURIComponent(words)}`
}

/** "Hi Ruth, this is Sam Okafor from Harbor Ovens. I have just left you a voicemail about your second oven. ..." What is not known is left out. */
export function textWords(outcome: Outcome, values: Values): string {
  const known = (field: string): string => (blank(values[field]) ? '' : values[field]!.trim())
  const [first, me, company, reason, number] = ['first_name', 'my_name', 'my_company', 'reason', 'my_number'].map(known) as [string, string, string, string, string]
  const who = me ? `this is ${me}${company ? ` from ${company}` : ''}` : company && `this is ${company}`
  const left = outcome === 'left_with_person' ? 'I have just left a message for you' : 'I have just left you a voicemail'
  return [
    `${['Hi', first].filter(Boolean).join(' ')}${who ? `, ${who}` : ''}.`,
    `${left}${reason ? ` about ${reason.replace(/[.\s]+$/, '')}` : ''}.`,
    number ? `A line back is plenty, or call me on ${number}.` : 'A line back is plenty.',
  ].join(' ')
}
