/** Run by coach.py. */
import { createRequire } from 'node:module'
import zlib from 'node:zlib'
import { coach } from '../../web/app/domain/coach/coach.ts'
import type { CoachInput } from '../../web/app/domain/coach/types.ts'
import { keysOf, labelled, score, type Score, wordings } from '../web/coach_cases.ts'

/** What a search for words would say. */
const KEYWORDS: Record<string, RegExp> = {
  pitch: /\b(?:discount|free|offer|best|leading|price|percent|award)\b/i, vague_promise: /\b(?:save|grow|value|easier|next level|challenges)\b/i, web_or_email: /\b(?:www|website|e-?mail|dot)\b|@/i,
  demand: /\b(?:must|need to|have to|expect|insist|owe)\b/i, will_call_back: /\bI(?:'ll| will)\b|\bneedn't\b/i, narrow_window: /\b(?:between|only|o'clock)\b/i, filler: /\b(?:um|uh|er|like|you know|well|kind of|sort of|I mean)\b/i,
  deadline: /\b(?:by|before|until|deadline|expires)\b/i, guilt: /\b(?:ignored|haven't|messages|waiting|courtesy)\b/i, impersonation: /\b(?:on behalf of|returning your call|your account)\b/i, humour_sensitive: /\b(?:dead|funeral|blind|government|heart attack|church)\b/i,
  cut_off: /(?:—|\.\.\.|…)\s*$/, unfilled_field: /[[{<]/, two_asks: /\band also\b|\band would you\b/i, over_explained: /\b(?:dollars|pounds|contract|included)\b/i, introduction_only: /\bintroduc/i,
}

function byKeywords({ text, rep, prospect, seconds, band }: CoachInput): string[] {
  const count = (words: string): number => (words === '' ? 0 : text.split(words).length - 1)
  const simple = Object.keys(KEYWORDS).filter((key) => KEYWORDS[key]!.test(text))
  const said = count(rep.number)
  const structure: Array<[boolean, string]> = [
    [said === 0, 'number_missing'], [said === 1, 'number_once'], [count(rep.name) === 0, 'name_missing'], [count(rep.name) === 1, 'name_once'], [!/\b(?:call|ring)\b/.test(text), 'no_ask'],
    [prospect.first_name !== '' && count(prospect.first_name) === 0, 'first_name_missing'], [count(prospect.first_name) > 3, 'first_name_overused'], [!/thank|bye|cheers/i.test(text), 'no_thanks_or_signoff'],
    [!/\babout\b/i.test(text), 'no_reason'], [text.split(/[.?!] /).some((sentence) => sentence.split(' ').length > 28), 'jargon_or_long_sentence'], [(seconds ?? 0) > Number(band), 'too_long'],
  ]
  return [...simple, ...structure.flatMap(([is, key]) => (is ? [key] : []))]
}

const rows = labelled()
const own = score(rows, keysOf)
const naive = score(rows, byKeywords)
print('Labelled scripts: macro F1, and clean scripts with a false alarm')
print(`  coach      ${summary(own)}   goal 0.90 and 5 %: ${own.macroF1 >= 0.9 && own.cleanFalseAlarms / own.clean <= 0.05 ? 'met' : 'MISSED'}`)
print(`  keywords   ${summary(naive)}`)
const other = score(labelled('fresh'), keysOf)
print(`  other words ${summary(other)}   ${other.macroF1 >= 0.9 && other.cleanFalseAlarms / other.clean <= 0.05 ? 'met' : 'MISSED'}`)
print('  by key: expected, found, false (keywords: found, false)')
for (const { key, expected, hits, false: wrong } of own.keys) {
  const bare = naive.keys.find((each) => each.key === key)!
  print(`    ${key.padEnd(24)} ${expected} ${hits} ${wrong}   (${bare.hits} ${bare.false})`)
}
const said = wordings()
const right = (wanted: boolean): string => `${said.filter((one) => one.wanted === wanted && keysOf(one.input).includes(one.key) === wanted).length} of ${said.filter((one) => one.wanted === wanted).length}`
print(`Single wordings: ${right(true)} reported, ${right(false)} rightly not`)
print(`A script of 60 seconds, all rules: ${milliseconds()}`)
print(`Compressed, minified: ${await size()}`)

function summary({ macroF1, cleanFalseAlarms, clean }: Score): string {
  return `${macroF1.toFixed(3)}, ${cleanFalseAlarms} of ${clean} (${((100 * cleanFalseAlarms) / clean).toFixed(0)} %)`
}

/** About 150 words, another letter each time so that nothing is remembered. */
function milliseconds(): string {
  const text = rows.filter(({ expect }) => expect.length === 0).slice(0, 4).map(({ input }) => input.text).join(' ').split(' ').slice(0, 150).join(' ')
  const { seconds: _, ...input } = rows[0]!.input
  const spent = Array.from({ length: 200 }, (__, turn) => {
    const began = performance.now()
    coach({ ...input, text: text.slice(0, text.length - (turn % 9)) })
    return performance.now() - began
  }).sort((a, b) => a - b)
  const [middle, most] = [spent[100]!, spent[190]!]
  return `median ${middle.toFixed(1)} ms, 95 % under ${most.toFixed(1)} ms; goal at most 8: ${most <= 8 ? 'met' : 'MISSED'}`
}

async function size(): Promise<string> {
  const esbuild = createRequire(new URL('../../web/package.json', import.meta.url))('esbuild') as { build(options: object): Promise<{ outputFiles: Array<{ contents: Uint8Array }> }> }
  const built = await esbuild.build({ entryPoints: [new URL('../../web/app/domain/coach/coach.ts', import.meta.url).pathname], bundle: true, minify: true, format: 'esm', write: false })
  const bytes = zlib.brotliCompressSync(built.outputFiles[0]!.contents).length / 1000
  return `${bytes.toFixed(1)} kB; goal at most 20: ${bytes <= 20 ? 'met' : 'MISSED'}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
