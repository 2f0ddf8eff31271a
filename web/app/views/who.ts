/** "Who is ringing me?": three keystrokes of a name, a company or a number, and a tap opens what was said to them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { icon } from './icons.ts'
import { go } from './page.ts'
import { points, prospectRow } from './parts.ts'
import type { Phone, ProspectLine } from './phone.ts'
import { shown, loadNumbers } from './shown_number.ts'

export class Who extends LitElement {
  static override properties = { phone: { attribute: false }, eager: { type: Boolean }, asked: { state: true }, found: { state: true } }
  declare phone: Phone
  declare eager: boolean
  declare asked: string
  declare found: ProspectLine[] | null

  constructor() {
    super()
    this.asked = ''
    this.found = null
    this.eager = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override firstUpdated(): void {
    if (this.eager) this.querySelector('input')?.focus()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('asked')) this.dispatchEvent(new CustomEvent('asking', { detail: this.asked !== '' }))
  }

  protected override render(): TemplateResult {
    return html`<form role="search" @submit=${this.#first}>
        <label class="search">${icon('search')}<span class="vh">Who is ringing me? Name, company or number</span>
          <input type="search" placeholder="Who is ringing me?" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go"
            @focus=${() => void loadNumbers(this.phone).then(() => this.requestUpdate())} @input=${this.#ask} /></label>
      </form>
      ${this.asked && this.found ? this.#answer(this.found) : nothing}`
  }

  #answer(found: ProspectLine[]): TemplateResult {
    return html`<p class="vh" role="status">${found.length ? `${found.length} found` : 'Nobody found'}</p>
      ${found.length ? html`<ul class="list found">${found.map((line) => prospectRow(line, `#/brief/${line.id}`, note(line), icon('forward', 'small')))}</ul>` : this.#nobody()}`
  }

  #nobody(): TemplateResult {
    const text = encodeURIComponent(this.asked)
    return html`<div class="nobody stack close">
      <p class="quiet">Nobody here is called that, and no number fits.</p>
      <a class="button" href=${`#/prospects/new?ringing=1&text=${text}`}>${icon('plus')}Add who is ringing</a>
    </div>`
  }

  #ask = async (event: Event): Promise<void> => {
    const asked = (event.target as HTMLInputElement).value.trim()
    this.asked = asked
    if (!asked) return
    const found = await this.phone.search(asked, 12)
    if (asked === this.asked) this.found = found // an answer that came late is about another question
  }

  /** Whoever fits best what stands there now, also when the lines below are still those of an earlier key. */
  #first = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { asked } = this
    const [line] = asked ? await this.phone.search(asked, 1) : []
    if (line && asked === this.asked && this.isConnected) go(`/brief/${line.id}`)
  }
}

function note(line: ProspectLine): unknown {
  return points(line.name && line.company, line.phone && html`<span class="num nowrap">${shown(line.phone)}</span>`)
}

customElements.define('rb-who', Who)
