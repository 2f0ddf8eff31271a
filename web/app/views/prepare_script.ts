/** The words as they stand now: section by section with their seconds, gaps marked, against the band. Or the rep's own wording, or key words. */
import { html, nothing, type TemplateResult } from 'lit'
import { BANDS } from '../domain/bands.ts'
import { fieldLabel, fill, type Piece } from '../domain/fill.ts'
import { lengthAgainst } from './band_parts.ts'
import { icon } from './icons.ts'
import { scriptOf, type Bullets, type Plan } from './prepared.ts'
import { SECTION_LABEL } from './section_labels.ts'

export interface ScriptActs {
  words(text: string | null): void
  points(text: string | null): void
  bullets(on: boolean): void
  goTo(field: string): void
}

export function scriptPart(plan: Plan, acts: ScriptActs): TemplateResult {
  return html`<section class="script card" aria-label="The words">
    ${plan.tab === 'pick_up' ? html`<p class="quiet small">About <span class="num">${Math.round(plan.seconds)} s</span> of your words. The rest is theirs.</p>` : lengthAgainst(plan.seconds, BANDS[plan.template.band])}
    ${plan.tab === 'voicemail' ? ways(plan, acts) : nothing}
    ${plan.bullets ? bulletsPart(plan.bullets, plan, acts) : fullPart(plan, acts)}
  </section>`
}

function ways(plan: Plan, acts: ScriptActs): TemplateResult {
  const way = (on: boolean, words: string): TemplateResult => html`<button type="button" aria-pressed=${on === (plan.bullets !== null) ? 'true' : 'false'} @click=${() => acts.bullets(on)}>${words}</button>`
  return html`<div class="segments ways" role="group" aria-label="What you read from">${way(false, 'Full script')}${way(true, 'Bullets')}</div>`
}

function fullPart(plan: Plan, { words, goTo }: ScriptActs): TemplateResult {
  return plan.words === null
    ? html`<ol class="sections">${plan.pieces.map((piece, at) => sectionRow(piece, plan.parts[at]!, goTo))}</ol>
      <button class="button quiet" type="button" @click=${() => words(plan.text)}>${icon('edit', 'small')} Edit these words</button>`
    : html`${typed('words', 'Exactly what you will say', plan.words, 'These words are kept with the call. The template stays as it is.', plan, words)}
      <button class="button quiet" type="button" @click=${() => words(null)}>${icon('undo', 'small')} Back to the template's words</button>`
}

/** Key words to speak from; the seconds are those of the full script. */
function bulletsPart(bullets: Bullets, plan: Plan, { points }: ScriptActs): TemplateResult {
  return bullets.own === null
    ? html`<ul class="sections">${bullets.lines.map(({ label, text }) => html`<li>${label ? html`<span class="section-name">${label}</span>` : nothing}<p class="words">${text}</p></li>`)}</ul>
      <p class="hint">Said in your own sentences. The time is that of the full script.</p>
      <button class="button quiet" type="button" @click=${() => points(scriptOf(bullets))}>${icon('edit', 'small')} Edit the bullets</button>`
    : html`${typed('points', 'Your key words, one point a line', bullets.own, 'The time is that of the full script. These points are kept with the call.', plan, points)}
      <button class="button quiet" type="button" @click=${() => points(null)}>${icon('undo', 'small')} Make them from the script again</button>`
}

function sectionRow(piece: Piece, seconds: number, goTo: (field: string) => void): TemplateResult {
  return html`<li class=${piece.text === '' ? 'gone' : ''}>
    <span class="section-name">${SECTION_LABEL[piece.kind]}</span><span class="section-seconds num">${piece.text === '' ? '' : seconds === 0 ? 'under 1 s' : `about ${seconds} s`}</span>
    <p class="words">${piece.parts.map((part) => part.gap
      ? html`<button class="gap" type="button" @click=${() => goTo(part.field)}><span class="vh">Gap: </span>${fieldLabel(part.field).toLowerCase()}</button>`
      : part.field ? html`<b class="filled">${part.text}</b>` : part.text)}${piece.dropped.length > 0 ? html` <s class="dropped"><span class="vh">Left out: </span>${piece.dropped.map(readable).join(' ')}</s>` : nothing}</p>
  </li>`
}

/** A sentence that is left out, its fields by their names. */
function readable(sentence: string): string {
  return fill([{ kind: 'body', text: sentence }], {}, [])[0]!.text
}

function typed(id: string, label: string, text: string, hint: string, { gaps }: Plan, type: (text: string) => void): TemplateResult {
  return html`<div class="field"><label for=${id}>${label}</label>
    <textarea id=${id} class="words" maxlength="8000" .value=${text} aria-invalid=${gaps.length > 0 ? 'true' : 'false'} @input=${(event: InputEvent) => type((event.target as HTMLTextAreaElement).value)}></textarea>
    <p class="hint">${gaps.length > 0 ? html`<strong class="state-far">Still a gap: ${gaps.join(', ')}</strong>` : hint}</p></div>`
}
