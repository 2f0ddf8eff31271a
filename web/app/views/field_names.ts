/** What the fields of a prospect are called on the screen, and in which order they are shown. */
import type { ProspectField } from '../domain/records.ts'

export const FIELD_NAMES: Record<ProspectField, string> = {
  first_name: 'First name', last_name: 'Last name', preferred_name: 'Called', say_as: 'Say as', title: 'Role', company: 'Company',
  company_say_as: 'Company, say as', phone: 'Number', phone_ext: 'Extension', phone_2: 'Second number', email: 'E-mail', zone: 'Time zone',
  zone_known: 'Time zone from', language: 'Language', good_hours: 'Good hours', purpose: 'What to ask for', reason: 'Reason for the call', hook: 'Hook',
  value: 'What is in it for them', connection: 'Link between you', connection_source: 'Where the link is from', connection_verified: 'Link checked',
  switchboard: 'Who answers there', humour: 'Humour', note: 'Note', source: 'Came from', closed: 'Closed kindly', rank: 'Place in the call list',
}

/** On a prospect's page. What stands in its head already is left out. */
export const SHOWN: ProspectField[] = [
  'say_as', 'company_say_as', 'reason', 'purpose', 'value', 'hook', 'connection', 'connection_source', 'connection_verified',
  'phone_2', 'email', 'switchboard', 'good_hours', 'language', 'humour', 'note', 'source',
]

export function fieldName(field: string): string {
  return FIELD_NAMES[field as ProspectField] ?? field.replaceAll('_', ' ')
}
