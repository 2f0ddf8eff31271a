/** Before somebody who asked not to be called is dialled, the rep stops here and reads why. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Prospect } from '../domain/records.ts'
import { deviceZone, whenText } from '../domain/timing.ts'
import { icon } from './icons.ts'

export function stopSheet(prospect: Prospect, name: string, goOn: () => void): TemplateResult | typeof nothing {
  const block = prospect.do_not_call
  if (!block) return nothing
  const close = (event: Event): void => (event.currentTarget as HTMLElement).closest('dialog')?.close()
  return html`<dialog class="sheet stop" aria-labelledby="stop-title">
    <h2 id="stop-title" class="cluster">${icon('blocked')} Do not call ${name}</h2>
    <p class="stop-reason">${block.reason || 'No reason was noted.'}</p>
    <p class="quiet small">Marked ${whenText(new Date(block.at), deviceZone(), new Date())}${block.by ? ` by ${block.by}` : ''}. Only the office can lift it.</p>
    <div class="sheet-acts">
      <button class="button primary" type="button" autofocus @click=${close}>Do not call</button>
      <button class="button quiet" type="button" @click=${(event: Event) => { close(event); goOn() }}>I was asked to call: go on</button>
    </div>
  </dialog>`
}

export function openStop(page: HTMLElement): void {
  page.querySelector<HTMLDialogElement>('dialog.stop')?.showModal()
}
