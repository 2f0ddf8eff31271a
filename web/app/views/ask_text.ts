/** Asks for a sentence in a native dialog. */
import { html, nothing, render } from 'lit'

export interface TextQuestion { title: string; label: string; hint?: string; yes: string; danger?: boolean }

/** What was typed, or null when the rep went back. An empty answer is not taken. */
export function askText(question: TextQuestion): Promise<string | null> {
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet'
  dialog.setAttribute('aria-labelledby', 'sheet-title')
  render(html`<form method="dialog" class="stack">
    <h2 id="sheet-title">${question.title}</h2>
    <div class="field"><label for="sheet-text">${question.label}</label><textarea id="sheet-text" required maxlength="2000"></textarea>${question.hint ? html`<p class="hint">${question.hint}</p>` : nothing}</div>
    <div class="sheet-acts">
      <button class="button primary wide ${question.danger ? 'danger' : ''}" value="yes">${question.yes}</button>
      <button class="button wide" type="button" @click=${() => dialog.close('')}>Go back</button>
    </div>
  </form>`, dialog)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const text = dialog.querySelector('textarea')!.value.trim()
      resolve(dialog.returnValue === 'yes' && text ? text : null)
      dialog.remove()
    })
  })
}
