import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OneSound, type Start } from '../../../web/app/views/one_sound.ts'

/** What is heard right now, by name. */
function speaker(): { heard: string[]; named: (name: string) => Start } {
  const heard: string[] = []
  const named = (name: string): Start => (done) => {
    heard.push(name)
    return { seconds: () => 1, stop: () => { heard.splice(heard.indexOf(name), 1); done() } }
  }
  return { heard, named }
}

test('two taps while a sound is fetched play one sound, and it can be stopped', async () => {
  const { heard, named } = speaker()
  const one = new OneSound(() => {})
  await Promise.all([one.play(async () => named('first tap')), one.play(async () => named('second tap'))])
  assert.deepEqual(heard, ['second tap'])
  assert.equal(one.at, 1)
  one.stop()
  assert.deepEqual(heard, [])
  assert.equal(one.at, null)
})

test('whoever leaves while a sound is fetched hears nothing', async () => {
  const { heard, named } = speaker()
  const one = new OneSound(() => {})
  const asked = one.play(async () => named('too late'))
  one.stop()
  assert.equal(await asked, true)
  assert.deepEqual(heard, [])
})

test('a sound that is not there any more is said to be gone, and the one before has ended', async () => {
  const { heard, named } = speaker()
  const one = new OneSound(() => {})
  await one.play(async () => named('before'))
  assert.equal(await one.play(async () => null), false)
  assert.deepEqual(heard, [])
})
