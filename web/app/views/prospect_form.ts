/** Adding somebody, and changing what is known. What is typed is kept at every keystroke, so leaving the page loses nothing. */
import { html, nothing, type TemplateResult } from 'lit'
import { linkChanged } from '../domain/connection.ts'
import { LONG, longName, NAMES } from '../domain/limits.ts'
import { displayName, nameOr, splitName } from '../domain/names.ts'
import type { Fields, Id, Prospect } from '../domain/records.ts'
import { taken, type KeptTyped, type Typed } from '../domain/typed.ts'
import { CheckedNumber, numberHelp } from './checked_number.ts'
import { check, input, textarea, type Look } from './field_parts.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import type { ProspectLine } from './phone.ts'
import { home } from './shown_number.ts'
import { sentence, toast } from './toast.ts'
import { zoneSelect } from './zone_select.ts'

class ProspectForm extends Page {
  #before: Prospect | null = null
  #typed: Typed = { fields: {}, raw: {}, base: {} }
  #numbers: CheckedNumber | null = null
  #same: ProspectLine | null = null
  #wrong: Record<string, string> = {}
  #read = false
  #saved = false

  get #id(): Id { return this.params[0] === 'new' || !this.params[0] ? '' : this.params[0] }
  get #key(): string { return `prospect_form:${this.#id || 'new'}` }

  /** Only once: what is typed must not change under the rep's hands when a sync brings rows. */
  protected async reload(): Promise<void> {
    if (this.#read) return
    const [before, kept, country] = await Promise.all([this.#id ? this.phone.prospect(this.#id) : null, this.phone.draft<KeptTyped>(this.#key), home(this.phone)])
    this.#before = before
    this.#typed = kept ? taken(kept, before?.fields ?? {}) : { fields: { ...before?.fields, ...this.#asked() }, raw: {}, base: { ...before?.fields } }
    this.#read = true
    this.requestUpdate()
    this.#numbers = await CheckedNumber.load(country).catch(() => null)
    for (const field of ['phone', 'phone_2']) if (this.#typed.fields[field]) this.#typed.raw[field] ??= this.#numbers?.shown(this.#typed.fields[field]) ?? this.#typed.fields[field]
    for (const field of ['phone', 'phone_2'] as const) if (this.#typed.raw[field] && !this.#typed.fields[field]) this.#number(field, this.#typed.raw[field]) // typed before this was here
    const asked = this.query.get('text') ?? ''
    if (!kept && /\d{3}/.test(asked)) this.#number('phone', asked)
    this.requestUpdate()
  }

  /** What was searched for and not found is the start of the new one. */
  #asked(): Fields {
    const text = this.query.get('text') ?? ''
    return text && !/\d{3}/.test(text) ? { ...splitName(text) } : {}
  }

  protected override render(): TemplateResult {
    const back = this.#id ? `#/prospect/${this.#id}` : '#/prospects'
    const title = this.#id ? 'Edit' : 'New prospect'
    if (!this.#read) return head(title, back)
    if (this.#id && !this.#before) return html`${head(title, back)}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    return html`${head(this.#id ? `Edit ${this.#name()}` : title, back)}
      <form class="stack form" novalidate @submit=${this.#save}>
        ${this.#fromContacts()}
        ${this.#who()}${this.#reach()}${this.#why()}${this.#more()}
        ${this.#wrong['all'] ? html`<div role="alert">${callout('bad', 'warning', this.#wrong['all'])}</div>` : nothing}
        <div class="thumb"><button class="button primary" type="submit">${this.#id ? 'Save' : 'Add'}</button></div>
      </form>`
  }

  #name(): string {
    return nameOr({ name: displayName(this.#before!.fields), company: this.#before!.fields['company'] ?? '' })
  }

  #fromContacts(): TemplateResult | typeof nothing {
    if (this.#id || !this.device.canPickContacts) return nothing
    return html`<button class="button wide" type="button" @click=${() => void this.#pick()}>${icon('person')}From this phone's contacts</button>`
  }

  #who(): TemplateResult {
    return html`<div class="pair">${this.#text('first_name', { autocapitalize: 'words' })}${this.#text('last_name', { autocapitalize: 'words' })}</div>
      ${this.#text('company', { autocapitalize: 'words' })}`
  }

  #reach(): TemplateResult {
    return html`<div class="number-pair">
        ${this.#phoneField('phone')}
        ${this.#text('phone_ext', { inputmode: 'numeric' }, { label: 'Ext.' })}
      </div>
      ${this.#same ? callout('', 'info', html`<a class="link-button" href=${`#/prospect/${this.#same.id}`}>${nameOr(this.#same)} has this number already</a>`) : nothing}
      ${zoneSelect(this.#typed.fields['zone'] ?? '', this.#typed.fields['zone_known'] ?? '', (zone) => this.#set({ zone, zone_known: zone ? 'rep' : '' }))}`
  }

  #why(): TemplateResult {
    return html`${this.#area('reason', 'Why you call them and nobody else. It goes into the message.')}
      ${this.#area('note', '')}`
  }

  #more(): TemplateResult {
    const f = this.#typed.fields
    return html`<details class="disclosure" ?open=${Boolean(f['say_as'] || f['email'] || f['connection'])}>
        <summary>How to say it, how to reach them${icon('forward', 'small')}</summary>
        <div class="stack">
          ${this.#text('preferred_name', { autocapitalize: 'words' }, { hint: 'If not the first name.' })}
          ${this.#text('say_as', {}, { hint: 'As it sounds: oh-yeh-LAH-rahn.' })}
          ${this.#text('company_say_as', {})}
          ${this.#text('title', {})}
          ${this.#phoneField('phone_2')}
          ${this.#text('email', { type: 'email', inputmode: 'email', autocapitalize: 'off' })}
          ${this.#text('good_hours', {}, { hint: 'For example: before 10, never Fridays.' })}
          ${this.#text('switchboard', {}, { hint: 'If they ring back, who picks up, and what do they know?' })}
          ${this.#text('language', {})}
        </div>
      </details>
      <details class="disclosure" ?open=${Boolean(f['connection'] || f['value'])}>
        <summary>What links you, what is in it for them${icon('forward', 'small')}</summary>
        <div class="stack">
          ${input('connection', f['connection'] ?? '', {}, { hint: 'Who or what you have in common.' }, (link) => this.#set(linkChanged(f, link)))}
          ${this.#text('connection_source', {}, { hint: 'Where you found it.' })}
          ${check('connection_verified', 'I checked that the link is right', f['connection_verified'] === 'yes', (on) => this.#set({ connection_verified: on ? 'yes' : '' }))}
          ${this.#area('value', '')}
          ${this.#text('hook', {}, { hint: 'What makes them curious.' })}
          ${this.#text('purpose', {}, { hint: 'What you want from the call: a meeting, a name, a yes.' })}
        </div>
      </details>`
  }

  #text(field: string, look: Look, words: { label?: string; hint?: string } = {}): TemplateResult {
    // A browser cuts what is pasted without a word: names are looked at when they are saved.
    const room: Look = NAMES.some((name) => name === field) ? { ...look, maxlength: LONG } : look
    return input(field, this.#typed.fields[field] ?? '', room, { ...words, error: this.#wrong[field] ?? '' }, (value) => this.#set({ [field]: value }))
  }

  #area(field: string, hint: string): TemplateResult {
    return textarea(field, this.#typed.fields[field] ?? '', { hint }, (value) => this.#set({ [field]: value }))
  }

  #phoneField(field: 'phone' | 'phone_2'): TemplateResult {
    const raw = this.#typed.raw[field] ?? this.#typed.fields[field] ?? ''
    const help = numberHelp(raw, this.#typed.fields[field] ?? '', this.#numbers)
    return input(field, raw, { type: 'tel', inputmode: 'tel' }, { hint: help, error: this.#wrong[field] ?? '' }, (value) => this.#number(field, value))
  }

  /** The number is understood while it is typed, and says where the prospect is unless the rep knows better. */
  #number(field: 'phone' | 'phone_2', raw: string): void {
    this.#typed.raw[field] = raw
    const read = this.#numbers?.read(raw)
    const change: Fields = { [field]: read?.number ?? '' }
    if (field === 'phone' && read?.ext) change['phone_ext'] = read.ext
    if (field === 'phone' && this.#typed.fields['zone_known'] !== 'rep') Object.assign(change, zoneFields(read?.number ? this.#numbers!.zone(read.number) : null))
    this.#set(change)
    if (field === 'phone') void this.#findSame(read?.number ?? '')
  }

  async #findSame(number: string): Promise<void> {
    const found = number ? await this.phone.search(number, 3) : []
    this.#same = found.find((line) => line.phone === number && line.id !== this.#id) ?? null
    this.requestUpdate()
  }

  #set(change: Fields): void {
    Object.assign(this.#typed.fields, change)
    this.#wrong = {}
    void this.phone.keepDraft(this.#key, this.#typed)
    this.requestUpdate()
  }

  async #pick(): Promise<void> {
    const chosen = await this.device.pickContacts()
    const [first, ...others] = chosen
    if (!first) return
    if (others.length) {
      const many = chosen.map((each) => ({ ...this.#contact(each), rank: '' }))
      await this.phone.addProspects(many)
      this.leadOn('/prospects', true)
      toast(`${many.length} prospects added.`)
      return
    }
    const { phone = '', ...rest } = this.#contact(first)
    this.#set(rest)
    this.#number('phone', first.phones[0] ?? phone)
  }

  #contact(contact: { name: string; phones: string[]; emails: string[] }): Fields {
    const number = this.#numbers?.read(contact.phones[0] ?? '')?.number ?? ''
    return { ...splitName(contact.name), phone: number, email: contact.emails[0] ?? '', source: 'contacts', ...zoneFields(number ? this.#numbers!.zone(number) : null) }
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.#saved || !this.#holds()) return
    this.#saved = true
    try {
      const fields = trimmed(this.#typed.fields)
      const id = this.#id || await this.phone.addProspect(fields)
      if (this.#id) await this.phone.editProspect(id, fields, this.#typed.base)
      await this.phone.keepDraft(this.#key, null)
      this.leadOn(this.query.has('ringing') ? `/brief/${id}` : `/prospect/${id}`, true)
      toast('Saved on this phone.')
    } catch (error) {
      this.#saved = false
      this.#refuse('all', `${sentence(error)} What you typed is kept.`)
    }
  }

  #holds(): boolean {
    const f = trimmed(this.#typed.fields)
    for (const field of ['phone', 'phone_2']) {
      if (this.#typed.raw[field]?.trim() && !f[field]) return this.#refuse(field, 'This is not a whole number. Add the area code, or the country with a plus.')
    }
    const long = longName(f, this.#before?.fields ?? {})
    if (long) return this.#refuse(...long)
    if (!f['first_name'] && !f['last_name'] && !f['company'] && !f['phone']) return this.#refuse('all', 'A name, a company or a number is needed: one of them is enough.')
    return true
  }

  #refuse(field: string, why: string): false {
    this.#wrong = { [field]: why }
    this.requestUpdate()
    void this.updateComplete.then(() => {
      const box = this.querySelector<HTMLElement>(`[name="${field}"]`)
      box?.closest('details')?.setAttribute('open', '')
      box?.focus()
    })
    return false
  }
}

function zoneFields(zone: string | null): Fields {
  return { zone: zone ?? '', zone_known: zone ? 'number' : '' }
}

function trimmed(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value.trim()]))
}

customElements.define('rb-prospect-form', ProspectForm)
