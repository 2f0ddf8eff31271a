/** The e-mail that follows a message: from the same fields, to be copied or opened in the mail app. A gap is never sent. */
import { html, nothing, type TemplateResult } from 'lit'
import { mailLink } from '../domain/after_message.ts'
import { fieldLabel, type Piece } from '../domain/fill.ts'
import { icon } from './icons.ts'
import type { Plan } from './prepared.ts'

export function emailPart(plan: Plan, address: string, copy: (text: string) => void): TemplateResult {
  const { subject, body } = emailWords(plan)
  const ready = plan.gaps.length === 0
  return html`<section class="script card mail" aria-label="The e-mail">
    <h2>Subject</h2><p class="words">${plan.pieces.filter((piece) => piece.kind === 'subject').map(marked)}</p>
    <h2>Text</h2><p class="words">${plan.pieces.filter((piece) => piece.kind !== 'subject').map(marked)}</p>
    ${ready ? html`<div class="cluster">
      <button class="button" type="button" @click=${() => copy(body)}>${icon('copy')} Copy the text</button>
      <button class="button" type="button" @click=${() => copy(subject)}>${icon('copy')} Copy the subject</button>
      ${address ? html`<a class="button" href=${mailLink(address, subject, body)}>${icon('mail')} Open in mail</a>` : nothing}
    </div>` : html`<p class="quiet">Fill or leave out ${plan.gaps.map((gap) => fieldLabel(gap).toLowerCase()).join(', ')} first: then it can be copied.</p>`}
  </section>`
}

export function emailWords(plan: Plan): { subject: string; body: string } {
  return { subject: textOf(plan, true), body: textOf(plan, false) }
}

function textOf(plan: Plan, subject: boolean): string {
  return plan.pieces.filter((piece) => (piece.kind === 'subject') === subject).map((piece) => piece.text).join('\n\n')
}

function marked(piece: Piece): unknown {
  return piece.parts.map((part) => (part.gap ? html`<mark class="gap">${fieldLabel(part.field).toLowerCase()}</mark>` : part.text))
}
