import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Local } from '../../../web/app/phone/local.ts'
import { pair } from '../../../web/app/phone/pairing.ts'
import { NoAnswer, type Ask } from '../../../web/app/sync/ask.ts'

/** A phone of somebody else, as far as knocking at the office's door goes. */
function phone(): Local {
  const kept = new Map<string, unknown>()
  let made = 0
  const outbox = { device: async () => 'somebody-elses', kept: async (key: string) => kept.get(key), keep: async (things: object) => Object.entries(things).forEach(([key, value]) => kept.set(key, value)) }
  return { ready: Promise.resolve(), outbox, newId: () => `new-${++made}` } as unknown as Local
}

test('a phone that had to take another id asks again with that id when the answer is lost', async () => {
  const local = phone()
  const asked: string[] = []
  const ask: Ask = async (_path, body) => {
    const { device } = body as { device: { id: string } }
    asked.push(device.id)
    throw new NoAnswer(device.id === 'somebody-elses' ? 'device_taken' : 'offline')
  }

  for (const code of ['CODE-A', 'CODE-A', 'CODE-B']) await assert.rejects(pair(local, ask, 'A phone', code), { kind: 'network' })

  assert.deepEqual(asked, ['somebody-elses', 'new-1', 'new-1', 'somebody-elses', 'new-2'])
})
