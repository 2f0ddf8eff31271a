/** The microphone, for as long as somebody speaks to it. What it hears goes nowhere: whoever opens it decides what is kept on this phone. */

export type Trouble = 'refused' | 'missing' | 'busy' | 'insecure'

const SENTENCE: Record<Trouble, string> = {
  refused: 'The microphone is not allowed here. Everything else works without it. To record, allow the microphone for this site in the browser’s settings, then try again.',
  missing: 'No microphone was found. Everything else works without it. To record, plug one in or use another phone.',
  busy: 'The microphone is in use, perhaps by a call. Everything else works without it. End the call, then try again.',
  insecure: 'Browsers give the microphone only to a page that came over https. Everything else works without it. Open the office’s https address to record.',
}

/** A sentence for the rep; it can be shown as it is. */
export class NoMicrophone extends Error {
  readonly kind = 'microphone'
  readonly why: Trouble
  constructor(why: Trouble) {
    super(SENTENCE[why])
    this.why = why
  }
}

type Devices = Pick<MediaDevices, 'getUserMedia'>

/** One channel as it is, without the browser's own improvements: they would hide the noise and the level that are to be measured.
 *  Ask from a tap; close it with `closeMicrophone`. @throws NoMicrophone */
export async function openMicrophone(devices: Devices | undefined = navigator.mediaDevices): Promise<MediaStream> {
  if (!devices?.getUserMedia) throw new NoMicrophone('insecure')
  try {
    return await devices.getUserMedia({ audio: { channelCount: 1, autoGainControl: false, noiseSuppression: false, echoCancellation: false } })
  } catch (error) {
    throw new NoMicrophone(troubleOf((error as DOMException).name))
  }
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Calls back once when a phone call or another app takes the microphone away. */
export function onTaken(stream: MediaStream, see: () => void): () => void {
  const tracks = stream.getTracks()
  const leave = (): void => tracks.forEach((track) => ['ended', 'mute'].forEach((event) => track.removeEventListener(event, taken)))
  const taken = (): void => {
    leave()
    see()
  }
  tracks.forEach((track) => ['ended', 'mute'].forEach((event) => track.addEventListener(event, taken)))
  return leave
}

function troubleOf(name: string): Trouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy'
}
