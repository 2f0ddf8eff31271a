import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, type Line } from '../../../web/app/domain/search.ts'
import { Lookup } from '../../../web/app/phone/lookup.ts'
import { aProspect } from '../examples.ts'

const line = (id: string, first_name: string): Line => lineOf(aProspect({ id, fields: { first_name } }))

test('who was added, changed or deleted is found, or not, at the next keystroke', async () => {
  const lookup = new Lookup(async () => [line('a', 'Ann'), line('b', 'Bob')])
  const names = async (query: string): Promise<string[]> => (await lookup.search(query, 9)).map((one) => one.name)
  assert.deepEqual(await names('ann'), ['Ann'])
  lookup.update([['a', line('a', 'Anja')], ['b', null], ['c', line('c', 'Cora')]])
  assert.deepEqual(await names('ann'), [])
  assert.deepEqual(await names('anj'), ['Anja'])
  assert.deepEqual(await names('bob'), [])
  assert.deepEqual(await names('cor'), ['Cora'])
})

test('what changes while the lines are being loaded is not lost', async () => {
  let give: (lines: Line[]) => void = () => {}
  const lookup = new Lookup(() => new Promise((resolve) => (give = resolve)))
  const asked = lookup.search('dora', 9)
  lookup.update([['d', line('d', 'Dora')]])
  give([])
  await asked
  assert.equal((await lookup.search('dora', 9)).length, 1)
})

test('a load that failed is tried again', async () => {
  let fails = true
  const lookup = new Lookup(async () => {
    if (fails) throw new Error('no')
    return [line('a', 'Ann')]
  })
  await assert.rejects(lookup.search('ann', 9))
  fails = false
  assert.equal((await lookup.search('ann', 9)).length, 1)
})

test('everybody is listed by last name, page by page', async () => {
  const lookup = new Lookup(async () => ['Cora', 'Ann', 'Bob'].map((name) => line(name, name)))
  const { lines, total } = await lookup.page(1, 1)
  assert.deepEqual([lines[0]!.name, total], ['Bob', 3])
})
