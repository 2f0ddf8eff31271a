/** Settings: who the rep is, how he works, and whether what he wrote is safe. Every field is kept as soon as it is left. */
import { html, nothing, type TemplateResult } from 'lit'
import { countryFor } from '../domain/country.ts'
import { ownPace, timedReadings, type OwnPace, type TimedReading } from '../domain/pace.ts'
import type { Fields } from '../domain/records.ts'
import { deviceZone } from '../domain/timing.ts'
import { CheckedNumber } from './checked_number.ts'
import { check, input, select } from './field_parts.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import type { StorageState } from './phone.ts'
import { officePart, safePart } from './settings_parts.ts'
import './settings_reminders.ts'
import { sentence, toast } from './toast.ts'
import { zoneSelect } from './zone_select.ts'

const LOOKED_AT = 60 // entries, for the rep's own pace
const [SLOWEST_SET, FASTEST_SET] = [100, 200] // words a minute

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

class Settings extends Page {
  #profile: Fields | null = null
  #raw: Fields = {}
  #wrong: Record<string, string> = {}
  #kept = false
  #fading: ReturnType<typeof setTimeout> | undefined
  #storage: StorageState | null = null
  #numbers: CheckedNumber | null = null
  #home = '' // the country that `#numbers` reads by
  #countries: Array<[string, string]> = []
  #saving: Promise<void> = Promise.resolve()
  #own: OwnPace | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.#hidden)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.#hidden)
    this.#left()
  }

  protected async reload(): Promise<void> {
    const [profile, storage] = await Promise.all([this.phone.profile(), this.phone.storage()])
    const first = this.#profile === null
    this.#profile = { ...profile, ...this.#raw }
    this.#storage = storage
    this.requestUpdate()
    if (first) await this.#first(profile)
    else await this.#readIn(this.#country(this.#profile))
  }

  async #first(profile: Fields): Promise<void> {
    await this.updateComplete
    if (this.query.get('part') === 'sync') this.querySelector('#office')?.scrollIntoView()
    await this.#readIn(this.#country(profile))
    const { countries } = await import('../domain/numbers.ts')
    this.#countries = countries().map(({ code, name }) => [code, name])
    const calls = (await this.phone.calls(null, LOOKED_AT)).filter((entry) => entry.state === 'stands').map((entry) => entry.call)
    const locale = this.#locale(profile)
    const rehearsals = await this.#rehearsals(locale).catch(() => [])
    // Rehearsals speak first and fill up what is missing: of the newest readings those in calls count.
    this.#own = ownPace([...rehearsals, ...timedReadings(calls, locale)])
    this.requestUpdate()
  }

  /** From now on numbers without a country code are of this country. */
  async #readIn(country: string): Promise<void> {
    if (country === this.#home) return
    this.#home = country
    this.#numbers = await CheckedNumber.load(country).catch(() => this.#numbers)
    this.requestUpdate()
  }

  async #rehearsals(locale: string): Promise<TimedReading[]> {
    const [{ timedTakes }, takes] = await Promise.all([import('../domain/takes.ts'), this.phone.takes()])
    return timedTakes(await takes.all(), locale)
  }

  #country(profile: Fields): string {
    return countryFor(profile, this.phone.status().paired?.office.country, navigator.languages)
  }

  #locale(profile: Fields): string {
    return profile['locale'] || this.phone.status().paired?.office.locale || 'en-US'
  }

  protected override render(): TemplateResult {
    const profile = this.#profile
    return html`<header class="head"><h1>Settings</h1></header>
      <div role="status">${this.#kept ? html`<p class="kept small">${icon('check', 'small')}Saved on this phone</p>` : nothing}</div>
      ${profile ? html`${this.#me(profile)}${this.#work(profile)}<rb-reminders .phone=${this.phone} .device=${this.device}></rb-reminders>${officePart(this.phone, this.#storage)}${safePart(this.phone, this.device, this.#storage, () => void this.reload())}` : nothing}
      <section class="small quiet foot"><p>Ringback ${__VERSION__}. Light or dark follows this phone's own setting.</p></section>`
  }

  #me(profile: Fields): TemplateResult {
    return html`<section class="stack" aria-labelledby="me"><h2 id="me" class="chapter">In your messages</h2>
      ${this.#text('spoken_name', 'Your name, as you say it', { autocomplete: 'name', autocapitalize: 'words' }, 'It fills every message.')}
      ${this.#text('company', 'Your company, as you say it', { autocomplete: 'organization', autocapitalize: 'words' })}
      ${this.#number('number', 'Number to call back')}
      <details class="disclosure" ?open=${Boolean(profile['say_as'] || profile['company_say_as'] || profile['spelling'] || profile['number_2'] || profile['calls_from'])}>
        <summary>How it is said, and another number${icon('forward', 'small')}</summary>
        <div class="stack">
          ${this.#text('say_as', 'Say it as', {}, 'Only if people stumble: it stands over your name while you read.')}
          ${this.#text('company_say_as', 'Say your company as', {})}
          ${this.#text('spelling', 'Spelled out', { autocapitalize: 'characters' }, 'For “that is H, A, L, E”. Leave it empty if nobody asks.')}
          ${this.#number('number_2', 'Another one')}
          ${this.#number('calls_from', 'What they see when you call, if it is another number')}
          ${check('hard_to_reach', 'I am hard to reach: offer a best time', profile['hard_to_reach'] === 'yes', (on) => this.#keep({ hard_to_reach: on ? 'yes' : '' }))}
          ${profile['hard_to_reach'] === 'yes' ? this.#text('best_time', 'Best time to reach you', {}, 'As you would say it: “between four and five”.') : nothing}
        </div>
      </details>
    </section>`
  }

  #work(profile: Fields): TemplateResult {
    return html`<section class="stack" aria-labelledby="work"><h2 id="work" class="chapter">How you work</h2>
      ${this.#pace(profile)}
      ${select('band', profile['band'] || '20', [['14', '8 to 14 seconds'], ['20', 'Up to 20 seconds'], ['30', 'About 30 seconds'], ['60', 'Up to a minute']], { label: 'How long a message should be' }, (band) => this.#keep({ band }))}
      <div class="pair">${this.#text('work_from', 'You call from', { type: 'time' }, '', '09:00')}${this.#text('work_to', 'to', { type: 'time' }, '', '17:30')}</div>
      ${this.#days(profile['work_days'] || '12345')}
      ${zoneSelect(profile['zone'] || deviceZone(), '', (zone) => this.#keep({ zone }), 'Where you are')}
      ${this.#countries.length ? select('country', this.#country(profile), this.#countries, { label: 'Numbers without a country code are from' }, this.#moves) : nothing}
      ${select('locale', this.#locale(profile), [['en-US', 'American English'], ['en-GB', 'British English']], { label: 'Wording of messages' }, (locale) => this.#keep({ locale }))}
      ${this.#hand(profile['hand'] === 'left' ? 'left' : 'right')}
    </section>`
  }

  #pace(profile: Fields): TemplateResult {
    const pace = Number(profile['pace']) || 150
    return html`<div class="field"><label for="f-pace">How fast you speak</label>
      <input id="f-pace" name="pace" type="range" min=${SLOWEST_SET} max=${FASTEST_SET} step="1" .value=${String(pace)} aria-describedby="h-pace" @input=${(event: Event) => this.#hold({ pace: (event.target as HTMLInputElement).value })} @change=${(event: Event) => this.#keep({ pace: (event.target as HTMLInputElement).value })} />
      <p class="hint num" id="h-pace">${pace} words a minute: ${pace < 135 ? 'calm' : pace > 165 ? 'quick, so mind your number' : 'as most people do'}</p>${this.#ownPace(pace)}</div>`
  }

  /** What the clock has seen, once it has seen enough to say. */
  #ownPace(set: number): TemplateResult | typeof nothing {
    if (!this.#own?.sure) return nothing
    const pace = Math.min(FASTEST_SET, Math.max(SLOWEST_SET, this.#own.pace))
    if (Math.abs(pace - set) < 3) return html`<p class="hint">Your last ${this.#own.readings} readings say the same.</p>`
    return html`<p class="hint num">Your last ${this.#own.readings} readings were read at ${pace}.</p>
      <button class="button" type="button" @click=${() => this.#keep({ pace: String(pace) })}>Use ${pace} words a minute</button>`
  }

  #days(days: string): TemplateResult {
    return html`<fieldset class="field"><legend>On these days</legend><div class="days">${DAYS.map((day, at) => {
      const number = String(at + 1)
      return html`<label class="chip"><input type="checkbox" aria-label=${LONG_DAYS[at]!} .checked=${days.includes(number)} @change=${() => this.#keep({ work_days: toggled(days, number) })} />${day.slice(0, 2)}</label>`
    })}</div></fieldset>`
  }

  #hand(hand: string): TemplateResult {
    const side = (value: string, words: string): TemplateResult => html`<label><input type="radio" name="hand" .checked=${hand === value} @change=${() => this.#keep({ hand: value })} />${words}</label>`
    return html`<fieldset class="field"><legend>Hand that holds the phone</legend><div class="segments">${side('left', 'Left')}${side('right', 'Right')}</div></fieldset>`
  }

  #text(field: string, label: string, look: Parameters<typeof input>[2], hint = '', otherwise = ''): TemplateResult {
    return html`<div @change=${() => this.#keep({ [field]: (this.#profile?.[field] ?? '').trim() })}>${input(field, this.#profile?.[field] || otherwise, look, { label, hint }, (value) => this.#hold({ [field]: value }))}</div>`
  }

  #number(field: string, label: string): TemplateResult {
    const kept = this.#profile?.[field] ?? ''
    const raw = this.#raw[`${field}_raw`] ?? (kept && this.#numbers ? this.#numbers.shown(kept) : kept)
    const hint = field === 'number' ? 'The one you call from, and are reached at. It is said twice.' : ''
    return html`<div @change=${() => this.#keepNumber(field)}>${input(field, raw, { type: 'tel', inputmode: 'tel', autocomplete: 'tel' }, { label, hint, error: this.#wrong[field] ?? '' }, (value) => { this.#raw[`${field}_raw`] = value; this.#wrong = {} })}</div>`
  }

  #moves = (country: string): void => {
    this.#keep({ country })
    void this.#readIn(country)
  }

  #keepNumber(field: string): void {
    const raw = this.#raw[`${field}_raw`] ?? ''
    const { number = '', ext = '' } = this.#numbers?.read(raw) ?? {}
    if (raw.trim() && !number) {
      this.#wrong = { [field]: 'This is not a whole number, so the one before is kept. Add the area code, or the country with a plus.' }
      return this.requestUpdate()
    }
    if (ext) this.#wrong = { [field]: `Kept without the extension ${ext}: a message says only the number. Give one that reaches you directly, or write the extension into your words.` }
    delete this.#raw[`${field}_raw`]
    this.#keep({ [field]: number })
  }

  /** While it is typed: on the screen, not yet kept. */
  #hold(change: Fields): void {
    Object.assign(this.#raw, change)
    this.#profile = { ...this.#profile, ...change }
    this.requestUpdate()
  }

  #hidden = (): void => void (document.visibilityState === 'hidden' && this.#left())

  /** The field that is being typed into is left as well when the page is, and when the app goes out of sight: a phone may end it there. */
  #left(): void {
    for (const [field, value] of Object.entries(this.#raw)) {
      if (field.endsWith('_raw')) this.#keepNumber(field.replace(/_raw$/, ''))
      else this.#keep({ [field]: value.trim() })
    }
  }

  /** One after the other, so that the last word on a field is the last one written. */
  #keep(change: Fields): void {
    for (const field of Object.keys(change)) delete this.#raw[field]
    this.#profile = { ...this.#profile, ...change }
    this.#saving = this.#saving.then(() => this.phone.editProfile(change)).then(this.#saved, (error: unknown) => toast(sentence(error)))
    this.requestUpdate()
  }

  #saved = (): void => {
    clearTimeout(this.#fading)
    this.#kept = true
    this.#fading = setTimeout(() => { this.#kept = false; this.requestUpdate() }, 2500)
    this.requestUpdate()
  }
}

function toggled(days: string, day: string): string {
  return days.includes(day) ? days.replace(day, '') : [...days, day].sort().join('')
}

customElements.define('rb-settings', Settings)
