/** The zone that a number lies in, or null where the number does not say (a mobile of a country with several zones). */
import table from 'ringback:zones'
import { zoneFinder } from './zone_table.ts'

export const zoneOf: (e164: string) => string | null = zoneFinder(table)
