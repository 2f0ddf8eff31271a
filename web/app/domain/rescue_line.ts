/** The rescue line: for a rep who has lost his thread. Who, why, and the number; nothing else is needed to be called back. */
import type { Chunk } from './chunks.ts'
import { sentences } from './fill.ts'
import { groupsOf, NUMBER } from './say/phone.ts'
import type { Reading } from './reading.ts'
import type { Fields } from './records.ts'

export interface RescueLine { name: string; company: string; reason: string; groups: string[] }

/** The reason is what the rep noted, in few words, else what the message gives; without one it is the sentence of the script that says why. "" where nothing does. */
export function rescueLine(reading: Reading, chunks: readonly Chunk[], prospect: Fields, profile: Fields): RescueLine {
  const typed = (field: string): string => reading.edits.find((edit) => edit.field === field)?.new || prospect[field] || ''
  const name = profile['spoken_name'] ?? ''
  return {
    name, company: profile['company'] ?? '',
    reason: typed('reason') || reading.voicemail?.reason || typed('hook') || whyIn(reading.voicemail?.script ?? '', name),
    groups: chunks.findLast((chunk) => chunk.kind === 'number')?.groups ?? groupsOf(profile['number'] ?? ''),
  }
}

const SMALL_TALK = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thank|thanks|that's|again|my number|bye)\b/i

function whyIn(script: string, name: string): string {
  const why = sentences(script).find((sentence) => !SMALL_TALK.test(sentence) && !/\?$/.test(sentence) && sentence.search(NUMBER) < 0 && !(name && sentence.includes(name)))
  return why ?? ''
}
