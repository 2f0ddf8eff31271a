import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeMicrophone, onTaken, openMicrophone, type NoMicrophone } from '../../../web/app/device/microphone.ts'

class Track extends EventTarget {
  stopped = false
  stop(): void { this.stopped = true }
}
const streamOf = (track: Track): MediaStream => ({ getTracks: () => [track] }) as unknown as MediaStream
const failing = (name: string) => ({ getUserMedia: () => Promise.reject(new DOMException('', name)) })

test('each reason why there is no microphone has a sentence that says what to do, and that the rest goes on', async () => {
  const reasons = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy' }
  for (const [name, why] of Object.entries(reasons)) {
    await assert.rejects(openMicrophone(failing(name)), (error: NoMicrophone) => error.why === why && error.kind === 'microphone' && /Everything else works/.test(error.message))
  }
  await assert.rejects(openMicrophone(undefined), (error: NoMicrophone) => error.why === 'insecure' && /https/.test(error.message))
})

test('the browser is asked to leave the sound as it is', async () => {
  let asked: MediaStreamConstraints | undefined
  const stream = streamOf(new Track())
  assert.equal(await openMicrophone({ getUserMedia: (wanted) => ((asked = wanted), Promise.resolve(stream)) }), stream)
  assert.deepEqual(asked, { audio: { channelCount: 1, autoGainControl: false, noiseSuppression: false, echoCancellation: false } })
})

test('a call that takes the microphone is noticed once', () => {
  for (const event of ['mute', 'ended']) {
    const track = new Track()
    let taken = 0
    onTaken(streamOf(track), () => taken++)
    track.dispatchEvent(new Event(event))
    track.dispatchEvent(new Event('ended'))
    assert.equal(taken, 1)
  }
})

test('closing it lets it go', () => {
  const track = new Track()
  closeMicrophone(streamOf(track))
  assert.ok(track.stopped)
})
