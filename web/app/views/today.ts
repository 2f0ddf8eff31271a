/** Today: who is ringing, what was promised, who is next, what waits to be sent. Kept small, since it is what opens first. */
import { html, nothing, type TemplateResult } from 'lit'
import { ago, counted, span, until } from '../domain/moments.ts'
import { nameOr } from '../domain/names.ts'
import type { Fields } from '../domain/records.ts'
import { wallIn, zoneOr } from '../domain/timing.ts'
import { callButton } from './dial.ts'
import { icon } from './icons.ts'
import { go, Page } from './page.ts'
import { city, localTime, prospectRow } from './parts.ts'
import type { DueFollowUp, ProspectLine, Today as Data } from './phone.ts'
import { firstSteps } from './first_steps.ts'
import { toast } from './toast.ts'
import './who.ts'

interface Reading { prospect_id: string; name?: string }

export class Today extends Page {
  static override properties = { ...Page.properties, data: { state: true }, asking: { state: true }, allDue: { state: true } }
  declare data: Data | null
  declare asking: boolean
  declare allDue: boolean
  #profile: Fields = {}
  #total = 0
  #reading: Reading | null = null
  #tick: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.data = null
    this.asking = false
    this.allDue = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#tick = setInterval(() => this.requestUpdate(), 30_000) // clocks and "2 hours late" move on
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#tick)
  }

  protected async reload(): Promise<void> {
    const [data, profile, people, reading] = await Promise.all([
      this.phone.today(new Date()), this.phone.profile(), this.phone.prospects(0, 1), this.phone.draft<Reading>('reading'),
    ])
    this.#profile = profile
    this.#total = people.total
    this.#reading = reading
    this.data = data
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    const now = new Date()
    return html`<header class="head">
        <div>
          <p class="small quiet">${now.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}</p>
          <h1>Today</h1>
        </div>
      </header>
      <rb-who .phone=${this.phone} .eager=${this.query.has('ask')} @asking=${(event: CustomEvent<boolean>) => (this.asking = event.detail)}></rb-who>
      ${this.asking || !this.data ? nothing : this.#day(this.data, now)}`
  }

  #day(data: Data, now: Date): TemplateResult {
    if (!this.#total && !data.dueTotal) {
      return html`${firstSteps(this.#profile, 0, this.phone.status())}<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    }
    return html`${data.dueTotal ? this.#due(data, now) : nothing}
      ${this.#list(data, now)}
      ${firstSteps(this.#profile, this.#total, this.phone.status())}
      ${this.#sum(data, now)}
      ${this.#next(data)}`
  }

  #due(data: Data, now: Date): TemplateResult {
    const shown = this.allDue ? data.due : data.due.slice(0, 5)
    return html`<section aria-labelledby="due">
      <div class="section-head"><h2 id="due">Promised</h2><span class="small quiet num">${data.dueTotal}</span></div>
      <ul class="list">${shown.map((each) => this.#promise(each, now))}</ul>
      ${shown.length < data.due.length
        ? html`<button class="link-button" type="button" @click=${() => (this.allDue = true)}>Show all ${data.dueTotal}</button>` : nothing}
    </section>`
  }

  #promise({ followUp, prospect }: DueFollowUp, now: Date): TemplateResult {
    const late = Date.parse(followUp.due) < now.getTime()
    const name = prospect ? nameOr(prospect) : 'Somebody no longer here'
    return html`<li class="row due ${late ? 'late' : ''}">
      <div class="due-time"><time datetime=${followUp.due}>${clock(followUp.due, this.#profile, now)}</time></div>
      <div class="row-main">
        <a class="row-title" href=${`#/brief/${followUp.prospect_id}`}>${name}</a>
        <span class="row-note">${followUp.reason || 'Call again'}</span>
        <span class="row-note">${late ? html`<span class="late-word">${until(followUp.due, now)}</span>` : until(followUp.due, now)}${there(prospect, now)}</span>
      </div>
      <div class="row-side">
        <button class="icon-button" type="button" aria-label=${`Done: ${name}`} @click=${() => void this.#done(followUp.id, name)}>${icon('check')}</button>
        ${prospect ? callButton(this.phone, prospect) : nothing}
      </div>
    </li>`
  }

  async #done(id: string, name: string): Promise<void> {
    const followUp = this.data?.due.find((each) => each.followUp.id === id)?.followUp
    await this.phone.closeFollowUp(id, 'done')
    toast(`Done: ${name}.`, followUp && (() => this.phone.addFollowUp({
      prospect_id: followUp.prospect_id, call_id: followUp.call_id, due: followUp.due, wall: followUp.wall, zone: followUp.zone, reason: followUp.reason, supersedes: null,
    })))
  }

  #list(data: Data, now: Date): TemplateResult {
    return html`<section aria-labelledby="next">
      <div class="section-head"><h2 id="next">Call list</h2>${data.listTotal
        ? html`<span class="small quiet num">${data.listTotal}</span>` : nothing}</div>
      ${data.list.length
        ? html`<ul class="list">${data.list.map((line) => prospectRow(line, `#/prepare/${line.id}`, html`${line.company && line.name ? line.company : ''}${there(line, now)}`, callButton(this.phone, line)))}</ul>`
        : html`<p class="quiet">Nobody in the list. <a href="#/prospects">Choose who is next</a> from your ${counted(this.#total, 'prospect')}.</p>`}
    </section>`
  }

  #sum(data: Data, now: Date): TemplateResult {
    return html`<section class="small quiet foot">
      ${data.messagesToday || data.unreturned
        ? html`<p>${counted(data.messagesToday, 'message')} left today, ${data.unreturned} of the last 30 days with no answer yet. <a href="#/history">My calls</a></p>` : nothing}
      <p>${this.#sent(now)}</p>
    </section>`
  }

  #sent(now: Date): TemplateResult | string {
    const status = this.phone.status()
    if (status.waiting && status.paired) {
      const age = status.oldestWaiting ? `, the oldest for ${span(now.getTime() - Date.parse(status.oldestWaiting))}` : ''
      return html`${counted(status.waiting, 'entry waits', 'entries wait')} on this phone to be sent${age}. <a href="#/settings?part=sync">See why</a>`
    }
    if (!status.paired) return html`Everything is kept on this phone. <a href="#/join">Join an office</a> to share it.`
    return status.lastSuccess ? `The office has everything, as of ${ago(status.lastSuccess, now)}.` : 'Nothing waits to be sent.'
  }

  #next(data: Data): TemplateResult | typeof nothing {
    if (this.#reading) {
      const { prospect_id, name } = this.#reading
      return html`<div class="thumb"><button class="button primary" type="button" @click=${() => go(`/read/${prospect_id}`)}>${icon('play')}Go on${name ? ` with ${name}` : ''}</button></div>`
    }
    const next = data.due.find((each) => each.prospect && !each.prospect.blocked)?.prospect ?? data.list.find((line) => !line.blocked)
    if (!next) return html`<div class="thumb"><a class="button primary" href="#/prospects/new">${icon('plus')}Add a prospect</a></div>`
    return html`<div class="thumb"><a class="button primary" href=${`#/prepare/${next.id}`}><span class="ellipsis">Prepare ${nameOr(next)}</span></a></div>`
  }
}

function clock(due: string, profile: Fields, now: Date): string {
  const zone = zoneOr(profile['zone'] ?? '')
  const at = wallIn(zone, new Date(due))
  const today = wallIn(zone, now)
  if (at.day === today.day && at.month === today.month && at.year === today.year) return `${pad(at.hour)}:${pad(at.minute)}`
  return new Date(due).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: zone })
}

function there(line: ProspectLine | null, now: Date): TemplateResult | typeof nothing {
  const time = line ? localTime(line.zone, now) : nothing
  return time === nothing ? nothing : html`<span class="there">${time}<span class="vh"> in ${city(line!.zone)}</span></span>`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

customElements.define('rb-today', Today)
