/** Which words get called back. Leads with the callback rate, drawn with its uncertainty; says "not known yet" where that is the truth. */
import { html, nothing, type TemplateResult } from 'lit'
import { FAMILY } from '../domain/families.ts'
import { compare, counting, LENGTHS, MATURES_AFTER, percent, rateWords, wantsRewrite, type Group, type Rate, type Results } from '../domain/results.ts'
import type { Call, Template } from '../domain/records.ts'
import { counted, span } from '../domain/moments.ts'
import { WEEKDAYS } from '../domain/timing.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout } from './parts.ts'
import { rangeRow, strip, type Row } from './results_drawings.ts'

class ResultsPage extends Page {
  #templates = new Map<string, Template>()
  #results: Results | null = null
  #counted = 0
  #counting = false
  #again = false

  protected override async reload(): Promise<void> {
    if (this.#counting) {
      this.#again = true
      return
    }
    this.#counting = true
    this.#templates = new Map((await this.phone.templates()).map((template) => [template.id, template]))
    await this.#count()
    this.#counting = false
    if (this.#again && this.isConnected) {
      this.#again = false
      await this.reload()
    }
  }

  /** Counting stops when the rep leaves the page. */
  async #count(): Promise<void> {
    const tally = counting(new Date())
    this.#counted = 0
    await this.phone.eachCall((batch: Call[]) => {
      tally.add(batch)
      this.#counted += batch.length
      if (!this.#results) this.requestUpdate()
      return this.isConnected
    })
    this.#results = tally.results()
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    const results = this.#results
    return html`<header class="head"><h1>Results</h1><a class="link-button" href="#/history">My calls</a></header>
      ${results === null ? html`<p role="status" class="quiet">Counting${this.#counted > 0 ? html`, <span class="num">${counted(this.#counted, 'call')}</span> so far` : ' …'}</p>`
      : results.all.messages + results.young === 0 ? empty() : this.#report(results)}`
  }

  #report(results: Results): TemplateResult {
    return html`${headline(results)}
      ${this.#byTemplate(results)}
      ${this.#variants(results)}
      ${when(results)}
      ${lengths(results)}
      ${effort(results)}`
  }

  #byTemplate(results: Results): TemplateResult | typeof nothing {
    if (results.byTemplate.length === 0) return nothing
    const rows = results.byTemplate.map((group) => ({ ...group, label: this.#name(group.key), href: this.#templates.has(group.key) ? `#/template/${group.key}` : '', note: this.#note(group) }))
    return html`<section aria-labelledby="by-template"><div class="section-head"><h2 id="by-template">Which words get called back</h2></div>
      <p class="quiet small">The line is where the true rate lies, nineteen times in twenty. A short line is knowledge, a long one is hope.</p>
      ${ranges(rows)}</section>`
  }

  #note(group: Group): string {
    if (wantsRewrite(group)) return 'Nobody called back: time for other words.'
    const family = this.#templates.get(group.key)?.family
    return family ? FAMILY[family].label : ''
  }

  #name(key: string): string {
    if (key === '') return 'Without a template'
    return this.#templates.get(key)?.name ?? 'A template that is not here any more'
  }

  /** Variants that are compared, side by side. */
  #variants(results: Results): TemplateResult | typeof nothing {
    const pairs = [...this.#templates.values()].filter((template) => template.variant_of).flatMap((template) => {
      const [a, b] = [template.variant_of, template.id].map((id) => results.byTemplate.find((group) => group.key === id))
      return a && b ? [{ a, b }] : []
    })
    if (pairs.length === 0) return nothing
    return html`<section aria-labelledby="variants"><div class="section-head"><h2 id="variants">Compared</h2></div>
      ${pairs.map(({ a, b }) => html`<div class="card"><p><strong>${this.#name(b.key)}</strong> <span class="quiet">beside</span> <strong>${this.#name(a.key)}</strong></p><p>${compare(b, a).words}.</p></div>`)}</section>`
  }
}

function headline({ all, young, youngAnswered }: Results): TemplateResult {
  return html`<section class="headline" aria-label="All messages">
    ${all.known ? html`<p class="big-rate num">${percent(all.rate)}<small>of messages get called back</small></p>` : html`<p class="big-words">${all.messages === 0 ? 'Not known yet' : rateWords(all)}</p>`}
    ${all.messages > 0 ? rangeRow({ ...all, key: '', label: 'All messages', href: '', note: '' }, scaleOf([all]), true) : nothing}
    <p class="quiet small">${all.messages === 0 ? html`${counted(young, 'message')} left in the last ${MATURES_AFTER} days${youngAnswered ? `, ${youngAnswered} called back already` : ''}. A message counts when it is ${MATURES_AFTER} days old: until then it can still be called back.` : counts({ all, young, youngAnswered })}</p>
  </section>`
}

function counts({ all, young, youngAnswered }: Pick<Results, 'all' | 'young' | 'youngAnswered'>): TemplateResult {
  return html`${counted(all.callbacks, 'callback')} from ${counted(all.messages, 'message')}${all.emails + all.pickUps > 0 ? `; besides, ${[all.emails && `${counted(all.emails, 'e-mail reply', 'e-mail replies')}`, all.pickUps && `${counted(all.pickUps, 'person', 'people')} who picked up the next time`].filter(Boolean).join(' and ')}` : ''}.
      ${young > 0 ? `${counted(young, 'message')} of the last ${MATURES_AFTER} days ${young === 1 ? 'is' : 'are'} not counted yet${youngAnswered ? `, ${youngAnswered} of them called back already` : ''}.` : ''}`
}

function when(results: Results): TemplateResult | typeof nothing {
  if (results.all.messages === 0) return nothing
  const weekend = results.byWeekday.some((group) => Number(group.key) > 5)
  const days = WEEKDAYS.slice(0, weekend ? 7 : 5).map((day, at) => cell(results.byWeekday, String(at + 1), day.slice(0, 3), day))
  const used = results.byHour.map((group) => Number(group.key))
  const hours = between(Math.min(8, ...used), Math.max(17, ...used)).map((hour) => cell(results.byHour, String(hour), String(hour), `${hour}:00 to ${hour + 1}:00`))
  return html`<section aria-labelledby="when"><div class="section-head"><h2 id="when">When they call back</h2></div>
    <p class="quiet small">By the prospect's clock. Filled: callbacks. Outlined: messages left.</p>
    ${strip('Weekday', days)}${strip('Hour of the day', hours)}
  </section>`
}

function lengths(results: Results): TemplateResult | typeof nothing {
  const rows = LENGTHS.flatMap((key) => results.byLength.filter((group) => group.key === key)).map((group) => ({ ...group, label: lengthName(group.key), href: '', note: '' }))
  return rows.length === 0 ? nothing : html`<section aria-labelledby="length"><div class="section-head"><h2 id="length">How long they were</h2></div>${ranges(rows)}</section>`
}

function effort(results: Results): TemplateResult | typeof nothing {
  if (results.all.messages === 0) return nothing
  const rescued = results.rescued.find((group) => group.key === 'rescued')
  return html`<section aria-labelledby="effort"><div class="section-head"><h2 id="effort">What it takes</h2></div>
    <div class="stats">
      ${stat(minutes(results.minutesSpent), 'spent saying messages')}
      ${results.secondsPerCallback === null ? nothing : stat(minutes(results.secondsPerCallback / 60), 'of messages for each callback')}
      ${results.hoursToCallback === null ? nothing : stat(span(results.hoursToCallback * 3_600_000), 'until half of the callbacks came')}
    </div>
    ${rescued ? html`<p class="quiet">${counted(rescued.messages, 'message')} rescued half-way: ${rateWords(rescued).toLowerCase()}.</p>` : nothing}</section>`
}

function ranges(rows: Row[]): TemplateResult {
  const top = scaleOf(rows)
  return html`<ul class="ranges">${rows.map((row) => html`<li>${rangeRow(row, top, false)}</li>`)}</ul>
    <p class="range-scale num" aria-hidden="true"><span>0 %</span><span>${percent(top)}</span></p>`
}

/** The end of the scale: room for the longest line, in steps of ten points. */
function scaleOf(rates: Rate[]): number {
  return Math.min(1, Math.ceil(Math.max(...rates.map((each) => each.high)) * 10) / 10)
}

function cell(groups: Group[], key: string, short: string, name: string): { short: string; name: string; messages: number; callbacks: number; words: string } {
  const group = groups.find((each) => each.key === key)
  return { short, name, messages: group?.messages ?? 0, callbacks: group?.callbacks ?? 0, words: group ? rateWords(group) : 'No messages' }
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

function stat(value: string, words: string): TemplateResult {
  return html`<div class="stat"><span>${value}</span><span>${words}</span></div>`
}

function minutes(value: number): string {
  return value < 1 ? `${Math.round(value * 60)} s` : value < 120 ? `${Math.round(value)} min` : `${Math.round(value / 60)} h`
}

function lengthName(key: string): string {
  const [from, to] = key.split('-')
  return to ? (from === '0' ? `Up to ${to} s` : `${from} to ${to} s`) : `Over ${from} s`
}

function empty(): TemplateResult {
  return html`<div class="empty">${icon('chart')}<h2>No messages to count yet</h2>
    <p>Leave a message, log it, and say so when they call back. After about thirty messages this page begins to know which words work.</p>
    <a class="button" href="#/">See who is next</a></div>
    ${callout('', 'info', html`<p>What others claim: most calls reach a voicemail, most first messages stay unanswered, and good words can win up to a fifth back. Your own numbers take the place of these claims.</p>`)}`
}

customElements.define('rb-results', ResultsPage)
