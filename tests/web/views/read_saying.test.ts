import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paused, started, unpreparedCall, type Reading, type Said } from '../../../web/app/domain/reading.ts'
import type { Prospect } from '../../../web/app/domain/records.ts'
import { Saying } from '../../../web/app/views/read_saying.ts'

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, second))
const said = (script: string, parts: Said['parts'] = []): Said => ({ template_id: null, version_id: null, variant: '', name: '', band: { from: 12, to: 20, stop: 24 }, script, parts, estimate: 9, left_out: [] })
const PROFILE = { spoken_name: 'Alex Moreau', pace: '150', locale: 'en-US' }
const PROSPECT = { id: 'p', fields: { first_name: 'Dana' } } as unknown as Prospect
const reading: Reading = {
  ...unpreparedCall('p', '+1'), voicemail: said('Hi Dana, this is Alex Moreau at Northgate Doors. Could you call me back? 555 555 0142.'),
  pick_up: said('', [{ label: 'Opener', text: 'Hi Dana. Is this a good moment?' }, { label: 'Question', text: 'Who looks after your gates?' }]),
}
const saying = (of: Reading = reading): Saying => new Saying(of, PROSPECT, PROFILE)

test('the words of the other plan come with it, and a part keeps its label', () => {
  const one = saying(started(reading, 'voicemail', at(0)))
  assert.equal(one.chunks[0]!.text, 'Hi Dana, this is Alex Moreau')
  assert.equal(one.set(started(one.reading, 'pick_up', at(3))), true)
  assert.deepEqual(one.chunks.map(({ label }) => label).filter(Boolean), ['Opener', 'Question'])
  assert.equal(one.set(paused(one.reading, at(4))), false)
})

test('the marker is in the same place after a restart, and stands while the clock does', () => {
  const one = saying(started(reading, 'voicemail', at(0)))
  one.set(one.sped(-1, at(2)))
  assert.equal(saying(JSON.parse(JSON.stringify(one.reading)) as Reading).place(at(5)), one.place(at(5)))
  one.set(paused(one.reading, at(5)))
  assert.equal(one.place(at(50)), one.place(at(5)))
})

test('a tap goes on or back by a chunk and never past an end', () => {
  const one = saying(started(reading, 'voicemail', at(0)))
  for (const _ of 'overrun') one.set(one.moved(1, at(1)))
  assert.equal(one.at(at(1)), one.chunks.length - 1)
  one.set(one.moved(-1, at(1)))
  assert.equal(one.at(at(1)), one.chunks.length - 2)
})
