/** What the rep should know before the words: what they have heard already, whether the link holds, how names are said, who picks up there. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Attempt } from '../domain/attempts.ts'
import { isChecked } from '../domain/connection.ts'
import { counted, span } from '../domain/moments.ts'
import { displayName } from '../domain/names.ts'
import type { Fields, Id, Prospect } from '../domain/records.ts'
import { icon, type IconName } from './icons.ts'
import { callout } from './parts.ts'
import type { Phone } from './phone.ts'
import { sentence, toast } from './toast.ts'

/** `link` is the connection as it stands or would be said, "" for none; `names` whether these words name it. */
export interface Knowing { prospect: Prospect; profile: Fields; attempts: readonly Attempt[]; link: string; names: boolean; now: Date }

const FIRST = 4 // reasons; more on demand

export class KnowPart extends LitElement {
  static override properties = { phone: { attribute: false }, knowing: { attribute: false }, all: { state: true } }
  declare phone: Phone
  declare knowing: Knowing
  declare all: boolean
  #source: string | null = null

  constructor() {
    super()
    this.all = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render(): TemplateResult {
    const { prospect, attempts, link } = this.knowing
    return html`<rb-closed .phone=${this.phone} .prospect=${prospect}></rb-closed>
      ${attempts.length > 0 ? this.#ladder(attempts) : nothing}
      ${link ? this.#link(link) : nothing}
      ${this.#facts()}`
  }

  /** Every earlier reason, so that the next one is another one. */
  #ladder(attempts: readonly Attempt[]): TemplateResult {
    const { now } = this.knowing
    const first = attempts[attempts.length - 1]!
    const shown = this.all ? attempts : attempts.slice(0, FIRST)
    return html`<section class="know" aria-labelledby="heard">
      <h2 id="heard" class="section-head">${counted(attempts.length, 'unreturned message')}</h2>
      <p class="small quiet">${attempts.length === 1 ? `Left ${span(now.getTime() - Date.parse(first.at))} ago.` : `Over ${span(Date.parse(attempts[0]!.at) - Date.parse(first.at))}.`} Say something that they have not heard.</p>
      <ol class="reasons">${shown.map((each) => html`<li>${each.reason ? `“${each.reason}”` : html`<span class="quiet">no reason noted</span>`}
        <small class="quiet">${span(now.getTime() - Date.parse(each.at))} ago${this.#by(each)}</small></li>`)}</ol>
      ${shown.length < attempts.length ? html`<button class="link-button" type="button" @click=${() => (this.all = true)}>Show ${attempts.length - shown.length} earlier</button>` : nothing}
    </section>`
  }

  #by({ by, by_name }: Attempt): string {
    const me: Id | null = this.phone.status().paired?.member.id ?? null
    return by !== null && by !== me && by_name ? `, by ${by_name}` : ''
  }

  #link(link: string): TemplateResult {
    const { fields } = this.knowing.prospect
    const source = fields['connection_source'] ?? ''
    if (isChecked(fields, link)) return html`<p class="know-line small">${icon('check', 'small')}<span>The link to <b>${link}</b> is checked${source ? ` (${source})` : ''}.</span></p>`
    if (!this.knowing.names) return html`<p class="know-line small">${icon('info', 'small')}<span>Nobody has checked the link to <b>${link}</b>${source ? ` (${source})` : ''}. ${this.#checked(link, 'link-button')}</span></p>`
    return callout('warn', 'warning', html`<p><strong>Is the link to ${link} right?</strong> Nobody has checked it, and a wrong one backfires.${source ? html` Found: ${source}.` : nothing}</p>
      ${source ? nothing : html`<div class="field"><label for="link-source">Where did you find it?</label><input id="link-source" maxlength="200" autocomplete="off" @input=${(event: Event) => (this.#source = (event.target as HTMLInputElement).value)}></div>`}
      ${this.#checked(link, 'button')}`)
  }

  #checked(link: string, look: string): TemplateResult {
    return html`<button class=${look} type="button" @click=${() => void this.#check(link)}>I checked it</button>`
  }

  async #check(link: string): Promise<void> {
    const { id, fields } = this.knowing.prospect
    const source = this.#source?.trim() || (fields['connection_source'] ?? '')
    const before = { connection: fields['connection'] ?? '', connection_source: fields['connection_source'] ?? '', connection_verified: fields['connection_verified'] ?? '' }
    try {
      await this.phone.editProspect(id, { connection: link, connection_source: source, connection_verified: 'yes' })
      toast(`Noted: the link to ${link} is right.`, () => this.phone.editProspect(id, before))
    } catch (error) {
      toast(sentence(error))
    }
  }

  #facts(): TemplateResult | typeof nothing {
    const { prospect: { fields }, profile } = this.knowing
    const said = [
      saying(fields['preferred_name'] || fields['first_name'] || displayName(fields), fields['say_as']), saying(fields['company'], fields['company_say_as']),
      saying('your name', profile['say_as']), saying('your company', profile['company_say_as']),
    ].filter((each) => each !== null)
    const lines: Array<[IconName, string, unknown]> = [
      ['beep', 'Say', said.length > 0 ? said.map((each) => html`<span class="saying">${each.name} <b>${each.say}</b></span>`) : ''],
      ['person', 'Who answers there', fields['switchboard']], ['clock', 'Good hours', fields['good_hours']],
    ]
    const known = lines.filter(([, , text]) => text)
    return known.length > 0 ? html`<dl class="know-facts small">${known.map(([drawing, name, text]) => html`<div>${icon(drawing, 'small')}<dt>${name}</dt><dd>${text}</dd></div>`)}</dl>` : nothing
  }
}

function saying(name: string | undefined, say: string | undefined): { name: string; say: string } | null {
  return name && say ? { name, say } : null
}

customElements.define('rb-know', KnowPart)
