/** The words as they stand now: section by section with their seconds, gaps marked, against the band. Or the rep's own wording. */
import { html, nothing, type TemplateResult } from 'lit'
import { BANDS } from '../domain/bands.ts'
import { fieldLabel, fill, type Piece } from '../domain/fill.ts'
import type { Fields } from '../domain/records.ts'
import { lengthAgainst } from './band_parts.ts'
import { icon } from './icons.ts'
import { secondsOf, type Plan } from './prepared.ts'
import { SECTION_LABEL } from './section_labels.ts'

export function scriptPart(plan: Plan, profile: Fields, words: (text: string | null) => void, goTo: (field: string) => void): TemplateResult {
  return html`<section class="script card" aria-label="The words">
    ${plan.tab === 'pick_up' ? html`<p class="quiet small">About <span class="num">${Math.round(plan.seconds)} s</span> of your words. The rest is theirs.</p>` : lengthAgainst(plan.seconds, BANDS[plan.template.band])}
    ${plan.words === null ? html`<ol class="sections">${plan.pieces.map((piece) => sectionRow(piece, profile, goTo))}</ol>` : ownWords(plan, words)}
    ${plan.words === null
      ? html`<button class="button quiet" type="button" @click=${() => words(plan.text)}>${icon('edit', 'small')} Edit these words</button>`
      : html`<button class="button quiet" type="button" @click=${() => words(null)}>${icon('undo', 'small')} Back to the template's words</button>`}
  </section>`
}

function sectionRow(piece: Piece, profile: Fields, goTo: (field: string) => void): TemplateResult {
  return html`<li class=${piece.text === '' ? 'gone' : ''}>
    <span class="section-name">${SECTION_LABEL[piece.kind]}</span><span class="section-seconds num">${piece.text === '' ? '' : `${secondsOf(piece.text, profile).toFixed(0)} s`}</span>
    <p class="words">${piece.parts.map((part) => part.gap
      ? html`<button class="gap" type="button" @click=${() => goTo(part.field)}><span class="vh">Gap: </span>${fieldLabel(part.field).toLowerCase()}</button>`
      : part.field ? html`<b class="filled">${part.text}</b>` : part.text)}${piece.dropped.length > 0 ? html` <s class="dropped"><span class="vh">Left out: </span>${piece.dropped.map(readable).join(' ')}</s>` : nothing}</p>
  </li>`
}

/** A sentence that is left out, its fields by their names. */
function readable(sentence: string): string {
  return fill([{ kind: 'body', text: sentence }], {}, [])[0]!.text
}

function ownWords(plan: Plan, words: (text: string) => void): TemplateResult {
  return html`<div class="field"><label for="words">Exactly what you will say</label>
    <textarea id="words" class="words" maxlength="8000" .value=${plan.words ?? ''} aria-invalid=${plan.gaps.length > 0 ? 'true' : 'false'} @input=${(event: InputEvent) => words((event.target as HTMLTextAreaElement).value)}></textarea>
    <p class="hint">${plan.gaps.length > 0 ? html`<strong class="state-far">Still a gap: ${plan.gaps.join(', ')}</strong>` : 'These words are kept with the call. The template stays as it is.'}</p></div>`
}
