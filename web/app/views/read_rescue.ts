/** When the thread is lost: only name, reason and number, as large as they fit. */
import { html, nothing, type TemplateResult } from 'lit'
import { rescueLine } from '../domain/rescue_line.ts'
import type { ReadScene } from './read_scene.ts'

export function readRescue(scene: ReadScene): TemplateResult {
  const line = rescueLine(scene.reading, scene.chunks, scene.prospect.fields, scene.profile)
  return html`<dl class="rescue" aria-label="The rescue line">
    <div><dt>This is</dt><dd><strong>${line.name || 'Your name'}</strong>${line.company ? html`<span>${line.company}</span>` : nothing}</dd></div>
    ${line.reason ? html`<div><dt>About</dt><dd class="rescue-reason">${line.reason}</dd></div>` : nothing}
    ${line.groups.length ? html`<div><dt>Please call me (slowly, twice)</dt><dd class="rescue-number num">${line.groups.map((group) => html`<span>${group}</span> `)}</dd></div>` : nothing}
  </dl>`
}
