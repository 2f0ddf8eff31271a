/** One prospect: how to reach them, what is known, what was promised, and every message word for word. */
import { html, nothing, type TemplateResult } from 'lit'
import { until } from '../domain/moments.ts'
import { displayName, nameOr } from '../domain/names.ts'
import type { Fields, FollowUp, Id, Prospect as Record } from '../domain/records.ts'
import { city, whenText, workHours, zoneOr } from '../domain/timing.ts'
import { afterMessage } from './after_message.ts'
import { askText } from './ask_text.ts'
import { whoAndWhen } from './blocked.ts'
import { putOnList, takeOffList } from './call_list.ts'
import { close } from './close_promise.ts'
import { callButton } from './dial.ts'
import { entryItem } from './entries.ts'
import { FIELD_NAMES, SHOWN } from './field_names.ts'
import { icon } from './icons.ts'
import { lostValues } from './lost.ts'
import { Page } from './page.ts'
import { callout, head, localTime, monogram, points, reminderNote } from './parts.ts'
import type { Entry } from './phone.ts'

import { openPromise } from './promise_sheet.ts'
import { ask } from './sheet.ts'
import { loadNumbers, shown } from './shown_number.ts'
import { toast, type Act } from './toast.ts'

const SOME = 30

class Prospect extends Page {
  #record: Record | null = null
  #history: Entry[] = []
  #followUps: FollowUp[] = []
  #zone = ''
  #work = workHours({})
  #next: Act[] = []
  #limit = SOME
  #read = false

  get #id(): Id { return this.params[0] ?? '' }
  get #fields(): Fields { return this.#record!.fields }
  get #name(): string { return nameOr({ name: displayName(this.#fields), company: this.#fields['company'] ?? '' }) }

  override connectedCallback(): void {
    super.connectedCallback()
    void import('./know.ts').catch(() => {})
    void loadNumbers(this.phone).then(() => this.requestUpdate())
  }

  protected async reload(): Promise<void> {
    const [record, history, followUps, profile, holidays] = await Promise.all([
      this.phone.prospect(this.#id), this.phone.history(this.#id, this.#limit), this.phone.followUps(this.#id), this.phone.profile(), this.phone.promises.holidays(),
    ])
    this.#record = record
    this.#history = history
    this.#followUps = followUps
    this.#zone = zoneOr(profile['zone'] ?? '')
    this.#work = workHours(profile, holidays)
    const last = history.find((entry) => entry.state === 'stands')
    this.#next = record && last && !last.answered ? await afterMessage(this.phone, last.call, record) : []
    this.#read = true
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    if (!this.#read) return head('Prospect', '#/prospects')
    if (!this.#record) return html`${head('Prospect', '#/prospects')}${callout('', 'info', html`<p>This prospect is not on this phone any more: deleted, or given to somebody else. Calls that you logged are kept.</p>`)}`
    const now = new Date()
    return html`${head(this.#name, '#/prospects', html`<a class="icon-button" href=${`#/prospect/${this.#id}/edit`} aria-label="Edit">${icon('edit')}</a>`)}
      ${this.#who(now)}
      ${this.#blocked()}
      <rb-closed .phone=${this.phone} .prospect=${this.#record}></rb-closed>
      ${lostValues(this.phone, this.#record)}
      ${this.#doors()}
      ${this.#afterMessage()}
      ${this.#promises(now)}
      ${this.#facts()}
      ${this.#log(now)}
      ${this.#end()}
      ${this.#foot()}`
  }

  /** Nothing invites to call who asked not to be called; the way is open all the same, past the stop. */
  #foot(): TemplateResult {
    const [zone, stopped] = [this.#fields['zone'] ?? '', this.#record!.do_not_call !== null]
    return html`${stopped ? nothing : html`<rb-own-hours .phone=${this.phone} .zone=${zone}></rb-own-hours>`}
      <div class="thumb">${this.#fields['phone'] && !stopped ? html`<rb-when .zone=${zone} .work=${this.#work}></rb-when>` : nothing}<a class=${stopped ? 'button' : 'button primary'} href=${`#/prepare/${this.#id}`}>${icon('words')}Prepare</a>${callButton(this.phone, this.#callee(), 'Call')}</div>`
  }

  #callee(): { id: Id; name: string; phone: string; ext: string; blocked: boolean } {
    return { id: this.#id, name: this.#name, phone: this.#fields['phone'] ?? '', ext: this.#fields['phone_ext'] ?? '', blocked: this.#record!.do_not_call !== null }
  }

  #who(now: Date): TemplateResult {
    const fields = this.#fields
    const company = displayName(fields) ? fields['company'] : ''
    return html`<div class="who-card">
      ${monogram({ name: displayName(fields), company: fields['company'] ?? '', blocked: this.#record!.do_not_call !== null }, 'big')}
      <div>
        ${fields['title'] || company ? html`<p><strong>${points(fields['title'], company)}</strong></p>` : nothing}
        ${fields['phone'] ? html`<p class="num">${shown(fields['phone'])}${fields['phone_ext'] ? ` ext. ${fields['phone_ext']}` : ''}</p>` : html`<p class="quiet">No number yet</p>`}
        <p class="quiet">${points(localTime(fields['zone'] ?? '', now), fields['zone'] && city(fields['zone']))}</p>
      </div>
    </div>`
  }

  #blocked(): TemplateResult | typeof nothing {
    const block = this.#record!.do_not_call
    return block ? callout('bad', 'blocked', html`<p><strong>Asked not to be called.</strong> ${block.reason}</p><p class="small">${whoAndWhen(block)} Only the office can lift this.</p>`) : nothing
  }

  /** What else can be done with this person, beside the two things at the foot. */
  #doors(): TemplateResult {
    const listed = Boolean(this.#fields['rank'])
    return html`<section aria-label="More"><ul class="list">
      <li class="row state"><span class="quiet">${icon('callback')}</span><div class="row-main"><a class="row-title" href=${`#/brief/${this.#id}`}>They are ringing me</a><span class="row-note">The last words, and what comes next</span></div><div class="row-side">${icon('forward', 'small')}</div></li>
      ${this.#record!.do_not_call ? nothing : html`<li class="row state"><span class="quiet">${icon(listed ? 'check' : 'list')}</span><div class="row-main"><span class="row-title">${listed ? 'On the call list' : 'Not on the call list'}</span></div>
        <div class="row-side"><button class="button quiet" type="button" @click=${() => void (listed ? takeOffList : putOnList)(this.phone, this.#id, this.#name)}>${listed ? 'Take off' : 'Put on'}</button></div></li>`}
      <li class="row state"><span class="quiet">${icon('note')}</span><div class="row-main"><a class="row-title" href=${`#/log/${this.#id}`}>Log a call</a></div><div class="row-side">${icon('forward', 'small')}</div></li>
    </ul></section>`
  }

  /** A message is out and nobody has answered it: the e-mail and the text that may go with it. */
  #afterMessage(): TemplateResult | typeof nothing {
    if (!this.#next.length) return nothing
    return html`<section aria-labelledby="after"><h2 id="after" class="section-head">After your message</h2>
      <div class="cluster">${this.#next.map(({ label, href }) => html`<a class="button" href=${href ?? ''}>${icon(label === 'Text' ? 'words' : 'mail')}Write ${label === 'Text' ? 'a text' : 'the e-mail'}</a>`)}</div></section>`
  }

  #promises(now: Date): TemplateResult | typeof nothing {
    if (!this.#followUps.length) return nothing
    return html`<section aria-labelledby="promised"><h2 id="promised" class="section-head">Promised</h2>
      <ul class="list">${this.#followUps.map((each) => html`<li class="row">
        <div class="row-main"><span class="row-title">${each.reason || 'Call again'}</span><span class="row-note"><time datetime=${each.due}>${whenText(new Date(each.due), this.#zone, now)}</time>, ${until(each.due, now)}</span>${reminderNote(each, this.#zone, now)}</div>
        <div class="row-side"><button class="icon-button" type="button" aria-label=${`Later, or another time: ${each.reason}`} @click=${() => void openPromise(this.phone, this.device, each)}>${icon('clock')}</button>
          <button class="icon-button ring" type="button" aria-label=${`Done: ${each.reason}`} @click=${() => void close(this.phone, each, 'done', this.#name)}>${icon('check')}</button></div>
      </li>`)}</ul></section>`
  }

  #facts(): TemplateResult | typeof nothing {
    const known = SHOWN.filter((field) => this.#fields[field])
    if (!known.length) return nothing
    return html`<section aria-labelledby="known"><div class="section-head"><h2 id="known">What is known</h2><a class="link-button" href=${`#/prospect/${this.#id}/edit`}>Edit</a></div>
      <dl class="facts">${known.map((field) => html`<div><dt>${FIELD_NAMES[field]}</dt><dd>${this.#value(field)}</dd></div>`)}</dl></section>`
  }

  #value(field: string): unknown {
    const value = this.#fields[field]!
    if (field === 'email') return html`<a class="link-button" href=${`mailto:${value}`}>${value}</a>`
    if (field === 'phone_2') return callButton(this.phone, { ...this.#callee(), phone: value, ext: '' }, shown(value), ' on the second number')
    return field === 'connection_verified' ? 'yes' : value
  }

  #log(now: Date): TemplateResult {
    return html`<section aria-labelledby="log"><h2 id="log" class="section-head">Every call</h2>
      ${this.#history.length ? html`<ol class="entries">${this.#history.map((entry) => entryItem(entry, now, { correct: true, me: this.phone.status().paired?.member.id ?? '' }))}</ol>` : html`<p class="quiet">None yet. What you say to them will stand here, word for word.</p>`}
      ${this.#history.length < this.#limit ? nothing : html`<button class="button wide" type="button" @click=${() => { this.#limit += SOME; void this.reload() }}>Show earlier ones</button>`}
    </section>`
  }

  #end(): TemplateResult {
    return html`<section class="cluster ends" aria-label="Let go">
      ${this.#record!.do_not_call ? nothing : html`<button class="button quiet" type="button" @click=${() => void this.#block()}>${icon('blocked')}Do not call</button>`}
      <button class="button quiet" type="button" @click=${() => void this.#delete()}>${icon('trash')}Delete</button>
    </section>`
  }

  async #block(): Promise<void> {
    const reason = await askText({ title: `Do not call ${this.#name}`, label: 'Why? In their own words, if you can', hint: 'Every phone of the office stops before calling them. Only the office can lift this.', yes: 'Do not call them any more', danger: true })
    if (!reason) return
    await this.phone.block(this.#id, reason)
    toast('Noted. They will not be called.')
  }

  async #delete(): Promise<void> {
    const { do_not_call } = this.#record!
    const name = this.#name
    if (!await ask({ title: `Delete ${name}?`, body: 'Their fields go from this phone and from the office. Calls that were logged are kept.', yes: 'Delete', no: 'Keep', danger: true, safe: true })) return
    const back = await this.phone.deleteProspect(this.#id)
    this.leadOn('/prospects', true)
    toast(`${name} is deleted.`, do_not_call ? undefined : back)
  }
}

customElements.define('rb-prospect', Prospect)
