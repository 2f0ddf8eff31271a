/** What the coach is told of a prepared message: the words, who calls whom, the template's preset and what is on file. */
import type { CoachInput } from '../domain/coach/types.ts'
import type { Known, Plan } from './prepared.ts'

export function coachInput(known: Known, plan: Plan): CoachInput {
  const { prospect: { fields }, profile, situation } = known
  return {
    text: plan.text, locale: profile['locale'] || 'en-US',
    rep: { name: profile['spoken_name'] ?? '', number: profile['number'] ?? '', company: profile['company'] ?? '', spelling: profile['spelling'] ?? '' },
    prospect: { first_name: fields['preferred_name'] || (fields['first_name'] ?? ''), company: fields['company'] ?? '' },
    family: plan.template.family, band: plan.template.band, cold: !situation.talked,
    ...(plan.template.tags.includes('name_late') && { order: 'late' as const }),
    ...(fields['connection'] && { connection: fields['connection'], connection_verified: fields['connection_verified'] === 'yes' }),
    hard_to_reach: profile['hard_to_reach'] === 'yes', pace: Number(profile['pace']) || 150, seconds: plan.seconds,
    tags: plan.template.tags, fields, history: { unreturned: situation.unreturned, weeks: situation.weeks },
    ...(plan.bullets && { bullets: true }),
    ...(plan.words === null && !plan.bullets && { sections: plan.version.sections.map((section) => section.kind) }),
  }
}
