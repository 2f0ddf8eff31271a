/** What the sections of a template are called on the screen. */
import type { SectionKind } from '../domain/records.ts'

export const SECTION_LABEL: Record<SectionKind, string> = {
  greeting: 'Greeting', context: 'Context', reason: 'Reason', ask: 'Ask', contact: 'Contact', number_again: 'Number again', sign_off: 'Sign-off',
  opener: 'Opener', bridge: 'Bridge', question: 'Question', if_busy: 'If they are busy', subject: 'Subject', body: 'Text',
}
