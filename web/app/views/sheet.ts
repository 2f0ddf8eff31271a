/** Asks one thing in a native dialog and waits for the answer. Escape, and a tap outside, mean no. */
import { html, render, type TemplateResult } from 'lit'

export interface Question { title: string; body?: TemplateResult | string; yes: string; no: string; danger?: boolean; safe?: boolean }

/** A sheet that takes a moment to come is asked for twice by an impatient thumb: there is one at a time. */
export function isAsking(): boolean {
  return document.querySelector('dialog[open]') !== null
}

/** `safe`: the quiet way out is the primary button. Resolves with whether "yes" was chosen. */
export function ask(question: Question): Promise<boolean> {
  if (isAsking()) return Promise.resolve(false)
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet'
  dialog.setAttribute('aria-labelledby', 'sheet-title')
  const answer = (value: string) => () => dialog.close(value)
  const yes = html`<button class="button wide ${question.danger ? 'danger' : ''} ${question.safe ? '' : 'primary'}" type="button" @click=${answer('yes')}>${question.yes}</button>`
  const no = html`<button class="button wide ${question.safe ? 'primary' : ''}" type="button" @click=${answer('')}>${question.no}</button>`
  render(html`<div class="stack close"><h2 id="sheet-title">${question.title}</h2><div>${question.body ?? ''}</div></div>
    <div class="sheet-acts">${question.safe ? [no, yes] : [yes, no]}</div>`, dialog)
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(''))
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes')
      dialog.remove()
    })
  })
}
