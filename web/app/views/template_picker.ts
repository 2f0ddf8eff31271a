/** The templates for this prospect, best first, in a sheet. Families as chips; the last resort says when it is its time. */
import { html, nothing, type TemplateResult } from 'lit'
import { BANDS } from '../domain/bands.ts'
import { FAMILY, MESSAGE_FAMILIES, type Ranked } from '../domain/families.ts'
import type { Tab } from '../domain/reading.ts'
import type { Family, Id } from '../domain/records.ts'
import { icon } from './icons.ts'
import type { Known } from './prepared.ts'

export function openPicker(page: HTMLElement): void {
  const sheet = page.querySelector<HTMLDialogElement>('dialog.picker')
  sheet?.showModal()
  sheet?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
}

export function pickerSheet(known: Known, tab: Tab, current: Id | null, choose: (id: Id) => void): TemplateResult {
  const rows = tab === 'voicemail' ? known.ranked : known.templates.filter((template) => template.family === tab && !template.retired).map((template) => ({ template, why: '', locked: '' }))
  const families = MESSAGE_FAMILIES.filter((family) => rows.some((row) => row.template.family === family))
  return html`<dialog class="sheet picker" aria-labelledby="picker-title">
    <div class="section-head"><h2 id="picker-title">Which words?</h2><button class="link-button" type="button" @click=${close}>Close</button></div>
    ${families.length > 1 ? html`<div class="chips" role="radiogroup" aria-label="Family">${chip('', 'Best first', true)}${families.map((family) => chip(family, FAMILY[family].label, false))}</div>` : nothing}
    <ul class="list">${rows.map((row) => pickerRow(row, row.template.id === current, choose))}</ul>
  </dialog>`
}

/** Filtering is done by the sheet itself: nothing on the page changes until a template is chosen. */
function chip(family: Family | '', label: string, checked: boolean): TemplateResult {
  return html`<label class="chip"><input type="radio" name="family" value=${family} ?checked=${checked} @change=${filter}>${label}</label>`
}

function filter(event: Event): void {
  const input = event.target as HTMLInputElement
  for (const row of input.closest('dialog')!.querySelectorAll<HTMLElement>('li[data-family]')) row.hidden = input.value !== '' && row.dataset['family'] !== input.value
}

function pickerRow({ template, why, locked }: Ranked, current: boolean, choose: (id: Id) => void): TemplateResult {
  const pick = (event: Event): void => {
    close(event)
    choose(template.id)
  }
  return html`<li data-family=${template.family}><button class="pick ${locked ? 'closed' : ''}" type="button" ?disabled=${locked !== ''} aria-current=${current ? 'true' : 'false'} @click=${pick}>
    <b>${template.name}</b> <small class="num nowrap">${BANDS[template.band].to} s</small>
    <span class="row-note">${FAMILY[template.family].label}${template.tags.includes('humour') ? ' · with a smile' : ''}${template.owner_id ? ' · your own' : ''}${why ? html` · <strong>${why}</strong>` : nothing}</span>
    ${locked ? html`<span class="row-note opens">${icon('clock', 'small')} ${locked}</span>` : nothing}
  </button></li>`
}

function close(event: Event): void {
  (event.currentTarget as HTMLElement).closest('dialog')?.close()
}

/** Where there is nothing to pick. */
export function noTemplate(): TemplateResult {
  return html`<div class="empty"><h2>No template for this yet</h2><p>Templates come from your office, or you write your own.</p><a class="button" href="#/templates">See the templates</a></div>`
}
