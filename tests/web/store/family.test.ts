import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../../../web/app/domain/records.ts'
import { answersTo, familyOf } from '../../../web/app/store/family.ts'
import type { KeptCall } from '../../../web/app/store/shape.ts'
import { aCall } from '../examples.ts'

function kept(...links: Array<{ id: Id; replaces?: Id; credits?: Id }>) {
  const all = links.map((link): KeptCall => ({ id: link.id, row: aCall(link) }) as KeptCall)
  return {
    get: async (id: Id) => all.find((one) => one.id === id),
    index: (name: 'replaces' | 'credits') => ({ getAll: async (id: Id) => all.filter((one) => one.row![name] === id) }),
  }
}
const ids = (found: KeptCall[]): Id[] => found.map(({ id }) => id).sort()

test('a family is the first entry and all that were written in its place, wherever one begins', async () => {
  const calls = kept({ id: 'a' }, { id: 'b', replaces: 'a' }, { id: 'c', replaces: 'b' }, { id: 'back', credits: 'b' }, { id: 'again', replaces: 'back' }, { id: 'other' })
  for (const id of ['a', 'b', 'c']) assert.deepEqual(ids(await familyOf(calls, id)), ['a', 'b', 'c'])
  assert.deepEqual(ids(await answersTo(calls, await familyOf(calls, 'c'))), ['again', 'back'])
  assert.deepEqual(await familyOf(calls, 'not here'), [])
})

test('entries that replace each other are a family that comes to an end', async () => {
  assert.deepEqual(ids(await familyOf(kept({ id: 'a', replaces: 'b' }, { id: 'b', replaces: 'a' }), 'a')), ['a', 'b'])
})
