/** Values that lost against another phone's edit. Nothing disappears until the rep has chosen. */
import { html, nothing, type TemplateResult } from 'lit'
import type { LostValue, Prospect } from '../domain/records.ts'
import { fieldName } from './field_names.ts'
import { icon } from './icons.ts'
import type { Phone } from './phone.ts'
import { toast } from './toast.ts'

export function lostValues(phone: Phone, prospect: Prospect): TemplateResult | typeof nothing {
  if (!prospect.lost.length) return nothing
  return html`<section class="stack" aria-label="Two phones wrote different things">${prospect.lost.map((lost) => choice(phone, prospect, lost))}</section>`
}

function choice(phone: Phone, prospect: Prospect, lost: LostValue): TemplateResult {
  const kept = prospect.fields[lost.field] || lost.kept
  return html`<div class="callout warn">${icon('warning')}<div>
    <p><strong>${fieldName(lost.field)}: two phones wrote different things.</strong></p>
    <dl class="facts lost-facts">
      <div><dt>Now</dt><dd>${kept || 'empty'}</dd></div>
      <div><dt>${lost.by || 'Before'}</dt><dd>${lost.value}</dd></div>
    </dl>
    <div class="cluster">
      <button class="button" type="button" @click=${() => void resolve(phone, prospect, lost, true)}>Use “${short(lost.value)}”</button>
      <button class="button quiet" type="button" @click=${() => void resolve(phone, prospect, lost, false)}>Keep ${kept ? `“${short(kept)}”` : 'it empty'}</button>
    </div>
  </div></div>`
}

async function resolve(phone: Phone, prospect: Prospect, lost: LostValue, use: boolean): Promise<void> {
  await phone.resolveLost(prospect.id, lost, use)
  toast(use ? 'Put back.' : 'Kept as it is.')
}

function short(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text
}
