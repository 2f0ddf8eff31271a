/** Line drawings for pages that have nothing to show yet. Drawn with the pen of the icons. */
import { html, type TemplateResult } from 'lit'

/** A card box with a handset resting on it. */
export function ringing(): TemplateResult {
  return html`<svg class="drawing" viewBox="0 0 120 96" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d="M22 52h76v34H22zM22 64h76M52 75h16" />
    <path d="M30 52v-6h60v6M36 46v-6h48v6" />
    <path d="M34 30c-3-1-5-4-4-7 2-8 14-13 30-13s28 5 30 13c1 3-1 6-4 7l-9 2c-2 .5-4-1-5-3l-1-5c-7-2-15-2-22 0l-1 5c-1 2-3 3.5-5 3z" />
  </svg>`
}

/** A sheet of paper with an arrow into it. */
export function arriving(): TemplateResult {
  return html`<svg class="drawing" viewBox="0 0 120 96" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d="M34 10h38l16 16v60H34zM72 10v16h16" />
    <path d="M46 44h30M46 56h30M46 68h18" />
    <path d="M8 52h18M19 45l7 7-7 7" />
  </svg>`
}
