import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Local } from '../../../web/app/phone/local.ts'
import { StatusBoard } from '../../../web/app/phone/status.ts'

function board(): { board: StatusBoard; told: Array<{ kinds: string[]; seen: boolean }> } {
  const told: Array<{ kinds: string[]; seen: boolean }> = []
  const local = { ready: new Promise(() => {}), changes: new EventTarget(), emit: (kinds: string[], seen: boolean) => void told.push({ kinds, seen }) }
  return { board: new StatusBoard(local as unknown as Local), told }
}

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
