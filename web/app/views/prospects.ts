/** Everybody, by name. Search as you type; the list grows as it is scrolled, so ten thousand are as quick as ten. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { counted } from '../domain/moments.ts'
import { nameOr } from '../domain/names.ts'
import { putOnList, takeOffList } from './call_list.ts'
import { ringing } from './drawings.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { localTime, points, prospectRow } from './parts.ts'
import type { ProspectLine } from './phone.ts'
import { loadNumbers, shown } from './shown_number.ts'

const MORE = 50
type Which = 'all' | 'list'

/** Kept while the app is open: back from a prospect, the same rows stand in the same place. */
const kept = { asked: '', which: 'all' as Which, loaded: MORE }

class Prospects extends Page {
  #lines: ProspectLine[] | null = null
  #total = 0
  #everybody = 0
  #now = new Date()
  #end = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && void this.#grow(), { rootMargin: '800px' })
  #watched: Element | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    void loadNumbers(this.phone).then(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#end.disconnect()
  }

  protected async reload(): Promise<void> {
    const wanted = JSON.stringify(kept)
    const [found, { total }] = await Promise.all([this.#read(kept.asked), this.phone.prospects(0, 1)])
    if (wanted !== JSON.stringify(kept)) return // a later keystroke or scroll has its own answer
    this.#lines = found.lines
    this.#total = found.total
    this.#everybody = total
    this.#now = new Date()
    this.requestUpdate()
  }

  async #read(asked: string): Promise<{ lines: ProspectLine[]; total: number }> {
    if (!asked) return kept.which === 'list' ? this.phone.callList(kept.loaded) : this.phone.prospects(0, kept.loaded)
    if (kept.which === 'list') {
      const listed = (await this.phone.search(asked, Infinity)).filter((line) => line.in_list)
      return { lines: listed.slice(0, kept.loaded), total: listed.length }
    }
    const lines = await this.phone.search(asked, kept.loaded)
    return { lines, total: lines.length < kept.loaded ? lines.length : kept.loaded + 1 }
  }

  async #grow(): Promise<void> {
    if (!this.#lines || this.#lines.length >= this.#total || this.#lines.length < kept.loaded) return
    kept.loaded += MORE
    await this.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    const end = this.querySelector('.list-end')
    if (this.#watched) this.#end.unobserve(this.#watched)
    if (end) this.#end.observe(end) // observing anew reports again, also when the end is still in sight
    this.#watched = end
  }

  protected override render(): TemplateResult {
    return html`<header class="head">
        <h1>Prospects</h1>
        <a class="button quiet" href="#/prospects/import">${icon('importing')}Import</a>
      </header>
      ${this.#lines && !this.#everybody ? this.#nobodyYet() : this.#people()}
      <div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
  }

  #people(): TemplateResult {
    return html`<div class="stack">
        <label class="search">${icon('search')}<span class="vh">Search by name, company or number</span>
          <input type="search" placeholder="Name, company or number" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" .value=${kept.asked} @input=${this.#ask} /></label>
        <div class="segments" role="group" aria-label="Which">${this.#segment('all', 'Everybody')}${this.#segment('list', 'Call list')}</div>
      </div>
      <p class="small quiet list-count" role="status">${this.#lines ? this.#count() : nothing}</p>
      ${this.#lines?.length ? html`<ul class="list long">${repeat(this.#lines, (line) => line.id, (line) => this.#row(line))}</ul><div class="list-end"></div>` : this.#lines ? this.#none() : nothing}`
  }

  #segment(which: Which, words: string): TemplateResult {
    return html`<button type="button" aria-pressed=${kept.which === which} @click=${() => this.#choose(which)}>${words}</button>`
  }

  #count(): string {
    if (kept.asked) return this.#total > kept.loaded ? `More than ${kept.loaded} fit` : `${counted(this.#lines!.length, 'fits', 'fit')}`
    return kept.which === 'list' ? `${counted(this.#total, 'person', 'people')} to call` : counted(this.#total, 'prospect')
  }

  #row(line: ProspectLine): TemplateResult {
    const note = points(line.name && line.company, line.phone && html`<span class="num nowrap">${shown(line.phone)}</span>`, kept.which === 'list' ? localTime(line.zone, this.#now) : nothing)
    return prospectRow(line, `#/prospect/${line.id}`, html`${note}${line.blocked ? html` <span class="tag far">do not call</span>` : nothing}${line.lost ? html` <span class="tag over">look at this</span>` : nothing}`, this.#toggle(line))
  }

  #toggle(line: ProspectLine): TemplateResult | typeof nothing {
    if (line.blocked) return nothing
    const name = nameOr(line)
    const turn = line.in_list ? takeOffList : putOnList
    return html`<button class="icon-button ${line.in_list ? 'call' : 'ring'}" type="button" aria-pressed=${line.in_list} aria-label=${`${name}: on the call list`} @click=${() => void turn(this.phone, line.id, name)}>
      ${icon(line.in_list ? 'check' : 'plus')}</button>`
  }

  #none(): TemplateResult {
    if (kept.asked) return html`<div class="stack"><p>Nobody fits “${kept.asked}”.</p><a class="button" href=${`#/prospects/new?text=${encodeURIComponent(kept.asked)}`}>${icon('plus')}Add them</a></div>`
    return html`<div class="empty">${ringing()}<p class="empty-title">Nobody to call</p><p>Under “Everybody”, the plus beside a name puts it here.</p></div>`
  }

  #nobodyYet(): TemplateResult {
    return html`<div class="empty">${ringing()}
      <p class="empty-title">Nobody here yet</p>
      <p>Add the first one by hand, or bring a CSV or vCard file: it is read on this phone and goes nowhere else until you join an office.</p>
      <a class="button" href="#/prospects/import">${icon('importing')}Import a file</a>
    </div>`
  }

  #ask = (event: Event): void => {
    kept.asked = (event.target as HTMLInputElement).value.trim()
    kept.loaded = MORE
    void this.reload()
  }

  #choose(which: Which): void {
    kept.which = which
    kept.loaded = MORE
    void this.reload()
  }
}

customElements.define('rb-prospects', Prospects)
