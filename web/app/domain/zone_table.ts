/** A phone number's time zone, from a table of prefixes: the longest one that fits decides. */
export type ZoneTable = Record<string, string[]> // zone -> prefixes without "+"; "" holds those that lie in several

/** Looks zones up in `table`. The index is made at the first question. */
export function zoneFinder(table: ZoneTable): (e164: string) => string | null {
  let index: Map<string, string> | null = null
  return (e164) => {
    index ??= indexed(table)
    const digits = e164.replace(/\D/g, '')
    for (let length = digits.length; length > 0; length -= 1) {
      const zone = index.get(digits.slice(0, length))
      if (zone !== undefined) return zone || null
    }
    return null
  }
}

function indexed(table: ZoneTable): Map<string, string> {
  return new Map(Object.entries(table).flatMap(([zone, prefixes]) => prefixes.map((prefix) => [prefix, zone] as const)))
}
