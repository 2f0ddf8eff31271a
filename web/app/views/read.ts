/** Saying it: large words a breath at a time, the wall clock against the band, one button at the beep. The screen stays awake.
 *  Here is what happens; read_head, read_words and read_foot draw it. */
import { html, nothing, type TemplateResult } from 'lit'
import { chunksOf } from '../domain/chunks.ts'
import { buzz, feltAt, type Felt } from '../domain/felt.ts'
import { chunkAt, leapt, modeFor, placeAt, sped, turned } from '../domain/marker.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { chunkSeconds } from '../domain/pacing.ts'
import { afresh, afterReturn, clockOf, elapsed, paused, READING, readingFrom, resumed, started, stopped, unpreparedCall, wantsCall, withoutAway, type Reading, type Said } from '../domain/reading.ts'
import type { Fields, Prospect } from '../domain/records.ts'
import { spokenNames, type SpokenName } from '../domain/spoken_names.ts'
import { vars } from './css_vars.ts'
import { icon } from './icons.ts'
import { go, Page } from './page.ts'
import { callout, head } from './parts.ts'
import { readFoot } from './read_foot.ts'
import { readClock, readCues, readPlan, readTop } from './read_head.ts'
import { readRescue } from './read_rescue.ts'
import { USUAL, WISHES, type LabelledChunk, type ReadActs, type ReadScene, type Wishes } from './read_scene.ts'
import { Listener } from './read_voice.ts'
import { wishesSheet } from './read_wishes.ts'
import { otherPlan, readWords } from './read_words.ts'
import { openStop, stopSheet } from './stop_sheet.ts'

const SIZE = 'reading_size'
const SIZES = [1, 1.2, 1.4, 1.7, 2] // times 24 px
const TICK = 100 // ms

class Read extends Page {
  #prospect: Prospect | null = null
  #profile: Fields = {}
  #reading: Reading | null = null
  #chunks: LabelledChunk[] = []
  #seconds: number[] = []
  #names: SpokenName[] = []
  #wishes: Wishes = USUAL
  #size = 0
  #loaded = false
  #away = 0
  #felt: Felt | null = null
  #shown = -1
  #leave: Array<() => void> = []
  #voice: Listener | null = null

  get #id(): string { return this.params[0] ?? '' }
  get #said(): Said | null { return this.#reading ? this.#reading[this.#reading.plan] : null }

  override connectedCallback(): void {
    super.connectedCallback()
    const awake = this.device.keepAwake()
    const tick = window.setInterval(() => this.#tick(), TICK)
    document.addEventListener('keydown', this.#key)
    this.#voice = new Listener(this.device)
    this.#leave = [() => awake.release(), this.device.onReturn(this.#returned), () => clearInterval(tick), () => document.removeEventListener('keydown', this.#key), () => this.#voice?.stop()]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const leave of this.#leave) leave()
  }

  protected override async reload(): Promise<void> {
    if (this.#loaded) return
    const [prospect, profile, kept, size, wishes] = await Promise.all([
      this.phone.prospect(this.#id), this.phone.profile(), this.phone.draft<Reading>(READING), this.phone.draft<number>(SIZE), this.phone.draft<Wishes>(WISHES),
    ])
    this.#prospect = prospect
    this.#profile = profile
    this.#reading = kept?.prospect_id === this.#id ? readingFrom(kept) : prospect && unpreparedCall(this.#id, prospect.fields['phone'] ?? '')
    this.#size = Math.min(SIZES.length - 1, size ?? 0)
    this.#wishes = { ...USUAL, ...wishes }
    this.#names = spokenNames(profile, prospect?.fields ?? {})
    this.#loaded = true
    this.#cut()
    this.#listen()
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
    const scene = this.#scene(this.#prospect, this.#reading)
    return html`<div class="reading" data-clock=${scene.clock} data-plan=${this.#reading.plan} ${vars({ '--times': SIZES[this.#size]! })}>
      ${readTop(scene, this.#acts)}
      ${this.#said ? readClock(scene) : nothing}
      ${this.#said ? this.#middle(scene) : this.#unprepared()}
      ${readFoot(scene, this.#acts)}
      ${stopSheet(this.#prospect, scene.name, () => this.#dial())}
      ${wishesSheet(scene, { smallest: this.#size === 0, largest: this.#size === SIZES.length - 1, canBuzz: this.device.canVibrate, trouble: this.#voice?.trouble ?? '' }, { set: this.#wish, resize: this.#resize, hand: this.#hand })}
    </div>`
  }

  #middle(scene: ReadScene): TemplateResult {
    if (this.#reading!.rescued) return html`<div class="read-middle">${readRescue(scene)}</div>`
    return html`<div class="read-middle">${scene.clock === 'ready' ? readCues(scene) : nothing}${this.#awayLine(scene)}${readPlan(scene)}${readWords(scene, this.#acts)}${otherPlan(scene, this.#acts)}</div>`
  }

  #awayLine({ away, clock }: ReadScene): TemplateResult | typeof nothing {
    if (!away || clock !== 'running') return nothing
    return html`<div class="read-away"><p class="small" role="status">You were away for <span class="num">${away} s</span>. The clock went on.</p>
      <button class="link-button" type="button" @click=${this.#acts.takeOff}>Take that off</button><button class="icon-button" type="button" aria-label="Leave it" @click=${this.#acts.dismiss}>${icon('close')}</button></div>`
  }

  #unprepared(): TemplateResult {
    return html`${callout('warn', 'warning', html`<p><strong>Nothing is prepared for this call.</strong></p><p>It is logged as unprepared. One minute of preparing gives you the words.</p><p><a href="#/prepare/${this.#id}">Prepare it</a></p>`)}`
  }

  #scene(prospect: Prospect, reading: Reading): ReadScene {
    const seconds = elapsed(reading, new Date())
    const place = placeAt(reading.marker, this.#seconds, seconds)
    const { fields } = prospect
    return {
      prospect, profile: this.#profile, name: nameOr({ name: displayName(fields), company: fields['company'] ?? '' }), reading, said: this.#said, clock: clockOf(reading), seconds,
      chunks: this.#chunks, place, at: chunkAt(place, this.#chunks.length), names: this.#names, wishes: this.#wishes, photo: '', hearing: this.#voice?.open ?? false, away: this.#away,
    }
  }

  protected override updated(): void {
    const now = this.querySelector('.chunk.now')
    const at = [...this.querySelectorAll('.chunk')].indexOf(now!)
    if (at === this.#shown) return
    this.#shown = at
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    now?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  }

  #cut(): void {
    const parts = this.#said?.parts.length ? this.#said.parts : [{ label: '', text: this.#said?.script ?? '' }]
    this.#chunks = parts.flatMap(({ label, text }) => chunksOf(text, this.#profile['spoken_name']).map((chunk, at) => ({ ...chunk, label: at === 0 ? label : '' })))
    this.#seconds = chunkSeconds(this.#chunks, { locale: this.#profile['locale'] || 'en-US', pace: Number(this.#profile['pace']) || 150 })
    this.#felt = null
    this.#shown = -1
  }

  #tick(): void {
    if (!this.#reading || !this.#said || clockOf(this.#reading) !== 'running') return
    const mode = modeFor({ plan: this.#reading.plan, wanted: this.#wishes.marker, heard: this.#voice?.speaking ?? null })
    if (mode !== this.#reading.marker.mode) this.#step((reading, now) => ({ ...reading, marker: turned(reading.marker, this.#seconds, elapsed(reading, now), mode) }))
    if (this.#wishes.felt) this.#feel()
    this.requestUpdate()
  }

  #feel(): void {
    const { prospect, reading } = { prospect: this.#prospect!, reading: this.#reading! }
    const { place, at, seconds, said } = this.#scene(prospect, reading)
    const felt = feltAt(reading.plan === 'voicemail' ? seconds : 0, said!.band, this.#chunks[at], place - at)
    const pattern = this.#felt && buzz(this.#felt, felt)
    this.#felt = felt
    if (pattern) this.device.vibrate(pattern)
  }

  readonly #acts: ReadActs = {
    call: (event) => {
      if (!this.#prospect?.do_not_call || this.#reading!.stop_seen) return this.#step((reading, now) => ({ ...reading, dialled_at: now.toISOString() }))
      event.preventDefault()
      openStop(this)
    },
    start: (plan) => {
      this.device.vibrate(20)
      this.#away = 0
      this.#step((reading, now) => started(reading, plan, now))
      this.#listen()
    },
    show: (plan) => this.#step((reading) => ({ ...afresh(reading), plan })),
    move: (by) => this.#move(by),
    speed: (by) => this.#step((reading, now) => ({ ...reading, marker: sped(reading.marker, this.#seconds, elapsed(reading, now), by) })),
    pause: () => this.#step(paused),
    goOn: () => this.#step(resumed),
    stop: () => {
      this.#step(stopped)
      this.#voice?.stop()
    },
    again: () => {
      this.#step(afresh)
      this.#listen()
    },
    rescue: (rescued) => {
      this.#shown = -1
      this.#step((reading) => ({ ...reading, rescued }))
    },
    takeOff: () => {
      const away = this.#away
      this.#away = 0
      this.#step((reading) => withoutAway(reading, away * 1000))
    },
    dismiss: () => {
      this.#away = 0
      this.requestUpdate()
    },
    wishes: () => this.querySelector<HTMLDialogElement>('dialog.wishes')?.showModal(),
  }

  /** The rep has read why not, and goes on. */
  #dial(): void {
    this.#step((reading) => ({ ...reading, stop_seen: true }))
    this.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click()
  }

  #returned = (awayMs: number): void => {
    if (!this.#reading || !this.isConnected) return
    if (afterReturn(this.#reading, awayMs, new Date()) === 'log') return go(`/log/${this.#id}`)
    this.#away = Math.round(awayMs / 1000)
    this.requestUpdate()
  }

  #step(change: (reading: Reading, now: Date) => Reading): void {
    const before = this.#reading!.plan
    this.#reading = change(this.#reading!, new Date())
    if (before !== this.#reading.plan) this.#cut()
    void this.phone.keepDraft(READING, this.#reading)
    this.requestUpdate()
  }

  #move(by: number): void {
    const clock = elapsed(this.#reading!, new Date())
    const at = chunkAt(placeAt(this.#reading!.marker, this.#seconds, clock), this.#chunks.length)
    const to = Math.max(0, Math.min(this.#chunks.length - 1, at + by))
    if (to !== at) this.#step((reading) => ({ ...reading, marker: leapt(reading.marker, to, clock) }))
  }

  #key = (event: KeyboardEvent): void => {
    if (!this.#said || event.altKey || event.ctrlKey || event.metaKey || this.querySelector('dialog[open]')) return
    const onControl = (event.target as HTMLElement).closest('a, button') !== null
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' || (event.key === ' ' && !onControl) ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    this.#move(by)
  }

  #resize = (by: number): void => {
    this.#size = Math.max(0, Math.min(SIZES.length - 1, this.#size + by))
    void this.phone.keepDraft(SIZE, this.#size)
    this.requestUpdate()
  }

  #wish = (wishes: Partial<Wishes>): void => {
    this.#wishes = { ...this.#wishes, ...wishes }
    void this.phone.keepDraft(WISHES, this.#wishes)
    this.#listen()
    this.requestUpdate()
  }

  #hand = (hand: 'left' | 'right'): void => {
    this.#profile = { ...this.#profile, hand }
    void this.phone.editProfile({ hand })
    this.requestUpdate()
  }

  /** Before the beep already: the noise of the place is known by then, and no question comes in between. */
  #listen(): void {
    const wanted = this.#wishes.marker && this.#wishes.waits && this.#reading?.voicemail && clockOf(this.#reading) !== 'stopped'
    if (wanted) this.#voice?.start(() => this.requestUpdate())
    else this.#voice?.stop()
  }
}

customElements.define('rb-read', Read)
