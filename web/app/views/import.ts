/** Bringing prospects from a file. It is read on this phone, shown line by line with a verdict, and nothing is added before the rep says so. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Arrival, Raw, Verdict } from '../domain/arrivals.ts'
import { guessColumns, KEPT_ALONE, rowFields, type Column, type Table } from '../domain/csv.ts'
import { counted } from '../domain/moments.ts'
import { countries } from '../domain/numbers.ts'
import { PROSPECT_FIELDS } from '../domain/records.ts'
import { arriving } from './drawings.ts'
import { fieldName } from './field_names.ts'
import { check as checkbox, select } from './field_parts.ts'
import { icon } from './icons.ts'
import { bring, check, source, toMark, type Brought } from './import_job.ts'
import { Page } from './page.ts'
import { callout, head } from './parts.ts'
import { home } from './shown_number.ts'
import { sentence, toast } from './toast.ts'

const VERDICTS: Array<[Verdict, string]> = [['new', 'New'], ['here', 'Already here'], ['refused', 'Refused']]
const ENCODINGS: Record<string, string> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows Latin', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' }
const SEPARATORS: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const CHOICES: Column[] = ['name', ...PROSPECT_FIELDS.filter((field) => !KEPT_ALONE.has(field)), 'do_not_call']

type Step = 'choose' | 'map' | 'checking' | 'checked' | 'bringing' | 'done'

class Import extends Page {
  #step: Step = 'choose'
  #file = ''
  #table: Table | null = null
  #columns: Column[] = []
  #raws: Raw[] = []
  #arrivals: Arrival[] = []
  #seen: Verdict = 'new'
  #shown = 50
  #listed = false
  #country = ''
  #done = 0
  #of = 0
  #brought: Brought = { added: 0, marked: 0 }
  #wrong = ''
  #stop = new AbortController()

  protected async reload(): Promise<void> {
    this.#country ||= await home(this.phone)
    this.requestUpdate()
  }

  /** Checking ends with the page. What was asked to be added goes on to the end. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.#step === 'checking') this.#stop.abort()
  }

  protected override render(): TemplateResult {
    return html`${head('Import prospects', '#/prospects')}
      ${this.#wrong ? html`<div role="alert">${callout('bad', 'warning', this.#wrong)}</div>` : nothing}
      ${this.#body()}`
  }

  #body(): TemplateResult {
    if (this.#step === 'choose') return this.#choosing()
    if (this.#step === 'map') return this.#table ? this.#mapping(this.#table) : this.#cards()
    if (this.#step === 'checked') return this.#checked()
    return this.#step === 'done' ? this.#result() : this.#working()
  }

  #choosing(): TemplateResult {
    return html`<label class="drop">
        ${arriving()}
        <span class="empty-title">Choose a file</span>
        <span class="quiet">CSV from a spreadsheet or a CRM, or vCard (.vcf) from an address book</span>
        <input type="file" accept=".csv,.tsv,.txt,.vcf,text/csv,text/vcard,text/x-vcard,text/tab-separated-values" @change=${this.#chosen} />
      </label>
      <p class="quiet small import-note">The file is read on this phone. You see what would be added before anything is.</p>`
  }

  #mapping(table: Table): TemplateResult {
    const named = this.#columns.some((column) => ['name', 'first_name', 'last_name', 'company', 'phone'].includes(column))
    return html`<p class="quiet">${counted(table.rows.length, 'line')} in ${this.#file}, in ${ENCODINGS[table.encoding] ?? table.encoding}, cut at ${SEPARATORS[table.separator] ?? 'commas'}. What is in each column?</p>
      <ul class="list columns">${this.#columns.map((column, at) => this.#column(table, column, at))}</ul>
      ${this.#countries()}
      ${named ? nothing : callout('warn', 'warning', 'Say which column holds a name, a company or a number: one of them is needed.')}
      <div class="thumb"><button class="button primary" type="button" ?disabled=${!named} @click=${() => void this.#check(table.rows.map((row) => rowFields(row, this.#columns)), table.firstLine)}>Check ${counted(table.rows.length, 'line')}</button></div>`
  }

  #cards(): TemplateResult {
    return html`<p class="quiet">${counted(this.#raws.length, 'card')} in ${this.#file}.</p>
      ${this.#countries()}
      <div class="thumb"><button class="button primary" type="button" @click=${() => void this.#check(this.#raws, 1)}>Check ${counted(this.#raws.length, 'card')}</button></div>`
  }

  #countries(): TemplateResult {
    const options = countries().map(({ code, name }): [string, string] => [code, name])
    return html`<div class="import-note">${select('country', this.#country, options, { label: 'Numbers without a country code are from' }, (country) => (this.#country = country))}</div>`
  }

  #column(table: Table, column: Column, at: number): TemplateResult {
    const samples = table.rows.map((row) => row[at]?.trim()).filter(Boolean).slice(0, 2)
    const name = table.header?.[at] || `Column ${at + 1}`
    return html`<li class="column">
      <label for=${`column-${at}`}><strong>${name}</strong><span class="row-note">${samples.join(', ') || 'empty'}</span></label>
      <select id=${`column-${at}`} @change=${(event: Event) => this.#choose(at, (event.target as HTMLSelectElement).value as Column)}>
        <option value="" .selected=${column === ''}>Leave out</option>
        ${CHOICES.map((choice) => html`<option value=${choice} .selected=${choice === column}>${choice === 'name' ? 'Full name' : choice === 'do_not_call' ? 'Do not call' : fieldName(choice)}</option>`)}
      </select>
    </li>`
  }

  #checked(): TemplateResult {
    const counts = new Map(VERDICTS.map(([verdict]) => [verdict, this.#arrivals.filter((arrival) => arrival.verdict === verdict).length]))
    const list = this.#arrivals.filter((arrival) => arrival.verdict === this.#seen)
    const fresh = counts.get('new') ?? 0
    const marks = toMark(this.#arrivals).length
    return html`<p class="quiet">Nothing has been added yet.</p>
      ${marks ? callout('warn', 'blocked', html`<p><strong>${marks === 1 ? 'One who is here already asked' : `${marks.toLocaleString('en-US')} who are here already asked`} not to be called.</strong> They will be marked so. Only the office can lift this.</p>`) : nothing}
      ${fresh ? checkbox('listed', 'Put the new ones on the call list, in this order', this.#listed, (on) => (this.#listed = on)) : nothing}
      <div class="segments verdicts" role="group" aria-label="Show">${VERDICTS.map(([verdict, words]) => html`<button type="button" aria-pressed=${this.#seen === verdict} @click=${() => this.#look(verdict)}><span><span class="verdict-count num">${(counts.get(verdict) ?? 0).toLocaleString('en-US')}</span>${words}</span></button>`)}</div>
      ${list.length ? html`<ul class="list long">${list.slice(0, this.#shown).map(arrivalRow)}</ul>` : html`<p class="quiet import-note">None.</p>`}
      ${list.length > this.#shown ? html`<button class="button wide" type="button" @click=${() => { this.#shown += 200; this.requestUpdate() }}>Show more of ${list.length.toLocaleString('en-US')}</button>` : nothing}
      <div class="thumb">
        ${fresh || marks ? html`<button class="button primary" type="button" @click=${() => void this.#bring()}>${[fresh && `Add ${counted(fresh, 'prospect')}`, marks && `${fresh ? 'mark' : 'Mark'} ${marks.toLocaleString('en-US')}`].filter(Boolean).join(', ')}</button>` : html`<a class="button primary" href="#/prospects">Back to prospects</a>`}
        <button class="button" type="button" @click=${() => this.#go('map')}>Change</button>
      </div>`
  }

  #working(): TemplateResult {
    const checking = this.#step === 'checking'
    return html`<section class="stack">
      <p><strong>${checking ? 'Checking' : 'Adding'}</strong> <span class="num">${this.#done.toLocaleString('en-US')} of ${this.#of.toLocaleString('en-US')}</span></p>
      <progress class="meter" max=${this.#of} value=${this.#done} aria-label=${checking ? 'Lines checked' : 'Prospects added'}></progress>
      <button class="button wide" type="button" @click=${() => this.#stop.abort()}>Stop</button>
    </section>`
  }

  #result(): TemplateResult {
    const stopped = this.#done < this.#of
    return html`<section class="stack">
      ${callout(stopped ? 'warn' : 'good', stopped ? 'info' : 'check', html`<p><strong>${this.#added()}</strong></p>
        <p>${stopped ? `Stopped before the other ${this.#left()}. Import the same file again to go on: nobody comes twice.` : 'They are saved on this phone.'}</p>`)}
      ${this.#refused().length ? html`<p class="quiet">${counted(this.#refused().length, 'line was', 'lines were')} refused. Mend the file and import it again: who is here already is passed over.</p>` : nothing}
      </section>
      <div class="thumb"><a class="button primary" href="#/prospects">See them</a><button class="button" type="button" @click=${() => this.#go('choose')}>Another file</button></div>`
  }

  #refused(): Arrival[] {
    return this.#arrivals.filter((arrival) => arrival.verdict === 'refused')
  }

  #chosen = (event: Event): void => {
    const box = event.target as HTMLInputElement
    void this.#open(box.files?.[0])
    box.value = '' // the same file can be chosen once more when it is mended
  }

  async #open(file: File | undefined): Promise<void> {
    if (!file) return
    this.#file = file.name
    try {
      const found = source(await file.arrayBuffer())
      if (found.kind === 'cards') {
        this.#table = null
        this.#raws = found.raws
        return found.raws.length ? this.#go('map') : this.#refuse('There is no card in this file. Choose another one.')
      }
      this.#table = found.table
      this.#columns = guessColumns(found.table)
      if (!found.table.rows.length) return this.#refuse('There is no line in this file. Choose another one.')
      this.#go('map')
    } catch {
      this.#refuse('This file could not be read. Nothing was added. Save it as CSV or vCard and choose it again.')
    }
  }

  #choose(at: number, column: Column): void {
    this.#columns = this.#columns.map((before, place) => (place === at ? column : before === column && column !== 'note' ? '' : before))
    this.requestUpdate()
  }

  async #check(raws: Raw[], firstLine: number): Promise<void> {
    this.#raws = raws
    const arrivals = await this.#work('checking', raws.length, (see, signal) => check({ phone: this.phone, raws: this.#raws, firstLine, country: this.#country }, see, signal))
    if (!arrivals) return this.#go('map')
    this.#arrivals = arrivals
    this.#look(arrivals.some((arrival) => arrival.verdict === 'new') ? 'new' : 'here')
    this.#go('checked')
  }

  async #bring(): Promise<void> {
    const fresh = this.#arrivals.filter((arrival) => arrival.verdict === 'new').length
    const brought = await this.#work('bringing', fresh + toMark(this.#arrivals).length, (see, signal) => bring(this.phone, this.#arrivals, this.#file, this.#listed, see, signal))
    this.#brought = brought ?? { added: Math.min(this.#done, fresh), marked: Math.max(this.#done - fresh, 0) }
    if (!this.stays) return toast(`${this.#added()} ${brought === null ? `The other ${this.#left()} were not: ${this.#wrong}` : ''}`)
    const wrong = this.#wrong
    this.#go(this.#done ? 'done' : 'checked')
    this.#wrong = wrong
  }

  #added(): string {
    const { added, marked } = this.#brought
    return [(added || !marked) && `${counted(added, 'prospect')} added.`, marked && `${marked.toLocaleString('en-US')} marked “do not call”.`].filter(Boolean).join(' ')
  }

  #left(): string { return (this.#of - this.#done).toLocaleString('en-US') }

  /** Long work: shown, stoppable, and with a sentence when it fails. */
  async #work<T>(step: Step, of: number, work: (see: (done: number) => void, signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#stop = new AbortController()
    this.#of = of
    this.#done = 0
    this.#go(step)
    try {
      return await work((done) => { this.#done = done; this.requestUpdate() }, this.#stop.signal)
    } catch (error) {
      this.#wrong = sentence(error)
      return null
    }
  }

  #look(verdict: Verdict): void {
    this.#seen = verdict
    this.#shown = 50
    this.requestUpdate()
  }

  #go(step: Step): void {
    this.#step = step
    if (step !== 'checked') this.#wrong = ''
    this.requestUpdate()
    if (this.stays) scrollTo(0, 0)
  }

  #refuse(why: string): void {
    this.#step = 'choose'
    this.#wrong = why
    this.requestUpdate()
  }
}

function arrivalRow(arrival: Arrival): TemplateResult {
  const sign = arrival.verdict === 'new' ? 'plus' : arrival.verdict === 'here' ? 'check' : 'warning'
  return html`<li class="row state"><span class="quiet">${icon(sign)}</span>
    <div class="row-main"><span class="row-title">${arrival.title || `Line ${arrival.line}`}</span>
      <span class="row-note">${arrival.note}</span>${arrival.why ? html`<span class="row-note why">${arrival.why}</span>` : nothing}</div>
    <span class="row-side num">${arrival.line}</span></li>`
}

customElements.define('rb-import', Import)
