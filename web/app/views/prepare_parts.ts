/** Small things on the Prepare page: why not to call, and how many gaps. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Prospect } from '../domain/records.ts'
import { callout } from './parts.ts'

export function stopWarning({ do_not_call: stop }: Prospect): TemplateResult | typeof nothing {
  return stop ? callout('bad', 'blocked', html`<strong>Do not call.</strong> ${stop.reason}`) : nothing
}

export function gapCount(gaps: number): TemplateResult | typeof nothing {
  return gaps > 0 ? html`<small class="gap-count">${gaps} ${gaps === 1 ? 'gap' : 'gaps'}</small>` : nothing
}
