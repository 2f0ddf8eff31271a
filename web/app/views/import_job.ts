/** The work behind the import page: from bytes to judged lines to prospects, in pieces, so that the page stays alive and can stop. */
import { judge, Present, type Arrival, type Raw, type Tools } from '../domain/arrivals.ts'
import { decode, readTable, type Table } from '../domain/csv.ts'
import { nameOr } from '../domain/names.ts'
import { knownZone } from '../domain/timing.ts'
import { readCards } from '../domain/vcard.ts'
import type { Phone } from './phone.ts'

export type Source = { kind: 'cards'; raws: Raw[] } | { kind: 'table'; table: Table }

/** Tells a card file by its first words, whatever it is called. */
export function source(bytes: ArrayBuffer): Source {
  const { text } = decode(bytes.slice(0, 2000))
  if (/^\s*BEGIN:VCARD/i.test(text)) return { kind: 'cards', raws: readCards(decode(bytes).text) }
  return { kind: 'table', table: readTable(bytes) }
}

/** `country` is where numbers without a country code belong; `firstLine` is how the file counts. */
export interface Judging { phone: Phone; raws: Raw[]; firstLine: number; country: string }

/** Judges every line. `see` is told how many are done; the answer is null when `signal` stopped it. */
export async function check({ phone, raws, firstLine, country }: Judging, see: (done: number) => void, signal: AbortSignal): Promise<Arrival[] | null> {
  const [present, tools] = await Promise.all([everybody(phone, signal), numberTools(country)])
  if (signal.aborted) return null // not everybody who is here is known then
  const arrivals: Arrival[] = []
  for (const [at, raw] of raws.entries()) {
    arrivals.push(judge(raw, firstLine + at, present, tools))
    if (at % 100 === 99) {
      see(at + 1)
      await breath()
      if (signal.aborted) return null
    }
  }
  return arrivals
}

export interface Brought { added: number; marked: number }
const BATCH = 200

/** Adds the new ones; with `listed` they come to the end of the call list in the order of the file, otherwise they stay off it. Then marks
 *  those who are here already and asked not to be called. `see` is told how many of both are done. */
export async function bring(phone: Phone, arrivals: Arrival[], from: string, listed: boolean, see: (done: number) => void, signal: AbortSignal): Promise<Brought> {
  const wanted = arrivals.filter((arrival) => arrival.verdict === 'new')
  const many = wanted.map((arrival) => ({ source: from, ...arrival.fields, ...((!listed || arrival.stop) && { rank: '' }) }))
  const added = (await phone.addProspects(many, see, signal, wanted.map(({ stop }) => stop))).length
  const stops = toMark(arrivals)
  let marked = 0
  while (marked < stops.length && !signal.aborted) {
    await phone.blockAll(stops.slice(marked, marked + BATCH))
    marked = Math.min(marked + BATCH, stops.length)
    see(added + marked)
  }
  return { added, marked }
}

/** Who is here, is not marked yet, and asks not to be called in this file. */
export function toMark(arrivals: Arrival[]): Array<{ id: string; reason: string }> {
  return arrivals.filter(({ marks }) => marks).map(({ marks, stop }) => ({ id: marks, reason: stop }))
}

async function everybody(phone: Phone, signal: AbortSignal): Promise<Present> {
  const present = new Present()
  for (let offset = 0, total = 1; offset < total && !signal.aborted; offset += 1000) {
    const page = await phone.prospects(offset, 1000)
    total = page.total
    for (const line of page.lines) present.add(line, `Here already: ${nameOr(line)}`, line)
    await breath()
  }
  return present
}

async function numberTools(country: string): Promise<Tools> {
  const [numbers, { zoneOf }] = await Promise.all([import('../domain/numbers.ts'), import('../domain/zones.ts')])
  return { read: (text) => numbers.readNumber(text, country), show: (e164) => numbers.showNumber(e164, country), zone: zoneOf, known: (zone) => zone.includes('/') && knownZone(zone) }
}

/** Lets the screen be drawn and taps be heard. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
