/// <reference lib="webworker" />
/** Listens to a take off the page's thread, so that the page answers meanwhile. One question, one answer, in turn. */
import { listened, type Recorded } from '../app/domain/listening/take.ts'

declare const self: DedicatedWorkerGlobalScope

self.onmessage = ({ data }: MessageEvent<Recorded>) => {
  const answer = listened(data)
  self.postMessage(answer, [answer.pcm])
}
