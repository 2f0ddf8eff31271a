/** Entries of the log as they are seen on the brief, on a prospect's page and in "My calls": what happened, when, and the exact words. */
import { html, nothing, type TemplateResult } from 'lit'
import { correctable } from '../domain/entries.ts'
import { counted, span } from '../domain/moments.ts'
import { OUTCOME } from '../domain/outcomes.ts'
import type { Call } from '../domain/records.ts'
import { whenText, zoneOr } from '../domain/timing.ts'
import { icon } from './icons.ts'
import { points } from './parts.ts'
import type { Entry } from './phone.ts'

/** "Left message", "They rang back: spoke", "They wrote back". */
export function entryTitle(call: Call): string {
  if (call.direction === 'out') return OUTCOME[call.outcome].label
  if (call.channel === 'email') return call.response ? 'They wrote back' : 'They wrote'
  return `${call.response ? 'They rang back' : 'They rang'}: ${OUTCOME[call.outcome].label.toLowerCase()}`
}

/** "yesterday 16:43", by the clock on the rep's wall when he made the entry. */
export function entryTime(call: Call, now: Date): string {
  return whenText(new Date(call.made_at), zoneOr(call.zone), now)
}

/** `named` shows whom it was with and leaves the day to the heading; `correct` offers that for what is the rep's own; `me` is the rep, whose name
 *  need not be said. */
export interface EntryLook { named?: boolean; correct?: boolean; me: string }

export function entryItem(entry: Entry, now: Date, options: EntryLook): TemplateResult {
  const { call } = entry
  const gone = entry.state !== 'stands'
  const correct = options.correct && correctable(entry, options.me)
  const kind = gone ? 'gone' : call.direction === 'in' ? 'inward' : entry.answered ? 'answered' : ''
  return html`<li class="entry ${kind}">
    <p><strong class="row-title">${options.named ? whom(call) : entryTitle(call)}</strong>${gone ? html` <span class="tag">${entry.state === 'void' ? 'taken back' : 'corrected'}</span>` : nothing}</p>
    <p class="row-note">${options.named ? html`${entryTitle(call)} · ` : nothing}<time datetime=${call.made_at}>${options.named ? entryTime(call, now).slice(-5) : entryTime(call, now)}</time>${extras(call, options)}</p>
    ${entry.answered ? html`<p class="row-note answer">${icon('check', 'small')}${answer(call, entry.answered)}</p>` : nothing}
    ${call.note ? html`<p class="entry-note">${call.note}</p>` : nothing}
    ${call.script || correct ? html`<div class="cluster entry-acts">
      ${call.script ? html`<details><summary>The words</summary><blockquote class="quote words">${call.script}</blockquote>${muted(call)}</details>` : nothing}
      ${correct ? html`<a class="link-button" href=${`#/log/${call.prospect_id}?replaces=${call.id}`}>Correct</a>` : nothing}
    </div>` : nothing}
  </li>`
}

/** What the coach said of these words and the rep waved through, each with its advice. */
function muted({ muted: keys = [] }: Call): TemplateResult | typeof nothing {
  if (keys.length === 0) return nothing
  return html`<p class="small quiet">The coach spoke up, and it was left: ${points(...keys.map((key) => html`<a href=${`#/advice?rule=${key}`}>${key.replaceAll('_', ' ')}</a>`))}</p>`
}

function whom(call: Call): TemplateResult {
  const name = call.prospect_name || call.company || call.number || 'Somebody'
  return call.prospect_id ? html`<a class="link-button" href=${`#/prospect/${call.prospect_id}`}>${name}</a>` : html`${name}`
}

function extras(call: Call, options: EntryLook): string {
  const seconds = call.seconds === null ? '' : ` · ${Math.round(call.seconds)} s`
  const by = call.rep_name && !options.named && call.rep_id !== options.me ? ` · ${call.rep_name}` : ''
  return `${seconds}${by}${call.flags.includes('rescued') ? ' · rescued' : ''}${call.flags.includes('bullets') ? ' · in bullets' : ''}${call.left_out.length ? ` · ${counted(call.left_out.length, 'gap')} left out` : ''}`
}

function answer(message: Call, reply: Call): string {
  const after = span(Date.parse(reply.made_at) - Date.parse(message.made_at))
  if (reply.response === 'email') return `Answered by e-mail after ${after}`
  return reply.response === 'pick_up' ? `Picked up the next call, ${after} later` : `Called back after ${after}`
}
