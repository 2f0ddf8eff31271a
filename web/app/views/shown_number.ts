/** Numbers the local way, without making a page wait for the library: as they are kept until it has come. */
import { countryFor } from '../domain/country.ts'
import type { Phone } from './phone.ts'

let show: (e164: string) => string = (e164) => e164

export function shown(e164: string): string {
  return e164 && show(e164)
}

/** Resolves when `shown` knows how numbers look here. Quietly keeps the plain form when the library cannot be loaded. */
export async function loadNumbers(phone: Phone): Promise<void> {
  try {
    const [{ showNumber }, country] = await Promise.all([import('../domain/numbers.ts'), home(phone)])
    show = (e164) => showNumber(e164, country)
  } catch {
    // E.164 can be read and dialled as well.
  }
}

export async function home(phone: Phone): Promise<string> {
  return countryFor(await phone.profile(), phone.status().paired?.office.country, navigator.languages)
}
