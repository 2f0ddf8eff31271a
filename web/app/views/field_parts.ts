/** Fields of a form: a label above, a hint or an error below, both tied to the field for those who listen. */
import { html, nothing, type TemplateResult } from 'lit'
import { fieldName } from './field_names.ts'
import { icon } from './icons.ts'

export interface Look { type?: string; inputmode?: string; autocapitalize?: string; autocomplete?: string; placeholder?: string; maxlength?: number }
export interface Words { label?: string; hint?: string; error?: string }

export function input(field: string, value: string, look: Look, words: Words, see: (value: string) => void): TemplateResult {
  return html`<div class="field">
    <label for=${`f-${field}`}>${words.label ?? fieldName(field)}</label>
    <input id=${`f-${field}`} name=${field} type=${look.type ?? 'text'} .value=${value} maxlength=${look.maxlength ?? 200}
      inputmode=${look.inputmode ?? nothing} autocapitalize=${look.autocapitalize ?? nothing} autocomplete=${look.autocomplete ?? 'off'} placeholder=${look.placeholder ?? nothing}
      aria-describedby=${described(field, words)} aria-invalid=${words.error ? 'true' : nothing}
      @input=${(event: Event) => see((event.target as HTMLInputElement).value)} />
    ${below(field, words)}
  </div>`
}

export function textarea(field: string, value: string, words: Words, see: (value: string) => void): TemplateResult {
  return html`<div class="field">
    <label for=${`f-${field}`}>${words.label ?? fieldName(field)}</label>
    <textarea id=${`f-${field}`} name=${field} rows="3" maxlength="8000" .value=${value} aria-describedby=${described(field, words)} aria-invalid=${words.error ? 'true' : nothing}
      @input=${(event: Event) => see((event.target as HTMLTextAreaElement).value)}></textarea>
    ${below(field, words)}
  </div>`
}

export function select(field: string, value: string, options: Array<[string, string]>, words: Words, see: (value: string) => void): TemplateResult {
  return html`<div class="field">
    <label for=${`f-${field}`}>${words.label ?? fieldName(field)}</label>
    <select id=${`f-${field}`} name=${field} aria-describedby=${described(field, words)} @change=${(event: Event) => see((event.target as HTMLSelectElement).value)}>
      ${options.map(([option, name]) => html`<option value=${option} ?selected=${option === value} .selected=${option === value}>${name}</option>`)}
    </select>
    ${below(field, words)}
  </div>`
}

export function check(field: string, words: string, on: boolean, see: (on: boolean) => void): TemplateResult {
  return html`<label class="check"><input type="checkbox" name=${field} .checked=${on} @change=${(event: Event) => see((event.target as HTMLInputElement).checked)} /><span>${words}</span></label>`
}

function described(field: string, words: Words): string | typeof nothing {
  return words.error || words.hint ? `h-${field}` : nothing
}

function below(field: string, words: Words): TemplateResult | typeof nothing {
  if (words.error) return html`<p class="error" id=${`h-${field}`}>${icon('warning', 'small')}<span>${words.error}</span></p>`
  return words.hint ? html`<p class="hint" id=${`h-${field}`}>${words.hint}</p>` : nothing
}
