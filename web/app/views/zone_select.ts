/** Where somebody is: a zone that can be corrected, with the time on the wall there now. */
import { html, type TemplateResult } from 'lit'
import { city, knownZone, wallIn, wallText } from '../domain/timing.ts'

let all: Array<[string, string[]]> | null = null

/** `known` says how: "number" (guessed from it) or "rep". */
export function zoneSelect(zone: string, known: string, see: (zone: string) => void, label = 'Time zone'): TemplateResult {
  all ??= byRegion()
  const listed = !zone || all.some(([, zones]) => zones.includes(zone))
  return html`<div class="field">
    <label for="f-zone">${label}</label>
    <select id="f-zone" name="zone" aria-describedby="h-zone" @change=${(event: Event) => see((event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${!zone}>Not known</option>
      ${listed ? '' : html`<option value=${zone} .selected=${true}>${city(zone)}</option>`}
      ${all.map(([region, zones]) => html`<optgroup label=${region}>${zones.map((each) => html`<option value=${each} .selected=${each === zone}>${city(each)}</option>`)}</optgroup>`)}
    </select>
    <p class="hint" id="h-zone">${help(zone, known)}</p>
  </div>`
}

function help(zone: string, known: string): string {
  if (!knownZone(zone)) return 'The number does not say. Choose it, and you see their local time before you call.'
  const time = wallText(wallIn(zone, new Date())).slice(11)
  return `It is ${time} there now${known === 'number' ? ', going by the number' : ''}.`
}

function byRegion(): Array<[string, string[]]> {
  const regions = new Map<string, string[]>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const region = zone.split('/')[0]!
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions]
}
