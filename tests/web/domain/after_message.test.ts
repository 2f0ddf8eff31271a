import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailLink, textLink, textWords } from '../../../web/app/domain/after_message.ts'

const values = { first_name: 'Ruth', my_name: 'Sam Okafor', my_company: 'Harbor Ovens', reason: 'your second oven', my_number: '(312) 555-0117' }

test('a text says who, about what and how to answer', () => {
  assert.equal(textWords('left_message', values),
    'Hi Ruth, this is Sam Okafor from Harbor Ovens. I have just left you a voicemail about your second oven. A line back is plenty, or call me on (312) 555-0117.')
  assert.match(textWords('left_with_person', values), /left a message for you about/)
})

test('what is not known is left out, and no gap is ever sent', () => {
  assert.equal(textWords('left_message', {}), 'Hi. I have just left you a voicemail. A line back is plenty.')
  assert.equal(textWords('left_message', { ...values, my_name: ' ', reason: 'the late orders. ' }),
    'Hi Ruth, this is Harbor Ovens. I have just left you a voicemail about the late orders. A line back is plenty, or call me on (312) 555-0117.')
})

test('an e-mail opens with its subject and its lines, and an address carries nothing else', () => {
  const link = new URL(mailLink('ruth+ovens@example.com', 'One question about your oven?', 'Hi Ruth,\n\nFive & six = 100 %'))
  assert.deepEqual([link.protocol, decodeURIComponent(link.pathname), link.searchParams.get('subject'), link.searchParams.get('body')],
    ['mailto:', 'ruth+ovens@example.com', 'One question about your oven?', 'Hi Ruth,\r\n\r\nFive & six = 100 %'])
  assert.ok(!mailLink('a@example.com?bcc=b@example.com', '', '').includes('?bcc'))
})

test('a text opens with its words on either kind of phone', () => {
  assert.equal(textLink('+13035550142', 'Hi & bye'), 'sms:+13035550142?&body=Hi%20%26%20bye')
})
