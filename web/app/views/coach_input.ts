/** What the coach is told of a prepared message: the words, who calls whom, the template's preset and what is on file. */
import { newsOf } from '../domain/attempts.ts'
import { isChecked } from '../domain/connection.ts'
import type { CoachInput } from '../domain/coach/types.ts'
import type { Known, Plan } from './prepared.ts'

export function coachInput(known: Known, plan: Plan): CoachInput {
  const { prospect: { fields }, profile, situation, attempts, lastResort } = known
  const shown = (field: string): string => (profile[field] ? known.number(profile[field]) : '')
  const link = plan.values['connection'] ?? ''
  return {
    text: plan.text, locale: profile['locale'] || 'en-US',
    rep: { name: profile['spoken_name'] ?? '', number: shown('number'), company: profile['company'] ?? '', spelling: profile['spelling'] ?? '', calls_from: shown('calls_from') },
    prospect: { first_name: fields['preferred_name'] || (fields['first_name'] ?? ''), company: fields['company'] ?? '' },
    family: plan.template.family, band: plan.template.band, cold: !situation.talked,
    ...(plan.template.tags.includes('name_late') && { order: 'late' as const }),
    ...(link && { connection: link, connection_verified: isChecked(fields, link) }),
    hard_to_reach: profile['hard_to_reach'] === 'yes', pace: Number(profile['pace']) || 150, seconds: plan.seconds,
    tags: plan.template.tags, fields: { ...fields, ...plan.values }, news: newsOf(plan.template.family, plan.fields, plan.values)?.text ?? '',
    history: { unreturned: situation.unreturned, weeks: situation.weeks, reasons: attempts, last_resort: lastResort },
    ...(plan.bullets && { bullets: true }),
    ...(plan.words === null && !plan.bullets && { sections: plan.version.sections.map((section) => section.kind) }),
  }
}
