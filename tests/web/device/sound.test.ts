import assert from 'node:assert/strict'
import { test } from 'node:test'
import { record } from '../../../web/app/device/sound.ts'

test('a microphone that cannot be listened to is let go again', async () => {
  const shut: string[] = []
  const stream = { getTracks: () => [{ stop: () => void shut.push('microphone') }] } as unknown as MediaStream
  const context = {
    resume: async () => {}, close: async () => void shut.push('sound'),
    audioWorklet: { addModule: () => Promise.reject(new Error('The script did not come.')) },
  } as unknown as AudioContext

  await assert.rejects(record(() => {}, { context: () => context, microphone: async () => stream, script: () => 'record.js' }), /did not come/)

  assert.deepEqual(shut, ['microphone', 'sound'])
})
