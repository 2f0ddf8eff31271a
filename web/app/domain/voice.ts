/** Whether somebody is speaking, told from how loud it is and from how loud this place is anyway. Levels are in dB below full scale, times in
 *  milliseconds. Nothing is recorded: one number in, yes or no out. */

export interface Voice { floor: number; speaking: boolean; risen: number | null; last: number | null; at: number | null }

export const SILENT: Voice = { floor: -35, speaking: false, risen: null, last: null, at: null }

const ABOVE = 10 // dB over the place's own noise are a voice
const STAYS = 6 // it goes on being one until it falls below this
const SURE = 80 // ms; a knock is shorter
const BREATH = 700 // ms; pauses inside a sentence are shorter
const LOWEST = -75
const HIGHEST = -25 // nobody can be told from a place that is louder
const SINKS = 0.4 // a second of quiet takes most of the way down
const CREEPS = 1 // dB a second, while nobody speaks
const CREEPS_UNDER_VOICE = 0.4 // a noise that does not end is the place's own after a while

/** One more level. Frames may come at any pace; 20 to 100 ms apart is meant. */
export function heard(voice: Voice, level: number, at: number): Voice {
  const seconds = voice.at === null ? 0 : Math.min(1, Math.max(0, at - voice.at) / 1000)
  const floor = within(settled(voice, level, seconds))
  const risen = level > floor + (voice.speaking ? STAYS : ABOVE) ? voice.risen ?? at : null
  const last = risen !== null && at - risen >= SURE ? at : voice.last
  return { floor, risen, last, at, speaking: last !== null && at - last < BREATH }
}

function settled(voice: Voice, level: number, seconds: number): number {
  if (voice.at === null) return Math.min(level, SILENT.floor)
  if (level < voice.floor) return voice.floor + (level - voice.floor) * (1 - Math.exp(-seconds / SINKS))
  return Math.min(level, voice.floor + (voice.speaking ? CREEPS_UNDER_VOICE : CREEPS) * seconds)
}

function within(floor: number): number {
  return Math.max(LOWEST, Math.min(HIGHEST, floor))
}
