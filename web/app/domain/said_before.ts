/** Whether a reason was given before: compared by the words that tell something. */

/** The earlier reason that this one says again, in the same words or nearly; null when it is new. */
export function saidBefore<T extends { reason: string }>(text: string, earlier: readonly T[]): T | null {
  const told = telling(text)
  if (told.length === 0) return null
  return earlier.find(({ reason }) => {
    const known = new Set(telling(reason))
    return told.filter((word) => known.has(word)).length >= told.length * ALIKE
  }) ?? null
}

const ALIKE = 0.75
const PLAIN = new Set('a an the your you our my their his her its and or but of to in on at for with about from by into over is are was were be been being has have had do does did it this that these those there here not no so as if'.split(' '))

function telling(text: string): string[] {
  return (text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !PLAIN.has(word)).map((word) => word.replace(/(?<=\p{L}{2}[^s])s$/u, ''))
}
