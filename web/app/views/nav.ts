/** The five places, at the foot of a phone and at the side of a wide screen. */
import { html, type TemplateResult } from 'lit'
import { icon, type IconName } from './icons.ts'
import type { Tab } from './routes.ts'

const TABS: Array<[Tab, string, string, IconName]> = [
  ['today', '#/', 'Today', 'today'],
  ['prospects', '#/prospects', 'Prospects', 'people'],
  ['templates', '#/templates', 'Templates', 'words'],
  ['results', '#/results', 'Results', 'chart'],
  ['settings', '#/settings', 'Settings', 'sliders'],
]

export function bar(current: Tab): TemplateResult {
  return html`<nav class="bar" aria-label="Main">
    <span class="brand">Ringback</span>
    ${TABS.map(([tab, href, name, drawing]) => tab === current
      ? html`<a href=${href} aria-current="page">${icon(drawing)}<span>${name}</span></a>`
      : html`<a href=${href}>${icon(drawing)}<span>${name}</span></a>`)}
  </nav>`
}
