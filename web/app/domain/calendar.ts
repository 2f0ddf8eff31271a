/** A promise as a calendar file (RFC 5545), made on the phone: one event with an alarm of its own, for when nothing else rings.
 *
 *  It is the same event as in the calendar that the office offers: the UID is the first promise of a chain of moves, SEQUENCE counts the moves,
 *  so that a new time replaces the old one in the rep's calendar. Times are UTC: an alarm is an instant, every calendar shows it by the clock of
 *  whoever looks, and no time zone rules of ours can be wrong in it. The prospect's own clock is in the words. */
import type { FollowUp, Id } from './records.ts'
import { city } from './timing.ts'

export interface Event {
  followUp: FollowUp
  root: Id
  moves: number
  name: string // of the prospect, "" if nobody knows
  company: string
  phone: string
  link: string // to the brief
  blocked: boolean // must not be called: there is nothing to dial
}

export function calendarFile(event: Event): string {
  const { followUp } = event
  const summary = escaped(event.blocked ? `Do not call ${event.name || 'this prospect'}` : `Call ${event.name || 'back'}`)
  const about = [followUp.reason, event.company === event.name ? '' : event.company, event.blocked ? '' : event.phone, there(followUp)].filter(Boolean).map(escaped).join('\\n')
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ringback//Promises//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT',
    `UID:${event.root}@ringback`, `DTSTAMP:${instant(followUp.made_at)}`, `SEQUENCE:${event.moves}`, `DTSTART:${instant(followUp.due)}`, 'DURATION:PT15M',
    `SUMMARY:${summary}`, `DESCRIPTION:${about}`, `URL:${event.link}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${summary}`, 'TRIGGER:PT0S', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** "call-ruth-delgado.ics": letters that every phone's file system takes. */
export function calendarName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `call-${plain || 'back'}.ics`
}

function there({ wall, zone }: FollowUp): string {
  return `${wall.slice(11)} in ${city(zone)}`
}

/** "20261124T161000Z" */
function instant(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(words: string): string {
  const plain = words.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
  return plain.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

const LINE = 75 // octets, without the line break

/** In lines that fit, none of which ends inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let room = LINE
  let text = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (size > room) {
      text += '\r\n '
      room = LINE - 1
    }
    text += character
    room -= size
  }
  return text
}
