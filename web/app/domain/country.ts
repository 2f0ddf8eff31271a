/** The country that numbers without a country code belong to: the rep's choice, else his office's, else that of this phone's language. */
import type { Fields } from './records.ts'

export function countryFor(profile: Fields, office: string | undefined, languages: readonly string[]): string {
  return profile['country'] || office || languages.map(region).find((found) => found !== '') || 'US'
}

function region(language: string): string {
  return /-([A-Z]{2})\b/.exec(language)?.[1] ?? ''
}
