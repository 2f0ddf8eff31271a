import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hear } from '../../../../web/app/domain/listening/speech.ts'
import { RATE } from '../../../../web/app/domain/listening/spectrum.ts'
import { inMusic, inNoise, inTraffic, longerPause, louder, near, recording, RECORDINGS } from '../../recordings.ts'

const paused = (sound: Float32Array): number => hear(sound)!.pauses.reduce((sum, pause) => sum + pause.seconds, 0)
const clear = RECORDINGS.filter(({ told }) => told.snr_db > 30)

test('length, pauses, level and noise of each recording come out as they are', () => {
  for (const { told, sound } of RECORDINGS) {
    const heard = hear(sound)!
    assert.ok(near(told.duration_s, heard.length, 0.01), told.file)
    assert.ok(near(told.span_s, heard.to - heard.from, 0.2), `${told.file}: ${heard.to - heard.from} s, not ${told.span_s}`)
    assert.ok(near(told.pause_s, paused(sound), 0.15 * told.pause_s), `${told.file}: paused ${paused(sound)} s, not ${told.pause_s}`)
    assert.ok(near(told.snr_db, heard.level - heard.noise, 3), `${told.file}: ${heard.level - heard.noise} dB, not ${told.snr_db}`)
    assert.ok(near(told.speech_dbfs, heard.level, 1), told.file)
  }
})

test('each pause is found at its place', () => {
  for (const { told, sound } of clear) {
    const { pauses } = hear(sound)!
    assert.equal(pauses.length, told.pauses.length, told.file)
    told.pauses.forEach(([at, seconds], k) => assert.ok(near(at, pauses[k]!.at, 0.06) && near(seconds, pauses[k]!.seconds, 0.06), `${told.file} at ${at} s`))
  }
})

test('a quiet voice far from the microphone is measured like a loud one', () => {
  for (const { told, sound } of clear) {
    const soft = louder(sound, 0.08)
    assert.ok(near(told.pause_s, paused(soft), 0.15 * told.pause_s), told.file)
    assert.ok(near(told.speech_dbfs - 21.9, hear(soft)!.level, 1), told.file)
  }
})

const places = { noise: inNoise, music: inMusic, traffic: inTraffic }

test('neither noise, nor music, nor traffic changes the pauses and the length, and each is measured itself', () => {
  for (const [what, into] of Object.entries(places)) {
    for (const dB of [20, 10]) {
      for (const { told, sound } of clear) {
        const heard = hear(into(sound, told.speech_dbfs, dB))!
        const total = heard.pauses.reduce((sum, pause) => sum + pause.seconds, 0)
        assert.ok(near(dB, heard.level - heard.noise, 3), `${told.file} in ${what} at ${dB} dB: ${heard.level - heard.noise}`)
        assert.ok(near(told.span_s, heard.to - heard.from, 0.2), `${told.file} in ${what} at ${dB} dB: ${heard.to - heard.from} s`)
        assert.ok(near(told.pause_s, total, 0.15 * told.pause_s), `${told.file} in ${what} at ${dB} dB: ${total} s, not ${told.pause_s}`)
      }
    }
  }
})

test('a take in noise may begin and end anywhere: its pauses stay what they are', () => {
  const { told, sound } = recording('noise')
  for (const late of [0.1, 0.2, 0.3, 0.4]) {
    for (const early of [0, 0.3]) {
      const total = paused(sound.subarray(late * RATE, sound.length - early * RATE))
      assert.ok(near(told.pause_s, total, 0.15 * told.pause_s), `${late} s late, ${early} s early: ${total} s, not ${told.pause_s}`)
    }
  }
})

test('a pause that was made longer is heard as long as it is', () => {
  const { told, sound } = recording('clean')
  const heard = hear(longerPause(sound, 6.15, 1.5))!
  assert.ok(near(told.pause_s + 1.5, heard.pauses.reduce((sum, pause) => sum + pause.seconds, 0), 0.1))
  assert.ok(near(0.45 + 1.5, Math.max(...heard.pauses.map((pause) => pause.seconds)), 0.05))
})

test('clean speech is never called noisy: with no silence round it, from its middle, quiet or loud', () => {
  for (const { told, sound } of clear) {
    const bare = sound.subarray(Math.round(told.speech_start_s * RATE), Math.round((told.speech_start_s + told.span_s) * RATE))
    for (const [what, cut] of Object.entries({ bare, middle: bare.subarray(RATE, 4 * RATE), soft: louder(bare, 0.1), loud: louder(bare, 1.9) })) {
      const heard = hear(cut)!
      assert.ok(heard.level - heard.noise > 22, `${told.file}, ${what}: ${heard.level - heard.noise} dB`)
    }
  }
})

test('the tap that ends a recording is no word', () => {
  const { told, sound } = recording('clean')
  const tapped = Float32Array.from([...sound, ...Array.from({ length: RATE / 2 }, (_, at) => (at > 6000 && at < 6300 ? 0.2 * Math.sin(at) : 0.0005 * Math.sin(at * at)))])
  const heard = hear(tapped)!
  assert.ok(near(told.span_s, heard.to - heard.from, 0.1), `${heard.to - heard.from} s`)
})

test('a microphone that opens late and closes early changes nothing but the place', () => {
  for (const { told, sound } of RECORDINGS) {
    const still = new Float32Array(RATE * 0.73)
    const [bare, late] = [hear(sound)!, hear(Float32Array.from([...still, ...sound, ...still]))!]
    assert.ok(near(bare.to - bare.from, late.to - late.from, 0.05), `${told.file}: ${late.to - late.from} s, not ${bare.to - bare.from}`)
    assert.ok(near(bare.from + 0.73, late.from, 0.05) && near(bare.length + 1.46, late.length, 0.01), told.file)
    assert.ok(near(told.snr_db, late.level - late.noise, 3), `${told.file}: ${late.level - late.noise} dB`)
    assert.ok(near(told.pause_s, late.pauses.reduce((sum, pause) => sum + pause.seconds, 0), 0.15 * told.pause_s), told.file)
  }
})

test('where nobody speaks nothing is heard', () => {
  assert.equal(hear(new Float32Array(RATE * 3)), null)
  assert.equal(hear(new Float32Array(0)), null)
  assert.equal(hear(inNoise(new Float32Array(RATE * 3), -30, 10)), null)
})
