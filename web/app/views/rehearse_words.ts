/** Which words are rehearsed for a prospect: those of the call in progress, else those that stand on his Prepare page. */
import { countryFor } from '../domain/country.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { showNumber } from '../domain/numbers.ts'
import { prepareKey, type Prepared, type Said } from '../domain/reading.ts'
import type { Fields } from '../domain/records.ts'
import { DEFAULT_PACE } from '../domain/seconds.ts'
import { begunWith } from './in_hand.ts'
import type { Phone } from './phone.ts'
import { known, NOTHING, planOf, readingOf, templateFor } from './prepared.ts'

export interface Words { name: string; company: string; said: Said | null; gaps: number; locale: string; pace: number; sure: boolean }

/** Null when the prospect is not on this phone. `said` is null while there are gaps, or no template. */
export async function wordsFor(phone: Phone, id: string, inCall: boolean): Promise<Words | null> {
  const [prospect, profile, reading] = await Promise.all([phone.prospect(id), phone.profile(), inCall ? begunWith(phone, id) : null])
  if (!prospect) return null
  const fields = prospect.fields
  const who = { name: nameOr({ name: displayName(fields), company: fields['company'] ?? '' }), company: fields['company'] ?? '', ...voice(profile) }
  if (reading?.voicemail) return { ...who, said: reading.voicemail, gaps: 0 }
  const [history, templates, draft, rule] = await Promise.all([phone.history(id, 50), phone.templates(), phone.draft<Prepared>(prepareKey(id)), phone.promises.lastResort()])
  const country = countryFor(profile, phone.status().paired?.office.country, navigator.languages)
  const all = known(prospect, profile, history, templates, (number) => showNumber(number, country), new Date(), [], rule)
  const prepared = { ...NOTHING, ...draft }
  const template = templateFor(all, prepared, 'voicemail')
  const version = template && await phone.version(template.current)
  const plan = template && version ? planOf(all, prepared, 'voicemail', template, version) : null
  if (!plan) return { ...who, said: null, gaps: 0 }
  const gaps = new Set(plan.gaps).size
  return { ...who, said: gaps > 0 ? null : readingOf(all, prepared, plan, null).voicemail, gaps }
}

function voice(profile: Fields): Pick<Words, 'locale' | 'pace' | 'sure'> {
  const pace = Number(profile['pace'])
  return { locale: profile['locale'] || 'en-US', pace: pace || DEFAULT_PACE, sure: pace > 0 }
}
