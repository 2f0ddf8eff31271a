/** Writing a template: sections that move by buttons, fields put in by a tap, seconds that change as you type. */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { BAND_NAMES, BANDS, bandWords } from '../domain/bands.ts'
import { FAMILY } from '../domain/families.ts'
import { fieldLabel, KNOWN_FIELDS } from '../domain/fill.ts'
import { uuid7 } from '../domain/ids.ts'
import { FAMILIES, type BandName, type Family, type Fields, type SectionKind, type Version } from '../domain/records.ts'
import { blankDraft, copyOf, draftOf, kindsFor, moved, saveOf, troubles, withAgain, withFamily, without, withSection, type TemplateDraft } from '../domain/template_draft.ts'
import { lengthAgainst } from './band_parts.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import { secondsOf } from './prepared.ts'
import { SECTION_LABEL } from './section_labels.ts'
import { sampleText } from './template_text.ts'
import { sentence, toast } from './toast.ts'

class TemplateEditor extends Page {
  #draft: TemplateDraft | null = null
  #current: Version | null = null // in use now: another phone may have saved since
  #profile: Fields = {}
  #at = 0 // the section that a field is put into
  #troubles: string[] = []
  #busy = false
  #loaded = false

  get #id(): string { return this.params[0] ?? 'new' }
  get #key(): string { return `template:${this.#id}${this.query.get('from') ? `:${this.query.get('from')}` : ''}` }
  get #lead(): boolean { return this.phone.status().paired?.member.role === 'lead' }

  protected override async reload(): Promise<void> {
    const from = this.#id === 'new' ? this.query.get('from') : this.#id
    const [both, profile] = await Promise.all([from ? this.phone.template(from) : null, this.phone.profile()])
    this.#current = both?.versions.find((version) => version.id === both.template.current) ?? null
    this.#profile = profile
    if (!this.#loaded) {
      const kept = await this.phone.draft<TemplateDraft>(this.#key)
      const fresh = both && this.#current ? (this.#id === 'new' ? copyOf(both.template, this.#current, newId()) : draftOf(both.template, this.#current)) : blankDraft(newId(), profile['locale'] || 'en-US')
      this.#draft = kept ?? (this.#id !== 'new' && !both ? null : fresh)
      this.#loaded = true
    }
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    const draft = this.#draft
    const back = this.#id === 'new' ? '#/templates' : `#/template/${this.#id}`
    if (!draft) return html`${head('Template', '#/templates')}${callout('', 'info', 'This template is not on this phone.')}`
    return html`${head(this.#id === 'new' ? 'New template' : 'Edit template', back)}
      ${this.#changedElsewhere(draft)}
      <div class="stack">
        <div class="field"><label for="name">Name</label><input id="name" maxlength="200" autocomplete="off" .value=${draft.name} @input=${(event: InputEvent) => this.#set({ ...draft, name: text(event) })}></div>
        <div class="pair">
          <div class="field"><label for="family">Family</label><select id="family" @change=${(event: Event) => this.#set(withFamily(draft, text(event) as Family))}>${FAMILIES.map((family) => html`<option value=${family} ?selected=${family === draft.family}>${FAMILY[family].label}</option>`)}</select></div>
          <div class="field"><label for="band">Length</label><select id="band" @change=${(event: Event) => this.#set({ ...draft, band: text(event) as BandName })}>${BAND_NAMES.map((band) => html`<option value=${band} ?selected=${band === draft.band}>${bandWords(BANDS[band])}</option>`)}</select></div>
        </div>
        <p class="hint quiet small">${FAMILY[draft.family].about}</p>
      </div>
      <section><div class="section-head"><h2>The words</h2></div>
        <p class="hint quiet small">Tap a field to put it in, or write one of your own in braces: {their_event}.</p>
        <ol class="edit-sections">${repeat(draft.sections, (section, at) => `${section.kind}${at}`, (_, at) => this.#section(draft, at))}</ol>
        ${this.#adders(draft)}
      </section>
      <section class="stack"><div class="field"><label for="about">A note for whoever uses it</label><textarea id="about" maxlength="8000" rows="2" .value=${draft.note} @input=${(event: InputEvent) => this.#set({ ...draft, note: text(event) })}></textarea>
        <p class="hint">Say what belongs into each field: "{hook} is what you saw". It is shown under the field.</p></div>
        <label class="check"><input type="checkbox" .checked=${draft.tags.includes('humour')} @change=${() => this.#set({ ...draft, tags: toggled(draft.tags, 'humour') })}> With a smile: only for people who will smile</label>
        ${this.#lead ? html`<label class="check"><input type="checkbox" .checked=${draft.shared} @change=${() => this.#set({ ...draft, shared: !draft.shared })}> Share it with the whole office</label>` : nothing}
        ${this.#id === 'new' ? nothing : html`<button class="button quiet" type="button" @click=${this.#discard}>${icon('undo')} Throw these changes away</button>`}
      </section>
      ${this.#foot(draft)}`
  }

  #section(draft: TemplateDraft, at: number): TemplateResult {
    const section = draft.sections[at]!
    const name = SECTION_LABEL[section.kind]
    return html`<li class="edit-section">
      <div class="edit-head"><label for="section-${at}">${name}</label>
        <button class="icon-button" type="button" aria-label="${name}: up" ?disabled=${at === 0} @click=${() => this.#move(draft, at, -1)}>${icon('up')}</button>
        <button class="icon-button" type="button" aria-label="${name}: down" ?disabled=${at === draft.sections.length - 1} @click=${() => this.#move(draft, at, 1)}>${icon('down')}</button>
        <button class="icon-button" type="button" aria-label="${name}: remove" @click=${() => this.#remove(draft, at)}>${icon('trash')}</button></div>
      <textarea id="section-${at}" class="words" rows="2" maxlength="8000" .value=${section.text} @focus=${() => this.#focused(at)} @input=${(event: InputEvent) => this.#type(draft, at, text(event))}></textarea>
      ${at === this.#at ? html`<div class="chips fields" role="group" aria-label="Put in a field">${KNOWN_FIELDS.map((field) => html`<button class="chip" type="button" @click=${() => this.#insert(at, field)}>${fieldLabel(field)}</button>`)}</div>` : nothing}
    </li>`
  }

  #adders(draft: TemplateDraft): TemplateResult {
    return html`<div class="chips" role="group" aria-label="Add a section">${kindsFor(draft.family).map((kind) => html`<button class="chip" type="button" @click=${() => this.#add(draft, kind)}>${icon('plus', 'small')} ${SECTION_LABEL[kind]}</button>`)}</div>`
  }

  #foot(draft: TemplateDraft): TemplateResult {
    const seconds = secondsOf(sampleText(draft.sections), this.#profile)
    return html`<div class="editor-foot">
      ${this.#troubles.length > 0 ? html`<div role="alert">${callout('warn', 'warning', html`${this.#troubles.map((trouble) => html`<p>${trouble}</p>`)}`)}</div>` : nothing}
      ${draft.family === 'email' ? nothing : lengthAgainst(seconds, BANDS[draft.band])}
      <button class="button primary wide" type="button" @click=${() => void this.#save(draft)}>Save${draft.shared ? ' for everybody' : ''}</button>
    </div>`
  }

  #changedElsewhere(draft: TemplateDraft): TemplateResult | typeof nothing {
    if (this.#id === 'new' || !this.#current || draft.base === this.#current.id) return nothing
    return callout('warn', 'warning', html`<p><strong>Somebody saved version ${this.#current.number} since you began.</strong></p>
      <p>Yours will be kept as a template of your own, so that nothing is lost. Or throw yours away and start from theirs.</p>`)
  }

  #set(draft: TemplateDraft): void {
    this.#draft = draft
    this.#troubles = []
    void this.phone.keepDraft(this.#key, draft)
    this.requestUpdate()
  }

  #type(draft: TemplateDraft, at: number, words: string): void {
    this.#set({ ...draft, sections: draft.sections.map((section, place) => (place === at ? { ...section, text: words } : section)) })
  }

  #move(draft: TemplateDraft, at: number, by: -1 | 1): void {
    this.#at = at + by
    this.#set(moved(draft, at, by))
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>('.edit-section')[at + by]?.querySelector<HTMLElement>(`.icon-button${by < 0 ? '' : ':nth-of-type(2)'}`)?.focus())
  }

  #remove(draft: TemplateDraft, at: number): void {
    const section = draft.sections[at]!
    this.#set(without(draft, at))
    toast(`${SECTION_LABEL[section.kind]} removed`, () => this.#set(withAgain(this.#draft!, section, at)))
  }

  #add(draft: TemplateDraft, kind: SectionKind): void {
    const next = withSection(draft, kind)
    this.#at = next.sections.findIndex((section, place) => draft.sections[place] !== section)
    this.#set(next)
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#section-${this.#at}`)?.focus())
  }

  #focused(at: number): void {
    this.#at = at
    this.requestUpdate()
  }

  /** Where the cursor stands, behind a field that it stands in, and the cursor after it. */
  #insert(at: number, field: string): void {
    const area = this.querySelector<HTMLTextAreaElement>(`#section-${at}`)!
    const start = outside(area.value, area.selectionStart)
    area.setRangeText(`{${field}}`, start, Math.max(start, outside(area.value, area.selectionEnd)), 'end')
    this.#type(this.#draft!, at, area.value)
    area.focus()
  }

  async #save(draft: TemplateDraft): Promise<void> {
    this.#troubles = troubles(draft)
    if (this.#troubles.length > 0 || this.#busy) return this.requestUpdate()
    this.#busy = true
    try {
      await this.phone.saveTemplate(saveOf({ ...draft, shared: draft.shared && this.#lead }, newId()))
      await this.phone.keepDraft(this.#key, null)
      this.leadOn(`/template/${draft.id}`, true)
      toast('Saved on this phone.')
    } catch (error) {
      this.#troubles = [`${sentence(error)} What you wrote is kept here.`]
      this.requestUpdate()
    }
    this.#busy = false
  }

  #discard = async (): Promise<void> => {
    await this.phone.keepDraft(this.#key, null)
    this.leadOn(`/template/${this.#id}`, true)
  }
}

function outside(words: string, at: number): number {
  const inside = /^[^{}]*\}/.exec(words.slice(at))
  return inside && words.lastIndexOf('{', at - 1) > words.lastIndexOf('}', at - 1) ? at + inside[0].length : at
}

function newId(): string {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

function text(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value
}

function toggled(tags: string[], tag: string): string[] {
  return tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]
}

customElements.define('rb-template-editor', TemplateEditor)
