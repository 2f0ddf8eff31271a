import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnFor, guessColumns, readTable, rowFields } from '../../../web/app/domain/csv.ts'

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer
/** As spreadsheets on Windows write it: one byte a letter. */
const windows = (text: string): ArrayBuffer => Uint8Array.from([...text], (letter) => letter.charCodeAt(0)).buffer as ArrayBuffer

test('commas, semicolons, tabs and bars all cut the line', () => {
  for (const cut of [',', ';', '\t', '|']) {
    const table = readTable(bytes(['First name', 'Company', 'Phone'].join(cut) + '\n' + ['Dana', 'Harbor', '+12125550147'].join(cut)))
    assert.deepEqual(table.header, ['First name', 'Company', 'Phone'])
    assert.deepEqual(table.rows, [['Dana', 'Harbor', '+12125550147']])
  }
})

test('quoted cells keep their separators, quotes and line ends', () => {
  const table = readTable(bytes('Name,Notes\r\n"Reyes, Dana","says ""hi""\nand waits"\r\n'))
  assert.deepEqual(table.rows, [['Reyes, Dana', 'says "hi"\nand waits']])
})

test('accents survive, with and without the mark of UTF-8, and from old Windows programs', () => {
  const text = 'Vorname;Nachname\nJörg;Weiß'
  for (const [file, encoding] of [[bytes(text), 'utf-8'], [bytes(`\ufeff${text}`), 'utf-8'], [windows(text), 'windows-1252']] as const) {
    const table = readTable(file)
    assert.equal(table.encoding, encoding)
    assert.deepEqual(guessColumns(table), ['first_name', 'last_name'])
    assert.deepEqual(table.rows, [['Jörg', 'Weiß']])
  }
})

test('a first line that says where to cut is no row', () => {
  const table = readTable(bytes('\ufeffsep=;\r\nName;Company\r\nDana Reyes;Harbor, Sons\r\n'))
  assert.deepEqual([table.separator, table.header, table.rows], [';', ['Name', 'Company'], [['Dana Reyes', 'Harbor, Sons']]])
  assert.equal(table.firstLine, 3)
  assert.deepEqual([readTable(bytes('Name,Phone\nDana,5550147\n')).firstLine, readTable(bytes('Dana,5550147\n')).firstLine], [2, 1])
})

test('a comma in a note does not make it a file of commas', () => {
  const table = readTable(bytes('Name;Note\nDana Reyes;north, then south, gate\nBo Ek;"one; two"\n'))
  assert.equal(table.separator, ';')
  assert.deepEqual(table.rows, [['Dana Reyes', 'north, then south, gate'], ['Bo Ek', 'one; two']])
})

test('columns are known by what other programs call them', () => {
  const known = { 'Full Name': 'name', 'Given Name': 'first_name', SURNAME: 'last_name', 'Account Name': 'company', 'Organization 1 - Name': 'company', 'Phone 1 - Value': 'phone', 'Direct dial': 'phone', 'E-mail Address': 'email', 'Job Title': 'title', Téléphone: 'phone', 'time_zone': 'zone', 'Lead Source': 'source', Shoe: '' }
  for (const [name, column] of Object.entries(known)) assert.equal(columnFor(name), column, name)
})

test('what only Ringback writes is filled from no column', () => {
  for (const name of ['Closed', 'closed', 'Rank', 'zone_known']) assert.equal(columnFor(name), '', name)
})

test('a second number column is the second number, and no other field is filled twice', () => {
  const table = readTable(bytes('Name,Mobile,Phone,Telephone,Notes,Comments\nDana,1,2,3,a,b'))
  assert.deepEqual(guessColumns(table), ['name', 'phone', 'phone_2', '', 'note', 'note'])
  assert.equal(rowFields(['Dana', '1', '2', '3', 'a', 'b'], guessColumns(table)).note, 'a\nb')
})

test('a file without a line of names is read from its first line, by what stands in it', () => {
  const table = readTable(bytes('Dana Reyes,(212) 555-0147,dana@example.com\nBo Ek,(303) 555-0112,bo@example.com'))
  assert.equal(table.header, null)
  assert.equal(table.rows.length, 2)
  assert.deepEqual(guessColumns(table), ['name', 'phone', 'email'])
})

test('empty lines are no lines, short lines are lines, and numbers kept as text come out plain', () => {
  const table = readTable(bytes('Name,Company,Phone\n\n,,\nDana\n,,"=""+12125550147"""\n,,\'0116 496 0123\n'))
  const people = table.rows.map((row) => rowFields(row, guessColumns(table)))
  assert.deepEqual(people, [{ name: 'Dana' }, { phone: '+12125550147' }, { phone: '0116 496 0123' }])
})

test('ten thousand lines are read to the last', () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `Person ${at},Firm ${at % 700},(212) 555-${String(at).padStart(4, '0')}`)
  assert.equal(readTable(bytes(`Name,Company,Phone\n${lines.join('\n')}`)).rows.length, 10_000)
})
