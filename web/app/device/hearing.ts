/** How loud it is at the microphone, twenty times a second: one number at a time, nothing is kept. */
import { closeMicrophone, onTaken, openMicrophone } from './microphone.ts'

const EVERY = 50 // ms
const QUIETEST = 1e-5 // full scale is 1

export interface Hearing { stop(): void }

/** `see` gets dB below full scale. `taken` is called once when a call or another app takes the microphone away. @throws NoMicrophone */
export async function hear(see: (level: number) => void, taken: () => void): Promise<Hearing> {
  const stream = await openMicrophone()
  const sound = new AudioContext()
  const ear = new AnalyserNode(sound, { fftSize: 2048 })
  sound.createMediaStreamSource(stream).connect(ear)
  void sound.resume().catch(() => {}) // without a tap it stays suspended, and then nothing is told
  const frame = new Float32Array(ear.fftSize)
  const timer = setInterval(() => {
    if (sound.state !== 'running') return
    ear.getFloatTimeDomainData(frame)
    see(loudness(frame))
  }, EVERY)
  const stop = (): void => {
    clearInterval(timer)
    leave()
    closeMicrophone(stream)
    void sound.close().catch(() => {})
  }
  const leave = onTaken(stream, () => {
    stop()
    taken()
  })
  return { stop }
}

function loudness(frame: Float32Array): number {
  const square = frame.reduce((sum, value) => sum + value * value, 0) / frame.length
  return 20 * Math.log10(Math.max(QUIETEST, Math.sqrt(square)))
}
