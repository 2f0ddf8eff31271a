/** A take in words: each figure with a mark, and the one piece of advice that helps most. */
import { judge, lengthWords } from '../bands.ts'
import type { Band } from '../records.ts'
import type { Figures } from './figures.ts'

export interface Aim { band: Band; pace: number; sure: boolean } // `pace` is the rep's own; `sure` when it was measured
export interface Finding { key: string; label: string; words: string; watch: boolean; advice: string } // `advice` is "" where nothing is to be done
export interface Heeded { figures: Figures; fillers: number | null; cut: boolean }

/** Where a figure begins to be worth a word. Seconds, dB, semitones, digits a second, words a minute. */
const CEILING = 185 // words a minute of plain prose: beyond it strangers lose words
const OFF_PACE = 0.15 // of the own pace, to the fast side
const SLOW = 0.2 // to the slow one
const LONG_PAUSE = 1.2
const FEW_PAUSES = 0.08 // of the time
const WRITABLE = 2.5 // digits a second that a hand can follow
const NOISY = 15 // dB that the voice stands out
const SOME_NOISE = 22
const FAINT = -40 // dB below full scale
const EVEN = 1.3 // semitones: below it a voice sounds read out
const CLIPPED = 3

/** In the order in which they are shown. */
export function findings({ figures, fillers }: Heeded, aim: Aim): Finding[] {
  return [length(figures, aim), pace(figures, aim), digits(figures), pauses(figures), liveliness(figures), level(figures), noise(figures), ...(fillers === null ? [] : [um(fillers)])].filter((one) => one !== null)
}

const FIRST = ['level', 'noise', 'length', 'digits', 'pace', 'pauses', 'voice', 'fillers']

/** One sentence: the most useful thing to do next. */
export function advice(heeded: Heeded, aim: Aim): string {
  if (heeded.cut) return 'A call took the microphone, so this take stops early. Record it once more.'
  const open = findings(heeded, aim).filter((one) => one.advice !== '').sort((a, b) => FIRST.indexOf(a.key) - FIRST.indexOf(b.key))
  return open[0]?.advice ?? 'This one works. Keep it, or try it again with fewer words in front of you.'
}

function length({ span }: Figures, { band }: Aim): Finding {
  const state = judge(Math.round(span), band)
  const over = Math.round(span) - band.to
  const words = { short: '', in: '', over: `Too long by ${over} s: take out one sentence, not your pauses.`, far_over: `Too long by ${over} s: keep the reason, the ask and your number, and cut the rest.` }[state]
  return { key: 'length', label: 'Length', words: lengthWords(span, band), watch: state !== 'in', advice: words }
}

function pace({ pace: now, perMinute, words, estimate, span, longest }: Figures, aim: Aim): Finding | null {
  if (words === 0) return null
  const off = now / aim.pace - 1
  const own = aim.sure ? 'your own pace' : 'the usual pace'
  const beside = Math.abs(off) < 0.05 ? `as ${own}` : `${Math.round(Math.abs(off) * 100)} % ${off > 0 ? 'faster' : 'slower'} than ${own}`
  const fast = now > CEILING || off > OFF_PACE
  const slow = off < -SLOW
  const say = fast ? 'Too fast for a stranger: breathe at every full stop.' : slow && longest <= LONG_PAUSE ? 'Slower than you need: close the gaps between the sentences.' : ''
  return { key: 'pace', label: 'Pace', words: `${Math.round(perMinute)} spoken words a minute, ${beside}: ${Math.round(span)} s, where ${Math.round(estimate)} s were expected`, watch: fast || slow, advice: say }
}

function digits({ perSecond, digits: count }: Figures): Finding | null {
  if (perSecond === null || count === 0) return null
  const fast = perSecond > WRITABLE
  return { key: 'digits', label: 'Your number', words: `${perSecond.toFixed(1)} digits a second${fast ? ', too fast to write down' : ', slow enough to write down'}`, watch: fast, advice: fast ? 'Say your number slower: a breath between the groups, so that it can be written down in one go.' : '' }
}

function pauses({ pause, longest, span }: Figures): Finding {
  const [long, few] = [longest > LONG_PAUSE, pause / span < FEW_PAUSES && span > 8]
  const say = long ? `One pause lasts ${longest.toFixed(1)} s: on the phone that sounds as if you had gone. Go on after one breath.` : few ? 'Hardly a pause: let each sentence end before the next begins.' : ''
  return { key: 'pauses', label: 'Pauses', words: `${pause.toFixed(1)} s in all, the longest ${longest.toFixed(1)} s; ${(span - pause).toFixed(1)} s of speech`, watch: long || few, advice: say }
}

function liveliness({ spread, ratio }: Figures): Finding | null {
  if (spread === null || ratio < 3) return null
  const even = spread < EVEN
  return { key: 'voice', label: 'Voice', words: even ? 'on one note' : spread < 1.8 ? 'rather even' : 'lively', watch: even, advice: even ? 'It sounds read out, on one note. Smile, and stress the word that matters in each sentence.' : '' }
}

function level({ level: loud, clipped }: Figures): Finding {
  const [over, faint] = [clipped >= CLIPPED, loud < FAINT]
  return {
    key: 'level', label: 'Level', words: over ? 'too loud: the microphone was overdriven' : faint ? 'very quiet' : 'good', watch: over || faint,
    advice: over ? 'Too loud for the microphone: hold the phone a hand further away.' : faint ? 'Very quiet: come closer to the microphone, or speak up.' : '',
  }
}

function noise({ ratio }: Figures): Finding {
  const noisy = ratio < NOISY
  const dB = `voice ${Math.round(ratio)} dB above it`
  return { key: 'noise', label: 'Background', words: `${noisy ? 'noisy' : ratio < SOME_NOISE ? 'some noise' : 'quiet'}, ${dB}`, watch: noisy, advice: noisy ? 'Find a quieter place: the noise behind you swallows the ends of your words.' : '' }
}

function um(count: number): Finding {
  const words = count === 0 ? 'none that you heard' : `${count} that you heard`
  return { key: 'fillers', label: 'Um and uh', words, watch: count > 1, advice: count > 1 ? 'Put a silent pause where you say “um”: nobody minds a silence.' : '' }
}

/** What changed since an earlier take of the same words: "2 s shorter, the number slower". "" when nothing that can be heard. */
export function compared(now: Figures, before: Figures): string {
  const said: string[] = []
  const shorter = Math.round(before.span) - Math.round(now.span)
  if (shorter !== 0) said.push(`${Math.abs(shorter)} s ${shorter > 0 ? 'shorter' : 'longer'}`)
  const quicker = (now.perSecond ?? 0) - (before.perSecond ?? 0)
  if (now.perSecond !== null && before.perSecond !== null && Math.abs(quicker) >= 0.2) said.push(`the number ${quicker > 0 ? 'faster' : 'slower'}`)
  if (Math.abs(now.longest - before.longest) >= 0.4) said.push(`the longest pause ${now.longest > before.longest ? 'longer' : 'shorter'}`)
  if (now.spread !== null && before.spread !== null && Math.abs(now.spread - before.spread) >= 0.6) said.push(now.spread > before.spread ? 'livelier' : 'more even')
  if (Math.abs(now.ratio - before.ratio) >= 5) said.push(now.ratio > before.ratio ? 'less noise' : 'more noise')
  return said.join(', ')
}
