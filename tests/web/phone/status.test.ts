import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Local } from '../../../web/app/phone/local.ts'
import { OfficeLink, type World } from '../../../web/app/phone/office.ts'
import { StatusBoard } from '../../../web/app/phone/status.ts'

function board(): { board: StatusBoard; told: Array<{ kinds: string[]; seen: boolean }> } {
  const told: Array<{ kinds: string[]; seen: boolean }> = []
  const local = { ready: new Promise(() => {}), changes: new EventTarget(), emit: (kinds: string[], seen: boolean) => void told.push({ kinds, seen }) }
  return { board: new StatusBoard(local as unknown as Local), told }
}

/** On a phone that nobody has joined an office with, and on which two entries wait. */
function waiting(): { board: StatusBoard; local: Local } {
  const outbox = { state: async () => ({ waiting: 2, oldest: null, lastSuccess: null }) }
  const local = {
    ready: Promise.resolve(), changes: new EventTarget(), emit: () => {}, entry: { set: '1' }, outbox,
    rows: { db: { read: async () => [] } }, registry: { noted: async () => false, note: async () => {} },
  } as unknown as Local
  return { board: new StatusBoard(local), local }
}

test('whoever asks the board while it is being asked waits for the same reading', async () => {
  const { board: status } = waiting()
  void status.refresh()
  await status.refresh()
  assert.equal(status.now.waiting, 2)
})

test('when a sync by hand is over, the board says what waits', async () => {
  const { board: status, local } = waiting()
  const world = { fetch: async () => assert.fail('nobody is asked'), clock: { now: () => 0 }, deviceName: 'A phone', push: { onWord: () => {} } } as unknown as World
  await new OfficeLink(local, status, world).now()
  assert.equal(status.now.waiting, 2)
})

test('how the office is reached is no part of Today: everybody hears of it, and the last look stays', () => {
  const { board: status, told } = board()
  status.set({ link: 'offline' })
  status.set({ update: true })
  assert.deepEqual(told, [{ kinds: ['sync'], seen: false }, { kinds: ['update'], seen: false }])
})

test('what Today says of the phone makes the last look untrue when it changes, and only then', () => {
  const { board: status, told } = board()
  status.set({ waiting: 2 })
  status.set({ waiting: 2 })
  status.set({ lastSuccess: '2026-11-24T15:00:00.000Z' })
  assert.deepEqual(told.map(({ seen }) => seen), [true, true])
})
