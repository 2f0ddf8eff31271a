/** What happened, in two taps: an outcome, then Save. Opens by itself when the rep comes back from the dialler. */
import { html, nothing, type TemplateResult } from 'lit'
import { staying, suggest, type OpenPromise, type PickName, type Suggestion } from '../domain/follow_ups.ts'
import { displayName, nameOr } from '../domain/names.ts'
import { likelyOutcome, OUTCOME, outcomesFor } from '../domain/outcomes.ts'
import { cardKnowing, clockOf, prepareKey, READING, spoken, type Prepared, type Reading } from '../domain/reading.ts'
import type { Call, Channel, Fields, FollowUp, Outcome, Prospect } from '../domain/records.ts'
import { typedSlot, workHours, zoneOr, type Slot, type WorkHours } from '../domain/timing.ts'
import { icon } from './icons.ts'
import { begunWith, drop } from './in_hand.ts'
import { asksWhoAnswers, closes, entryOf, happening, isOwn, keepsOwn, type LogForm } from './log_entry.ts'
import { closingNote, followUpPart, outcomeTile, stillPromised } from './log_parts.ts'
import { go, Page } from './page.ts'
import { callout, head } from './parts.ts'
import { nextActs } from './promises.ts'
import { say, sentence, toast } from './toast.ts'

const NONE: Suggestion = { picks: [], chosen: null, mustChoose: false, reason: '' }
const EMPTY: LogForm = { outcome: null, pick: null, touched: false, wall: '', note: '', reason: '', channel: 'phone' }

class Log extends Page {
  #prospect: Prospect | null = null
  #gone = false // deleted or given away; what happened can be logged all the same
  #reading: Reading | null = null
  #corrected: Call | null = null
  #open: OpenPromise[] = []
  #ended: OpenPromise[] = []
  #prepared: Prepared | null = null
  #profile: Fields = {}
  #work: WorkHours = workHours({})
  #form: LogForm = EMPTY
  #loaded = false
  #shown = NONE // what is saved is what stands on the screen, however long it has stood there
  #busy = false
  #trouble = ''

  get #id(): string { return this.params[0] ?? '' }
  get #incoming(): boolean { return this.#corrected ? this.#corrected.direction === 'in' : this.query.get('incoming') === '1' }
  get #key(): string { return `log:${this.#id}:${this.query.get('replaces') ?? (this.#incoming ? 'in' : 'out')}` }

  protected override async reload(): Promise<void> {
    const replaces = this.query.get('replaces')
    const [prospect, reading, open, profile, holidays, corrected, ended, prepared] = await Promise.all([
      this.phone.prospect(this.#id), begunWith(this.phone, this.#id), this.phone.promises.open(this.#id), this.phone.profile(), this.phone.promises.holidays(),
      replaces ? this.phone.call(replaces) : null, replaces ? this.phone.promises.ended(replaces) : [], this.phone.draft<Prepared>(prepareKey(this.#id)),
    ])
    this.#prospect = prospect ?? this.#prospect
    this.#gone = prospect === null
    this.#reading = replaces || this.#incoming ? null : reading
    this.#open = open
    this.#ended = ended
    this.#prepared = prepared
    this.#profile = profile
    this.#work = workHours(profile, holidays)
    this.#corrected = corrected
    if (!this.#loaded) await this.#begin()
    this.requestUpdate()
  }

  async #begin(): Promise<void> {
    const channel: Channel = this.query.get('channel') === 'email' ? 'email' : 'phone'
    const before = this.#corrected
    const fresh = before ? { ...EMPTY, outcome: before.outcome, note: before.note, channel: before.channel } : { ...EMPTY, channel }
    this.#form = await this.phone.draft<LogForm>(this.#key) ?? fresh
    this.#loaded = true
  }

  protected override render(): TemplateResult {
    if (!this.#loaded) return html``
    if (!this.#prospect && !this.#corrected && !this.#reading) return html`${head('Log the call', '#/')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    const outcomes = this.#outcomes()
    const chosen = this.#form.outcome
    return html`${head(this.#title(), this.#back())}
      ${this.#stillOn()}
      <p class="log-who"><strong>${this.#name()}</strong> <span class="quiet small">${this.#what()}</span></p>
      ${this.#gone ? callout('', 'info', 'This prospect is not on this phone any more. What you log is kept.') : nothing}
      ${this.#incoming ? this.#channels() : nothing}
      <fieldset class="outcomes"><legend class="vh">What happened?</legend>
        ${outcomes.map((outcome, at) => outcomeTile(outcome, at === 0 && !this.#corrected, chosen === outcome, this.#choose))}
      </fieldset>
      ${chosen ? this.#details(chosen) : this.#reading ? html`<button class="link-button" type="button" ?disabled=${this.#busy} @click=${this.#noCall}>There was no call</button>` : nothing}`
  }

  #details(chosen: Outcome): TemplateResult {
    const suggestion = this.#suggestion(chosen)
    this.#shown = suggestion
    return html`<div class="field log-note"><label for="note">Note <span class="quiet">(if you like)</span></label>
        <textarea id="note" rows="2" maxlength="8000" .value=${this.#form.note} @input=${(event: InputEvent) => this.#set({ note: (event.target as HTMLTextAreaElement).value })}></textarea></div>
      ${!this.#gone && asksWhoAnswers(chosen) ? this.#whoAnswers() : nothing}
      ${this.#corrected ? html`<button class="button quiet danger" type="button" ?disabled=${this.#busy} @click=${this.#takeBack}>${icon('trash')} This never happened: take the entry back</button>` : nothing}
      <div class="log-foot">
        ${closes(this.#reading, chosen) ? closingNote() : nothing}
        ${stillPromised(this.#staying(chosen), new Date())}
        ${chosen === 'do_not_call' ? this.#blocking() : followUpPart({ keeps: this.#own().length > 0 && keepsOwn({ ...this.#facts(), outcome: chosen }), suggestion, form: this.#form, slot: this.#slot(suggestion), zone: this.#zone(), work: this.#work, pick: this.#pick, own: this.#ownTime })}
        ${this.#trouble ? html`<div role="alert">${callout('bad', 'warning', this.#trouble)}</div>` : nothing}
        <button class="button primary wide" type="button" aria-disabled=${this.#busy ? 'true' : 'false'} @click=${this.#save}>Save: ${OUTCOME[chosen].label.toLowerCase()}</button>
      </div>`
  }

  #stillOn(): TemplateResult | typeof nothing {
    const reading = this.#reading
    if (this.#gone || !reading?.dialled_at || reading.unprepared || clockOf(reading) === 'stopped') return nothing
    return html`<a class="button wide still-on" href="#/read/${this.#id}">${icon('words')} Back to the words</a>`
  }

  #channels(): TemplateResult {
    const option = (channel: Channel, words: string): TemplateResult => html`<label><input type="radio" name="channel" .checked=${this.#form.channel === channel} @change=${() => this.#set({ channel })}>${words}</label>`
    return html`<div class="segments" role="radiogroup" aria-label="How did they answer?">${option('phone', 'They called')}${option('email', 'They wrote')}</div>`
  }

  #whoAnswers(): TemplateResult {
    return html`<div class="field log-note"><label for="switchboard">Who answers there, and what do they know?</label>
      <input id="switchboard" maxlength="200" autocomplete="off" .value=${this.#form.switchboard ?? this.#prospect!.fields['switchboard'] ?? ''} @input=${(event: InputEvent) => this.#set({ switchboard: (event.target as HTMLInputElement).value })}></div>`
  }

  #blocking(): TemplateResult {
    return html`<div class="field"><label for="why">What did they say?</label>
      <input id="why" maxlength="200" placeholder="Asked not to be called" .value=${this.#form.reason} @input=${(event: InputEvent) => this.#set({ reason: (event.target as HTMLInputElement).value })}>
      <p class="hint">From now on every phone stops before calling. Only the office can lift it.</p></div>`
  }

  #outcomes(): Outcome[] {
    if (this.#incoming) return ['spoke', 'callback_agreed', 'meeting_booked', 'wrong_number', 'do_not_call']
    if (this.#corrected) return outcomesFor(this.#corrected.outcome)
    const reading = this.#reading
    const began = Boolean(reading?.started_at)
    return outcomesFor(likelyOutcome({ direction: 'out', dialled: Boolean(reading?.dialled_at), voicemailRead: began && reading?.plan === 'voicemail', talked: began && reading?.plan === 'pick_up' }))
  }

  #suggestion(outcome: Outcome): Suggestion {
    if (this.#gone || outcome === 'do_not_call') return NONE
    const suggestion = suggest(outcome, new Date(), this.#zone(), this.#work)
    if (this.#corrected || closes(this.#reading, outcome)) return { ...suggestion, chosen: null, mustChoose: false }
    return this.#staying(outcome).length > 0 ? { ...suggestion, chosen: null } : suggestion
  }

  /** What is promised to him for another time, whatever this call was. */
  #staying(outcome: Outcome): FollowUp[] {
    const now = { ...this.#facts(), outcome }
    const own = this.#own()
    const others = this.#open.filter(({ followUp }) => !own.includes(followUp))
    return [...(keepsOwn(now) ? own : []), ...staying(others, happening(now))]
  }

  /** What was promised with the entry that is corrected. */
  #own(): FollowUp[] {
    return this.#open.map(({ followUp }) => followUp).filter((followUp) => isOwn(followUp, this.#corrected))
  }

  #facts(): Parameters<typeof happening>[0] & Parameters<typeof keepsOwn>[0] & { now: Date } {
    return {
      corrected: this.#corrected, form: this.#form, reading: this.#reading, incoming: this.#incoming, outcome: this.#form.outcome!, now: new Date(),
      parked: (this.#reading && this.#prepared?.parked) ?? null,
    }
  }

  #slot(suggestion: Suggestion): Slot | null {
    const name = this.#form.touched && !this.#gone ? this.#form.pick : suggestion.chosen
    if (name === 'own') return typedSlot(this.#form.wall, this.#zone())
    return suggestion.picks.find((pick) => pick.name === name)?.slot ?? null
  }

  #zone(): string { return zoneOr(this.#prospect?.fields['zone'] ?? '', this.#work.zone) }
  #name(): string {
    const fields = this.#prospect?.fields
    return fields ? nameOr({ name: displayName(fields), company: fields['company'] ?? '' }) : this.#corrected?.prospect_name ?? 'Somebody no longer here'
  }

  #title(): string { return this.#incoming ? 'They came back to you' : this.#corrected ? 'Correct the entry' : 'What happened?' }
  #back(): string { return !this.#gone ? `#/prospect/${this.#id}` : '#/' }

  #what(): string {
    const reading = this.#reading
    const company = this.#prospect?.fields['company'] ?? ''
    const seconds = reading?.started_at ? spoken(reading, new Date()) : null
    const read = reading?.started_at ? (seconds === null ? 'read, nobody stopped the clock' : `${seconds} s on the clock`) : reading?.dialled_at ? 'called, nothing read' : ''
    return [company === this.#name() ? '' : company, read].filter(Boolean).join(' · ')
  }

  #choose = (outcome: Outcome): void => {
    this.#set({ outcome, pick: null, touched: false })
    this.device.vibrate(10)
  }

  #pick = (pick: PickName | null): void => {
    this.#set({ pick, touched: true })
    if (pick === 'own') void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('#when')?.focus())
  }

  #ownTime = (wall: string): void => this.#set({ wall })

  #set(part: Partial<LogForm>): void {
    this.#form = { ...this.#form, ...part }
    this.#trouble = ''
    void this.phone.keepDraft(this.#key, this.#form)
    this.requestUpdate()
  }

  #save = async (): Promise<void> => {
    const { outcome } = this.#form
    if (!outcome || this.#busy) return
    const suggestion = this.#shown
    const slot = this.#slot(suggestion)
    if (!slot && !this.#gone && (this.#form.pick === 'own' || (suggestion.mustChoose && !this.#form.touched))) return this.#ask('When? Choose a time first, or "None".')
    if (slot && Date.parse(slot.at) <= Date.now()) return this.#ask('That time has passed already. Choose a later one.')
    await this.#keep(outcome, slot, suggestion.reason)
  }

  async #keep(outcome: Outcome, slot: Slot | null, reason: string): Promise<void> {
    this.#busy = true
    try {
      const drafts = { reading: this.#reading, form: this.#form, key: this.#key, prepared: this.#prepared }
      const call = await this.phone.logCall(entryOf({
        ...this.#facts(), prospect: this.#prospect, id: this.#id, profile: this.#profile, open: this.#open, ended: this.#ended,
        form: this.#form, outcome, slot, reason, key: this.#key,
      }))
      this.leadOn('/', true)
      const acts = await nextActs(this.phone, this.device, call).catch(() => [])
      say({ text: `Saved on this phone: ${OUTCOME[outcome].label.toLowerCase()}, ${this.#name()}`, undo: () => this.#undo(call, drafts), acts })
    } catch (error) {
      this.#ask(`${sentence(error)} What you chose here is kept.`)
    }
    this.#busy = false
  }

  async #undo(call: Call, drafts: { reading: Reading | null; form: LogForm; key: string; prepared: Prepared | null }): Promise<void> {
    await this.phone.undoLog(call)
    if (call.outcome === 'do_not_call') toast('The entry is taken back. “Do not call” stays until your office clears it.')
    if (drafts.reading) await this.phone.keepDraft(READING, drafts.reading)
    if (drafts.prepared) await this.phone.keepDraft(prepareKey(this.#id), await this.#parkedAgain(cardKnowing(drafts.prepared, drafts.reading?.edits ?? [])))
    await this.phone.keepDraft(drafts.key, drafts.form)
    go(`/log/${this.#id}${this.query.size ? `?${this.query}` : ''}`)
  }

  /** The promise that a card was kept for has come back as another one. */
  async #parkedAgain(card: Prepared): Promise<Prepared> {
    const again = card.parked && (await this.phone.followUps(this.#id)).find((one) => one.supersedes === card.parked)
    return again ? { ...card, parked: again.id } : card
  }

  /** A tap that led to no call, as when an iPhone asks first and the rep says no. */
  #noCall = async (): Promise<void> => {
    const reading = this.#reading!
    await drop(this.phone, reading)
    this.leadOn('/', true)
    toast(`No call with ${this.#name()}: nothing was logged`, async () => {
      await this.phone.keepDraft(READING, reading)
      go(`/log/${this.#id}`)
    })
  }

  #takeBack = async (): Promise<void> => {
    if (!this.#corrected || this.#busy) return
    this.#busy = true
    try {
      await this.phone.takeBack(this.#corrected)
      await this.phone.keepDraft(this.#key, null)
      this.leadOn(`/prospect/${this.#id}`, true)
      toast('Taken back. The log shows that it was.')
    } catch (error) {
      this.#ask(sentence(error))
    }
    this.#busy = false
  }

  #ask(words: string): void {
    this.#trouble = words
    this.requestUpdate()
  }
}

customElements.define('rb-log', Log)
