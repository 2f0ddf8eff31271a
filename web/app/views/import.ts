import { html } from 'lit'
import { Page } from './page.ts'
class Thin extends Page {
  protected async reload(): Promise<void> { this.requestUpdate() }
  protected override render() { return html`<h1>import</h1>` }
}
customElements.define('rb-import', Thin)
