/** My calls, newest first, a day at a time, with the exact words. */
import { html, nothing, type TemplateResult } from 'lit'
import { byDay } from '../domain/days.ts'
import { ringing } from './drawings.ts'
import { entryItem } from './entries.ts'
import { Page } from './page.ts'
import { head } from './parts.ts'
import type { Entry } from './phone.ts'

const SOME = 50

class History extends Page {
  #entries: Entry[] | null = null
  #more = false
  #limit = SOME

  protected async reload(): Promise<void> {
    this.#entries = await this.phone.calls(null, this.#limit)
    this.#more = this.#entries.length === this.#limit
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    return html`${head('My calls', '#/results')}${this.#entries ? this.#list(this.#entries) : nothing}`
  }

  #list(entries: Entry[]): TemplateResult {
    if (!entries.length) return html`<div class="empty">${ringing()}<p class="empty-title">No calls yet</p><p>Every call that you log stands here, with the words you said.</p><a class="button" href="#/">Go to Today</a></div>`
    const now = new Date()
    return html`${byDay(entries, now).map(([day, ofDay]) => html`<section aria-label=${day}>
        <h2 class="section-head day">${day}</h2>
        <ol class="entries">${ofDay.map((entry) => entryItem(entry, now, { named: true, correct: true, me: this.phone.status().paired?.member.id ?? '' }))}</ol>
      </section>`)}
      ${this.#more ? html`<button class="button wide" type="button" @click=${() => void this.#earlier()}>Show earlier ones</button>` : nothing}`
  }

  async #earlier(): Promise<void> {
    const shown = this.#entries ?? []
    const next = await this.phone.calls(shown.at(-1)?.call.made_at ?? null, SOME)
    this.#limit = shown.length + next.length
    if (this.#entries !== shown) return this.reload() // others have come meanwhile, or these
    this.#entries = [...shown, ...next]
    this.#more = next.length === SOME
    this.requestUpdate()
  }
}

customElements.define('rb-history', History)
