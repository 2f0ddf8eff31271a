/** On the Prepare page: the way to the rehearsal, and the rep's own mark that a message matters. It asks; it never stands in the way. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { rehearsed } from '../domain/takes.ts'
import { callout } from './parts.ts'
import type { Phone } from './phone.ts'

class RehearseFirst extends LitElement {
  static override properties = { phone: { attribute: false }, prospect: {}, words: {}, critical: { type: Boolean }, said: { state: true } }
  declare phone: Phone
  declare prospect: string
  declare words: string // "" while there are gaps
  declare critical: boolean
  declare said: ((words: string) => boolean) | null // null: nobody has asked yet

  constructor() {
    super()
    this.said = null
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** Takes are another part of the phone: they are looked up for a message that matters, and not before. */
  protected override updated(changed: PropertyValues<this>): void {
    if (this.critical && (changed.has('critical') || changed.has('prospect'))) void this.#look()
  }

  async #look(): Promise<void> {
    const takes = await this.phone.takes().then((all) => all.about(`prospect:${this.prospect}`)).catch(() => [])
    this.said = (words) => rehearsed(takes, words)
  }

  protected override render(): TemplateResult {
    const asks = this.critical && this.words !== '' && this.said?.(this.words) === false
    return html`<div class="cold rehearse-first"><a class="link-button" href="#/rehearse/${this.prospect}">Rehearse it aloud</a>
        <label class="check"><input type="checkbox" .checked=${this.critical} @change=${this.#mark} /> This one matters</label></div>
      ${asks ? callout('warn', 'mic', html`<p><strong>This one matters: say it aloud once before you call.</strong></p><p><a href="#/rehearse/${this.prospect}">Rehearse it first</a></p>`) : nothing}`
  }

  #mark = (event: Event): void => {
    this.dispatchEvent(new CustomEvent('marked', { detail: (event.target as HTMLInputElement).checked }))
  }
}

customElements.define('rb-rehearse-first', RehearseFirst)
