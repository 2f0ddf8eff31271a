/** Joining an office, by the link of an invitation or by its short code. A secret is never left in the address, and not lost without a network. */
import { html, nothing, type TemplateResult } from 'lit'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import { Refusal, type Paired } from './phone.ts'
import { sentence } from './toast.ts'

const KEY = 'join'
const AGAIN = 30_000 // ms
type State = 'typing' | 'checking' | 'joined' | 'later'

class Join extends Page {
  #state: State = 'typing'
  #secret = ''
  #wrong = ''
  #later = ''
  #waits: ReturnType<typeof setTimeout> | undefined
  #joined: Paired | null = null
  #begun = false
  #read = false
  #again = (): void => void (this.#state === 'later' && document.visibilityState === 'visible' && this.#join())

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#again)
    document.addEventListener('visibilitychange', this.#again)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('online', this.#again)
    document.removeEventListener('visibilitychange', this.#again)
    clearTimeout(this.#waits)
  }

  protected async reload(): Promise<void> {
    if (!this.#begun) {
      this.#begun = true
      const token = this.params[0] ?? ''
      const kept = token ? null : await this.phone.draft<string>(KEY)
      this.#secret = token || kept || ''
      this.#read = true
      if (token && !this.#elsewhere()) void this.#join()
    }
    this.requestUpdate()
  }

  /** In Safari on an iPhone the app that will be installed has a store of its own: joining here would be for nothing. */
  #elsewhere(): boolean {
    const { platform, standalone } = this.device.install
    return platform === 'ios' && !standalone
  }

  protected override render(): TemplateResult {
    return html`${head('Join an office', '#/settings')}${this.#body()}`
  }

  #body(): TemplateResult {
    if (this.#joined) return welcome(this.#joined)
    const already = this.phone.status()
    return html`${already.paired && already.link !== 'signed_out' ? callout('', 'office', `This phone belongs to ${already.paired.office.name}. A new invitation as somebody else starts with a clean slate; what is kept for ${already.paired.member.name} stays.`) : nothing}
      ${this.#elsewhere() ? this.#installFirst() : nothing}
      ${this.#read ? this.#form() : nothing}`
  }

  #installFirst(): TemplateResult {
    return html`<div class="stack">${callout('warn', 'info', html`<p><strong>On an iPhone, install first.</strong></p>
      <p>The installed app does not see what is kept in Safari. Put Ringback on the home screen, open it there, and type the short code of the invitation.</p>
      <p><a class="button" href="#/install">${icon('share')}Show me how</a></p>`)}
      <p class="quiet small">Only trying it out in Safari? Then join here.</p></div>`
  }

  #form(): TemplateResult {
    const checking = this.#state === 'checking'
    const link = this.#secret.length > 12
    return html`<form class="form stack" @submit=${this.#submit} novalidate>
      ${link ? html`<p>You opened an invitation.</p>` : html`<div class="field">
        <label for="code">Code of the invitation</label>
        <input id="code" class="code" name="code" .value=${spaced(this.#secret)} autocomplete="one-time-code" autocapitalize="characters" autocorrect="off" spellcheck="false" enterkeyhint="go" maxlength="300"
          aria-describedby="code-help" aria-invalid=${this.#wrong ? 'true' : nothing} @input=${this.#type} />
        <p class="hint" id="code-help">Eight letters and digits. Small or capital, with or without the dash: all the same.</p>
      </div>`}
      <div role="status">${checking ? html`<p class="quiet">Asking the office…</p>` : nothing}</div>
      ${this.#state === 'later' ? callout('', 'offline', html`<p>${this.#later}</p><p>Your invitation is kept on this phone. While this page is open it is tried again by itself.</p>`) : nothing}
      ${this.#wrong ? html`<div role="alert">${callout('bad', 'warning', this.#wrong)}</div>` : nothing}
      <div class="thumb"><button class="button primary" type="submit" aria-disabled=${checking ? 'true' : 'false'}>${this.#state === 'later' ? 'Try again' : 'Join'}</button></div>
    </form>`
  }

  #type = (event: Event): void => {
    const field = event.target as HTMLInputElement
    this.#secret = plain(field.value)
    this.#wrong = ''
    this.#state = 'typing'
    void this.phone.keepDraft(KEY, this.#secret || null)
    this.requestUpdate()
  }

  #submit = (event: Event): void => {
    event.preventDefault()
    if (this.#state === 'checking') return
    if (!this.#secret) return this.#refuse('Type the code of your invitation first. The lead of your office makes one for you.')
    void this.#join()
  }

  async #join(): Promise<void> {
    this.#state = 'checking'
    this.#wrong = ''
    this.requestUpdate()
    await this.phone.keepDraft(KEY, this.#secret)
    try {
      this.#joined = await this.phone.pair(this.#secret)
      this.#state = 'joined'
      await this.phone.keepDraft(KEY, null)
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'network') this.#wait(error.message)
      else await this.#failed(error)
    }
    this.requestUpdate()
    if (this.#joined) void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus())
  }

  /** A hotel that lets one through, or an office that is up again, sends no event. */
  #wait(why: string): void {
    this.#state = 'later'
    this.#later = why
    clearTimeout(this.#waits)
    if (this.isConnected) this.#waits = setTimeout(this.#again, AGAIN)
  }

  /** A link that is used up is not offered again; a code stays to be mended. */
  async #failed(error: unknown): Promise<void> {
    if (this.#secret.length > 12 && error instanceof Refusal && error.kind === 'invitation') {
      this.#secret = ''
      await this.phone.keepDraft(KEY, null)
    }
    this.#refuse(sentence(error))
  }

  #refuse(why: string): void {
    this.#state = 'typing'
    this.#wrong = why
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector('input')?.focus())
  }
}

function welcome({ office, member }: Paired): TemplateResult {
  const lead = member.role === 'lead'
  return html`${callout('good', 'check', html`<p><strong>You are in: ${office.name}.</strong></p><p>This phone now writes as ${member.name}. Templates and prospects are coming in; what you had logged here is on its way.</p>`)}
    ${lead ? html`<section class="stack"><h2>As the lead</h2><p class="quiet">Invite your people and look at the log from a computer, or from here.</p><a class="button" href="/office">${icon('office')}Open the office</a></section>` : nothing}
    <div class="thumb"><a class="button primary" href="#/">Go to Today</a></div>`
}

/** A whole link may be pasted, and people type dashes, spaces and small letters. */
function plain(typed: string): string {
  const link = /#\/join\/([\w-]{20,})/.exec(typed)
  if (link) return link[1]!
  return typed.length > 20 ? typed.trim() : typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

function spaced(code: string): string {
  return code.length > 4 && code.length <= 12 ? `${code.slice(0, 4)}-${code.slice(4)}` : code
}

customElements.define('rb-join', Join)
