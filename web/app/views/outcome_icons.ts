/** One drawing per outcome, in the manner of icons.ts. */
import { html, type TemplateResult } from 'lit'
import type { Outcome } from '../domain/records.ts'

const HANDSET = 'M6.2 4h3.1l1.5 4.2-2.1 1.5a11.4 11.4 0 0 0 5.6 5.6l1.5-2.1 4.2 1.5v3.1c0 1.2-.9 2.2-2.1 2.2C10.4 20 4 13.6 4 6.1 4 4.9 5 4 6.2 4Z'
const PATHS: Record<Outcome, string> = {
  left_message: 'M7.2 15.8a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM16.8 15.8a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM7.2 15.8h9.6',
  no_answer: `${HANDSET}M15 4l5 5M20 4l-5 5`,
  spoke: 'M4 5h16v11.5h-9L6.5 20.3V16.5H4zM8 9h8M8 12.5h5',
  callback_agreed: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5.2l3.3 2',
  left_with_person: 'M10 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM2.8 20c.4-4 3.2-6.2 7.2-6.2 1.5 0 2.9.3 4 .9M15.5 18.5h6M19 16l2.5 2.5L19 21',
  gatekeeper: 'M5 20.5v-17h14v17M3 20.5h18M9 20.5v-13h10M12 13.5v1.5',
  busy: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12h8',
  mailbox_full: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5M3.5 21.5h17',
  meeting_booked: 'M4.5 5.5h15v14h-15zM4.5 10h15M9 3.5v4M15 3.5v4M9 14.8l2.1 2.1 4-4.2',
  wrong_number: 'M10 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM2.8 20c.4-4 3.2-6.2 7.2-6.2 1.5 0 2.9.3 4 .9M16.5 16l5 5M21.5 16l-5 5',
  disconnected: 'M9 5.5 6.5 8a4.6 4.6 0 0 0 0 6.5M15 18.5l2.5-2.5a4.6 4.6 0 0 0 0-6.5M4 4l16 16',
  do_not_call: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12',
}

export function outcomeIcon(outcome: Outcome): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[outcome]} /></svg>`
}
