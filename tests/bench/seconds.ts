/** How near the seconds on the Prepare page come to measured speech, and what they cost. One JSON object on standard output. */
import { spokenSeconds } from '../../web/app/domain/seconds.ts'
import { say } from '../../web/app/domain/say/say.ts'
import { soundsOf } from '../../web/app/domain/seconds/sounds.ts'
import { accuracyOf, byCharacters, byWords, MESSAGES, type Estimator, type Measured } from '../web/speech.ts'

const ours: Estimator = ({ text, locale }) => spokenSeconds(text, { locale, pace: 150 }).total

/** What the timing multiplies: words, sounds, long vowels, hisses, sentence, clause and group pauses. */
function features({ text, locale }: Measured): number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  const sayings = say(text, locale)
  sayings.forEach(({ words }, at) => words.split(' ').forEach((word, place, all) => {
    const { count, long, hissed } = soundsOf(word)
    if (count > 0) [1, count, long, hissed].forEach((amount, column) => (counts[column]! += amount))
    const inside = place < all.length - 1
    const mark = word[word.length - 1]!
    if (at === sayings.length - 1 && !inside) return
    if (/[.!?]/.test(mark)) counts[inside ? 6 : 4]!++
    else if (/[,;:]/.test(mark)) counts[5]!++
  }))
  return counts
}

/** Weights with the least squares of the relative error. */
function fitted(messages: readonly Measured[]): number[] {
  const rows = messages.map((message) => features(message).map((count) => count / message.reference_s))
  const size = rows[0]!.length
  const system = Array.from({ length: size }, (_, i) => [...Array.from({ length: size }, (_, j) => sum(rows.map((row) => row[i]! * row[j]!))), sum(rows.map((row) => row[i]!))])
  return solved(system)
}

/** Gauss and Jordan; the last column is the right-hand side. */
function solved(system: number[][]): number[] {
  system.forEach((row, pivot) => {
    const lead = row[pivot]!
    row.forEach((value, column) => (row[column] = value / lead))
    for (const other of system) {
      if (other === row) continue
      const times = other[pivot]!
      other.forEach((value, column) => (other[column] = value - times * row[column]!))
    }
  })
  return system.map((row) => row[row.length - 1]!)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Every message is timed by weights that were fitted without it. */
const heldOut: Estimator = (message) => {
  const weights = fitted(MESSAGES.filter((other) => other !== message))
  return sum(features(message).map((count, column) => count * weights[column]!))
}

/** Milliseconds for a message of about a minute: in turns, the quickest of each. */
function speed(): { ours: number; naive: number; words: number } {
  const long = MESSAGES.filter((message) => message.reference_s > 50)
  const spent = { ours: Infinity, naive: Infinity }
  for (let round = 0; round < 30; round++) {
    spent.ours = Math.min(spent.ours, timed(ours, long, 20))
    spent.naive = Math.min(spent.naive, timed(byWords, long, 200))
  }
  return { ...spent, words: Math.round(sum(long.map(({ text }) => text.split(/\s+/).length)) / long.length) }
}

function timed(estimate: Estimator, messages: readonly Measured[], times: number): number {
  const began = performance.now()
  for (let time = 0; time < times; time++) messages.forEach(estimate)
  return (performance.now() - began) / times / messages.length
}

console.log(JSON.stringify({
  messages: MESSAGES.length, ours: accuracyOf(ours), heldOut: accuracyOf(heldOut), words: accuracyOf(byWords), characters: accuracyOf(byCharacters), speed: speed(),
}))
