/** A table in a text file, as spreadsheets and address books write it: any usual separator and encoding, with or without a line of names. */
import { dsvFormat } from 'd3-dsv'
import { plain } from './names.ts'
import { PROSPECT_FIELDS, type ProspectField } from './records.ts'

/** What a column may hold. "name" is first and last name in one; "do_not_call" says yes, or why. */
export type Column = ProspectField | 'name' | 'do_not_call' | ''
/** `firstLine` is the line of the file on which the first row stands. */
export interface Table { header: string[] | null; rows: string[][]; columns: number; separator: string; encoding: string; firstLine: number }

/** @param bytes of the file, as they are */
export function readTable(bytes: ArrayBuffer): Table {
  const { text: whole, encoding } = decode(bytes)
  const told = TOLD.exec(whole)
  const text = told ? whole.slice(told[0].length) : whole
  const separator = told?.[1] ?? separatorOf(text)
  const lines = cut(text, separator)
  const [first, ...rest] = lines
  const named = first !== undefined && isHeader(first)
  const rows = named ? rest : lines
  const columns = rows.reduce((most, row) => Math.max(most, row.length), first?.length ?? 0)
  return { header: named ? first.map((name) => name.trim()) : null, rows, columns, separator, encoding, firstLine: 1 + Number(told !== null) + Number(named) }
}

const TOLD = /^sep=([,;|\t])\r?\n/i // how a spreadsheet tells another one where to cut
const SEPARATORS = [',', ';', '\t', '|']
const SAMPLE = 20_000 // characters

/** The one that cuts most of the first lines into as many cells as the first of all; of these, the one that makes more cells. */
function separatorOf(text: string): string {
  const worth = (separator: string): number => {
    const widths = cut(text.slice(0, SAMPLE), separator).map((row) => row.length)
    const [wide = 1] = widths
    return wide > 1 ? widths.filter((width) => width === wide).length / widths.length + wide / 1000 : 0
  }
  return SEPARATORS.reduce((best, next) => (worth(next) > worth(best) ? next : best))
}

/** Lines with nothing in any cell are none. */
function cut(text: string, separator: string): string[][] {
  return dsvFormat(separator).parseRows(text).filter((row) => row.some((cell) => cell.trim() !== ''))
}

/** UTF-8 with or without its mark, UTF-16 with its mark, and otherwise what spreadsheets on Windows write. */
export function decode(bytes: ArrayBuffer): { text: string; encoding: string } {
  const [a, b] = new Uint8Array(bytes)
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return as(a === 0xff ? 'utf-16le' : 'utf-16be', bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return as('windows-1252', bytes)
  }
}

function as(encoding: string, bytes: ArrayBuffer): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** A line of names has no numbers or addresses in it, and at least one name that is known. */
function isHeader(row: string[]): boolean {
  const data = row.some((cell) => /@|\d{4}/.test(cell))
  return !data && row.some((cell) => columnFor(cell) !== '')
}

/** Which column holds what: by its name, each field once. Without names, by what stands in it. */
export function guessColumns(table: Table): Column[] {
  const taken = new Set<Column>()
  return Array.from({ length: table.columns }, (_, at) => {
    const column = once(table.header ? columnFor(table.header[at] ?? '') : byContent(table.rows, at), taken)
    taken.add(column)
    return column
  })
}

/** Notes may come from several columns; a second number is the second number; anything else that is there already is left out. */
function once(column: Column, taken: Set<Column>): Column {
  if (column === 'note' || !taken.has(column)) return column
  return column === 'phone' && !taken.has('phone_2') ? 'phone_2' : ''
}

function byContent(rows: string[][], at: number): Column {
  const cells = rows.slice(0, 20).map((row) => row[at]?.trim() ?? '').filter(Boolean)
  const most = (test: RegExp): boolean => cells.length > 0 && cells.filter((cell) => test.test(cell)).length > cells.length / 2
  if (most(/^\S+@\S+\.\S+$/)) return 'email'
  if (most(/^[+(]?\d[\d\s().\-/+x]{5,}$/i)) return 'phone'
  return at === 0 && most(/^\p{L}/u) ? 'name' : ''
}

/** What a column's name says, whatever the case, accents, spaces and points in it. */
export function columnFor(name: string): Column {
  const key = plain(name).replace(/[^\p{L}\p{N}]+/gu, '')
  return SYNONYMS.get(key) ?? ''
}

const WORDS: Partial<Record<Exclude<Column, ''>, string>> = {
  name: 'name, full name, contact, contact name, display name, person, lead, lead name, prospect, nom complet, kontakt, ansprechpartner, nombre completo',
  first_name: 'first name, first, given name, forename, prenom, vorname, nombre, nome, firstname',
  last_name: 'last name, last, family name, surname, nom, nachname, apellido, apellidos, cognome, lastname',
  preferred_name: 'preferred name, nickname, called, goes by, known as',
  say_as: 'say as, pronunciation, phonetic, phonetic name, pronounced',
  title: 'title, job title, role, position, function, job, funktion, fonction, cargo',
  company: 'company, company name, organisation, organization, organization name, organisation name, organization 1 name, account, account name, business, employer, firm, firma, entreprise, societe, empresa',
  company_say_as: 'company say as, company pronunciation',
  phone: 'phone, phone number, number, telephone, telephone number, tel, mobile, mobile phone, mobile number, cell, cell phone, direct, direct phone, direct dial, business phone, work phone, primary phone, phone 1, phone 1 value, telefon, telefonnummer, telephone mobile, telefono, movil, handy, rufnummer',
  phone_ext: 'extension, ext, phone extension, phone ext, durchwahl',
  phone_2: 'phone 2, phone 2 value, second phone, other phone, alternative phone, home phone, company phone, corporate phone, hq phone, office phone',
  email: 'email, e mail, email address, e mail address, mail, e mail 1 value, email 1, work email, primary email, correo, courriel',
  zone: 'time zone, timezone, zone, tz',
  language: 'language, sprache, langue, idioma',
  good_hours: 'good hours, best time, best time to call, hours',
  purpose: 'purpose, goal, ask', reason: 'reason, reason for the call, why, why call, trigger',
  hook: 'hook, icebreaker', value: 'value, benefit, what is in it for them',
  connection: 'connection, mutual connection, link between you, referral, referred by, referrer',
  connection_source: 'connection source, where the link is from',
  switchboard: 'switchboard, assistant, who answers there', humour: 'humour, humor',
  note: 'note, notes, comment, comments, remarks, description, notiz, notizen, bemerkung, remarque, notas',
  source: 'source, lead source, came from, list',
  do_not_call: 'do not call, do not phone, do not contact, dnc, no calls, opted out, opt out, phone opt out, robinson, ne pas appeler, nicht anrufen, no llamar',
}

/** What Ringback alone writes: the place in the call list, and the moments and reasons of its own. No file fills them. */
export const KEPT_ALONE: ReadonlySet<Column> = new Set(['rank', 'zone_known', 'closed'])

const SYNONYMS: Map<string, Column> = new Map([
  ...PROSPECT_FIELDS.map((field) => [field.replaceAll('_', ''), field] as const),
  ...Object.entries(WORDS).flatMap(([column, names]) => names.split(',').map((name) => [plain(name).replace(/[^\p{L}\p{N}]+/gu, ''), column as Column] as const)),
].filter(([, column]) => !KEPT_ALONE.has(column)))

/** What one line says about somebody. Notes from several columns are put together; cells beyond the known columns are left. */
export function rowFields(row: string[], columns: Column[]): Partial<Record<Exclude<Column, ''>, string>> {
  const fields: Partial<Record<Exclude<Column, ''>, string>> = {}
  columns.forEach((column, at) => {
    const cell = clean(row[at] ?? '')
    if (!column || !cell) return
    fields[column] = column === 'note' && fields.note ? `${fields.note}\n${cell}` : cell
  })
  return fields
}

/** Spreadsheets write long numbers as ="+4411" or with a leading quote so that they stay text. */
function clean(cell: string): string {
  return cell.trim().replace(/^="(.*)"$/s, '$1').replace(/^'(?=[+\d(])/, '').trim()
}
