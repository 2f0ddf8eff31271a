/** How near what a rehearsal tells comes to what is true of the recordings, and what it costs. One JSON object on standard output. */
import { figuresOf, type Figures } from '../../web/app/domain/listening/figures.ts'
import { resampled } from '../../web/app/domain/listening/pcm.ts'
import { inMusic, inNoise, inTraffic, louder, RECORDINGS, TEXT, type True } from '../web/recordings.ts'

const SCRIPT = { text: TEXT, locale: 'en-US', pace: 150 }

/** What is off: seconds, parts of the true value, dB and semitones. */
function off(found: Figures, told: True, dB = told.snr_db): Record<string, number> {
  return {
    length: found.span - told.span_s, pause: found.pause / told.pause_s - 1, pace: (found.perMinute * told.words_spoken) / found.words / told.spoken_wpm - 1,
    script: found.pace / 150 / told.pace_vs_reference - 1, ratio: found.ratio - dB, level: found.level - told.speech_dbfs, spread: (found.spread ?? 0) - told.f0_sd_semitones,
  }
}

const rows = RECORDINGS.flatMap(({ told, sound }) => {
  const name = told.file.replace('.wav', '')
  const given = { name, ...off(figuresOf(sound, SCRIPT)!, told) }
  if (told.snr_db < 30) return [given]
  const soft = off(figuresOf(louder(sound, 0.1), SCRIPT)!, told)
  const noisy = Object.entries({ 'pink noise': inNoise, 'plucked chords': inMusic, traffic: inTraffic }).flatMap(([what, into]) => [20, 10].map((dB) => (
    { name: `${name}, ${what} at ${dB} dB`, ...off(figuresOf(into(sound, told.speech_dbfs, dB), SCRIPT)!, told, dB) }
  )))
  return [given, { name: `${name}, 20 dB softer`, ...soft, level: soft['level']! + 20 }, ...noisy]
})

/** A minute from a microphone at 48 kHz: brought to its small form, and measured. The best of three. */
function speed(): { resample: number; measure: number } {
  const clean = RECORDINGS[0]!.sound
  const minute = Float32Array.from({ length: 60 * 48_000 }, (_, at) => clean[Math.floor(at / 3) % clean.length]!)
  const spent = { resample: Infinity, measure: Infinity }
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    const small = resampled(minute, 48_000)
    const half = performance.now()
    figuresOf(small, SCRIPT)
    spent.resample = Math.min(spent.resample, half - began)
    spent.measure = Math.min(spent.measure, performance.now() - half)
  }
  return spent
}

console.log(JSON.stringify({ rows, speed: speed() }))
