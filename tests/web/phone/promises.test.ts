import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareKey, type Prepared } from '../../../web/app/domain/reading.ts'
import type { Change, FollowUp, Operation } from '../../../web/app/domain/records.ts'
import { replay } from '../../../web/app/domain/replay.ts'
import type { Local } from '../../../web/app/phone/local.ts'
import { cardKept } from '../../../web/app/phone/log.ts'
import { Promises } from '../../../web/app/phone/promises.ts'
import { aFollowUp, aProspect, op } from '../examples.ts'

const CARD = `draft:${prepareKey('ruth')}`
const { id: _id, state: _state, made_at: _made, remind_at: _remind, ...PROMISE } = aFollowUp({ reason: 'Call: the message is prepared' })

/** Ruth's phone, with a card that is kept for a first time, `promise`. What it writes is seen at once. */
function phone() {
  const ops: Operation[] = []
  const kept = new Map<string, unknown>([[CARD, { parked: 'promise' }]])
  const ids = (): string[] => ops.flatMap(({ kind, body }) => (kind === 'follow_up.add' ? [body.id] : []))
  const concerns = (id: string) => ops.filter(({ kind, body }) => (body as { id: string }).id === id || (kind === 'follow_up.add' && body.supersedes === id))
  const seen = (id: string): FollowUp => replay('follow_ups', id, null, concerns(id))!
  const get = async (store: string, id: string) => (store === 'prospects' ? { row: aProspect() } : ids().includes(id) ? { row: seen(id) } : undefined)
  const db = {
    get, getAllFromIndex: async () => ids().map((id) => ({ row: seen(id) })),
    transaction: (store: string) => ({ store: { get: (id: string) => get(store, id) } }),
  }
  let made = 0
  const local = {
    ready: Promise.resolve(), stamp: () => '2026-11-20T10:00:00.000Z', newId: () => `new-${++made}`, outbox: { kept: async (key: string) => kept.get(key) }, db: async () => ({ read: (work: (open: unknown) => unknown) => work(db) }),
    write: async (changes: Change[], keep: Record<string, unknown> = {}) => {
      for (const change of changes) ops.push(op(ops.length + 1, change))
      for (const [key, value] of Object.entries(keep)) kept.set(key, value)
    },
  } as unknown as Local
  const moves = (id: string, supersedes: string | null) => local.write([{ kind: 'follow_up.add', body: { ...PROMISE, id, supersedes } }])
  const open = () => ids().filter((id) => seen(id).state === 'open')
  return { local, moves, open, card: () => kept.get(CARD) as Prepared, promises: new Promises(local, () => {}) }
}

test('a card that is kept for another time has one promise, also when its promise was moved on another device meanwhile', async () => {
  const { moves, open, card, promises } = phone()
  await moves('promise', null)
  await moves('on-thursday', 'promise')
  await moves('on-friday', 'on-thursday')

  const { id, instead } = await promises.park({ ...PROMISE, supersedes: null })

  assert.deepEqual([open(), instead?.id, card().parked], [[id], 'on-friday', id])
})

test('a promise that is nothing to the card stays when the card is kept for another time', async () => {
  const { moves, open, promises } = phone()
  await moves('promise', null)
  await moves('the-offer', null)
  const { id } = await promises.park({ ...PROMISE, supersedes: null })
  assert.deepEqual(open(), ['the-offer', id])
})

test('a card goes along when its promise is moved here, and stays where another one is', async () => {
  const { moves, card, promises } = phone()
  await moves('promise', null)
  await moves('the-offer', null)
  await promises.add({ ...PROMISE, supersedes: 'the-offer' })
  await promises.add({ ...PROMISE, supersedes: null })
  assert.equal(card().parked, 'promise')
  const thursday = await promises.add({ ...PROMISE, supersedes: 'promise' })
  assert.equal(card().parked, thursday)
})

test('a call that keeps the moved promise of a card lets the card go of it', async () => {
  const { local, moves } = phone()
  await moves('promise', null)
  await moves('on-thursday', 'promise')
  const call = { prospect_id: 'ruth' }
  const later: Change = { kind: 'follow_up.add', body: { ...PROMISE, id: 'on-friday', supersedes: 'on-thursday' } }
  assert.deepEqual(await cardKept(local, { call, edits: [], fulfils: ['on-thursday'] }, []), { [CARD]: {} })
  assert.deepEqual(await cardKept(local, { call, edits: [], fulfils: [] }, [later]), { [CARD]: { parked: 'on-friday' } })
  assert.deepEqual(await cardKept(local, { call, edits: [], fulfils: [] }, []), { [CARD]: { parked: 'on-thursday' } })
})
