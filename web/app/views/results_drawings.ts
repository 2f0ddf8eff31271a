/** A rate drawn as a range, and counts drawn as a strip. Both are lists that can be read without seeing them. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { percent, rateWords, type Group } from '../domain/results.ts'
import { icon } from './icons.ts'
import { counted } from '../domain/moments.ts'

export interface Row extends Group { label: string; href: string; note: string }

/** The interval as a line, the rate as a dot on it; a rate that is not known has a ring. `top` is the end of the scale, 0 to 1. */
export function rangeRow(row: Row, top: number, alone: boolean): TemplateResult {
  const at = (share: number): number => 2 + Math.min(1, share / top) * 96
  return html`${alone ? nothing : html`<p class="range-head">${row.href ? html`<a href=${row.href}>${row.label}</a>` : html`<b>${row.label}</b>`}<span class="num quiet">${row.callbacks} of ${row.messages}</span></p>`}
    <svg class="range ${row.known ? 'known' : 'unknown'}" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label=${`${row.label}: ${counted(row.callbacks, 'callback')} from ${counted(row.messages, 'message')}. ${rateWords(row)}. Between ${percent(row.low)} and ${percent(row.high)}.`}>
      <line class="range-track" x1="2" x2="98" y1="6" y2="6" />
      <line class="range-line" x1=${at(row.low)} x2=${at(row.high)} y1="6" y2="6" />
      <line class="range-point" x1=${at(row.rate)} x2=${at(row.rate)} y1="1" y2="11" />
    </svg>
    ${alone ? nothing : html`<p class="range-words small">${rateWords(row)}${row.note ? html` <span class="quiet">· ${row.note}</span>` : nothing}</p>`}`
}

export interface Cell { short: string; name: string; messages: number; callbacks: number; words: string }

export function strip(title: string, cells: Cell[]): TemplateResult {
  const most = Math.max(1, ...cells.map((cell) => cell.messages))
  const width = 100 / cells.length
  return html`<figure class="strip"><figcaption>${title}</figcaption>
    <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">${cells.map((cell, at) => bar(cell, at * width, width, most))}</svg>
    <div class="strip-names num" aria-hidden="true">${cells.map((cell) => html`<span>${cell.short}</span>`)}</div>
    <details class="disclosure"><summary><span class="quiet small">The numbers by ${title.toLowerCase()}</span>${icon('forward', 'small')}</summary>
      <table class="numbers"><thead><tr><th scope="col">${title}</th><th scope="col">Messages</th><th scope="col">Callbacks</th><th scope="col">Rate</th></tr></thead>
      <tbody>${cells.map((cell) => html`<tr><th scope="row">${cell.name}</th><td>${cell.messages}</td><td>${cell.callbacks}</td><td>${cell.words}</td></tr>`)}</tbody></table></details>
  </figure>`
}

function bar(cell: Cell, x: number, width: number, most: number): unknown {
  const height = (cell.messages / most) * 38
  const filled = (cell.callbacks / most) * 38
  return svg`<rect class="strip-messages" x=${x + width * 0.15} width=${width * 0.7} y=${40 - height} height=${height} />
    <rect class="strip-callbacks" x=${x + width * 0.15} width=${width * 0.7} y=${40 - filled} height=${filled} />`
}
