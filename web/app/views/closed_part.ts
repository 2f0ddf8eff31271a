/** Somebody who was closed kindly after a last try, and the way back. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { endRank } from '../domain/call_list.ts'
import { ago } from '../domain/moments.ts'
import { displayName, nameOr } from '../domain/names.ts'
import type { Prospect } from '../domain/records.ts'
import { callout } from './parts.ts'
import type { Phone } from './phone.ts'
import { toast } from './toast.ts'

export class ClosedPart extends LitElement {
  static override properties = { phone: { attribute: false }, prospect: { attribute: false } }
  declare phone: Phone
  declare prospect: Prospect

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render(): TemplateResult | typeof nothing {
    const at = this.prospect.fields['closed']
    if (!at) return nothing
    return callout('', 'check', html`<p><strong>Closed kindly</strong>, ${ago(at, new Date())}, after a last try. If they ring, they are here.</p>
      <p><button class="link-button" type="button" @click=${() => void this.#bringBack()}>Bring them back</button></p>`)
  }

  /** On the call list again. */
  async #bringBack(): Promise<void> {
    const { id, fields } = this.prospect
    const before = { closed: fields['closed'] ?? '', rank: fields['rank'] ?? '' }
    await this.phone.editProspect(id, { closed: '', rank: before.rank || endRank('', Date.now()) })
    toast(`${nameOr({ name: displayName(fields), company: fields['company'] ?? '' })} is back on the call list. Bring a new reason.`, () => this.phone.editProspect(id, before))
  }
}

customElements.define('rb-closed', ClosedPart)
