/** Saying it: large words a breath at a time, the wall clock against the band, one button at the beep. The screen stays awake. */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { bandWords, clockWords } from '../domain/bands.ts'
import { chunksOf, type Chunk } from '../domain/chunks.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { clockOf, elapsed, paused, READING, resumed, started, stopped, unpreparedCall, wantsCall, type Clock, type Reading, type Said } from '../domain/reading.ts'
import type { Prospect } from '../domain/records.ts'
import { aboutSeconds } from '../domain/seconds.ts'
import { telLink } from '../domain/tel.ts'
import { bandBar, lengthLabel } from './band_parts.ts'
import { vars } from './css_vars.ts'
import { icon } from './icons.ts'
import { go, Page } from './page.ts'
import { callout, head, localTime } from './parts.ts'
import { openStop, stopSheet } from './stop_sheet.ts'

const SIZE = 'reading_size'
const SIZES = [1, 1.2, 1.4, 1.7, 2] // times 24 px

class Read extends Page {
  #prospect: Prospect | null = null
  #reading: Reading | null = null
  #chunks: Array<Chunk & { label: string }> = []
  #size = 0
  #loaded = false
  #awake: { release(): void } | null = null
  #away: (() => void) | null = null
  #tick = 0

  get #id(): string { return this.params[0] ?? '' }
  get #said(): Said | null { return this.#reading ? this.#reading[this.#reading.plan] : null }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#awake = this.device.keepAwake()
    this.#away = this.device.onReturn(this.#returned)
    document.addEventListener('keydown', this.#key)
    this.#tick = window.setInterval(() => this.#reading && clockOf(this.#reading) === 'running' && this.requestUpdate(), 200)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#awake?.release()
    this.#away?.()
    document.removeEventListener('keydown', this.#key)
    clearInterval(this.#tick)
  }

  protected override async reload(): Promise<void> {
    if (this.#loaded) return
    const [prospect, kept, size] = await Promise.all([this.phone.prospect(this.#id), this.phone.draft<Reading>(READING), this.phone.draft<number>(SIZE)])
    this.#prospect = prospect
    this.#reading = kept?.prospect_id === this.#id ? kept : prospect && unpreparedCall(this.#id, prospect.fields['phone'] ?? '')
    this.#size = Math.min(SIZES.length - 1, size ?? 0)
    this.#loaded = true
    this.#cut()
    this.requestUpdate()
    if (this.#reading && wantsCall(this.#reading, new Date())) await this.#dialAtOnce()
  }

  /** Kept first: the dialler takes the screen, and what comes back may be a fresh start. */
  async #dialAtOnce(): Promise<void> {
    this.#reading = { ...this.#reading!, call_now: null, dialled_at: new Date().toISOString() }
    await this.phone.keepDraft(READING, this.#reading)
    this.requestUpdate()
    await this.updateComplete
    this.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click()
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    if (!this.#prospect || !this.#reading) return html`${head('Read', '#/')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    const clock = clockOf(this.#reading)
    return html`<div class="reading" data-clock=${clock} ${vars({ '--times': SIZES[this.#size]! })}>
      ${this.#top()}
      ${this.#said ? this.#clockPart(this.#said) : nothing}
      ${this.#said ? this.#words() : this.#unprepared()}
      ${this.#foot(clock)}
      ${stopSheet(this.#prospect, this.#name(), () => this.#dial())}
    </div>`
  }

  #top(): TemplateResult {
    const fields = this.#prospect!.fields
    return html`<header class="read-top">
      <a class="icon-button" href="#/prepare/${this.#id}" aria-label="Back to preparing">${icon('back')}</a>
      <div class="read-who"><h1>${this.#name()}</h1><p class="small">${fields['company'] ?? ''} ${localTime(fields['zone'] ?? '', new Date())}</p></div>
      <div class="sizes" role="group" aria-label="Text size">
        <button class="icon-button" type="button" ?disabled=${this.#size === 0} @click=${() => this.#resize(-1)}><span aria-hidden="true">A−</span><span class="vh">Smaller text</span></button>
        <button class="icon-button bigger" type="button" ?disabled=${this.#size === SIZES.length - 1} @click=${() => this.#resize(1)}><span aria-hidden="true">A+</span><span class="vh">Larger text</span></button>
      </div>
    </header>`
  }

  #clockPart(said: Said): TemplateResult {
    const seconds = elapsed(this.#reading!, new Date())
    const running = this.#reading!.started_at !== null
    return html`<div class="read-clock">
      <p role="timer" aria-label="Time on the clock" class="read-seconds num">${Math.floor(seconds)}<small> s</small></p>
      <div class="read-band">${this.#reading!.plan === 'pick_up' ? html`<p class="small">Ask, then let them talk. The beep is one tap away.</p>` : this.#band(said, seconds, running)}</div>
    </div>`
  }

  #band(said: Said, seconds: number, running: boolean): TemplateResult {
    return html`${bandBar(seconds, said.band)}
      <p class="small">${running ? lengthLabel(seconds, said.band, this.#reading!.stopped_at ? undefined : clockWords(seconds, said.band)) : html`<span class="num">${aboutSeconds(said.estimate)} to say, ${bandWords(said.band)} wanted</span>`}</p>`
  }

  #words(): TemplateResult {
    const at = this.#reading!.at
    const track = this.#reading!.plan === 'pick_up'
    return html`<p class="read-plan">${track ? html`${icon('words', 'small')} If they pick up` : html`${icon('message', 'small')} Message`}</p>
      <ol class="chunks" tabindex="0" aria-label="The words" @click=${this.#tap}>
        ${repeat(this.#chunks, (_, place) => place, (chunk, place) => html`<li class="chunk said-${chunk.kind} pause-${chunk.pause} ${place === at ? 'now' : place < at ? 'done' : ''}" aria-current=${place === at ? 'step' : 'false'}>
          ${chunk.label ? html`<small class="chunk-label">${chunk.label}</small>` : nothing}${chunk.kind === 'number' ? chunk.groups.map((group) => html`<span class="group">${group}</span> `) : chunk.text}</li>`)}
      </ol>`
  }

  #unprepared(): TemplateResult {
    return html`${callout('warn', 'warning', html`<p><strong>Nothing is prepared for this call.</strong></p><p>It is logged as unprepared. One minute of preparing gives you the words.</p><p><a href="#/prepare/${this.#id}">Prepare it</a></p>`)}`
  }

  #foot(clock: Clock): TemplateResult {
    const acts = clock === 'ready' ? this.#ready() : clock === 'stopped' ? this.#done() : this.#running(clock)
    return html`<div class="read-foot">${acts}</div>`
  }

  #ready(): TemplateResult {
    const { pick_up, voicemail, plan, dialled_at, number } = this.#reading!
    const call = number ? html`<a class="button ${dialled_at ? 'again' : 'primary'}" href=${telLink(number, this.#prospect!.fields['phone_ext'] ?? '')} @click=${this.#call}>${icon('phone')} <span class=${dialled_at ? 'vh' : ''}>${dialled_at ? 'Call again' : 'Call'}</span></a>` : nothing
    const swap = pick_up && voicemail ? html`<button class="button quiet" type="button" @click=${() => this.#show(plan === 'pick_up' ? 'voicemail' : 'pick_up')}>${plan === 'pick_up' ? 'See the message' : 'See the talk track'}</button>` : nothing
    return html`<div class="read-row small-row">${swap}<a class="button quiet" href="#/log/${this.#id}">Log it</a></div>
      <div class="read-row">${call}
        ${pick_up ? html`<button class="button" type="button" @click=${() => this.#start('pick_up')}>They answered</button>` : nothing}
        ${voicemail ? html`<button class="button ${dialled_at || !number ? 'primary' : ''} beep" type="button" @click=${() => this.#start('voicemail')}>${icon('beep')} Beep</button>` : nothing}
      </div>`
  }

  #running(clock: Clock): TemplateResult {
    const { plan, voicemail } = this.#reading!
    return html`<div class="read-row small-row">
        <button class="button quiet" type="button" ?disabled=${this.#reading!.at === 0} @click=${() => this.#move(-1)}>${icon('back')} One back</button>
        ${plan === 'pick_up' && voicemail ? html`<button class="button quiet" type="button" @click=${() => this.#start('voicemail')}>${icon('beep')} Beep after all</button>` : nothing}
      </div>
      <div class="read-row">
        <button class="button" type="button" @click=${() => this.#step(clock === 'paused' ? resumed : paused)}>${icon(clock === 'paused' ? 'play' : 'pause')} ${clock === 'paused' ? 'Go on' : 'Pause'}</button>
        <button class="button primary" type="button" @click=${() => this.#step(stopped)}>${icon('stop')} Stop</button>
      </div>`
  }

  #done(): TemplateResult {
    return html`<div class="read-row"><button class="button" type="button" @click=${() => this.#step((reading) => ({ ...reading, started_at: null, stopped_at: null, paused_at: null, paused_ms: 0, at: 0 }))}>${icon('undo')} Once more</button>
      <a class="button primary" href="#/log/${this.#id}">Log it</a></div>`
  }

  #name(): string {
    const fields = this.#prospect!.fields
    return nameOr({ name: displayName(fields), company: fields['company'] ?? '' })
  }

  #cut(): void {
    const parts = this.#said?.parts.length ? this.#said.parts : [{ label: '', text: this.#said?.script ?? '' }]
    this.#chunks = parts.flatMap(({ label, text }) => chunksOf(text).map((chunk, at) => ({ ...chunk, label: at === 0 ? label : '' })))
  }

  #call = (event: Event): void => {
    if (this.#prospect?.do_not_call && !this.#reading!.stop_seen) {
      event.preventDefault()
      openStop(this)
      return
    }
    this.#step((reading, now) => ({ ...reading, dialled_at: now.toISOString() }))
  }

  /** The rep has read why not, and goes on. */
  #dial(): void {
    this.#step((reading) => ({ ...reading, stop_seen: true }))
    this.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click()
  }

  #returned = (): void => {
    if (this.#reading?.dialled_at && this.isConnected) go(`/log/${this.#id}`)
  }

  #start(plan: Reading['plan']): void {
    this.device.vibrate(20)
    this.#step((reading, now) => started(reading, plan, now))
    this.querySelector('.chunks')?.scrollTo(0, 0)
  }

  #show(plan: Reading['plan']): void {
    this.#step((reading) => ({ ...reading, plan, at: 0 }))
  }

  #step(change: (reading: Reading, now: Date) => Reading): void {
    const before = this.#reading!.plan
    this.#reading = change(this.#reading!, new Date())
    if (before !== this.#reading.plan) this.#cut()
    void this.phone.keepDraft(READING, this.#reading)
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector('.chunk.now')?.scrollIntoView({ block: 'center', behavior: 'smooth' }))
  }

  #tap = (event: Event): void => {
    if (!(event.target as HTMLElement).closest('a, button')) this.#move(1)
  }

  #move(by: number): void {
    const at = Math.max(0, Math.min(this.#chunks.length - 1, this.#reading!.at + by))
    if (at !== this.#reading!.at) this.#step((reading) => ({ ...reading, at }))
  }

  #key = (event: KeyboardEvent): void => {
    if (!this.#said || event.altKey || event.ctrlKey || event.metaKey || this.querySelector('dialog[open]')) return
    const onControl = (event.target as HTMLElement).closest('a, button') !== null
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' || (event.key === ' ' && !onControl) ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    this.#move(by)
  }

  #resize(by: number): void {
    this.#size = Math.max(0, Math.min(SIZES.length - 1, this.#size + by))
    void this.phone.keepDraft(SIZE, this.#size)
    this.requestUpdate()
  }
}

customElements.define('rb-read', Read)
