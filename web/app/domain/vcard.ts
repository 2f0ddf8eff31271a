/** Address cards, vCard 2.1 to 4.0 (RFC 6350 and 2426): as phones and address books export them. */
import type { Raw } from './arrivals.ts'

interface Line { name: string; params: string; value: string }

/** One entry per card. Cards of groups and broken lines are passed over. */
export function readCards(text: string): Raw[] {
  const cards: Line[][] = []
  let card: Line[] | null = null
  for (const line of unfolded(text)) {
    const read = property(line)
    if (!read) continue
    if (read.name === 'BEGIN') card = []
    else if (read.name === 'END') {
      if (card && !card.some((each) => each.name === 'KIND' && /group/i.test(each.value))) cards.push(card)
      card = null
    } else card?.push(read)
  }
  return cards.map(person)
}

/** A line goes on in the next one when that begins with a space, or when quoted-printable ends with "=". */
function unfolded(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines[lines.length - 1]
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else if (last !== undefined && last.endsWith('=') && /QUOTED-PRINTABLE/i.test(last.split(':')[0]!)) lines[lines.length - 1] = last.slice(0, -1) + line
    else lines.push(line)
  }
  return lines
}

/** "item1.TEL;TYPE=cell:+1..." */
function property(line: string): Line | null {
  const read = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)*):(.*)$/s.exec(line)
  if (!read) return null
  const [, name = '', params = '', value = ''] = read
  return { name: name.toUpperCase(), params: params.toUpperCase(), value: /QUOTED-PRINTABLE/i.test(params) ? printable(value, /CHARSET="?([^;"]+)/i.exec(params)?.[1]) : value }
}

function printable(value: string, charset: string | undefined): string {
  const bytes: number[] = []
  for (let at = 0; at < value.length; at += 1) {
    const code = /^=[0-9A-F]{2}/i.test(value.slice(at, at + 3)) ? parseInt(value.slice(at + 1, at + 3), 16) : value.charCodeAt(at)
    if (value[at] === '=') at += 2
    bytes.push(code)
  }
  return decoder(charset).decode(new Uint8Array(bytes))
}

/** UTF-8 where the card names nothing, or nothing that this browser knows. */
function decoder(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

function person(lines: Line[]): Raw {
  const value = (name: string): string => plainText(lines.find((line) => line.name === name)?.value ?? '')
  const [last = '', first = ''] = parts(lines.find((line) => line.name === 'N')?.value ?? '')
  const [one = '', two = ''] = numbers(lines)
  const company = parts(lines.find((line) => line.name === 'ORG')?.value ?? '')[0] ?? ''
  const named = Boolean(first || last) || value('FN') !== company // a card of a company is called like it
  const said = [value('X-PHONETIC-FIRST-NAME'), value('X-PHONETIC-LAST-NAME')].filter(Boolean).join(' ')
  const raw: Raw = {
    name: named ? value('FN') : '', first_name: first, last_name: last, preferred_name: value('NICKNAME').split(',')[0] ?? '', say_as: said,
    company, title: value('TITLE') || value('ROLE'),
    phone: one, phone_2: two, email: value('EMAIL'), note: value('NOTE'), zone: value('TZ'), language: value('LANG'),
  }
  return Object.fromEntries(Object.entries(raw).filter(([, text]) => text)) as Raw
}

/** The preferred number first, then direct ones. A fax is not called. */
function numbers(lines: Line[]): string[] {
  const weight = ({ params }: Line): number => (/PREF/.test(params) ? 0 : /CELL|WORK|VOICE/.test(params) ? 1 : 2)
  return lines.filter((line) => line.name === 'TEL' && !/FAX|PAGER/.test(line.params)).sort((a, b) => weight(a) - weight(b))
    .map((line) => plainText(line.value).replace(/^tel:/i, '').replace(/;ext=(\d+)/i, ' ext $1'))
}

/** Structured values are cut at semicolons that are not escaped. */
function parts(value: string): string[] {
  return value.split(/(?<!\\);/).map(plainText)
}

function plainText(value: string): string {
  return value.replace(/\\n/gi, '\n').replace(/\\([,;:\\])/g, '$1').trim()
}
