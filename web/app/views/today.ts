/** Today: who is ringing, what was promised, who is next, what waits to be sent. Kept small, since it is what opens first. */
import { html, nothing, type TemplateResult } from 'lit'
import { ago, counted, span } from '../domain/moments.ts'
import { nameOr } from '../domain/names.ts'
import type { Fields, FollowUp } from '../domain/records.ts'
import { dayText, toUtc, WEEKDAYS, wallIn, zoneOr } from '../domain/timing.ts'
import { close } from './close_promise.ts'
import { callButton } from './dial.ts'
import { icon, type IconName } from './icons.ts'
import { Page } from './page.ts'
import { localTime, points, prospectRow, reminderNote } from './parts.ts'
import type { DueFollowUp, Today as Data } from './phone.ts'
import { firstSteps } from './first_steps.ts'
import './who.ts'

export class Today extends Page {
  static override properties = { ...Page.properties, data: { state: true }, asking: { state: true }, every: { state: true } }
  declare data: Data | null
  declare asking: boolean
  declare every: DueFollowUp[] | null
  #tick: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.data = null
    this.asking = false
    this.every = null
  }

  override connectedCallback(): void {
    this.data = this.phone.lastToday()
    super.connectedCallback()
    this.#tick = setInterval(() => this.requestUpdate(), 30_000) // clocks and "2 hours late" move on
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#tick)
  }

  protected async reload(): Promise<void> {
    this.data = await this.phone.today(new Date())
    if (this.every) await this.#showEvery()
  }

  protected override render(): TemplateResult {
    const now = new Date()
    return html`<header class="head">
        <div>
          <p class="small quiet">${dateWords(now)}</p>
          <h1>Today</h1>
        </div>
      </header>
      <rb-who .phone=${this.phone} .eager=${this.query.has('ask')} @asking=${(event: CustomEvent<boolean>) => (this.asking = event.detail)}></rb-who>
      ${this.asking || !this.data ? nothing : this.#day(this.data, now)}`
  }

  #day(data: Data, now: Date): TemplateResult {
    if (!data.prospects && !data.dueTotal) {
      return html`${firstSteps(data.profile, 0, this.phone.status())}<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    }
    return html`${data.dueTotal ? this.#due(data, now) : nothing}
      ${this.#list(data, now)}
      ${firstSteps(data.profile, data.prospects, this.phone.status())}
      ${this.#sum(data, now)}
      ${this.#next(data)}`
  }

  #due(data: Data, now: Date): TemplateResult {
    const shown = this.every ?? data.due.slice(0, 5)
    return html`<section aria-labelledby="due">
      <div class="section-head"><h2 id="due">Promised</h2><span class="small quiet num">${dueWords(data, now)}</span></div>
      <ul class="list">${shown.map((each) => this.#promise(each, data.profile, now))}</ul>
      ${shown.length < data.dueTotal
        ? html`<button class="link-button" type="button" @click=${() => void this.#showEvery()}>Show all ${data.dueTotal}</button>` : nothing}
    </section>`
  }

  #promise({ followUp, prospect, prepared }: DueFollowUp, profile: Fields, now: Date): TemplateResult {
    const late = Date.parse(followUp.due) < now.getTime()
    const name = prospect ? nameOr(prospect) : 'Somebody no longer here'
    return html`<li class="row due ${late ? 'late' : ''}">
      <div class="due-time"><time datetime=${followUp.due}>${clock(followUp.due, profile, now)}</time>${late ? html`<span class="late-word">late</span>` : nothing}
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
    if (data.doing) {
      const { prospect_id, name, dialled } = data.doing
      return html`<div class="thumb"><a class="button primary" href=${`#/${dialled ? 'log' : 'read'}/${prospect_id}`}>
        ${icon(dialled ? 'edit' : 'play')}<span class="ellipsis">${dialled ? 'Log the call with' : 'Go on with'} ${name}</span></a></div>`
    }
    const next = data.due.find((each) => each.prospect && !each.prospect.blocked)?.prospect ?? data.list.find((line) => !line.blocked)
    if (!next) return html`<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    return html`<div class="thumb"><a class="button primary" href=${`#/prepare/${next.id}`}><span class="ellipsis">Prepare ${nameOr(next)}</span></a></div>`
  }
}

/** "Sunday 22 November", by this phone's own clock. Written out here: asking Intl for it takes longer than all the rest of the page. */
function dateWords(now: Date): string {
  return `${WEEKDAYS[(now.getDay() + 6) % 7]} ${now.getDate()} ${LONG_MONTHS[now.getMonth()]}`
}

const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function clock(due: string, profile: Fields, now: Date): string {
  const zone = zoneOr(profile['zone'] ?? '')
  const at = wallIn(zone, new Date(due))
  const today = wallIn(zone, now)
  if (at.day === today.day && at.month === today.month && at.year === today.year) return `${pad(at.hour)}:${pad(at.minute)}`
  return new Date(due).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: zone })
}

/** "1 late, 2 to come today". Of a long list that is not all here, only how many there are. */
function dueWords({ due, dueTotal }: Data, now: Date): string {
  const late = due.filter(({ followUp }) => Date.parse(followUp.due) <= now.getTime()).length
  if (late === due.length && late < dueTotal) return String(dueTotal)
  return [late && `${late} late`, late < dueTotal && `${dueTotal - late} to come today`].filter(Boolean).join(', ')
}

function line(drawing: IconName, href: string, title: string, note: string): TemplateResult {
  return html`<li class="row state">
    <span class="quiet">${icon(drawing)}</span>
    <div class="row-main"><a class="row-title" href=${href}>${title}</a><span class="row-note">${note}</span></div>
    <div class="row-side">${icon('forward', 'small')}</div>
  </li>`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

customElements.define('rb-today', Today)
