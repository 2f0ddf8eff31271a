import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile, calendarName, type Event } from '../../../web/app/domain/calendar.ts'
import { aFollowUp } from '../examples.ts'

const event: Event = {
  followUp: aFollowUp({ id: 'now', reason: 'Second attempt; early, by phone' }), root: 'first', moves: 2, name: 'Ruth Delgado', company: 'Delgado Bakery',
  phone: '+13035550142', link: 'https://ringback.example.com/#/brief/ruth?follow_up=now', blocked: false,
}
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const property = (text: string, name: string): string | undefined => lines(text).find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)

test('a promise is an event with an alarm, at its instant', () => {
  const text = calendarFile(event)
  assert.deepEqual(['DTSTART', 'SUMMARY', 'TRIGGER', 'URL', 'DTSTAMP'].map((name) => property(text, name)), [
    '20261124T161000Z', 'Call Ruth Delgado', 'PT0S', 'https://ringback.example.com/#/brief/ruth?follow_up=now', '20261120T100000Z',
  ])
  assert.equal(property(text, 'DESCRIPTION'), 'Second attempt\\; early\\, by phone\\nDelgado Bakery\\n+13035550142\\n09:10 in Denver')
  assert.deepEqual([lines(text)[0], lines(text).at(-2), lines(text).at(-1)], ['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
})

test('a moved promise is the same event, later in its sequence', () => {
  const text = calendarFile(event)
  assert.equal(property(text, 'UID'), 'first@ringback')
  assert.equal(property(text, 'SEQUENCE'), '2')
})

test('every line ends as the format wants it, and none is longer than 75 octets or cut inside a character', () => {
  for (const name of ['Zoë Ångström-Łukasiewicz '.repeat(9), '日本語の長い名前'.repeat(12), '👩‍🚒'.repeat(30), 'a'.repeat(66), 'a'.repeat(67), '\ud83d'.repeat(40)]) {
    const text = calendarFile({ ...event, name })
    assert.ok(!/[^\r]\n|\r[^\n]/.test(text))
    for (const line of text.split('\r\n')) {
      assert.ok(new TextEncoder().encode(line).length <= 75, line)
      assert.ok(!/^.?[\udc00-\udfff]/.test(line), 'half a character')
    }
    assert.equal(property(text, 'SUMMARY'), `Call ${name}`)
  }
})

test('what a rep typed cannot become a line of its own', () => {
  const text = calendarFile({ ...event, followUp: aFollowUp({ reason: 'See\r\nBEGIN:VALARM\rx\ny\u0000\u001b \\n' }) })
  assert.equal(lines(text).filter((line) => line === 'BEGIN:VALARM').length, 1)
  assert.ok(property(text, 'DESCRIPTION')!.startsWith('See\\nBEGIN:VALARM\\nx\\ny \\\\n'))
})

test('somebody without a name is called back, and a company that is the name is not said twice', () => {
  assert.equal(property(calendarFile({ ...event, name: '', company: '' }), 'SUMMARY'), 'Call back')
  assert.ok(!property(calendarFile({ ...event, name: 'Delgado Bakery' }), 'DESCRIPTION')!.includes('Delgado'))
})

test('the file has a name that every phone takes', () => {
  assert.deepEqual(['Ruth Delgado', 'Zoë O\'Hara & Söhne / ../x', '日本'].map(calendarName), ['call-ruth-delgado.ics', 'call-zoe-o-hara-sohne-x.ics', 'call-back.ics'])
})

test('who must not be called is no call in the calendar, and has no number there', () => {
  const text = calendarFile({ ...event, blocked: true })
  assert.equal(property(text, 'SUMMARY'), 'Do not call Ruth Delgado')
  assert.ok(!text.includes('5550142'))
})
