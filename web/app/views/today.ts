/** Today: who is ringing, what was promised, who is next, what waits to be sent. Kept small, since it is what opens first. */
import { html, nothing, type TemplateResult } from 'lit'
import { dateWords, dueText, dueWords, isLate } from '../domain/due.ts'
import { ago, counted, span } from '../domain/moments.ts'
import { nameOr } from '../domain/names.ts'
import type { Fields, FollowUp } from '../domain/records.ts'
import { dayText, toUtc, wallIn, zoneOr } from '../domain/timing.ts'
import { close } from './close_promise.ts'
import { callButton } from './dial.ts'
import { icon, type IconName } from './icons.ts'
import { Page } from './page.ts'
import { localTime, points, prospectRow, reminderNote } from './parts.ts'
import type { Doing, DueFollowUp, Today as Data } from './phone.ts'
import { firstSteps } from './first_steps.ts'
import './who.ts'

export class Today extends Page {
  static override properties = { ...Page.properties, data: { state: true }, asking: { state: true }, every: { state: true } }
  declare data: Data | null
  declare asking: boolean
  declare every: DueFollowUp[] | null
  #tick: ReturnType<typeof setInterval> | undefined
  #readOn = ''

  constructor() {
    super()
    this.data = null
    this.asking = false
    this.every = null
  }

  override connectedCallback(): void {
    this.data = this.phone.lastToday()
    super.connectedCallback()
    this.#tick = setInterval(() => this.#moveOn(), 30_000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#tick)
  }

  /** Clocks and "2 hours late" go by the minute; at midnight another day is due. */
  #moveOn(): void {
    const day = dateWords(this.data?.profile ?? {}, new Date())
    if (this.data && day !== this.#readOn) void this.reload().catch(() => {}) // what is wrong is said where it matters
    else this.requestUpdate()
  }

  protected async reload(): Promise<void> {
    const now = new Date()
    this.data = await this.phone.today(now)
    this.#readOn = dateWords(this.data.profile, now)
    if (this.every) await this.#showEvery()
  }

  protected override render(): TemplateResult {
    const now = new Date()
    return html`<header class="head">
        <div>
          <p class="small quiet">${dateWords(this.data?.profile ?? {}, now)}</p>
          <h1>Today</h1>
        </div>
      </header>
      <rb-who .phone=${this.phone} .eager=${this.query.has('ask')} @asking=${(event: CustomEvent<boolean>) => (this.asking = event.detail)}></rb-who>
      ${this.asking || !this.data ? nothing : this.#day(this.data, now)}`
  }

  #day(data: Data, now: Date): TemplateResult {
    if (!data.prospects && !data.dueTotal && !data.doing.length) {
      return html`${firstSteps(data.profile, 0, this.phone.status())}<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    }
    return html`${data.doing.length > 1 ? notLogged(data.doing.slice(1)) : nothing}
      ${data.dueTotal ? this.#due(data, now) : nothing}
      ${this.#list(data, now)}
      ${firstSteps(data.profile, data.prospects, this.phone.status())}
      ${this.#sum(data, now)}
      ${this.#next(data)}`
  }

  #due(data: Data, now: Date): TemplateResult {
    const shown = this.every ?? data.due.slice(0, 5)
    return html`<section aria-labelledby="due">
      <div class="section-head"><h2 id="due">Promised</h2><span class="small quiet num">${dueWords(data.due.map((each) => each.followUp), data.dueTotal, now)}</span></div>
      <ul class="list">${shown.map((each) => this.#promise(each, data.profile, now))}</ul>
      ${shown.length < data.dueTotal
        ? html`<button class="link-button" type="button" @click=${() => void this.#showEvery()}>Show all ${data.dueTotal}</button>` : nothing}
    </section>`
  }

  #promise({ followUp, prospect, prepared }: DueFollowUp, profile: Fields, now: Date): TemplateResult {
    const late = isLate(followUp, now)
    const name = prospect ? nameOr(prospect) : 'Somebody no longer here'
    return html`<li class="row due ${late ? 'late' : ''}">
      <div class="due-time"><time datetime=${followUp.due}>${dueText(followUp.due, profile, now)}</time>${late ? html`<span class="late-word">late</span>` : nothing}
        <button class="icon-button when" type="button" aria-label=${`Later, or another time: ${name}`} @click=${() => void this.#open(followUp)}>${icon('clock')}</button></div>
      <div class="row-main">
        <a class="row-title" href=${`#/${prepared ? 'prepare' : 'brief'}/${followUp.prospect_id}`}>${name}</a>
        <span class="row-note">${followUp.reason || 'Call again'}</span>
        ${reminderNote(followUp, zoneOr(profile['zone'] ?? ''), now)}
        ${prospect ? html`<span class="row-note">${localTime(prospect.zone, now)}</span>` : nothing}
      </div>
      <div class="row-side">
        <button class="icon-button ring" type="button" aria-label=${`Done: ${name}`} @click=${() => void this.#done(followUp, name)}>${icon('check')}</button>
        ${prospect ? callButton(this.phone, prospect) : nothing}
      </div>
    </li>`
  }

  async #done(followUp: FollowUp, name: string): Promise<void> {
    await close(this.phone, followUp, 'done', name)
  }

  async #open(followUp: FollowUp): Promise<void> {
    const { openPromise } = await import('./promise_sheet.ts')
    await openPromise(this.phone, this.device, followUp)
  }

  /** Also those beyond what Today reads: a promise never goes out of sight. */
  async #showEvery(): Promise<void> {
    const zone = zoneOr(this.data?.profile['zone'] ?? '')
    this.every = await this.phone.dueFollowUps(toUtc(`${dayText(wallIn(zone, new Date()), 1)}T00:00`, zone).toISOString())
  }

  #list(data: Data, now: Date): TemplateResult {
    return html`<section aria-labelledby="next">
      <div class="section-head"><h2 id="next">Call list</h2>${data.listTotal
        ? html`<span class="small quiet num">${data.listTotal}</span>` : nothing}</div>
      ${data.list.length
        ? html`<ul class="list">${data.list.map((line) => prospectRow(line, `#/prepare/${line.id}`, points(line.name && line.company, localTime(line.zone, now)), callButton(this.phone, line)))}</ul>`
        : html`<p class="quiet">Nobody in the list. <a href="#/prospects">Choose who is next</a> from your ${counted(data.prospects, 'prospect')}.</p>`}
    </section>`
  }

  #sum(data: Data, now: Date): TemplateResult {
    const messages = data.messagesToday || data.unreturned
    return html`<section class="foot" aria-label="Where things stand"><ul class="list">
      ${messages ? line('message', '#/history', `${counted(data.messagesToday, 'message')} left today`, `${data.unreturned} of the last 30 days with no answer yet`) : nothing}
      ${this.#sent(now)}
    </ul></section>`
  }

  #sent(now: Date): TemplateResult {
    const status = this.phone.status()
    if (!status.paired) return line('kept', '#/join', 'Everything is on this phone', 'Join an office to share it')
    if (status.waiting) {
      const age = status.oldestWaiting ? `The oldest for ${span(now.getTime() - Date.parse(status.oldestWaiting))}` : ''
      return line('sync', '#/settings?part=sync', `${counted(status.waiting, 'entry waits', 'entries wait')} to be sent`, age)
    }
    return line('office', '#/settings?part=sync', 'Nothing waits to be sent', status.lastSuccess ? `The office has everything, as of ${ago(status.lastSuccess, now)}` : '')
  }

  #next(data: Data): TemplateResult | typeof nothing {
    const [doing] = data.doing
    if (doing) {
      const { prospect_id, name, dialled } = doing
      return html`<div class="thumb"><a class="button primary" href=${`#/${dialled ? 'log' : 'read'}/${prospect_id}`}>
        ${icon(dialled ? 'edit' : 'play')}<span class="ellipsis">${dialled ? 'Log the call with' : 'Go on with'} ${name}</span></a></div>`
    }
    const next = data.due.find((each) => each.prospect && !each.prospect.blocked)?.prospect ?? data.list.find((line) => !line.blocked)
    if (!next) return html`<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    return html`<div class="thumb"><a class="button primary" href=${`#/prepare/${next.id}`}><span class="ellipsis">Prepare ${nameOr(next)}</span></a></div>`
  }
}

/** Calls that gave way to the next one. */
function notLogged(calls: Doing[]): TemplateResult {
  return html`<section aria-label="Not logged yet"><ul class="list">
    ${calls.map(({ prospect_id, name }) => line('edit', `#/log/${prospect_id}`, `Log the call with ${name}`, 'It was made, and is not logged yet'))}
  </ul></section>`
}

function line(drawing: IconName, href: string, title: string, note: string): TemplateResult {
  return html`<li class="row state">
    <span class="quiet">${icon(drawing)}</span>
    <div class="row-main"><a class="row-title" href=${href}>${title}</a><span class="row-note">${note}</span></div>
    <div class="row-side">${icon('forward', 'small')}</div>
  </li>`
}

customElements.define('rb-today', Today)
