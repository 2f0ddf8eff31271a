import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotHereYet, record, type Studio } from '../../../web/app/device/sound.ts'

function studio(script: () => Promise<void>, listener: () => Promise<{ ok: boolean }>, shut: string[] = []): Studio {
  const stream = { getTracks: () => [{ stop: () => void shut.push('microphone') }] } as unknown as MediaStream
  const context = { resume: async () => {}, close: async () => void shut.push('sound'), audioWorklet: { addModule: script } } as unknown as AudioContext
  return { context: () => context, microphone: async () => stream, script: () => 'record.js', listener }
}

const lost = (): Promise<never> => Promise.reject(new TypeError('No network.'))
const there = async (): Promise<{ ok: boolean }> => ({ ok: true })

test('a microphone that cannot be listened to is let go again', async () => {
  const shut: string[] = []

  await assert.rejects(record(() => {}, studio(lost, there, shut)), NotHereYet)

  assert.deepEqual(shut, ['microphone', 'sound'])
})

test('nothing is recorded that nobody could listen to afterwards', async () => {
  for (const listener of [lost, async () => ({ ok: false })]) {
    await assert.rejects(record(() => {}, studio(async () => {}, listener)), /not on this phone yet/)
  }
})
