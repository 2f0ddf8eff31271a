/** Saying it before it counts: the words, the microphone, and what a stranger would hear. Nothing that is recorded leaves this phone. */
import { html, nothing, type TemplateResult } from 'lit'
import { bandWords, clockWords } from '../domain/bands.ts'
import { chunksOf } from '../domain/chunks.ts'
import { keyWords } from '../domain/key_words.ts'
import type { Listened, Recorded } from '../domain/listening/take.ts'
import { wavOf } from '../domain/listening/pcm.ts'
import { aboutSeconds } from '../domain/seconds.ts'
import { comparedWith } from '../domain/stranger.ts'
import { WAYS, type Take, type Way } from '../domain/takes.ts'
import { bandBar, lengthLabel } from './band_parts.ts'
import { vars } from './css_vars.ts'
import type { Recording } from './device.ts'
import { icon } from './icons.ts'
import { OneSound } from './one_sound.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import type { Takes } from './phone.ts'
import { earsPart } from './rehearse_ears.ts'
import { resultPart } from './rehearse_result.ts'
import { nextWay, takesPart, WAY_WORDS } from './rehearse_takes.ts'
import { wordsFor, type Words } from './rehearse_words.ts'
import { sheetLoaded } from './sheet_apart.ts'
import { sentence, toast } from './toast.ts'

const LONGEST = 120 // seconds: twice the longest message
type Phase = 'ready' | 'opening' | 'recording' | 'listening'

class Rehearse extends Page {
  #words: Words | null = null
  #takes: Take[] = []
  #store: Takes | null = null
  #chosen: string | null = null
  #phase: Phase = 'ready'
  #way: Way = 'full'
  #trouble = ''
  #recording: Recording | null = null
  #sound = new OneSound(() => this.requestUpdate())
  #tick = 0
  #loaded = false
  #awake: { release(): void } | null = null

  get #id(): string { return this.params[0] ?? '' }
  get #subject(): string { return `prospect:${this.#id}` }
  get #take(): Take | null { return this.#takes.find((take) => take.id === this.#chosen) ?? null }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#recording?.cancel()
    this.#sound.stop()
    this.#rest()
  }

  /** What is being said stays as it was when the rep began, whatever changes meanwhile. */
  protected override async reload(): Promise<void> {
    const [words, store] = await Promise.all([wordsFor(this.phone, this.#id, this.query.get('from') === 'read'), this.phone.takes(), sheetLoaded(__REHEARSE_CSS__)])
    if (this.#phase === 'ready') this.#words = words
    this.#store = store
    this.#takes = await store.about(this.#subject)
    this.#loaded = true
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    if (!this.#words) return html`${head('Rehearse', '#/prospects')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    return html`${head(`Rehearse for ${this.#words.name}`, `#/prepare/${this.#id}`)}
      ${this.#steps()}
      <div role="alert">${this.#trouble ? callout('warn', 'mic', html`<p>${this.#trouble}</p>`) : nothing}</div>
      ${this.#words.said ? this.#body() : this.#notReady()}
      ${takesPart(this.#takes, this.#chosen, this.#words.said?.script ?? '', this.#choose)}
      ${this.#words.said ? html`<div class="thumb">${this.#main()}</div>` : nothing}`
  }

  /** Write, record, time, fix: where the rep is on the way. */
  #steps(): TemplateResult {
    const at = !this.#words!.said ? 0 : this.#phase !== 'ready' || !this.#take ? 1 : this.#take.figures ? 3 : 2
    const steps = ['Write', 'Record', 'Time', 'Fix']
    return html`<ol class="path">${steps.map((step, place) => html`<li class=${place < at ? 'done' : place === at ? 'now' : ''} aria-current=${place === at ? 'step' : 'false'}>
      ${place === 0 ? html`<a href="#/prepare/${this.#id}">${step}</a>` : step}</li>`)}</ol>`
  }

  #body(): TemplateResult {
    const take = this.#phase === 'ready' ? this.#take : null
    return html`${this.#phase === 'recording' ? this.#clock() : nothing}
      ${this.#phase === 'listening' ? html`<p class="take-wait" role="status">Listening to it …</p>` : nothing}
      ${take ? this.#result(take) : nothing}
      ${take ? html`<details class="disclosure words-again"><summary><span>The words</span>${icon('forward', 'small')}</summary>${this.#paper()}</details>` : this.#paper()}`
  }

  #result(take: Take): TemplateResult {
    const { said, pace, sure } = this.#words!
    const before = this.#takes.slice(this.#takes.indexOf(take) + 1).find((one) => one.script === take.script && one.figures) ?? null
    const { at } = this.#sound
    return html`${resultPart({
      take, before, aim: { band: said!.band, pace, sure }, at, prospect: this.#id,
      play: (from) => void this.#play(from), keep: () => void this.#note({ kept: !take.kept }), drop: () => void this.#drop(take), count: (fillers) => void this.#note({ fillers }),
    })}
      ${take.figures ? earsPart({
        take, prospect: this.#id, listening: at !== null, listen: () => void this.#play(0), wrote: (number) => void this.#wrote(take, number), answered: (call_back) => void this.#note({ call_back }),
      }) : nothing}`
  }

  #paper(): TemplateResult {
    const said = this.#words!.said!
    return html`<div class="segments" role="group" aria-label="How much of the words is shown">${WAYS.map((way) => html`<button type="button" aria-pressed=${way === this.#way ? 'true' : 'false'} @click=${() => this.#show(way)}>${WAY_WORDS[way]}</button>`)}</div>
      ${this.#phase === 'ready' ? html`<p class="small quiet num">${aboutSeconds(said.estimate)} to say, ${bandWords(said.band)} wanted</p>` : nothing}
      ${this.#way === 'blank' ? html`<p class="paper blank quiet">No words now. Picture the person, smile, and say it.</p>` : html`<ol class="paper">${this.#lines(said.script).map((line) => html`<li>${line}</li>`)}</ol>`}`
  }

  #lines(script: string): string[] {
    return this.#way === 'full' ? chunksOf(script).map((chunk) => chunk.text) : keyWords(script).filter((line) => line !== '')
  }

  #clock(): TemplateResult {
    const seconds = this.#recording?.seconds() ?? 0
    const { band } = this.#words!.said!
    return html`<div class="take-clock"><p role="timer" aria-label="Time on the clock" class="take-seconds num">${Math.floor(seconds)}<small> s</small></p>
      <div>${bandBar(seconds, band)}<p class="small">${lengthLabel(seconds, band, clockWords(seconds, band))}</p>
        <div class="take-level" aria-hidden="true" ${vars({ '--at': loudness(this.#recording?.level() ?? 0) })}></div></div></div>`
  }

  #notReady(): TemplateResult {
    const gaps = this.#words!.gaps
    const why = gaps > 0 ? `${gaps === 1 ? 'One gap is' : `${gaps} gaps are`} still to be filled before this can be said aloud.` : 'There are no words for this call yet.'
    return html`${callout('', 'words', html`<p>${why}</p>`)}<a class="button primary wide" href="#/prepare/${this.#id}">${gaps > 0 ? 'Fill the gaps' : 'Write the words'}</a>`
  }

  #main(): TemplateResult {
    if (this.#phase === 'recording') return html`<button class="button primary" type="button" @click=${() => void this.#stop(false)}>${icon('stop')} Stop</button>`
    if (this.#phase !== 'ready') return html`<button class="button primary" type="button" disabled>${icon('mic')} ${this.#phase === 'opening' ? 'Opening the microphone' : 'Listening to it'}</button>`
    const next = this.#take?.figures && this.#take.way === this.#way ? nextWay(this.#way) : null
    return html`${next ? html`<button class="button" type="button" @click=${() => this.#show(next)}>${next === 'key' ? 'Only key words' : 'By heart'}</button>` : nothing}
      <button class="button primary" type="button" @click=${() => void this.#record()}>${icon('mic')} ${this.#takes.length > 0 ? 'Record again' : 'Record'}</button>`
  }

  #show(way: Way): void {
    this.#way = way
    if (this.#phase === 'ready') this.#chosen = null
    this.requestUpdate()
  }

  #choose = (id: string): void => {
    this.#sound.stop()
    this.#chosen = this.#chosen === id ? null : id
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector('.take-advice')?.scrollIntoView({ block: 'center' }))
  }

  async #record(): Promise<void> {
    this.#sound.stop()
    this.#trouble = ''
    this.#set('opening')
    try {
      const sound = await this.device.sound()
      this.#recording = await sound.record(() => void this.#stop(true))
      if (!this.isConnected) return this.#recording.cancel()
      this.#awake = this.device.keepAwake()
      this.#tick = window.setInterval(() => this.#ticked(), 100)
      this.#set('recording')
      window.scrollTo(0, 0)
      this.#focus('.thumb .primary')
    } catch (error) {
      this.#trouble = sentence(error)
      this.#set('ready')
    }
  }

  #ticked(): void {
    if ((this.#recording?.seconds() ?? 0) >= LONGEST) void this.#stop(false)
    else this.requestUpdate()
  }

  /** `cut`: a call took the microphone. What there is until then is listened to all the same. */
  async #stop(cut: boolean): Promise<void> {
    const recording = this.#recording
    if (!recording) return
    this.#recording = null
    this.#rest()
    this.#set('listening')
    try {
      const heard = await recording.stop()
      await this.#listen(heard, cut)
    } catch (error) {
      this.#trouble = sentence(error)
    }
    this.#set('ready')
    this.#focus('.take-advice')
    await this.reload()
  }

  async #listen({ sound, rate }: { sound: Float32Array; rate: number }, cut: boolean): Promise<void> {
    const { said, locale, pace } = this.#words!
    const { listen } = await this.device.sound()
    const question: Recorded = { sound, rate, script: { text: said!.script, locale, pace } }
    const { pcm, figures } = await listen<Listened>(question)
    const take: Take = {
      id: this.#store!.newId(), subject: this.#subject, made_at: new Date().toISOString(), script: said!.script, name: said!.name, way: this.#way, cut,
      kept: false, bytes: pcm.byteLength, figures, number: '', number_right: null, call_back: null, fillers: null,
    }
    await this.#store!.add(take, pcm)
    this.#takes = await this.#store!.about(this.#subject)
    this.#chosen = take.id
  }

  async #play(from: number): Promise<void> {
    if (this.#sound.at !== null && from === 0) return this.#sound.stop()
    const here = await this.#sound.play(async () => {
      const pcm = this.#chosen ? await this.#store!.sound(this.#chosen) : undefined
      const { play } = await this.device.sound()
      return pcm ? (done) => play(wavOf(pcm), from, done) : null
    })
    if (!here) toast('This take has made room for newer ones.')
  }

  async #note(part: Partial<Take>): Promise<void> {
    const take = this.#take!
    await this.#store!.note(take.id, part)
    this.#takes = this.#takes.map((one) => (one.id === take.id ? { ...one, ...part } : one))
    this.requestUpdate()
  }

  #wrote(take: Take, number: string): Promise<void> {
    return this.#note({ number, number_right: comparedWith(number, take.script)?.right ?? null })
  }

  async #drop(take: Take): Promise<void> {
    this.#sound.stop()
    const store = this.#store!
    const sound = await store.sound(take.id)
    await store.drop(take.id)
    this.#takes = await store.about(this.#subject)
    this.#chosen = null
    this.requestUpdate()
    toast('Take dropped', sound && (async () => {
      await store.add(take, sound)
      this.#takes = await store.about(this.#subject)
      this.#chosen = take.id
      this.requestUpdate()
    }))
  }

  #set(phase: Phase): void {
    this.#phase = phase
    this.requestUpdate()
  }

  /** Where the button was that the rep has pressed there is another one now. */
  #focus(place: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(place)?.focus({ preventScroll: true }))
  }

  #rest(): void {
    clearInterval(this.#tick)
    this.#awake?.release()
    this.#awake = null
  }
}

/** For the meter: 0 at -50 dB, 1 at full scale. */
function loudness(level: number): number {
  return Math.max(0, Math.min(1, 1 + (20 * Math.log10(level + 1e-6)) / 50))
}

customElements.define('rb-rehearse', Rehearse)
