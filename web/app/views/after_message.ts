/** The e-mail and the text that may follow a message, ready to be opened in the phone's own apps. */
import { mailLink, textLink, textWords } from '../domain/after_message.ts'
import { valuesFor } from '../domain/fill.ts'
import { isMessage } from '../domain/outcomes.ts'
import type { Call, Prospect } from '../domain/records.ts'
import type { Phone } from './phone.ts'
import { emailWords } from './prepare_email.ts'
import { known, NOTHING, planOf, templateFor } from './prepared.ts'
import { loadNumbers, shown } from './shown_number.ts'
import type { Act } from './toast.ts'

const FRESH = 24 * 3_600_000 // ms: the words say that it was just now

/** Nothing for other entries, for older ones, for who must not be called, or where there is no address. An e-mail with a gap leads to where it is filled. */
export async function afterMessage(phone: Phone, call: Call, prospect: Prospect): Promise<Act[]> {
  if (!isMessage(call) || prospect.do_not_call || Date.now() - Date.parse(call.made_at) > FRESH) return []
  await loadNumbers(phone)
  const acts: Act[] = []
  const { email, phone: number, phone_ext: ext } = prospect.fields
  if (email) acts.push({ label: 'E-mail', href: await mail(phone, prospect, email) })
  if (number && !ext) acts.push({ label: 'Text', href: textLink(number, textWords(call.outcome, valuesFor(prospect.fields, await phone.profile(), shown))) })
  return acts
}

async function mail(phone: Phone, prospect: Prospect, address: string): Promise<string> {
  const [profile, history, templates] = await Promise.all([phone.profile(), phone.history(prospect.id, 50), phone.templates()])
  const facts = known(prospect, profile, history, templates, shown, new Date())
  const template = templateFor(facts, NOTHING, 'email')
  const version = template && await phone.version(template.current)
  if (!template || !version) return mailLink(address, '', '')
  const plan = planOf(facts, NOTHING, 'email', template, version)
  if (plan.gaps.length > 0) return `#/prepare/${prospect.id}?template=${template.id}`
  const { subject, body } = emailWords(plan)
  return mailLink(address, subject, body)
}
