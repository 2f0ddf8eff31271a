/** One template: its words, its length, its versions, and the way to a prospect. `/edit` is the editor. */
import { html, nothing, type TemplateResult } from 'lit'
import { BANDS } from '../domain/bands.ts'
import { FAMILY } from '../domain/families.ts'
import type { Fields, Template, Version } from '../domain/records.ts'
import { deviceZone, whenText } from '../domain/timing.ts'
import { lengthAgainst } from './band_parts.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { nameOr } from '../domain/names.ts'
import { callout, head } from './parts.ts'
import type { ProspectLine } from './phone.ts'
import { secondsOf } from './prepared.ts'
import { SECTION_LABEL } from './section_labels.ts'
import './template_editor.ts'
import { markedText, sampleText } from './template_text.ts'
import { sentence, toast } from './toast.ts'

class TemplatePage extends Page {
  #template: Template | null = null
  #versions: Version[] = []
  #profile: Fields = {}
  #found: ProspectLine[] = []
  #loaded = false

  get #id(): string { return this.params[0] ?? '' }

  protected override async reload(): Promise<void> {
    const [both, profile] = await Promise.all([this.#id === 'new' ? null : this.phone.template(this.#id), this.phone.profile()])
    this.#template = both?.template ?? null
    this.#versions = [...(both?.versions ?? [])].sort((a, b) => b.number - a.number)
    this.#profile = profile
    this.#loaded = true
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    if (this.params[1] === 'edit') return html`<rb-template-editor .phone=${this.phone} .device=${this.device} .params=${this.params} .query=${this.query}></rb-template-editor>`
    if (!this.#loaded) return html``
    const template = this.#template
    const version = this.#versions.find((each) => each.id === template?.current) ?? this.#versions[0]
    if (!template || !version) return html`${head('Template', '#/templates')}${callout('', 'info', 'This template is not on this phone. It may have been yours on another phone, or not have arrived yet.')}`
    return html`${head(template.name, '#/templates')}
      <p class="cluster marks"><span class="tag">${FAMILY[template.family].label}</span>${template.variant ? html`<span class="tag">version ${template.variant}</span>` : nothing}<span class="tag">${template.owner_id ? 'your own' : 'shared by the office'}</span>${template.retired ? html`<span class="tag far">retired</span>` : nothing}</p>
      ${template.note ? html`<p class="template-note">${readable(template.note)}</p>` : nothing}
      ${template.family === 'email' ? nothing : html`<section class="card">${lengthAgainst(secondsOf(sampleText(version.sections), this.#profile), BANDS[template.band])}<p class="quiet small">Timed with usual names and a ten-digit number, at your pace.</p></section>`}
      ${this.#sections(version)}
      ${this.#acts(template)}
      ${this.#history(template)}
      ${template.retired ? nothing : html`<div class="thumb"><button class="button primary" type="button" @click=${this.#useFor}>${icon('people')} Use it for …</button></div>`}
      ${this.#sheet()}`
  }

  #sections(version: Version): TemplateResult {
    return html`<section aria-label="The words"><ol class="sections">${version.sections.map((section) => html`<li><span class="section-name">${SECTION_LABEL[section.kind]}</span>
      <p class="words">${markedText(section)}</p></li>`)}</ol></section>`
  }

  #acts(template: Template): TemplateResult {
    const mine = template.owner_id !== null || this.#lead()
    return html`<div class="cluster template-acts">
      ${mine ? html`<a class="button" href="#/template/${template.id}/edit">${icon('edit')} Edit</a>` : nothing}
      <a class="button" href="#/template/new/edit?from=${template.id}">${icon('copy')} Make my own copy</a>
      ${mine ? html`<button class="button quiet" type="button" @click=${() => void this.#retire(!template.retired)}>${template.retired ? 'Bring it back' : 'Retire it'}</button>` : nothing}
    </div>`
  }

  #history(template: Template): TemplateResult | typeof nothing {
    if (this.#versions.length < 2) return nothing
    return html`<details class="disclosure"><summary>${this.#versions.length} versions ${icon('forward', 'small')}</summary>
      <ol class="entries">${this.#versions.map((version) => html`<li class="entry ${version.id === template.current ? 'answered' : ''}">
        <p class="row-title">Version ${version.number}${version.id === template.current ? ', in use' : ''}</p><p class="row-note">${version.author}${version.published_at ? `, ${whenText(new Date(version.published_at), deviceZone(), new Date())}` : ''}</p>
        <details><summary>Its words</summary><div class="stack close">${version.sections.map((section) => html`<p class="words">${markedText(section)}</p>`)}</div></details></li>`)}</ol></details>`
  }

  #sheet(): TemplateResult {
    return html`<dialog class="sheet use-for" aria-labelledby="use-title">
      <h2 id="use-title">Use it for whom?</h2>
      <label class="search">${icon('search')}<span class="vh">Name, company or digits</span><input type="search" placeholder="Name, company or digits" autocomplete="off" @input=${this.#search}></label>
      <ul class="list">${this.#found.map((line) => html`<li class="row"><div class="row-main"><a class="row-title" href="#/prepare/${line.id}?template=${this.#id}">${nameOr(line)}</a><span class="row-note">${line.company}</span></div></li>`)}</ul>
      <div class="sheet-acts"><button class="button quiet" type="button" @click=${(event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close()}>Not now</button></div>
    </dialog>`
  }

  #useFor = async (): Promise<void> => {
    const { lines } = await this.phone.callList(8)
    this.#found = lines.length > 0 ? lines : (await this.phone.prospects(0, 8)).lines
    this.requestUpdate()
    this.querySelector<HTMLDialogElement>('dialog.use-for')?.showModal()
    this.querySelector<HTMLElement>('dialog.use-for input')?.focus()
  }

  #search = async (event: InputEvent): Promise<void> => {
    const query = (event.target as HTMLInputElement).value.trim()
    this.#found = query ? await this.phone.search(query, 8) : (await this.phone.prospects(0, 8)).lines
    this.requestUpdate()
  }

  async #retire(retired: boolean): Promise<void> {
    try {
      await this.phone.retireTemplate(this.#id, retired)
      if (retired) this.leadOn('/templates', true)
      toast(retired ? 'Retired. Messages that used it stay in the log.' : 'Back in the library.', () => this.phone.retireTemplate(this.#id, !retired))
    } catch (error) {
      toast(sentence(error))
    }
  }

  #lead(): boolean { return this.phone.status().paired?.member.role === 'lead' }
}

/** A note names fields in braces; people read their names. */
function readable(note: string): unknown {
  return note.split(/\{([a-z0-9_]+)\}/).map((part, at) => (at % 2 ? html`<span class="field-mark">${part.replace(/_/g, ' ')}</span>` : part))
}

customElements.define('rb-template', TemplatePage)
