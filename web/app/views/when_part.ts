/** Beside the call button: what time it is for them and how good that is. And at which hours the rep's own calls reach people. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { bestHours, LOOKED_AT, ownHoursWords, type BestHours } from '../domain/best_hours.ts'
import type { Call } from '../domain/records.ts'
import { theirTime } from '../domain/their_time.ts'
import { knownZone, nextGoodSlots, wallIn, whenText, type WorkHours } from '../domain/timing.ts'
import { icon } from './icons.ts'
import type { Phone } from './phone.ts'

abstract class Part extends LitElement {
  declare zone: string

  protected override createRenderRoot(): HTMLElement {
    return this
  }
}

/** One line. A poor moment names a better one. */
export class WhenPart extends Part {
  static override properties = { zone: { attribute: false }, work: { attribute: false } }
  declare work: WorkHours

  protected override render(): TemplateResult | typeof nothing {
    if (!knownZone(this.zone)) return nothing
    const now = new Date()
    const { quality, words } = theirTime(this.zone, now)
    const slot = quality === 'poor' || quality === 'never' ? nextGoodSlots(now, this.zone, this.work, 1)[0] : undefined
    return html`<p class="when small ${quality}">${icon('clock', 'small')}<span>${words}${slot ? `. Better ${whenText(new Date(slot.at), slot.zone, now)}` : ''}</span></p>`
  }
}

export class OwnHours extends Part {
  static override properties = { phone: { attribute: false }, zone: { attribute: false }, own: { state: true } }
  declare phone: Phone
  declare own: BestHours | null

  constructor() {
    super()
    this.own = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void ownHours(this.phone).then((own) => (this.own = own)).catch(() => {}) // advice: calling works without it
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.own || !knownZone(this.zone)) return nothing
    return html`<p class="own-hours small quiet">${ownHoursWords(this.own, wallIn(this.zone, new Date()).hour)}</p>`
  }
}

/** Counted once per page: the newest calls are enough, and reading them takes a moment. */
async function ownHours(phone: Phone): Promise<BestHours> {
  const calls: Call[] = []
  await phone.eachCall((batch) => {
    calls.push(...batch)
    return calls.length < LOOKED_AT
  })
  return bestHours(calls.slice(0, LOOKED_AT))
}

customElements.define('rb-when', WhenPart)
customElements.define('rb-own-hours', OwnHours)
