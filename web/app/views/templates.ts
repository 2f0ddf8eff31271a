/** The library: the office's templates and the rep's own, by family, each with its length. */
import { html, nothing, type TemplateResult } from 'lit'
import { BANDS } from '../domain/bands.ts'
import { FAMILY } from '../domain/families.ts'
import { FAMILIES, type Family, type Fields, type Section, type Template, type Version } from '../domain/records.ts'
import { plain } from '../domain/names.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { secondsOf } from './prepared.ts'
import { markedText, sampleText } from './template_text.ts'

class Templates extends Page {
  #templates: Template[] = []
  #versions = new Map<string, Version>()
  #profile: Fields = {}
  #query = ''
  #family: Family | '' = ''
  #loaded = false

  protected override async reload(): Promise<void> {
    const [templates, profile] = await Promise.all([this.phone.templates(), this.phone.profile()])
    const versions = await Promise.all(templates.map((template) => this.phone.version(template.current)))
    this.#templates = templates
    this.#profile = profile
    this.#versions = new Map(versions.filter((version) => version !== null).map((version) => [version.id, version]))
    this.#loaded = true
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    const shown = this.#templates.filter((template) => !template.retired && this.#fits(template))
    const families = FAMILIES.filter((family) => this.#templates.some((template) => template.family === family && !template.retired))
    return html`<header class="head"><h1>Templates</h1><a class="button new-template" href="#/template/new/edit">${icon('plus')} New</a></header>
      <label class="search">${icon('search')}<span class="vh">Search the templates</span><input type="search" placeholder="Name or words" autocomplete="off" .value=${this.#query} @input=${this.#search}></label>
      ${families.length > 1 ? html`<div class="chips families" role="radiogroup" aria-label="Family">${this.#chip('', 'All')}${families.map((family) => this.#chip(family, FAMILY[family].label))}</div>` : nothing}
      <p class="vh" role="status">${shown.length} templates</p>
      ${families.map((family) => this.#group(family, shown.filter((template) => template.family === family)))}
      ${this.#templates.length === 0 ? this.#empty() : shown.length === 0 ? html`<div class="empty"><h2>Nothing found</h2><p>No template has these words.</p></div>` : nothing}
      ${this.#retired()}
      <p><a class="link-button" href="#/advice">The advice behind the templates and the coach</a></p>`
  }

  #group(family: Family, templates: Template[]): TemplateResult | typeof nothing {
    if (templates.length === 0) return nothing
    return html`<section><div class="section-head"><h2>${FAMILY[family].label}</h2></div><p class="quiet small family-about">${FAMILY[family].about}</p>
      <ul class="list">${templates.map((template) => this.#row(template))}</ul></section>`
  }

  #row(template: Template): TemplateResult {
    const version = this.#versions.get(template.current)
    const seconds = version ? Math.round(secondsOf(sampleText(version.sections), this.#profile)) : null
    return html`<li class="row template-row">
      <div class="row-main"><a class="row-title" href="#/template/${template.id}">${template.name}</a><span class="row-note heart">${version ? heartOf(version.sections).map((section) => html`${markedText(section)} `) : nothing}</span>
        <span class="marks">${template.variant ? html`<span class="tag">version ${template.variant}</span>` : nothing}${template.owner_id ? html`<span class="tag">your own</span>` : nothing}${template.tags.includes('humour') ? html`<span class="tag">with a smile</span>` : nothing}</span></div>
      <div class="row-side num">${template.family === 'email' || seconds === null ? nothing : html`<span class="seconds-of"><b>${seconds} s</b><small>up to ${BANDS[template.band].to}</small></span>`}${icon('forward', 'small')}</div>
    </li>`
  }

  #retired(): TemplateResult | typeof nothing {
    const retired = this.#templates.filter((template) => template.retired)
    if (retired.length === 0) return nothing
    return html`<details class="disclosure"><summary>Retired (${retired.length}) ${icon('forward', 'small')}</summary><ul class="list">${retired.map((template) => this.#row(template))}</ul></details>`
  }

  #empty(): TemplateResult {
    return html`<div class="empty"><h2>No templates here yet</h2><p>They come from your office when you join it. You can write the first one yourself: five short sections and your number twice.</p>
      <a class="button" href="#/template/new/edit">${icon('edit')} Write the first one</a></div>`
  }

  #chip(family: Family | '', label: string): TemplateResult {
    return html`<label class="chip"><input type="radio" name="family" .checked=${this.#family === family} @change=${() => this.#choose(family)}>${label}</label>`
  }

  #choose(family: Family | ''): void {
    this.#family = family
    this.requestUpdate()
  }

  #search = (event: InputEvent): void => {
    this.#query = (event.target as HTMLInputElement).value
    this.requestUpdate()
  }

  #fits(template: Template): boolean {
    if (this.#family && template.family !== this.#family) return false
    const words = plain(this.#query).split(/\s+/).filter(Boolean)
    const version = this.#versions.get(template.current)
    const text = plain(`${template.name} ${FAMILY[template.family].label} ${template.tags.join(' ')} ${version?.sections.map((section) => section.text).join(' ') ?? ''}`)
    return words.every((word) => text.includes(word))
  }
}

/** What sets a template apart: greetings and numbers are much the same everywhere. */
function heartOf(sections: readonly Section[]): Section[] {
  const heart = sections.filter((section) => HEART.has(section.kind))
  return (heart.length > 0 ? heart : sections).slice(0, 2)
}

const HEART = new Set(['context', 'reason', 'bridge', 'question', 'subject'])

customElements.define('rb-templates', Templates)
