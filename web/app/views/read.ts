/** Saying it: large words a breath at a time, the wall clock against the band, one button at the beep. The screen stays awake.
 *  Here is what happens; read_head, read_words and read_foot draw it. */
import { html, nothing, type TemplateResult } from 'lit'
import { buzz, feltAt, type Felt } from '../domain/felt.ts'
import { modeFor } from '../domain/marker.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { afresh, afterReturn, backAt, leftFor, paused, photoKey, READING, readingFrom, resumed, started, stopped, unpreparedCall, wantsCall, withoutAway, type Reading } from '../domain/reading.ts'
import type { Fields, Prospect } from '../domain/records.ts'
import { vars } from './css_vars.ts'
import { begunWith } from './in_hand.ts'
import { go, Page } from './page.ts'
import { callout, head } from './parts.ts'
import { readFoot } from './read_foot.ts'
import { awayLine, readClock, readCues, readPlan, readTop } from './read_head.ts'
import { readRescue } from './read_rescue.ts'
import { Saying } from './read_saying.ts'
import { USUAL, WISHES, type ReadActs, type ReadScene, type Wishes } from './read_scene.ts'
import { Listener } from './read_voice.ts'
import { wishesSheet, type WishActs } from './read_wishes.ts'
import { otherPlan, readWords, unprepared } from './read_words.ts'
import { openStop, stopSheet } from './stop_sheet.ts'
import { hush } from './toast.ts'

const SIZE = 'reading_size'
const SIZES = [1, 1.2, 1.4, 1.7, 2] // times 24 px
const TICK = 100 // ms
const WORTH_TELLING = 3000 // ms away

class Read extends Page {
  #prospect: Prospect | null = null
  #profile: Fields = {}
  #saying: Saying | null = null
  #wishes: Wishes = USUAL
  #size = 0
  #loaded = false
  #photo = ''
  #blur = ''
  #away = 0
  #felt: Felt | null = null
  #shown = ''
  #leave: Array<() => void> = []
  #voice: Listener | null = null
  #pressed = false

  get #id(): string { return this.params[0] ?? '' }

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
    if (this.#saying?.clock === 'running') void this.#over(new Date())
  }

  protected override async reload(): Promise<void> {
    if (this.#loaded) return this.#look()
    const [prospect, profile, kept, size, wishes, photo] = await Promise.all([
      this.phone.prospect(this.#id), this.phone.profile(), begunWith(this.phone, this.#id), this.phone.draft<number>(SIZE), this.phone.draft<Wishes>(WISHES), this.phone.draft<string>(photoKey(this.#id)),
    ])
    const reading = kept ? backAt(readingFrom(kept)) : prospect && unpreparedCall(this.#id, prospect.fields['phone'] ?? '')
    this.#prospect = prospect
    this.#profile = profile
    this.#saying = prospect && reading && new Saying(reading, prospect, profile)
    this.#size = Math.min(SIZES.length - 1, size ?? 0)
    this.#wishes = { ...USUAL, ...wishes }
    this.#photo = photo ?? ''
    this.#loaded = true
    this.#listen()
    this.requestUpdate()
    if (reading && kept?.left_at) await this.phone.keepDraft(READING, reading)
    if (reading && wantsCall(reading, new Date())) await this.#dialAtOnce()
  }

  /** The words stay as they were prepared; whether he may be called is as it is by now. */
  async #look(): Promise<void> {
    this.#prospect = await this.phone.prospect(this.#id) ?? this.#prospect
    this.requestUpdate()
  }

  /** Kept first: the dialler takes the screen, and what comes back may be a fresh start. */
  async #dialAtOnce(): Promise<void> {
    await this.#step((reading, now) => ({ ...reading, call_now: null, dialled_at: now.toISOString() }))
    await this.updateComplete
    this.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click()
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    if (!this.#prospect || !this.#saying) return html`${head('Read', '#/')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    const scene = this.#scene(this.#prospect, this.#saying)
    return html`<div class="reading" data-clock=${scene.clock} ${vars({ '--times': SIZES[this.#size]! })}>
      ${readTop(scene, this.#acts)}
      ${scene.said ? html`${readClock(scene)}<div class="read-middle">${this.#middle(scene)}</div>` : unprepared(this.#id)}
      ${readFoot(scene, this.#acts)}
      ${stopSheet(this.#prospect, scene.name, () => this.#dial())}
      ${wishesSheet(scene, { smallest: this.#size === 0, largest: this.#size === SIZES.length - 1, canBuzz: this.device.canVibrate, trouble: this.#voice?.trouble ?? '', blur: this.#blur }, this.#wishing)}
    </div>`
  }

  #middle(scene: ReadScene): TemplateResult {
    if (scene.reading.rescued) return readRescue(scene)
    return html`${scene.clock === 'ready' ? readCues(scene) : nothing}${awayLine(scene, this.#acts)}${readPlan(scene)}${readWords(scene, this.#acts)}${otherPlan(scene, this.#acts)}`
  }

  #scene(prospect: Prospect, saying: Saying): ReadScene {
    const now = new Date()
    const { reading, said, clock, chunks } = saying
    const { fields } = prospect
    return {
      prospect, profile: this.#profile, name: nameOr({ name: displayName(fields), company: fields['company'] ?? '' }), reading, said, clock, chunks,
      seconds: saying.seconds(now), place: saying.place(now), at: saying.at(now), wishes: this.#wishes, photo: this.#photo, away: this.#away,
    }
  }

  /** The words that are being said come to the middle; those that follow can be seen below. */
  protected override updated(): void {
    this.#handOn()
    const now = this.querySelector('.chunk.now')
    const shown = now ? `${this.#saying!.reading.plan} ${this.#saying!.clock} ${this.#saying!.at(new Date())}` : ''
    if (shown === this.#shown) return
    this.#shown = shown
    now?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' })
  }

  /** The button that was pressed gave way to others. Who works by keyboard goes on at the clock while it runs, where the space bar moves the
   *  words and stops nothing; otherwise with the main button. */
  #handOn(): void {
    const next = this.#saying?.clock === 'running' ? '[role="timer"]' : '.read-foot .button.primary'
    if (this.#pressed && document.activeElement === document.body) this.querySelector<HTMLElement>(next)?.focus()
    this.#pressed = false
  }

  #tick(): void {
    const saying = this.#saying
    if (!saying?.said || saying.clock !== 'running') return
    const mode = modeFor({ plan: saying.reading.plan, wanted: this.#wishes.marker, heard: this.#voice?.speaking ?? null })
    if (mode !== saying.reading.marker.mode) void this.#step((_, now) => saying.turned(mode, now))
    if (this.#wishes.felt) this.#feel(this.#scene(this.#prospect!, saying))
    this.requestUpdate()
  }

  #feel({ reading, seconds, said, chunks, at, place }: ReadScene): void {
    const felt = feltAt(reading.plan === 'voicemail' ? seconds : 0, said!.band, chunks[at], place - at)
    const pattern = this.#felt && buzz(this.#felt, felt)
    this.#felt = felt
    if (pattern) this.device.vibrate(pattern)
  }

  readonly #acts: ReadActs = {
    call: (event) => {
      if (!this.#prospect?.do_not_call || this.#saying!.reading.stop_seen) return void this.#step((reading, now) => ({ ...reading, dialled_at: now.toISOString() }))
      event.preventDefault()
      openStop(this)
    },
    start: (plan) => {
      hush()
      this.device.vibrate(20)
      this.#away = 0
      void this.#step((reading, now) => started(reading, plan, now))
      this.#listen()
    },
    show: (plan) => void this.#step((reading) => ({ ...afresh(reading), plan })),
    move: (by) => this.#move(by),
    speed: (by) => void this.#step((_, now) => this.#saying!.sped(by, now)),
    pause: () => void this.#step(paused),
    goOn: () => void this.#step(resumed),
    stop: () => {
      void this.#step(stopped)
      this.#voice?.stop()
    },
    again: () => {
      void this.#step(afresh)
      this.#listen()
    },
    rescue: (rescued) => void this.#step((reading) => ({ ...reading, rescued })),
    away: (takeOff) => {
      const ms = takeOff ? this.#away * 1000 : 0
      this.#away = 0
      void this.#step((reading) => withoutAway(reading, ms))
    },
    wishes: () => this.querySelector<HTMLDialogElement>('dialog.wishes')?.showModal(),
  }

  /** The rep has read why not, and goes on. */
  #dial(): void {
    void this.#step((reading) => ({ ...reading, stop_seen: true }))
    this.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click()
  }

  #returned = (awayMs: number): void => {
    if (!this.#saying || !this.isConnected) return
    if (afterReturn(this.#saying.reading, awayMs, new Date()) === 'log') return void this.#over(new Date(Date.now() - awayMs)).then(() => go(`/log/${this.#id}`))
    this.#away = awayMs < WORTH_TELLING ? 0 : Math.round(awayMs / 1000)
    this.requestUpdate()
  }

  /** The call may be over, and was at `at` if it is: the clock runs on for those who come back to the words. */
  #over(at: Date): Promise<void> {
    return this.#step((reading) => leftFor(reading, at))
  }

  /** Kept at every step: a restart goes on with it. */
  #step(change: (reading: Reading, now: Date) => Reading): Promise<void> {
    const saying = this.#saying!
    this.#pressed = this.querySelector('.read-foot')?.contains(document.activeElement) ?? false
    if (saying.set(change(saying.reading, new Date()))) this.#felt = null
    this.requestUpdate()
    return this.phone.keepDraft(READING, saying.reading)
  }

  #move(by: number): void {
    void this.#step((_, now) => this.#saying!.moved(by, now))
  }

  #key = (event: KeyboardEvent): void => {
    if (!this.#saying?.said || event.altKey || event.ctrlKey || event.metaKey || this.querySelector('dialog[open]')) return
    const onControl = (event.target as HTMLElement).closest('a, button') !== null
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' || (event.key === ' ' && !onControl) ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    this.#move(by)
  }

  readonly #wishing: WishActs = {
    set: (wishes) => {
      this.#wishes = { ...this.#wishes, ...wishes }
      this.#keep(WISHES, this.#wishes)
      this.#listen()
    },
    resize: (by) => {
      this.#size = Math.max(0, Math.min(SIZES.length - 1, this.#size + by))
      this.#keep(SIZE, this.#size)
    },
    hand: (hand) => {
      this.#profile = { ...this.#profile, hand }
      void this.phone.editProfile({ hand })
      this.requestUpdate()
    },
    photo: {
      choose: (file) => void this.device.smallPhoto(file).then(this.#picture, (error: Error) => this.#picture('', error.message)),
      takeAway: () => this.#picture(''),
    },
  }

  #picture = (photo: string, blur = ''): void => {
    this.#photo = photo
    this.#blur = blur
    this.#keep(photoKey(this.#id), photo || null)
  }

  #keep(key: string, value: unknown): void {
    void this.phone.keepDraft(key, value)
    this.requestUpdate()
  }

  /** Before the beep already: the noise of the place is known by then, and no question comes in between. */
  #listen(): void {
    const wanted = this.#wishes.marker && this.#wishes.waits && this.#saying?.reading.voicemail && this.#saying.clock !== 'stopped'
    if (wanted) this.#voice?.start(() => this.requestUpdate())
    else this.#voice?.stop()
  }
}

customElements.define('rb-read', Read)
