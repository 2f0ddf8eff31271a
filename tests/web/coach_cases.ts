/** The labelled scripts, and how a coach is scored on them. */
import fs from 'node:fs'
import { coach } from '../../web/app/domain/coach/coach.ts'
import type { CoachInput } from '../../web/app/domain/coach/types.ts'

export interface Labelled { id: string; input: CoachInput; expect: string[]; allow: string[] }
export interface Wording { key: string; wanted: boolean; says: string; input: CoachInput }

/** A script without a fault. */
export function anInput(more: Partial<CoachInput> = {}): CoachInput {
  return {
    text: 'Hi Dana, this is Robin Hale at Hale Hinges, 317-555-0144. Your north door drags on the floor. Could you call me? Robin Hale, 317-555-0144. Thanks, Dana.',
    locale: 'en-US', rep: { name: 'Robin Hale', number: '317-555-0144', company: 'Hale Hinges' }, prospect: { first_name: 'Dana', company: 'Mill Yard' },
    family: 'reason', band: '30', cold: true, ...more,
  }
}

export const keysOf = (input: CoachInput): string[] => coach(input).map(({ key }) => key)

type Row = Record<string, unknown> & { id: string; text: string; family: string; band: number; expect: string[]; allow: string[] }

/** `fresh` was written later, in other words, and labelled before a coach had read it. */
export function labelled(name: 'dev' | 'fresh' = 'dev'): Labelled[] {
  return lines<Row>(name).map(({ id, family, band, expect, allow, ...more }) => ({
    id, expect, allow, input: { ...more, family: family.replace('-', '_'), band: String(band) } as unknown as CoachInput,
  }))
}

type Case = string | [string, Record<string, string | number | boolean>]
type Table = { frames: Record<string, string> } | { key: string; frame: string; yes: Case[]; no: Case[] }

export function wordings(): Wording[] {
  const [head, ...tables] = lines<Table>('own')
  const frames = (head as { frames: Record<string, string> }).frames
  return tables.flatMap((table) => ('key' in table ? [...table.yes.map((one) => wording(table.key, true, one, frames[table.frame])), ...table.no.map((one) => wording(table.key, false, one, frames[table.frame]))] : []))
}

function wording(key: string, wanted: boolean, one: Case, frame = '{says}'): Wording {
  const [says, more] = typeof one === 'string' ? [one, {}] : one
  const { name = 'Robin Hale', number = '317-555-0144', company = 'Hale Hinges', first_name = 'Dana', prospect_company = 'Mill Yard', family = 'reason', band = 60, ...rest } = more
  const text = frame.replace('{says}', () => says)
  return { key, wanted, says, input: anInput({ ...rest, text, rep: { name, number, company }, prospect: { first_name, company: prospect_company }, family: String(family).replace('-', '_'), band: String(band) } as CoachInput) }
}

function lines<T>(name: string): T[] {
  return fs.readFileSync(new URL(`../data/coach/${name}.jsonl`, import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T)
}

export interface KeyScore { key: string; expected: number; hits: number; false: number; f1: number | null }
export interface Score { keys: KeyScore[]; macroF1: number; cleanFalseAlarms: number; clean: number; falseAlarms: string[]; missed: string[] }

/** F1 for each labelled key and their mean; a finding that is allowed counts for nothing. */
export function score(rows: readonly Labelled[], find: (input: CoachInput) => readonly string[]): Score {
  const keys = [...new Set(rows.flatMap(({ expect, allow }) => [...expect, ...allow]))].sort()
  const said = rows.map((row) => ({ ...row, found: find(row.input).filter((key) => keys.includes(key)) }))
  const perKey = keys.map((key) => keyScore(key, said))
  const counted = perKey.flatMap(({ f1 }) => (f1 === null ? [] : [f1]))
  const wrong = said.map(({ id, expect, allow, found }) => ({ id, clean: expect.length === 0, keys: found.filter((key) => !expect.includes(key) && !allow.includes(key)) }))
  return {
    keys: perKey, macroF1: counted.reduce((sum, f1) => sum + f1, 0) / counted.length,
    clean: wrong.filter(({ clean }) => clean).length, cleanFalseAlarms: wrong.filter(({ clean, keys: list }) => clean && list.length > 0).length,
    falseAlarms: wrong.flatMap(({ id, keys: list }) => list.map((key) => `${id} ${key}`)),
    missed: said.flatMap(({ id, expect, found }) => expect.filter((key) => !found.includes(key)).map((key) => `${id} ${key}`)),
  }
}

function keyScore(key: string, said: ReadonlyArray<Labelled & { found: string[] }>): KeyScore {
  const expected = said.filter(({ expect }) => expect.includes(key)).length
  const hits = said.filter(({ expect, found }) => expect.includes(key) && found.includes(key)).length
  const wrong = said.filter(({ expect, allow, found }) => found.includes(key) && !expect.includes(key) && !allow.includes(key)).length
  return { key, expected, hits, false: wrong, f1: expected === 0 ? null : (2 * hits) / (expected + hits + wrong) }
}
