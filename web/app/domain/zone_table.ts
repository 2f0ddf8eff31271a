/** A phone number's time zone, from a table of prefixes: the longest one that fits decides. */

/** Zone -> prefixes without "+", rising, each as its distance from the one before in base 36; "" holds those that lie in several zones. */
export type ZoneTable = Record<string, string>

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
  return new Map(Object.entries(table).flatMap(([zone, steps]) => unpacked(steps).map((prefix) => [prefix, zone] as const)))
}

function unpacked(steps: string): string[] {
  let at = 0
  return steps.split(' ').map((step) => String((at += parseInt(step, 36))))
}
