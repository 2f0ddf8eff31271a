/** How to put Ringback on the home screen, on the machine that is being held, with the signs to look for. */
import { html, nothing, type TemplateResult } from 'lit'
import { icon, type IconName } from './icons.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import { toast } from './toast.ts'

type Platform = 'ios' | 'android' | 'desktop'
const NAMES: Array<[Platform, string]> = [['ios', 'iPhone'], ['android', 'Android'], ['desktop', 'Computer']]
interface Step { words: TemplateResult | string; sign?: IconName; label?: string }

const STEPS: Record<Platform, Step[]> = {
  ios: [
    { words: 'Open this page in Safari and tap Share, at the foot of the screen.', sign: 'share', label: 'Share' },
    { words: 'Scroll down and choose “Add to Home Screen”.', sign: 'addBox', label: 'Add to Home Screen' },
    { words: 'Tap Add. Then open Ringback from the home screen.' },
    { words: html`Join your office there, with the short code: the app on the home screen does not see what Safari has kept.` },
  ],
  android: [
    { words: 'Open this page in Chrome and tap the three points, at the top.', sign: 'dots', label: 'Menu' },
    { words: 'Choose “Add to home screen”, then “Install”.', sign: 'screen', label: 'Install' },
    { words: 'Open Ringback from the home screen. What you kept here is there, too.' },
  ],
  desktop: [
    { words: 'In Chrome or Edge, click the sign at the right end of the address bar.', sign: 'screen', label: 'Install' },
    { words: 'Choose Install. Ringback opens in a window of its own.' },
  ],
}

class InstallHelp extends Page {
  #chosen: Platform | null = null
  #off: (() => void) | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    this.#off = this.device.install.onChange(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#off?.()
  }

  protected async reload(): Promise<void> {
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    const { platform, standalone } = this.device.install
    const chosen = this.#chosen ?? platform
    return html`${head('Install Ringback', '#/settings')}
      ${standalone ? callout('good', 'check', 'Ringback is installed: you are looking at it.') : html`<p class="quiet">It then opens like any other app, works with no signal, and the browser keeps what is stored.</p>`}
      <section class="stack" aria-label="Steps">
        <div class="segments" role="group" aria-label="Which machine">${NAMES.map(([each, name]) => html`<button type="button" aria-pressed=${each === chosen} @click=${() => { this.#chosen = each; this.requestUpdate() }}>${name}</button>`)}</div>
        <ol class="steps">${STEPS[chosen].map(step)}</ol>
      </section>
      ${this.device.install.canPrompt() && !standalone ? html`<div class="thumb"><button class="button primary" type="button" @click=${() => void this.#install()}>${icon('addBox')}Install now</button></div>` : nothing}`
  }

  async #install(): Promise<void> {
    toast(await this.device.install.prompt() ? 'Installed. Open it from the home screen.' : 'Not installed. It can be done at any time.')
    this.requestUpdate()
  }
}

function step({ words, sign, label }: Step): TemplateResult {
  return html`<li><p>${words}</p>${sign ? html`<p class="sign">${icon(sign)}<span>${label}</span></p>` : nothing}</li>`
}

customElements.define('rb-install', InstallHelp)
