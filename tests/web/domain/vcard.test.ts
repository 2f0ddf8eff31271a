import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCards } from '../../../web/app/domain/vcard.ts'

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')

test('a card of version 3 gives the name, the company and the direct number first', () => {
  const [one] = readCards(card('VERSION:3.0', 'N:Reyes;Dana;;;', 'FN:Dana Reyes', 'ORG:Harbor\\, Pine;Freight', 'TITLE:Head of Operations',
    'TEL;TYPE=FAX:+12125550100', 'TEL;TYPE=HOME:+12125550101', 'item1.TEL;TYPE=CELL:(212) 555-0147', 'EMAIL;TYPE=INTERNET:dana@example.com'))
  assert.deepEqual(one, { name: 'Dana Reyes', first_name: 'Dana', last_name: 'Reyes', company: 'Harbor, Pine', title: 'Head of Operations', phone: '(212) 555-0147', phone_2: '+12125550101', email: 'dana@example.com' })
})

test('a card of version 4 gives its number as an address, with the extension', () => {
  const [one] = readCards(card('VERSION:4.0', 'FN:Priya Raman', 'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+44-116-496-0123;ext=4'))
  assert.deepEqual(one, { name: 'Priya Raman', phone: '+44-116-496-0123 ext 4' })
})

test('cards from older phones keep their accents and their folded lines', () => {
  const [one] = readCards(card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8ren=', 'sen;Ingrid;;;', 'NOTE:met at the', '  fair\\nlikes tea', 'X-PHONETIC-FIRST-NAME:ING-rid'))
  assert.deepEqual(one, { first_name: 'Ingrid', last_name: 'Sørensen', say_as: 'ING-rid', note: 'met at the fair\nlikes tea' })
})

test('a card says in which letters it is written', () => {
  const umlauts = (charset: string, name: string): string | undefined => readCards(card('VERSION:2.1', `FN${charset};ENCODING=QUOTED-PRINTABLE:${name}`))[0]?.name
  assert.equal(umlauts(';CHARSET=ISO-8859-1', 'J=F6rg Wei=DF'), 'Jörg Weiß')
  assert.equal(umlauts(';CHARSET="windows-1251"', '=DF=ED'), 'Ян')
  assert.equal(umlauts(';CHARSET=NO-SUCH', 'J=C3=B6rg'), 'Jörg')
  assert.equal(umlauts('', 'J=C3=B6rg'), 'Jörg')
})

test('a file holds many cards; groups, broken lines and a card that never ends are passed over', () => {
  const file = `${card('FN:One')}\r\n${card('KIND:group', 'FN:Team')}\nnonsense\n${card('FN:Two', 'no colon here')}\nBEGIN:VCARD\nFN:Cut off`
  assert.deepEqual(readCards(file).map((each) => each.name), ['One', 'Two'])
})

test('a card of a company is no person who is called like it', () => {
  const firm = ['VERSION:3.0', 'N:;;;;', 'FN:Harbor Freight', 'ORG:Harbor Freight;', 'TEL;TYPE=WORK:+12125550100']
  assert.deepEqual(readCards(card(...firm)), [{ company: 'Harbor Freight', phone: '+12125550100' }])
  assert.deepEqual(readCards(card(...firm.slice(1), 'X-ABShowAs:COMPANY')), [{ company: 'Harbor Freight', phone: '+12125550100' }])
  assert.deepEqual(readCards(card('N:Reyes;Dana;;;', 'FN:Dana Reyes', 'ORG:Dana Reyes')), [{ name: 'Dana Reyes', first_name: 'Dana', last_name: 'Reyes', company: 'Dana Reyes' }])
})
