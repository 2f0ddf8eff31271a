/** What the lead set for the office, as its row tells it, in the coach's own terms. */
import type { OfficeCoach } from '../records.ts'
import type { CoachSettings } from './types.ts'

/** `numbers` are flat in the row: `over_20` is the most for a template of 20 seconds. Names that this phone does not know change nothing. */
export function settingsOf({ off = [], numbers = {} }: OfficeCoach): CoachSettings {
  const named = Object.entries(numbers)
  const over = Object.fromEntries(named.filter(([name]) => name.startsWith('over_')).map(([name, most]) => [name.slice(5), most]))
  return { off, numbers: { ...Object.fromEntries(named.filter(([name]) => !name.startsWith('over_'))), over } as CoachSettings['numbers'] & object }
}
