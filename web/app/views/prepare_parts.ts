/** Small things on the Prepare page: why not to call, how many gaps, and what stands where there is no template. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Prospect } from '../domain/records.ts'
import { callout } from './parts.ts'

export function stopWarning({ do_not_call: stop }: Prospect): TemplateResult | typeof nothing {
  return stop ? callout('bad', 'blocked', html`<strong>Do not call.</strong> ${stop.reason}`) : nothing
}

export function gapCount(gaps: number): TemplateResult | typeof nothing {
  return gaps > 0 ? html`<small class="gap-count">${gaps} ${gaps === 1 ? 'gap' : 'gaps'}</small>` : nothing
}

export function noTemplate(): TemplateResult {
  return html`<div class="empty"><h2>No template for this yet</h2><p>Templates come from your office, or you write your own.</p><a class="button" href="#/templates">See the templates</a></div>`
}
