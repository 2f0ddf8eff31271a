/** A number while it is typed: what it will be kept as, and where it is. The library comes when a form asks for it. */
import type { ReadNumber } from '../domain/numbers.ts'

export class CheckedNumber {
  readonly read: (text: string) => ReadNumber | null
  readonly shown: (e164: string) => string
  readonly zone: (e164: string) => string | null

  private constructor(read: CheckedNumber['read'], shown: CheckedNumber['shown'], zone: CheckedNumber['zone']) {
    this.read = read
    this.shown = shown
    this.zone = zone
  }

  static async load(country: string): Promise<CheckedNumber> {
    const [numbers, { zoneOf }] = await Promise.all([import('../domain/numbers.ts'), import('../domain/zones.ts')])
    return new CheckedNumber((text) => numbers.readNumber(text, country), (e164) => numbers.showNumber(e164, country), zoneOf)
  }
}

/** The line under the field. Says nothing until there is enough to say something true. */
export function numberHelp(raw: string, e164: string, numbers: CheckedNumber | null): string {
  if (!numbers || raw.replace(/\D/g, '').length < 7) return ''
  return e164 ? `Kept as ${numbers.shown(e164)}` : 'Not a whole number yet'
}
