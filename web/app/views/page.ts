/** What every page of the phone shares: it lives in the light DOM, is given the phone, and reads again when something changed, and when the rep comes
 *  back: it may be another day. */
import { LitElement } from 'lit'
import type { Device } from './device.ts'
import type { Phone } from './phone.ts'

export abstract class Page extends LitElement {
  static override properties = { phone: { attribute: false }, device: { attribute: false }, params: { attribute: false }, query: { attribute: false } }
  declare phone: Phone
  declare device: Device
  /** Of the address: `#/prospect/ID/edit` gives `["ID", "edit"]`. */
  declare params: string[]
  declare query: URLSearchParams
  #changed = (): void => void this.#read()
  #leave = (): void => {}
  #address = ''
  #reading = false
  #again = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#address = location.hash
    this.phone.changes.addEventListener('change', this.#changed)
    this.#leave = this.device.onReturn(this.#changed)
    void this.#read()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.phone.changes.removeEventListener('change', this.#changed)
    this.#leave()
  }

  /** One at a time: an earlier reading that ends late must not put back what the rep has changed since. */
  async #read(): Promise<void> {
    this.#again = true
    if (this.#reading) return
    this.#reading = true
    try {
      while (this.#again && this.isConnected) {
        this.#again = false
        await this.reload()
      }
    } finally {
      this.#reading = false
    }
  }

  /** Read what this page shows, then `requestUpdate()`. */
  protected abstract reload(): Promise<void>

  /** The same page under another address: no step back. */
  protected moveTo(path: string): void {
    history.replaceState(history.state, '', `#${path}`)
    this.#address = location.hash
  }

  /** The rep is here, and not on the way to a page that is still loading. */
  protected get stays(): boolean { return this.isConnected && location.hash === this.#address }

  /** What was asked for here is done: on to `path`, unless the rep is busy elsewhere by now. */
  protected leadOn(path: string, replace = false): void {
    if (this.stays) go(path, replace)
  }
}

/** Go to another page of the phone: `go('/prospect/ID')`. `replace` leaves no step back. */
export function go(path: string, replace = false): void {
  if (replace) location.replace(`#${path}`)
  else location.hash = path
}
