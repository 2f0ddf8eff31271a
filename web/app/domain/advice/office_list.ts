/** The rules as the office's page lists them. Made once, when everything is built: the office reads what stands in it, and knows no rule itself. */
import { NUMBERS, RULES } from '../coach/coach.ts'
import { SOURCES } from '../coach/sources.ts'
import type { BandName } from '../records.ts'
import { SETTINGS, SWITCHES, type NumberName, type Setting } from './switches.ts'

export interface OfficeRule { key: string; label: string; why: string; advice: string; fixed: boolean; numbers: Array<Setting & { usual: number }> }

/** In the order in which the coach reports them. */
export function officeRules(): OfficeRule[] {
  return RULES.map(({ key }) => {
    const { label, why, fixed = false } = SWITCHES[key]!
    return { key, label, why, advice: SOURCES[key]!.join(', '), fixed, numbers: (SETTINGS[key] ?? []).map((setting) => ({ ...setting, usual: usual(setting.name) })) }
  })
}

function usual(name: NumberName): number {
  return name.startsWith('over_') ? NUMBERS.over[name.slice(5) as BandName] : NUMBERS[name as Exclude<NumberName, `over_${BandName}`>]
}
