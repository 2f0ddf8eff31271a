/** Recording, listening and playing, all on this phone. Loaded when somebody rehearses. */
import { closeMicrophone, onTaken, openMicrophone } from './microphone.ts'
import { scriptAddress } from './script_address.ts'

export interface Recording {
  /** Seconds that were heard so far. */
  seconds(): number
  /** How loud it is now, 0 to 1 of full scale. */
  level(): number
  /** Ends it and lets the microphone go. `rate` in samples a second. */
  stop(): Promise<{ sound: Float32Array; rate: number }>
  /** Ends it and keeps nothing. */
  cancel(): void
}

const PATIENCE = 500 // ms for the last block: a sound thread that was taken away never sends it

/** The scripts that record and listen are not on this phone. Said before anything is spoken: a take that nobody can listen to would be lost. */
export class NotHereYet extends Error {
  readonly kind = 'not_here_yet'
  constructor() {
    super('What records you is not on this phone yet. Everything else works without it. Come back when there is a network, and try again.')
  }
}

/** What the browser records with. `listener` fetches the script that will listen to the take, so that it is there in the end. */
export interface Studio { context(): AudioContext; microphone(): Promise<MediaStream>; script(): string; listener(): Promise<{ ok: boolean }> }
const BROWSER: Studio = { context: () => new AudioContext(), microphone: () => openMicrophone(), script: () => __RECORD__, listener: () => whole(__LISTEN__) }

/** Begins at once. `taken` is called when a call takes the microphone: what was heard until then can still be had by `stop`.
 *  Call it from a tap. @throws NoMicrophone, NotHereYet */
export async function record(taken: () => void, studio: Studio = BROWSER): Promise<Recording> {
  const context = studio.context() // before the first wait: it may only begin in the tap
  let stream: MediaStream | null = null
  try {
    stream = await studio.microphone()
    await Promise.all([context.resume(), scripts(context, studio)])
    return recording(context, stream, taken)
  } catch (error) {
    if (stream) closeMicrophone(stream)
    void context.close()
    throw error
  }
}

/** To its end: only then does the browser keep it. */
async function whole(address: string): Promise<Response> {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer
}

async function scripts(context: AudioContext, studio: Studio): Promise<void> {
  const [listener] = await Promise.all([studio.listener(), context.audioWorklet.addModule(studio.script())]).catch(() => [{ ok: false }])
  if (!listener.ok) throw new NotHereYet()
}

function recording(context: AudioContext, stream: MediaStream, taken: () => void): Recording {
  const blocks: Float32Array[] = []
  let [samples, loudest] = [0, 0]
  let ended: () => void = () => {}
  const node = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' })
  node.port.onmessage = ({ data }: MessageEvent<Float32Array | null>) => {
    if (!data) return ended()
    blocks.push(data)
    samples += data.length
    loudest = data.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  }
  context.createMediaStreamSource(stream).connect(node)
  const leave = onTaken(stream, taken)
  const close = (): void => {
    leave()
    closeMicrophone(stream)
    void context.close()
  }
  return {
    seconds: () => samples / context.sampleRate,
    level: () => loudest,
    async stop() {
      await new Promise<void>((resolve) => {
        ended = resolve
        setTimeout(resolve, PATIENCE)
        node.port.postMessage('end')
      })
      close()
      return { sound: joined(blocks, samples), rate: context.sampleRate }
    },
    cancel: close,
  }
}

function joined(blocks: readonly Float32Array[], samples: number): Float32Array {
  const sound = new Float32Array(samples)
  let at = 0
  for (const block of blocks) {
    sound.set(block, at)
    at += block.length
  }
  return sound
}

/** Asks the listening worker, which is started for it and ended after it. `sound` goes over to it and is empty afterwards. */
export function listen<Answer>(question: { sound: Float32Array }): Promise<Answer> {
  const worker = new Worker(scriptAddress(__LISTEN__))
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message))
  })
  worker.postMessage(question, [question.sound.buffer])
  return answer.finally(() => worker.terminate())
}

export interface Playing { seconds(): number; stop(): void }

/** Plays a WAV file from `from` seconds on. `done` is called at its end, also when it is stopped. */
export function play(wav: ArrayBuffer, from: number, done: () => void): Playing {
  const address = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }))
  const audio = new Audio(address)
  let over = false
  const end = (): void => {
    if (over) return
    over = true
    audio.pause()
    URL.revokeObjectURL(address)
    done()
  }
  audio.onended = end
  audio.onerror = end
  audio.currentTime = from
  audio.play().catch(end)
  return { seconds: () => audio.currentTime, stop: end }
}
