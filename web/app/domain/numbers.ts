/** Phone numbers: kept in E.164, read as people write them, shown as people there write them.
 *
 *  "Possible" is enough: numbers that the plan has not given out (555-0100, a range opened last week) are still numbers. The
 *  library is large, so pages load this module when they need it. */
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min'

export interface ReadNumber { number: string; ext: string }

/** E.164, or null if this cannot be a number. `country` is where a number without a country code belongs: "US", "GB". */
export function parseNumber(text: string, country: string): string | null {
  return readNumber(text, country)?.number ?? null
}

/** The number and its extension: "0116 496 0123 ext 4" gives "+441164960123" and "4". */
export function readNumber(text: string, country: string): ReadNumber | null {
  const read = parse(text, country)
  return read?.isPossible() ? { number: read.number, ext: read.ext ?? '' } : null
}

/** The local way for a number of `country`, the international way for any other. What cannot be read is shown as it is. */
export function showNumber(e164: string, country: string): string {
  const read = parse(e164, country)
  if (!read) return e164
  return read.countryCallingCode === callingCode(country) ? read.formatNational() : read.formatInternational()
}

/** Countries that a default can be chosen from, by their English names. */
export function countries(): Array<{ code: string; name: string }> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  return getCountries().map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name))
}

function callingCode(country: string): string | null {
  const known = country as CountryCode
  return getCountries().includes(known) ? getCountryCallingCode(known) : null
}

function parse(text: string, country: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, country as CountryCode)
}
