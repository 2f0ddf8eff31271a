/** The words, one breath after the other: the one that is being said, the next one below it, and the pauses between them. Where a name
 *  is hard it is said how; the rep's number goes by groups. Before the call the other plan lies below, one tap away. */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { groupAt, saidBefore } from '../domain/pacing.ts'
import { lettersOf, ownSpelling, spelledAloud } from '../domain/spelling.ts'
import type { Run } from '../domain/spoken_names.ts'
import { vars } from './css_vars.ts'
import { icon } from './icons.ts'
import { callout } from './parts.ts'
import type { LabelledChunk, ReadActs, ReadScene } from './read_scene.ts'

export function readWords(scene: ReadScene, act: ReadActs): TemplateResult {
  const tap = (event: Event): void => void ((event.target as HTMLElement).closest('a, button') ?? act.move(1))
  return html`<ol class="chunks" tabindex="0" aria-label="The words" @click=${tap}>
    ${repeat(scene.chunks, (_, place) => place, (chunk, place) => chunkItem(scene, chunk, place))}
  </ol>`
}

function chunkItem(scene: ReadScene, chunk: LabelledChunk, place: number): TemplateResult {
  const { at } = scene
  const when = place === at ? 'now' : place < at ? 'done' : place === at + 1 ? 'next' : ''
  const part = place === at ? Math.min(1, scene.place - place) : place < at ? 1 : 0
  const moves = place === at && scene.clock === 'running' && scene.reading.marker.mode !== 'stays'
  return html`<li class="chunk said-${chunk.kind} pause-${chunk.pause} ${when} ${moves ? 'moving' : ''}" aria-current=${place === at ? 'step' : 'false'} ${vars({ '--part': part.toFixed(3) })}>
    ${chunk.label ? html`<small class="chunk-label">${chunk.label}</small>` : nothing}
    <span class="chunk-words">${chunk.kind === 'number' ? number(scene, chunk, place, part) : chunk.runs.map(run)}</span>${slowly(scene, chunk, place)}${spelled(scene, place)}</li>`
}

/** The group that is being said is lit while the clock runs: the pace at which a stranger can write it down. */
function number(scene: ReadScene, chunk: LabelledChunk, place: number, part: number): TemplateResult[] {
  const now = place === scene.at && scene.clock !== 'ready' ? groupAt(chunk.groups, part) : -1
  return chunk.groups.map((group, at) => html`<span class="group ${at === now ? 'beat' : ''}">${group}</span> `)
}

function run({ text, name }: Run): TemplateResult | string {
  if (!name) return text
  const words = html`<span class="name-${name.kind}">${text}</span>`
  return name.say ? html`<span class="said"><ruby>${words}<rt>${name.say}</rt></ruby></span>` : words
}

function slowly(scene: ReadScene, chunk: LabelledChunk, place: number): TemplateResult | typeof nothing {
  if (chunk.kind === 'words') return nothing
  return html`<small class="slow">${chunk.kind === 'name' ? 'slowly' : saidBefore(scene.chunks, place) ? 'slower than before' : 'slowly, group by group'}</small>`
}

/** Under the last mention of the rep's own name, where people write it down; in a talk track also a hard name of the prospect, for whoever
 *  has to put the call through. */
function spelled(scene: ReadScene, place: number): TemplateResult | typeof nothing {
  const { profile, prospect, wishes, chunks } = scene
  const track = scene.reading.plan === 'pick_up'
  const how = wishes.spell || (profile['spelling'] ? 'letters' : 'off')
  if (how === 'off') return nothing
  if (!track && place === chunks.findLastIndex((chunk) => chunk.kind === 'name')) return strip(ownSpelling(profile), how === 'words')
  const { say_as: hard, last_name: last } = prospect.fields
  const asks = track && hard && last && place === chunks.findIndex((chunk) => chunk.text.includes(last))
  return asks ? strip(last, how === 'words') : nothing
}

function strip(spelling: string, withWords: boolean): TemplateResult {
  const letters = lettersOf(spelling)
  if (letters.length === 0) return html`<small class="spelling plain">${spelling}</small>`
  return html`<span class="spelling" role="img" aria-label=${`Spelled ${spelledAloud(letters, withWords)}`}>${letters.map(({ letter, word }) => html`<span class="letter"><b>${letter}</b>${withWords ? html`<small>${word}</small>` : nothing}</span>`)}</span>`
}

export function unprepared(id: string): TemplateResult {
  return callout('warn', 'warning', html`<p><strong>Nothing is prepared for this call.</strong></p><p>It is logged as unprepared. One minute of preparing gives you the words.</p><p><a href="#/prepare/${id}">Prepare it</a></p>`)
}

/** The other half of the card: its first words can be seen, a tap brings it to the front. */
export function otherPlan(scene: ReadScene, act: ReadActs): TemplateResult | typeof nothing {
  const { plan, pick_up, voicemail } = scene.reading
  const other = plan === 'pick_up' ? voicemail : pick_up
  if (!other || !scene.said || scene.clock !== 'ready') return nothing
  const words = other.parts.length ? other.parts.map((part) => part.text).join(' ') : other.script
  const message = plan === 'pick_up'
  return html`<div class="other-plan">
    <button class="other-name" type="button" @click=${() => act.show(message ? 'voicemail' : 'pick_up')}>${icon(message ? 'message' : 'words', 'small')} ${message ? 'See the message' : 'See the talk track'}${icon('up', 'small')}</button>
    <p class="other-words">${words}</p>
  </div>`
}
