/** The gaps of a template as a form. What is known already is folded away, what is left out can come back. */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { blank, fieldLabel, FIELD_HINTS, sourceOf } from '../domain/fill.ts'
import { icon } from './icons.ts'
import { noteFor, type Plan } from './prepared.ts'

export interface FieldsPart {
  plan: Plan
  asked: string[]
  leftOut: string[]
  prospect: string
  told: boolean
  type: (field: string, value: string) => void
  leave: (field: string, out: boolean) => void
}

export function fieldsPart(part: FieldsPart): TemplateResult {
  const known = part.plan.fields.filter((field) => !part.asked.includes(field))
  const own = known.filter((field) => sourceOf(field) === 'prospect')
  return html`<div class="gap-fields">
    ${part.asked.map((field) => (sourceOf(field) === 'rep' ? repField(part, field) : gapField(part, field)))}
    ${own.length > 0 ? html`<details class="disclosure"><summary><span>Known already <span class="quiet known-values">${own.map((field) => part.plan.values[field]).join(' · ')}</span></span>${icon('forward', 'small')}</summary>
      <div class="stack">${own.map((field) => gapField(part, field))}</div></details>` : nothing}
  </div>`
}

function gapField(part: FieldsPart, field: string): TemplateResult {
  const value = part.plan.values[field] ?? ''
  const gap = blank(value)
  const out = gap && part.leftOut.includes(field)
  const about = noteFor(field, part.plan.template.note) || FIELD_HINTS[field] || ''
  const id = `field-${field}`
  return html`<div class="field gap-field ${out ? 'out' : ''}">
    <label for=${id}>${fieldLabel(field)} ${gap && !out ? html`<span class="gap-mark">gap</span>` : nothing}</label>
    <textarea id=${id} class="one-line" rows="1" data-field=${field} autocomplete="off" maxlength="2000" placeholder=${out ? 'left out' : ''}
      aria-describedby="${id}-about" aria-invalid=${part.told && gap && !out ? 'true' : 'false'}
      .value=${live(value)} @input=${(event: InputEvent) => part.type(field, (event.target as HTMLTextAreaElement).value)}></textarea>
    <div class="under-field" id="${id}-about">
      <span class="hint">${out ? wentWith(part.plan) : about}</span>
      ${gap ? html`<button class="link-button" type="button" @click=${() => part.leave(field, !out)}>${out ? 'Put it back' : 'Leave it out'}<span class="vh">: ${fieldLabel(field)}</span></button>` : nothing}
    </div>
  </div>`
}

function wentWith(plan: Plan): string {
  const dropped = plan.pieces.flatMap((piece) => piece.dropped)
  return dropped.length > 0 ? 'Left out, with the sentence that needs it.' : 'Left out.'
}

/** The rep's own values live in the settings: said once, right everywhere. */
function repField(part: FieldsPart, field: string): TemplateResult {
  const gap = blank(part.plan.values[field])
  const out = gap && part.leftOut.includes(field)
  return html`<div class="field gap-field ${out ? 'out' : ''}">
    <span class="label">${fieldLabel(field)} ${gap ? html`<span class="gap-mark">${out ? 'left out' : 'gap'}</span>` : nothing}</span>
    <div class="under-field">
      ${gap ? html`<a class="link-button" data-field=${field} href="#/settings?from=prepare">Add it in the settings</a>
      <button class="link-button" type="button" @click=${() => part.leave(field, !out)}>${out ? 'Put it back' : 'Leave it out'}<span class="vh">: ${fieldLabel(field)}</span></button>` : html`<span>${part.plan.values[field]}</span>`}
    </div>
  </div>`
}
