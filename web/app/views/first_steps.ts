/** What a new rep does first. It goes when it is done. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Fields } from '../domain/records.ts'
import { icon } from './icons.ts'
import type { Status } from './phone.ts'

interface Step { done: boolean; href: string; title: string; why: string }

export function firstSteps(profile: Fields, prospects: number, status: Status): TemplateResult | typeof nothing {
  const steps: Step[] = [
    { done: Boolean(profile['spoken_name'] && profile['number']), href: '#/settings', title: 'Say who you are', why: 'Your name and number, as you say them in a message.' },
    { done: prospects > 0, href: '#/prospects/import', title: 'Bring your prospects', why: 'From a CSV or vCard file, or add one by hand.' },
    { done: status.paired !== null, href: '#/join', title: 'Join your office', why: 'If there is one. Ringback works without it, too.' },
  ]
  const needed = steps.slice(0, 2).some((step) => !step.done)
  if (!needed) return nothing
  return html`<section aria-labelledby="start">
    <h2 id="start" class="start">${prospects ? 'Still to do' : 'Messages that get called back'}</h2>
    ${prospects ? nothing : html`<p class="quiet lead">Choose who to call, read a short message aloud, log it with one thumb. All of it works with no signal.</p>`}
    <ol class="list first-steps">${steps.map(row)}</ol>
  </section>`
}

function row(step: Step): TemplateResult {
  return html`<li class="row ${step.done ? 'done' : ''}">
    <span class="mono" aria-hidden="true">${step.done ? icon('check') : nothing}</span>
    <div class="row-main">
      <a class="row-title" href=${step.href}>${step.title}${step.done ? html`<span class="vh">, done</span>` : nothing}</a>
      <span class="row-note">${step.why}</span>
    </div>
    <div class="row-side">${icon('forward', 'small')}</div>
  </li>`
}
