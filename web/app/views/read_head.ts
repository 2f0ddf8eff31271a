/** Above the words: whom it is for, the clock against the band, and what helps to sound well. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { bandWords, clockWords, judge, lengthWords } from '../domain/bands.ts'
import { aboutSeconds } from '../domain/seconds.ts'
import { deviceZone, wallIn } from '../domain/timing.ts'
import { bandBar, shape } from './band_parts.ts'
import { icon } from './icons.ts'
import { localTime } from './parts.ts'
import { face } from './read_photo.ts'
import type { ReadActs, ReadScene } from './read_scene.ts'

export function readTop(scene: ReadScene, act: ReadActs): TemplateResult {
  const fields = scene.prospect.fields
  return html`<header class="read-top">
    <a class="icon-button" href="#/prepare/${scene.prospect.id}" aria-label="Back to preparing">${icon('back')}</a>
    <div class="read-who"><h1>${scene.name}</h1><p class="small">${fields['company'] ?? ''} ${localTime(fields['zone'] ?? '', new Date())}</p></div>
    <button class="icon-button" type="button" aria-label="How you read" @click=${act.wishes}>${icon('textSize')}</button>
  </header>`
}

export function readClock(scene: ReadScene): TemplateResult {
  const { said, seconds, reading } = scene
  const began = reading.started_at !== null
  const state = said && began && reading.plan === 'voicemail' ? judge(seconds, said.band) : null
  return html`<div class="read-clock" data-state=${state ?? 'none'}>
    <p class="read-seconds num"><span role="timer" tabindex="-1" aria-label="Time on the clock">${scene.clock === 'stopped' ? Math.round(seconds) : Math.floor(seconds)}<small> s</small></span>${state ? shape(state) : nothing}</p>
    <div class="read-band">${reading.plan === 'pick_up' ? html`<p class="small">Ask, then let them talk.</p>` : said ? band(scene, began) : nothing}</div>
  </div>`
}

function band({ said, seconds, clock }: ReadScene, began: boolean): TemplateResult {
  const { band, estimate } = said!
  return html`${bandBar(seconds, band)}
    <p class="small num">${began ? html`<strong>${clock === 'stopped' ? lengthWords(seconds, band) : clockWords(seconds, band)}</strong>` : `${aboutSeconds(estimate)} to say, ${bandWords(band)} wanted`}</p>`
}

/** Before the call: a quiet place, a smile, and the person in mind. A smile is heard; a face or a note to think of makes it come by itself. */
export function readCues(scene: ReadScene): TemplateResult {
  const note = scene.prospect.fields['note'] ?? ''
  const first = scene.prospect.fields['preferred_name'] || scene.prospect.fields['first_name'] || 'them'
  return html`<div class="read-cues">
    ${scene.photo ? face(scene.photo, scene.name) : smile()}
    <p class="small">Somewhere quiet? Smile, and picture ${first}.${note ? html`<span class="read-note">${note}</span>` : nothing}</p>
  </div>`
}

/** Back from a call that came in between, or from a locked screen. */
export function awayLine({ away, clock }: ReadScene, act: ReadActs): TemplateResult | typeof nothing {
  if (!away || clock !== 'running') return nothing
  return html`<div class="read-away"><p class="small" role="status">You were away for <span class="num">${away} s</span>. The clock went on.</p>
    <button class="link-button" type="button" @click=${() => act.away(true)}>Take it off</button><button class="icon-button" type="button" aria-label="Leave it on" @click=${() => act.away(false)}>${icon('close')}</button></div>`
}

/** What the page is in, and since when: the moment of the beep is kept with the reading. */
export function readPlan(scene: ReadScene): TemplateResult {
  const { plan, started_at, marker } = scene.reading
  const track = plan === 'pick_up'
  const waits = scene.clock === 'running' && marker.mode === 'waits'
  const since = waits ? 'waits for your voice' : started_at ? `${track ? 'since' : 'beep at'} ${timeOf(started_at)}` : ''
  const speed = !track && marker.speed !== 1 ? ` · ${marker.speed} × your pace` : ''
  return html`<p class="read-plan">${track ? icon('words', 'small') : icon('message', 'small')}<span>${!track ? 'Message' : started_at ? 'Talk track' : 'If they pick up'}</span>
    <span class="read-since num">${since}${speed}</span>${scene.clock === 'running' ? html`<span class="read-smile">${scene.photo ? face(scene.photo, '') : nothing}${smile()}<span class="vh">Smile</span></span>` : nothing}</p>`
}

/** "10:42:07" on the rep's own wall. */
function timeOf(instant: string): string {
  const moment = new Date(instant)
  const { hour, minute } = wallIn(deviceZone(), moment)
  return [hour, minute, moment.getUTCSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

function smile(): TemplateResult {
  return html`<svg class="icon smile" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.9 9.6v.2M15.1 9.6v.2M8 13.6c1 1.7 2.4 2.5 4 2.5s3-.8 4-2.5"/>`}</svg>`
}
