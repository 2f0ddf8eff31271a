/** The parts of the log: a tile for an outcome, and what to do next. */
import { html, nothing, type TemplateResult } from 'lit'
import { slotNote, type PickName, type Suggestion } from '../domain/follow_ups.ts'
import { OUTCOME } from '../domain/outcomes.ts'
import type { FollowUp, Outcome } from '../domain/records.ts'
import { city, dayText, deviceZone, wallIn, whenText, type Slot, type WorkHours } from '../domain/timing.ts'
import type { LogForm } from './log_entry.ts'
import { outcomeIcon } from './outcome_icons.ts'

export function outcomeTile(outcome: Outcome, likely: boolean, chosen: boolean, choose: (outcome: Outcome) => void): TemplateResult {
  const facts = OUTCOME[outcome]
  return html`<label class="outcome ${likely ? 'likely' : ''} ${outcome === 'do_not_call' ? 'last' : ''}">
    <input type="radio" name="outcome" value=${outcome} .checked=${chosen} @click=${() => choose(outcome)} @change=${() => choose(outcome)}>
    ${outcomeIcon(outcome)}<span><b>${facts.label}</b>${likely ? html`<small>${facts.hint}</small>` : nothing}</span>
  </label>`
}

/** After a last try: what becomes of them, and how they come back. */
export function closingNote(): TemplateResult {
  return html`<p class="last-try small"><strong>Then they are closed kindly:</strong> off the call list, no more tries. If they ring you, they are here; bring them back from their page.</p>`
}

/** What stays promised to him, so that nobody promises it twice. */
export function stillPromised(staying: FollowUp[], now: Date): TemplateResult | typeof nothing {
  if (staying.length === 0) return nothing
  return html`<ul class="still-promised small" aria-label="Still promised">${staying.map((one) => html`<li>Still promised: <strong class="num">${whenText(new Date(one.due), one.zone, now)}</strong> · ${one.reason}</li>`)}</ul>`
}

/** `slot` is what stands now; a time of the rep's own is in `zone`. `keeps`: untouched, what was promised with the entry stays, and "None" ends it. */
export interface Choosing { keeps: boolean; suggestion: Suggestion; form: LogForm; slot: Slot | null; zone: string; work: WorkHours; pick: (name: PickName | null) => void; own: (wall: string) => void }

/** The follow-up: a time for one thumb. */
export function followUpPart({ keeps, suggestion, form, slot, zone, work, pick, own }: Choosing): TemplateResult | typeof nothing {
  if (suggestion.picks.length === 0 && !suggestion.mustChoose && suggestion.reason === '') return nothing
  const now = new Date()
  const name = form.touched ? form.pick : suggestion.chosen
  const open = !form.touched && (suggestion.mustChoose || keeps)
  const note = slot ? slotNote(slot, work, now) : ''
  return html`<div class="follow-up">
    <p class="follow-title"><strong>${suggestion.mustChoose ? 'When will you call?' : 'Then'}</strong>
      <span class="quiet" aria-live="polite">${slot ? html`${suggestion.reason}, <span class="num">${whenText(new Date(slot.at), slot.zone, now)}</span>${there(slot)}` : name === 'own' ? 'choose a day and a time' : open ? '' : 'no follow-up'}${note ? html`. <span class="slot-note">${note}</span>` : nothing}</span></p>
    <div class="chips tight" role="radiogroup" aria-label="Follow-up">
      ${suggestion.picks.map((each) => chip(each.label, name === each.name, () => pick(each.name)))}
      ${chip('Pick a time', name === 'own', () => pick('own'))}
      ${chip('None', name === null && !open, () => pick(null))}
    </div>
    ${name === 'own' ? ownTime(form.wall, zone, now, own) : nothing}
  </div>`
}

function chip(label: string, chosen: boolean, choose: () => void): TemplateResult {
  return html`<label class="chip"><input type="radio" name="follow" .checked=${chosen} @change=${choose}>${label}</label>`
}

export function ownTime(wall: string, zone: string, now: Date, own: (wall: string) => void): TemplateResult {
  return html`<div class="field"><label for="when">Day and time ${zone === deviceZone() ? '' : `in ${city(zone)}`}</label>
    <input id="when" type="datetime-local" step="300" min="${dayText(wallIn(zone, now), 0)}T00:00" max="9999-12-31T23:59" .value=${wall} @input=${(event: InputEvent) => own((event.target as HTMLInputElement).value)}></div>`
}

export function there(slot: Slot): string {
  return slot.zone === deviceZone() ? '' : ` in ${city(slot.zone)}`
}
