/** A message made ready: which template, what goes into its gaps, how long it takes. Everything typed is kept at once. */
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { BANDS, estimateWords } from '../domain/bands.ts'
import { countryFor } from '../domain/country.ts'
import { FAMILY } from '../domain/families.ts'
import { fieldLabel, sourceOf } from '../domain/fill.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { showNumber } from '../domain/numbers.ts'
import { prepareKey, READING, unpreparedCall, type Prepared, type Reading, type Tab } from '../domain/reading.ts'
import type { Id, Instant, OfficeCoach, Template, Version } from '../domain/records.ts'
import { nextFreeSlot } from '../domain/free_slot.ts'
import { whenText, zoneOr, type Slot } from '../domain/timing.ts'
import { coachInput } from './coach_input.ts'
import type { Mended } from './coach_part.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head, localTime } from './parts.ts'
import { known, knowingOf, lockOf, NOTHING, planOf, readingOf, TABS, templateFor, withTyped, type Known, type Plan } from './prepared.ts'
import { fieldsPart } from './prepare_fields.ts'
import { emailPart } from './prepare_email.ts'
import { park } from './parking.ts'
import { scriptPart, type ScriptActs } from './prepare_script.ts'
import { gapCount, stopWarning } from './prepare_parts.ts'
import { noTemplate, openPicker, pickerSheet } from './template_picker.ts'
import { openStop, stopSheet } from './stop_sheet.ts'
import { sentence, toast } from './toast.ts'

const BEHIND = 250 // ms without a key, after which seconds and gaps follow the words: a quick hand does not meet its own page at work
const TAB_WORDS: Record<Tab, string> = { voicemail: 'Message', pick_up: 'Pick-up', email: 'E-mail' }

class Prepare extends Page {
  #known: Known | null = null
  #office: OfficeCoach = {}
  #prepared: Prepared = NOTHING
  #versions = new Map<Id, Version>()
  #asked = new Map<string, string[]>()
  #plans = new Map<Tab, Plan | null>() // of this moment: emptied by whatever changes them
  #slot: Slot | undefined // where the card could wait
  #gone = false
  #behind: ReturnType<typeof setTimeout> | undefined
  #told = false // the rep has pressed the button while there were gaps
  #begun = false

  get #id(): string { return this.params[0] ?? '' }

  protected override async reload(): Promise<void> {
    void import('./know.ts').catch(() => {}) // at once, so that it is mostly here before the words are
    void import('./read.ts').catch(() => {}) // near, by the time that it is wanted
    const [prospect, profile, history, templates, holidays, lastResort, office] = await Promise.all([
      this.phone.prospect(this.#id), this.phone.profile(), this.phone.history(this.#id, 50), this.phone.templates(), this.phone.promises.holidays(),
      this.phone.promises.lastResort(), this.phone.promises.coach(),
    ])
    this.#office = office
    this.#gone = prospect === null
    if (prospect) {
      const country = countryFor(profile, this.phone.status().paired?.office.country, navigator.languages)
      this.#known = known(prospect, profile, history, templates, (number) => showNumber(number, country), new Date(), holidays, lastResort)
      this.#slot = this.#freeSlot(await this.phone.promises.taken(this.#id))
      if (!this.#begun) await this.#begin()
      await this.#load()
    }
    this.requestUpdate()
  }

  async #begin(): Promise<void> {
    this.#begun = true
    void import('./rehearse_first.ts').catch(() => {})
    void import('./coach_part.ts').catch(() => {}) // advice comes late or not at all; the words do not wait for it
    this.#prepared = { ...NOTHING, ...await this.phone.draft<Prepared>(prepareKey(this.#id)) }
    for (const template of this.#known!.templates) if (template.id === this.query.get('template')) this.#want(template)
  }

  /** The template that the address names, once: what is chosen later stays when the rep comes back to this address. */
  #want({ id, family }: Template): void {
    const tab = family === 'pick_up' || family === 'email' ? family : 'voicemail'
    this.#prepared = { ...this.#prepared, tab }
    const closed = lockOf(this.#known!, id) !== ''
    if (!closed) this.moveTo(`/prepare/${this.#id}`)
    if (!closed && templateFor(this.#known!, this.#prepared, tab)?.id !== id) return this.#choose(id)
    this.#prepared = { ...this.#prepared, chosen: { ...this.#prepared.chosen, [tab]: id } }
  }

  /** The versions of the templates that stand on the page. */
  async #load(): Promise<void> {
    this.#plans.clear()
    for (const tab of TABS) {
      const template = templateFor(this.#known!, this.#prepared, tab)
      if (!template || this.#versions.has(template.current)) continue
      const version = await this.phone.version(template.current)
      if (version) this.#versions.set(version.id, version)
    }
    this.#plans.clear()
  }

  protected override render(): TemplateResult {
    if (this.#gone) return html`${head('Prepare', '#/prospects')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    if (!this.#known) return html``
    const { tab } = this.#prepared
    const plan = this.#plan(tab)
    return html`${head(this.#name(), `#/prospect/${this.#id}`)}
      <p class="prepare-who small">${this.#who()}</p>
      ${guard([this.#known], () => stopWarning(this.#known!.prospect))}
      <rb-know .phone=${this.phone} .knowing=${knowingOf(this.#known, plan)}></rb-know>
      <div class="segments tabs" role="group" aria-label="What to prepare">
        ${TABS.map((each) => html`<button type="button" aria-pressed=${each === tab ? 'true' : 'false'} @click=${() => this.#set({ tab: each })}>${TAB_WORDS[each]}${gapCount(this.#plan(each)?.gaps.length ?? 0)}</button>`)}
      </div>
      ${plan ? this.#planPart(plan) : noTemplate()}
      ${this.#foot(plan)}
      ${guard([this.#known, tab, plan?.template.id], () => pickerSheet(this.#known!, tab, plan?.template.id ?? null, this.#choose))}
      ${stopSheet(this.#known.prospect, this.#name(), () => void this.#call(true))}`
  }

  #planPart(plan: Plan): TemplateResult {
    const waits = lockOf(this.#known!, this.#prepared.chosen[plan.tab])
    return html`${waits ? callout('', 'clock', html`<p><strong>A last try is not open yet.</strong> ${waits} Until then, these words fit better.</p>`) : nothing}<button class="picked" type="button" @click=${() => openPicker(this)} aria-haspopup="dialog">
        <span><b>${plan.template.name}</b><small>${FAMILY[plan.template.family].label}${plan.template.variant ? ` · version ${plan.template.variant}` : ''} · ${BANDS[plan.template.band].to} s</small></span>
        <span class="change">Change</span>
      </button>
      ${fieldsPart({ plan, asked: this.#askedOf(plan), leftOut: this.#prepared.left_out, prospect: this.#id, type: this.#type, leave: this.#leave, told: this.#told })}
      ${plan.tab === 'email'
        ? emailPart(plan, this.#known!.prospect.fields['email'] ?? '', (text) => void this.#copy(text))
        : scriptPart(plan, this.#acts(plan.tab))}`
  }

  #acts(tab: Tab): ScriptActs {
    return { words: (words) => this.#words(tab, words), points: (points) => this.#set({ points: points ?? undefined }, tab), bullets: (bullets) => this.#set({ bullets }), goTo: this.#goTo }
  }

  /** Silent while there are gaps: half a message cannot be judged. */
  #coach(plan: Plan): TemplateResult | typeof nothing {
    if (plan.gaps.length > 0) return nothing
    return html`<rb-coach .input=${coachInput(this.#known!, plan)} .muted=${this.#prepared.muted} .office=${this.#office}
      @mended=${({ detail: { before, after } }: CustomEvent<Mended>) => this.#plan(plan.tab)?.text === before && this.#words(plan.tab, after)}
      @muted=${(event: CustomEvent<string>) => this.#set({ muted: [...this.#prepared.muted, event.detail] })} @unmuted=${() => this.#set({ muted: [] })}></rb-coach>`
  }

  /** Fields that were empty when the page met this template: they keep their place while they are filled. */
  #askedOf(plan: Plan): string[] {
    const seen = this.#asked.get(plan.version.id)
    if (seen) return seen
    const asked = plan.fields.filter((field) => plan.gaps.includes(field) || field in this.#prepared.values || this.#prepared.left_out.includes(field) || sourceOf(field) === 'message')
    const gapsFirst = [...asked.filter((field) => plan.gaps.includes(field)), ...asked.filter((field) => !plan.gaps.includes(field))]
    this.#asked.set(plan.version.id, gapsFirst)
    return gapsFirst
  }

  #plan(tab: Tab): Plan | null {
    const made = this.#plans.get(tab)
    if (made !== undefined) return made
    const plan = this.#planned(tab)
    this.#plans.set(tab, plan)
    return plan
  }

  #planned(tab: Tab): Plan | null {
    const template = templateFor(this.#known!, this.#prepared, tab)
    const version = template && this.#versions.get(template.current)
    return template && version ? planOf(this.#known!, this.#prepared, tab, template, version) : null
  }

  #who(): unknown {
    const fields = this.#known!.prospect.fields
    const company = [fields['title'], fields['company']].filter(Boolean).join(', ')
    return html`${company === this.#name() ? '' : company} ${localTime(fields['zone'] ?? '', this.#known!.now)}`
  }

  /** What comes when it is worked out stands below what can be pressed: nothing moves away from under a thumb. */
  #foot(plan: Plan | null): TemplateResult {
    const number = this.#known!.prospect.fields['phone']
    const message = this.#plan('voicemail')
    const words = message ?? this.#plan('pick_up')
    const cold = html`<button class=${words ? 'link-button' : 'button primary'} type="button" @click=${() => void this.#cold()}>Call unprepared</button>`
    const slot = this.#known!.prospect.do_not_call ? undefined : this.#slot
    return html`${this.#gapsLeft()}
      ${number ? nothing : html`<p class="cold quiet small">There is no number yet. <a href="#/prospect/${this.#id}/edit">Add one</a></p>`}
      ${number && words ? html`<p class="cold">${cold}${slot ? this.#parking(slot) : nothing}</p>` : nothing}
      ${message ? html`<rb-rehearse-first .phone=${this.phone} .prospect=${this.#id} .words=${message.gaps.length > 0 ? '' : message.text} .critical=${this.#prepared.critical === true} @marked=${(event: CustomEvent<boolean>) => this.#set({ critical: event.detail })}></rb-rehearse-first>` : nothing}
      ${plan && plan.tab !== 'email' ? this.#coach(plan) : nothing}
      <rb-own-hours .phone=${this.phone} .zone=${this.#known!.prospect.fields['zone'] ?? ''}></rb-own-hours>
      <div class="thumb">${number ? html`<rb-when .zone=${this.#known!.prospect.fields['zone'] ?? ''} .work=${this.#known!.work}></rb-when>` : nothing}${words ? this.#main(number ?? '', message) : number ? cold : nothing}</div>`
  }

  /** By the prospect's clock, or the rep's where that is not known. */
  #freeSlot(taken: Instant[]): Slot | undefined {
    const { prospect, now, work } = this.#known!
    return nextFreeSlot(now, zoneOr(prospect.fields['zone'] ?? '', work.zone), work, taken)
  }

  #parking(slot: Slot): TemplateResult {
    const { work, now } = this.#known!
    return html` <button class="link-button" type="button" @click=${() => void this.#park(slot)}>Keep it for ${whenText(new Date(slot.at), slot.zone, now)}${slot.zone === work.zone ? '' : ', their time'}</button>`
  }

  #main(number: string, message: Plan | null): TemplateResult {
    const gaps = this.#gapFields().length
    const what = gaps > 0 ? `Fill ${gaps === 1 ? 'one gap' : `${gaps} gaps`}` : number ? 'Call and read' : 'Read'
    return html`<button class="button primary" type="button" @click=${() => void this.#call(false)}>
      ${gaps > 0 ? icon('edit') : icon(number ? 'phone' : 'words')}
      <span>${what}${message ? html`<small class="under-button">${estimateWords(message.seconds, BANDS[message.template.band])}</small>` : nothing}</span></button>`
  }

  /** Said once the rep has pressed the button. */
  #gapsLeft(): TemplateResult | typeof nothing {
    const fields = this.#gapFields()
    if (fields.length === 0 || !this.#told) return nothing
    return html`<div role="alert">${callout('warn', 'warning', html`<p><strong>${fields.length === 1 ? 'One gap is left' : `${fields.length} gaps are left`}.</strong> A gap is never read out: fill it or leave it out. ${fields.map(fieldLabel).join(', ')}.</p>`)}</div>`
  }

  #gapFields(): string[] {
    return [...new Set(this.#gaps().map((gap) => gap.field))]
  }

  /** What would be read out as a gap: in the message and in the talk track. The e-mail has its own stop. */
  #gaps(): Array<{ tab: Tab; field: string }> {
    return (['voicemail', 'pick_up'] as const).flatMap((tab) => (this.#plan(tab)?.gaps ?? []).map((field) => ({ tab, field })))
  }

  #name(): string {
    const fields = this.#known!.prospect.fields
    return nameOr({ name: displayName(fields), company: fields['company'] ?? '' })
  }

  #type = (field: string, value: string): void => this.#set(withTyped(this.#prepared, this.#known!.prospect, field, value))

  #leave = (field: string, out: boolean): void => {
    const rest = this.#prepared.left_out.filter((each) => each !== field)
    this.#set({ left_out: out ? [...rest, field] : rest })
  }

  #words(tab: Tab, words: string | null): void {
    const { [tab]: _, ...rest } = this.#prepared.words
    this.#set({ words: words === null ? rest : { ...rest, [tab]: words } }, tab)
  }

  #choose = (id: Id): void => {
    const { [this.#prepared.tab]: _, ...words } = this.#prepared.words
    this.#set({ chosen: { ...this.#prepared.chosen, [this.#prepared.tab]: id }, words, points: undefined, muted: [] })
    void this.#load().then(() => this.requestUpdate())
  }

  /** What was typed for one tab leaves the plans of the others as they are. The words show themselves: what is worked out from them comes
   *  behind the picture of the key. */
  #set(part: Partial<Prepared>, tab?: Tab): void {
    this.#prepared = { ...this.#prepared, ...part }
    if (tab) this.#plans.delete(tab)
    else this.#plans.clear()
    void this.phone.keepDraft(prepareKey(this.#id), this.#prepared)
    clearTimeout(this.#behind)
    if (tab && document.activeElement instanceof HTMLTextAreaElement) this.#behind = setTimeout(() => this.requestUpdate(), BEHIND)
    else this.requestUpdate()
  }

  #goTo = (field: string): void => {
    const input = this.querySelector<HTMLElement>(`[data-field="${field}"]`) ?? this.querySelector<HTMLElement>('#words')
    input?.closest('details')?.setAttribute('open', '')
    input?.focus()
    input?.scrollIntoView({ block: 'center' })
  }

  async #call(goOn: boolean): Promise<void> {
    const gap = this.#gaps()[0]
    if (gap) return this.#stopAt(gap)
    const { prospect } = this.#known!
    if (prospect.do_not_call && !goOn) return openStop(this)
    const reading = readingOf(this.#known!, this.#prepared, this.#plan('voicemail'), this.#plan('pick_up'))
    await this.#read({ ...reading, stop_seen: goOn, call_now: new Date().toISOString() })
  }

  async #cold(): Promise<void> {
    const { prospect } = this.#known!
    await this.#read(unpreparedCall(prospect.id, prospect.fields['phone'] ?? ''))
  }

  /** Kept before anything is dialled: the phone may take this page away at once. */
  async #read(reading: Reading): Promise<void> {
    try {
      await this.phone.keepDraft(READING, reading)
      this.leadOn(`/read/${reading.prospect_id}`)
    } catch (error) {
      toast(sentence(error))
    }
  }

  #stopAt(gap: { tab: Tab; field: string }): void {
    this.#told = true
    this.#set({ tab: gap.tab })
    void this.updateComplete.then(() => this.#goTo(gap.field))
  }

  #park(slot: Slot): Promise<void> {
    return park(this.phone, this.device, this.#id, this.#name(), slot, () => this.leadOn('/'))
  }

  async #copy(text: string): Promise<void> {
    toast(await this.device.copy(text) ? 'Copied' : 'This browser does not let Ringback copy. Select the text and copy it by hand.')
  }
}

customElements.define('rb-prepare', Prepare)
