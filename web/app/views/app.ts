/** The frame: which page is shown, the bar, the lines above, the toast. Pages know nothing of it. */
import { html, LitElement, nothing, render, type PropertyValues, type TemplateResult } from 'lit'
import type { Fields } from '../domain/records.ts'
import type { Device } from './device.ts'
import { justDialled } from './dial.ts'
import { keepFocus } from './keep_focus.ts'
import { bar } from './nav.ts'
import { notices } from './notices.ts'
import { go, type Page } from './page.ts'
import type { Phone } from './phone.ts'
import { watchRoom } from './room.ts'
import { place, type Place } from './routes.ts'
import { visit, type Visit } from './scroll.ts'
import { sentence, type Toast } from './toast.ts'
import './today.ts'

const LATE = 1_000 // ms, after which a page that is still being loaded says so

export class App extends LitElement {
  static override properties = { phone: { attribute: false }, device: { attribute: false }, trouble: {}, here: { state: true }, word: { state: true } }
  declare phone: Phone | undefined
  declare device: Device | undefined
  /** A sentence that says why nothing can be kept here. Shown instead of everything else: better before anything is typed than after. */
  declare trouble: string
  declare here: Place
  declare word: Toast | null
  #page: HTMLElement | null = null
  #fading: ReturnType<typeof setTimeout> | undefined
  #keeper: MutationObserver | null = null
  #visit: Visit = { restore: () => {} }

  constructor() {
    super()
    this.trouble = ''
    this.word = null
    this.here = place(location.hash)
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    watchRoom(this)
    keepFocus(this, () => this.#page, () => this.#focus())
    addEventListener('hashchange', this.#moved)
    addEventListener('toast', this.#say)
    addEventListener('unhandledrejection', this.#failed)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#moved)
    removeEventListener('toast', this.#say)
    removeEventListener('unhandledrejection', this.#failed)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('phone') || !this.phone) return
    this.device?.onReturn(returned)
    this.phone.changes.addEventListener('change', () => this.#refresh())
    this.#refresh()
    void this.#show(true)
  }

  protected override render(): TemplateResult {
    if (this.trouble) return troubled(this.trouble)
    this.classList.toggle('alone', Boolean(this.here.route.alone))
    return html`<button class="skip" type="button" @click=${() => this.#focus()}>Go to the page</button>
      <aside class="notices" aria-label="Notices">${this.phone ? notices(this.phone) : nothing}</aside>
      <main>${this.#page}</main>
      ${bar(this.here.route.tab)}
      <div role="status">${this.word ? this.#toast(this.word) : nothing}</div>`
  }

  #toast(word: Toast): TemplateResult {
    return html`<div class="toast ${word.acts?.length ? 'more' : ''}" @pointerenter=${this.#hold} @focusin=${this.#hold} @pointerleave=${this.#fade} @focusout=${this.#fade}>
      <span>${word.text}</span>
      ${word.acts?.map(({ label, href, run }) => href ? html`<a href=${href}>${label}</a>` : html`<button type="button" @click=${() => void run?.()}>${label}</button>`) ?? nothing}
      ${word.undo ? html`<button type="button" @click=${() => this.#undo(word)}>${word.label ?? 'Undo'}</button>` : nothing}
    </div>`
  }

  /** A sheet goes with the page that it was opened on: what it asks would be about somebody else now. */
  #moved = (): void => {
    for (const sheet of document.querySelectorAll<HTMLDialogElement>('body > dialog')) sheet.close('')
    this.#visit = visit()
    this.here = place(location.hash)
    if (this.phone) void this.#show(false)
  }

  /** Puts the page of this address up. A page that cannot be loaded says so and leaves everything else alone. */
  async #show(first: boolean): Promise<void> {
    const here = this.here
    if (here.route.tag === 'rb-join' && here.params.length) history.replaceState(history.state, '', '#/join') // a secret does not stay in the address
    let awaited = true
    setTimeout(() => awaited && here === this.here && this.#put(standIn('This page is on its way', 'It is still being fetched, and comes by itself.')), LATE)
    try {
      await here.route.load?.()
    } catch {
      if (here === this.here) this.#put(standIn('This page is not here yet', 'It could not be loaded. Go to Today and come back when there is a network.'))
      return
    } finally {
      awaited = false
    }
    if (here !== this.here) return
    const page = Object.assign(document.createElement(here.route.tag) as Page, { phone: this.phone, device: this.device, params: here.params, query: here.query })
    document.title = `${here.route.title} · Ringback`
    this.#put(page)
    if (!first) await this.#arrive(page)
  }

  #put(page: HTMLElement): void {
    page.classList.add('page')
    this.#page = page
    this.requestUpdate()
  }

  async #arrive(page: Page): Promise<void> {
    await this.updateComplete
    await page.updateComplete
    if (page !== this.#page) return
    if (!page.contains(document.activeElement)) this.#focus()
    this.#watch(page)
    this.#visit.restore()
  }

  /** A page that has read what it shows may put a new heading in place of the first one: the focus stays with it until the rep acts. */
  #watch(page: Page): void {
    this.#keeper?.disconnect()
    const keeper = new MutationObserver(() => document.activeElement === document.body && this.#focus())
    keeper.observe(page, { childList: true, subtree: true })
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, () => keeper.disconnect(), { once: true, capture: true })
    this.#keeper = keeper
  }

  #focus(): void {
    const title = this.#page?.querySelector('h1')
    title?.setAttribute('tabindex', '-1')
    title?.focus({ preventScroll: true })
  }

  /** What the rep chose for the whole app: which hand holds the phone. */
  #refresh(): void {
    this.requestUpdate()
    const last = this.phone?.lastToday()
    if (last) held(last.profile)
    void this.phone?.profile().then(held)
  }

  #say = (event: Event): void => {
    this.word = (event as CustomEvent<Toast | null>).detail
    this.#fade()
  }

  #hold = (): void => clearTimeout(this.#fading)
  #fade = (): void => {
    clearTimeout(this.#fading)
    this.#fading = setTimeout(() => (this.word = null), this.word?.undo ? 10_000 : 5_000)
  }

  async #undo(word: Toast): Promise<void> {
    this.word = null
    try {
      await word.undo?.()
    } catch (error) {
      this.word = { text: sentence(error) }
      this.#fade()
    }
  }

  /** A refusal is an answer for the rep, not an accident: it is said here, and the browser need not say it again. */
  #failed = (event: PromiseRejectionEvent): void => {
    if (event.reason instanceof Error && 'kind' in event.reason) event.preventDefault()
    this.word = { text: sentence(event.reason) }
    this.#fade()
  }
}

/** In place of a page whose code is not on this phone yet: only before the first complete load, or after the cache was cleared. */
function standIn(title: string, why: string): HTMLElement {
  const page = document.createElement('div')
  render(html`<header class="head"><h1>${title}</h1></header><p>${why} What you saved is safe on this phone.</p>`, page)
  return page
}

/** Which hand holds the phone: the buttons come to its thumb. */
function held({ hand }: Fields): void {
  document.documentElement.dataset.hand = hand === 'left' ? 'left' : 'right'
}

/** Back from the dialler: what happened is asked at once. */
function returned(): void {
  const whom = justDialled()
  if (whom) go(`/log/${whom}`)
}

function troubled(sentence: string): TemplateResult {
  return html`<main class="page trouble">
    <header class="head"><h1>Ringback cannot keep anything here</h1></header>
    <p>${sentence}</p>
    <button class="button wide" type="button" @click=${() => location.reload()}>Try again</button>
  </main>`
}

customElements.define('rb-app', App)
