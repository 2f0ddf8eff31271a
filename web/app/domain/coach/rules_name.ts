/** The own name, the company, and the prospect's first name. */
import { beforeSignOff, cut, greetingEnd, insert } from './fixes.ts'
import { find, type Rule } from './rule.ts'
import type { Script } from './script.ts'
import type { Fix } from './types.ts'

const gapFor = (script: Script, what: RegExp): boolean => script.gaps.some((gap) => what.test(script.text.slice(...gap).toLowerCase().replace(/_/g, ' ')))

/** A company is no name. Silent where a gap stands for it. */
export const nameMissing: Rule = {
  key: 'name_missing', severity: 'error',
  judge(script) {
    if (script.names.length > 0 || script.input.rep.name.trim() === '' || gapFor(script, /\b(?:my|your|rep|agent|full|last)?\s?name\b(?!.*(?:first|prospect|company))/)) return null
    const at = greetingEnd(script)
    return { range: null, why: 'Your name is not said: they do not know who called.', fix: introduce(script, at) }
  },
}

function introduce(script: Script, at: number): Fix {
  const { name } = script.input.rep
  return insert('Say my name', at, `${at === 0 ? `This is ${name}. ` : `, this is ${name}${/^\s*[,.!?]/.test(script.text.slice(at)) || at === script.text.length ? '' : ','}`}`)
}

/** At both ends: in the first third or the first words, and again in the last third or the last words. Order "late" wants it late alone. */
export const nameOnce: Rule = {
  key: 'name_once', severity: 'warning',
  judge(script) {
    if (script.input.order === 'late' || script.names.length === 0 || script.brokenOff) return null
    const total = script.words.length
    const end = Math.max(script.numbers.words_at_an_end, total / 3)
    const places = script.names.map(([start]) => script.words.findIndex((word) => word.range[1] > start))
    const first = places.find((place) => place < end)
    const last = places.findLast((place) => place >= total - end)
    if (first !== undefined && last !== undefined && places.some((place, at) => place < end && places.some((other, second) => second > at && other >= total - end && apart(script, at, second)))) return null
    const why = first === undefined ? 'Your name comes late: say it at the start too.' : 'Your name is said at the start only: say it again near the end.'
    return { range: script.names[0]!, why, fix: first === undefined ? introduce(script, greetingEnd(script)) : beforeSignOff('Say my name again at the end', script, `This was ${script.input.rep.name}.`) }
  },
}

/** "Robin Hale, Robin Hale at Hale Hinges" is one place. */
function apart(script: Script, first: number, second: number): boolean {
  const between = script.said.slice(script.names[first]![1], script.names[second]![0])
  return between.trim().split(/\s+/).filter((word) => /\w/.test(word)).length >= 2
}

/** How the name is spelled is on file, so it is hard to write down. */
export const nameUnspelled: Rule = {
  key: 'name_unspelled', severity: 'hint',
  judge(script) {
    const spelling = script.input.rep.spelling?.trim() ?? ''
    const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')
    if (spelling === '' || script.input.band === '14' || script.input.band === '20' || find(script, /(?<![\w'])[A-Za-z](?:[\s.,-]+[A-Za-z](?![\w'])){2,}/)) return null
    if (letters(script.text).includes(letters(spelling)) && !letters(script.input.rep.name).includes(letters(spelling))) return null
    return { range: script.names[0] ?? null, why: 'Your name is hard to write down: spell it once.', fix: beforeSignOff('Spell my name', script, `That's ${spelling}.`) }
  },
}

/** Where there is time for it. */
export const companyMissing: Rule = {
  key: 'company_missing', severity: 'hint',
  judge(script) {
    const { company } = script.input.rep
    if (company.trim() === '' || !['30', '60'].includes(script.input.band) || !script.prospecting || /C/.test(script.said) || gapFor(script, /company/)) return null
    return script.names[0] ? { range: script.names[0], why: 'A stranger will wonder which company you are with.', fix: insert('Say the company', script.names[0][1], ` at ${company}`) } : null
  },
}

/** Silent for a title and surname, and where a gap stands for it. */
export const firstNameMissing: Rule = {
  key: 'first_name_missing', severity: 'warning', everywhere: true,
  judge(script) {
    const first = script.input.prospect.first_name.trim()
    if (first === '' || script.firstNames.length > 0 || gapFor(script, /\b(?:first|name|prospect|contact|customer|client)\b/)) return null
    if (find(script, /\b(?:mr|mrs|ms|miss|dr|prof|professor|doctor|rev|reverend|father|sister|pastor|rabbi|judge|captain|chief|coach|sir|madam|ma'am|councillor|lady|lord)\b\.? ?(?=[a-z]|,|\.)/) && /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Rev|Reverend|Father|Sister|Pastor|Rabbi|Judge|Captain|Chief|Coach|Councillor|Sir|Madam|Lady|Lord)\.? ?(?:\p{Lu}|,|\.)/u.test(script.text)) return null
    const at = greetingEnd(script)
    return { range: null, why: `${first} is never addressed by name.`, fix: at === 0 ? insert('Greet by first name', 0, `Hi ${first}. `) : insert('Greet by first name', at, ` ${first}`) }
  },
}

export const firstNameOverused: Rule = {
  key: 'first_name_overused', severity: 'warning',
  judge(script) {
    const { firstNames } = script
    if (firstNames.length < script.numbers.first_names) return null
    const spare = firstNames.slice(1, -1)
    return { range: spare[0] ?? firstNames[0]!, why: `The first name is said ${firstNames.length} times: two or three are enough.`, fix: cut('Keep the first and the last', ...spare) }
  },
}
