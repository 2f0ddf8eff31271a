/** The part of Settings that says how a promise reaches the rep, and which of the three ways stand. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ago } from '../domain/moments.ts'
import type { Device } from './device.ts'
import { icon } from './icons.ts'
import { callout } from './parts.ts'
import type { Legs, Phone, PushLeg, Reminders } from './phone.ts'
import { ask } from './sheet.ts'
import { sentence, toast } from './toast.ts'

const PUSH: Record<PushLeg, { words: string; note: string }> = {
  armed: { words: 'Armed', note: 'A test has come back. A promise that is due rings here, also when Ringback is closed.' },
  unproven: { words: 'Not proven yet', note: 'Switched on, but no test has come back yet. Send one.' },
  off: { words: 'Off', note: 'A promise that is due shows on Today, and nowhere else.' },
  blocked: { words: 'Blocked', note: 'Notifications are blocked for Ringback. Allow them in the settings of your browser or phone.' },
  none: { words: 'Not possible here', note: 'This browser receives no notifications for Ringback.' },
}

type Doing = 'on' | 'off' | 'test' | 'calendar'
type Way = 'push' | 'calendar'

export class RemindersPart extends LitElement {
  static override properties = { phone: { attribute: false }, device: { attribute: false }, legs: { state: true }, busy: { state: true }, wrong: { state: true }, address: { state: true } }
  declare phone: Phone
  declare device: Device
  declare legs: Legs | null
  declare busy: Record<Way, Doing | ''>
  declare wrong: string
  declare address: string

  constructor() {
    super()
    this.legs = null
    this.busy = { push: '', calendar: '' }
    this.wrong = ''
    this.address = ''
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.phone.status().paired) void this.#look()
  }

  protected override render(): TemplateResult {
    return html`<section class="stack" id="reminders" aria-labelledby="reminders-head"><h2 id="reminders-head" class="chapter">Reminders</h2>
      <p class="quiet">Three ways in which a promise reaches you. Each stands for itself.</p>
      ${this.phone.status().paired ? html`${this.#push()}${this.#calendar()}` : html`<p class="quiet">Notifications and a calendar of your own come with an office.</p>`}
      ${this.wrong ? html`<div role="alert">${callout('warn', 'warning', this.wrong)}</div>` : nothing}
      <div><h3>In the app</h3><p><strong>Armed</strong></p><p class="quiet small">What is due stands on Today until it is done, with no network at all.</p></div>
    </section>`
  }

  #push(): TemplateResult {
    const leg = this.legs?.push
    return html`<div class="stack close" aria-live="polite"><h3>Notifications</h3>
      ${leg ? html`<p><strong>${PUSH[leg].words}</strong></p><p class="quiet small">${this.legs!.trouble || PUSH[leg].note}</p>` : html`<p class="quiet">${this.busy.push === '' && this.wrong ? 'Not known without the office.' : 'Asking the office…'}</p>`}
      ${leg === 'none' && !this.device.install.standalone ? html`<p><a class="button" href="#/install">${icon('addBox')}Install Ringback first</a></p>` : nothing}
      ${this.busy.push === 'on' || this.busy.push === 'test' ? html`<p class="quiet" role="status">Waiting for the test to come back…</p>` : nothing}
      <div class="cluster">
        ${leg === 'off' ? this.#button('on', 'Switch on', true, (reminders) => reminders.switchOn()) : nothing}
        ${leg === 'armed' || leg === 'unproven' ? this.#button('test', 'Send a test', leg === 'unproven', (reminders) => reminders.test()) : nothing}
        ${leg === 'armed' || leg === 'unproven' ? this.#button('off', 'Switch off', false, (reminders) => reminders.switchOff()) : nothing}
      </div></div>`
  }

  #calendar(): TemplateResult | typeof nothing {
    const calendar = this.legs?.calendar
    if (!calendar) return nothing
    const fetched = calendar.fetchedAt ? `Last read ${ago(calendar.fetchedAt, new Date())}.` : 'No calendar has read it yet.'
    return html`<div class="stack close"><h3>Your calendar</h3>
      <p><strong>${calendar.subscribed ? 'Armed' : 'Off'}</strong></p>
      <p class="quiet small">${calendar.subscribed ? fetched : 'A private address that your calendar subscribes to: every promise with an alarm.'} Whoever runs that calendar can read the names in it.</p>
      ${this.address ? html`<div class="field"><label for="calendar-address">The address. It is shown only now</label><input id="calendar-address" readonly .value=${this.address} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></div>
        <button class="button" type="button" @click=${() => void this.#copy()}>Copy the address</button>` : nothing}
      <div class="cluster">
        ${this.#button('calendar', calendar.subscribed ? 'Make a new address' : 'Make an address', false, (reminders) => this.#make(reminders))}
        ${calendar.subscribed ? this.#button('calendar', 'Take it back', false, (reminders) => this.#forget(reminders)) : nothing}
      </div></div>`
  }

  #button(what: Doing, words: string, primary: boolean, act: (reminders: Reminders) => Promise<Legs>): TemplateResult {
    return html`<button class="button ${primary ? 'primary' : ''}" type="button" aria-disabled=${this.busy[wayOf(what)] ? 'true' : 'false'} @click=${() => void this.#do(what, act)}>${words}</button>`
  }

  async #make(reminders: Reminders): Promise<Legs> {
    const sure = !this.legs?.calendar.subscribed || await ask({ title: 'Make a new address?', body: 'The old one shows nothing any more.', yes: 'Make a new one', no: 'Keep the old one' })
    if (sure) this.address = await reminders.makeCalendar()
    return reminders.legs()
  }

  async #forget(reminders: Reminders): Promise<Legs> {
    await reminders.forgetCalendar()
    this.address = ''
    return reminders.legs()
  }

  async #copy(): Promise<void> {
    toast(await this.device.copy(this.address) ? 'Copied. Paste it where your calendar asks for a subscription.' : 'Copying is not allowed here: select the address and copy it.')
  }

  async #look(): Promise<void> {
    try {
      this.legs = await (await this.phone.reminders()).legs()
    } catch (error) {
      this.wrong = sentence(error)
    }
  }

  /** One thing at a time for each way: a push service that does not answer holds up no calendar. */
  async #do(what: Doing, act: (reminders: Reminders) => Promise<Legs>): Promise<void> {
    const way = wayOf(what)
    if (this.busy[way]) return
    this.busy = { ...this.busy, [way]: what }
    this.wrong = ''
    try {
      this.legs = await act(await this.phone.reminders())
      if (what === 'on' || what === 'test') toast(this.legs.push === 'armed' ? 'The test came back: notifications are armed.' : 'The test has not come back yet. Send another one in a minute.')
    } catch (error) {
      this.wrong = sentence(error)
      if (!this.isConnected) toast(this.wrong) // the rep has gone on to another page
    }
    this.busy = { ...this.busy, [way]: '' }
  }
}

function wayOf(what: Doing): Way {
  return what === 'calendar' ? 'calendar' : 'push'
}

customElements.define('rb-reminders', RemindersPart)
