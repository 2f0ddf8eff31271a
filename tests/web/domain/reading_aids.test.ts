import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chunksOf } from '../../../web/app/domain/chunks.ts'
import { buzz, feltAt } from '../../../web/app/domain/felt.ts'
import { unpreparedCall, type Reading } from '../../../web/app/domain/reading.ts'
import { rescueLine } from '../../../web/app/domain/rescue_line.ts'
import { lettersOf, ownSpelling, spelledAloud } from '../../../web/app/domain/spelling.ts'
import { runsOf, spokenNames } from '../../../web/app/domain/spoken_names.ts'

const BAND = { from: 12, to: 20, stop: 24 }
const SCRIPT = 'Hi Dana, Alex Moreau, 555 555 0142. I saw that two trucks wait at your gate. Could you call me? Alex Moreau, 555 555 0142. Thanks.'
const PROFILE = { spoken_name: 'Alex Moreau', company: 'Northgate Doors', number: '+15555550142', say_as: 'AL-ex mo-ROH' }
const chunks = chunksOf(SCRIPT, 'Alex Moreau')
const reading = { ...unpreparedCall('p', '+1'), voicemail: { script: SCRIPT } } as unknown as Reading

test('the rescue line is name, reason and number', () => {
  const line = rescueLine(reading, chunks, { reason: 'the two late orders' }, PROFILE)
  assert.deepEqual(line, { name: 'Alex Moreau', company: 'Northgate Doors', reason: 'the two late orders', groups: ['555', '555', '0142'] })
})

test('the reason that was typed for this call comes before the one that is known', () => {
  const typed = { ...reading, edits: [{ field: 'reason', old: 'x', new: 'the north gate' }] }
  assert.equal(rescueLine(typed, chunks, { reason: 'x', hook: 'h' }, PROFILE).reason, 'the north gate')
  assert.equal(rescueLine(reading, chunks, { hook: 'h' }, PROFILE).reason, 'h')
})

test('where nothing was noted it is what the message gives as its reason', () => {
  const given = { ...reading, voicemail: { ...reading.voicemail!, reason: 'your gate' } }
  assert.equal(rescueLine(given, chunks, { hook: 'h' }, PROFILE).reason, 'your gate')
  assert.equal(rescueLine(given, chunks, { reason: 'in few words' }, PROFILE).reason, 'in few words')
})

test('without a noted reason it is the sentence that says why, not a greeting, a question or a number', () => {
  assert.equal(rescueLine(reading, chunks, {}, PROFILE).reason, 'I saw that two trucks wait at your gate.')
  assert.equal(rescueLine({ ...reading, voicemail: null }, [], {}, PROFILE).reason, '')
})

test('a script without a number takes the one of the settings', () => {
  const { groups } = rescueLine(reading, chunksOf('Hello.'), {}, { number: '+441164960123' })
  assert.equal(groups.join(''), '+441164960123')
  assert.ok(groups.every((group) => group.length <= 5), 'in groups that can be written down')
})

test('a name is spelled by its letters, however they were typed', () => {
  for (const written of ['HALE', 'H-A-L-E', 'h, a, l, e', 'H. A. L. E.']) assert.equal(lettersOf(written).map(({ letter }) => letter).join(''), 'HALE', written)
  assert.deepEqual(lettersOf('with two Ls'), [], 'a sentence is shown as it is')
  assert.deepEqual(lettersOf('Éa'), [{ letter: 'É', word: 'Echo' }, { letter: 'A', word: 'Alpha' }])
  assert.equal(lettersOf('Øst')[0]!.word, '', 'no word for a letter that English has not')
})

test('what is spelled is what was set, else the last name', () => {
  assert.equal(ownSpelling({ spelling: 'A-L', spoken_name: 'Alex Moreau' }), 'A-L')
  assert.equal(ownSpelling({ spoken_name: 'Alex Moreau' }), 'Moreau')
  assert.equal(spelledAloud(lettersOf('AL'), true), 'A for Alpha, L for Lima')
  assert.equal(spelledAloud(lettersOf('AL'), false), 'A, L')
})

test('names are found as words, the longest first, and bring their say-as', () => {
  const names = spokenNames(PROFILE, { first_name: 'Al', last_name: 'Oyelaran', say_as: 'al oh-yeh-LAH-rahn', company: 'Mill Lane' })
  const found = (text: string): string[] => runsOf(text, names).map(({ text: part, name }) => (name ? `${part}=${name.kind}:${name.say}` : part))
  assert.deepEqual(found('Hi Al, this is Alex Moreau.'), ['Hi ', 'Al=theirs:al', ', this is ', 'Alex Moreau=own:AL-ex mo-ROH', '.'])
  assert.deepEqual(found('Also Mill Lane'), ['Also ', 'Mill Lane=their_company:'])
  assert.equal(runsOf('C++ (UK) and Al', spokenNames({ company: 'C++ (UK)' }, {})).map(({ text }) => text).join(''), 'C++ (UK) and Al')
})

test('a rep who shares a first name with the prospect is told apart from him', () => {
  const names = spokenNames({ spoken_name: 'Dana' }, { first_name: 'Dana', last_name: 'Reyes' })
  assert.equal(runsOf('Dana Reyes', names)[0]!.text, 'Dana Reyes')
  const both = spokenNames({ spoken_name: 'Dana Vale' }, { first_name: 'Dana' })
  assert.deepEqual(runsOf('Hi Dana, this is Dana Vale', both).map(({ name }) => name?.kind ?? ''), ['', 'theirs', '', 'own'])
})

test('the own name ends its chunk, with a pause of its own', () => {
  const all = chunksOf('Hi Dana, this is Alex Moreau at Northgate Doors, 555 555 0142. It is Alex Moreau here.', 'Alex Moreau')
  assert.deepEqual(all.map(({ text, kind }) => [kind, text]), [
    ['name', 'Hi Dana, this is Alex Moreau'], ['words', 'at Northgate Doors,'], ['number', '555 555 0142.'], ['name', 'It is Alex Moreau here.'],
  ])
})

test('the hand feels when the band begins, when it is over, when far over, and each group of the number once', () => {
  const at = (clock: number, part = 0): ReturnType<typeof feltAt> => feltAt(clock, BAND, chunks[1], part)
  assert.equal(buzz(at(5), at(6)), null)
  assert.equal(buzz(at(11.9), at(12))?.length, 1)
  assert.equal(buzz(at(20), at(20.1))?.length, 3)
  assert.ok(buzz(at(24), at(24.1))![0]! > buzz(at(20), at(20.1))![0]!)
  assert.deepEqual(buzz(at(5, 0.1), at(5, 0.4)), [18])
  assert.equal(buzz(at(5, 0.4), at(5, 0.5)), null)
  assert.equal(buzz(feltAt(5, BAND, chunks[0], 0), feltAt(5, BAND, chunks[0], 0.9)), null, 'words have no beat')
})
