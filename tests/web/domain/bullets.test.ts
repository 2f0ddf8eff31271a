import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { bulletsOf, linesOf } from '../../../web/app/domain/bullets.ts'
import { coach } from '../../../web/app/domain/coach/coach.ts'
import { fill, shown } from '../../../web/app/domain/fill.ts'
import type { Template, Version } from '../../../web/app/domain/records.ts'
import { anInput, keysOf } from '../coach_cases.ts'

const STARTERS = JSON.parse(fs.readFileSync(new URL('../../../server/ringback/library/starter.json', import.meta.url), 'utf8')) as { templates: Array<Template & { version: Version }> }
const VALUES = {
  first_name: 'Dana', my_name: 'Robin Hale', my_company: 'Hale Hinges', my_number: '317-555-0144', hook: 'your north door drags on the floor', reason: 'the two late orders in March', place: 'your office',
  last_time: 'on Tuesday', best_time: 'in the mornings', topic: 'your north gate', today: 'Tuesday', value: 'how to close it', assistant: 'June', their_work: 'your parts list', event: 'the Dayton fair',
  connection: 'Mark Hill', order: 'your March order', question: 'which hinge you want', predecessor: 'Tom Ash', count: 'five',
}

test('names, numbers and what is asked stay; what the mouth adds by itself goes', () => {
  const bullets = bulletsOf(['Hi Dana, this is Robin Hale at Hale Hinges, 317-555-0144.', 'I noticed that your north door drags on the floor.', 'Could you call me back for five minutes?', '', 'Thank you, Dana.'])

  assert.deepEqual(bullets, ['Dana · Robin Hale at Hale Hinges · 317-555-0144', 'noticed your north door drags on floor', 'call me back for five minutes?', '', 'Thank you · Dana'])
})

test('a phone number is never taken apart, however it is written', () => {
  for (const number of ['(317) 555-0144', '0116 496 0142', '+44 20 7946 0123', '317.555.0144']) assert.ok(bulletsOf([`That is Robin Hale, ${number}, again.`])[0]!.includes(number), number)
})

test('bullets that are made from a clean script are clean, for every starter', () => {
  for (const { version, family, band, tags, locale } of STARTERS.templates.filter((each) => !['pick_up', 'email'].includes(each.family))) {
    const pieces = fill(version.sections, VALUES, [])
    const input = anInput({ family, band, locale, cold: false, seconds: 10, connection: 'Mark Hill', connection_verified: true, ...(tags.includes('name_late') && { order: 'late' as const }) })
    const full = keysOf({ ...input, text: shown(pieces) })
    const short = keysOf({ ...input, text: bulletsOf(pieces.map(({ text }) => text)).filter((line) => line !== '').join('\n'), bullets: true })

    assert.deepEqual(short.filter((key) => !full.includes(key)), [], shown(pieces))
  }
})

const POINTS = ['Dana · Robin Hale at Hale Hinges · 317-555-0144', 'noticed your north door drags on floor', 'call me back?', 'Robin Hale · 317-555-0144', 'Thanks · Dana']
const points = (...lines: string[]): string[] => keysOf(anInput({ text: lines.join('\n'), bullets: true }))

test('bullets must still hold the name, the number, the reason and the ask', () => {
  const [who, why, ask, again, thanks] = POINTS as [string, string, string, string, string]

  assert.deepEqual(points(...POINTS), [])
  assert.ok(points('Dana', why, ask, thanks).includes('number_missing'))
  assert.ok(points('Dana · Hale Hinges · 317-555-0144', why, ask, '317-555-0144', thanks).includes('name_missing'))
  assert.ok(points(who, ask, again, thanks).includes('no_reason'))
  assert.ok(points(who, why, again, thanks).includes('no_ask'))
  assert.ok(points(who, why, again, ask).includes('no_thanks_or_signoff'))
})

test('bullets are not told to be sentences, and what is wrong in any words is wrong in bullets', () => {
  assert.deepEqual(points(...POINTS, 'well —'), [])
  assert.ok(points(...POINTS.slice(0, 2), 'special offer · 20 percent off', ...POINTS.slice(2)).includes('pitch'))
  assert.ok(coach(anInput({ text: 'Dana', bullets: true })).every(({ fix }) => fix === undefined), 'a mend writes sentences')
})

test('typed points are read without the marks before them', () => {
  assert.deepEqual(linesOf('• Dana\n\n- north door\n  * call me\n-5 degrees'), ['Dana', 'north door', 'call me', '5 degrees'])
})
