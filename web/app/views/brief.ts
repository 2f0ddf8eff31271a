/** They are on the line: who this is, what was said to them word for word, when, why, and what comes next. One tap logs that they rang back. */
import { html, nothing, type TemplateResult } from 'lit'
import { fulfilled, type OpenPromise } from '../domain/follow_ups.ts'
import { ago, until } from '../domain/moments.ts'
import { displayName, nameOr } from '../domain/names.ts'
import type { Call, Fields, FollowUp, Id } from '../domain/records.ts'
import { deviceZone, whenText, zoneOr } from '../domain/timing.ts'
import { whoAndWhen } from './blocked.ts'
import { close } from './close_promise.ts'
import { callButton } from './dial.ts'
import { entryItem, entryTime, entryTitle } from './entries.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head, localTime, monogram, points, reminderNote } from './parts.ts'
import type { Brief as Data, NewLog } from './phone.ts'
import { openPromise, type Part } from './promise_sheet.ts'
import { remindLater, toCalendar } from './promises.ts'
import { sentence, toast } from './toast.ts'

const HOUR = 3_600_000 // ms

class Brief extends Page {
  #data: Data | null = null
  #profile: Fields = {}
  #read = false
  #logged: Call | null = null
  #busy = false
  #opened = Date.now()
  #sought = false // the promise that a notification spoke of

  get #id(): Id { return this.params[0] ?? '' }
  get #zone(): string { return zoneOr(this.#profile['zone'] ?? '') }

  protected async reload(): Promise<void> {
    this.#profile = await this.phone.profile()
    const isUpToDate = this.#isUpToDate() // before the reading, which may miss what comes during it
    this.#data = await this.phone.brief(this.#id)
    this.#read = true
    this.requestUpdate()
    await this.#asked(isUpToDate)
  }

  /** A button of the notification that led here was pressed: done once, in the outbox as everything is, with or without a network. */
  async #asked(isUpToDate: boolean): Promise<void> {
    const act = this.query.get('do')
    if (!act || !this.#data) return
    const id = this.query.get('follow_up') ?? ''
    const followUp = this.#data.followUps.find((each) => each.id === id)
    if (!followUp && act !== 'call' && !isUpToDate && !await this.phone.promises.isKnown(id)) return this.#seek()
    this.query.delete('do')
    this.moveTo(`/brief/${this.#id}`)
    if (act === 'call') return // nothing dials by itself
    if (!followUp) return toast('That promise is over already.')
    if (act === 'done') await close(this.phone, followUp, 'done', nameOr(this.#line()))
    if (act === 'later') await remindLater(this.phone, followUp, new Date(Date.now() + HOUR).toISOString(), this.#zone)
  }

  /** Another device made it, and it has not come to this one. What was asked for is done when it has. */
  #seek(): void {
    if (this.#sought) return
    this.#sought = true
    const say = (): void => void (this.phone.status().link !== 'idle' && toast('That promise has not come to this phone yet. Leave this page open: it is seen to as soon as it comes.'))
    void this.phone.syncNow().then(say, say)
  }

  /** A sync has ended since the page was opened, or none will. */
  #isUpToDate(): boolean {
    const { link, lastSuccess } = this.phone.status()
    return link === 'unpaired' || (link === 'idle' && lastSuccess !== null && Date.parse(lastSuccess) >= this.#opened)
  }

  protected override render(): TemplateResult {
    if (!this.#read) return html`${head('Callback', '#/')}`
    if (!this.#data) return html`${head('Callback', '#/')}${callout('', 'info', 'This prospect is not on this phone any more. Nothing was changed.')}`
    const { prospect, history } = this.#data
    const now = new Date()
    return html`${head(nameOr(this.#line()), '#/')}
      ${this.#who(prospect.fields, now)}
      ${prospect.do_not_call ? callout('bad', 'blocked', html`<p><strong>Asked not to be called.</strong> ${prospect.do_not_call.reason}</p><p class="small quiet">${whoAndWhen(prospect.do_not_call)}</p>`) : nothing}
      ${this.#last(now)}
      ${this.#why(prospect.fields)}
      ${this.#promises(now)}
      ${history.length > 1 ? html`<section aria-labelledby="before"><h2 id="before" class="section-head">Before that</h2>
        <ol class="entries">${history.filter((entry) => entry.call.id !== this.#data!.last?.id).map((entry) => entryItem(entry, now, { me: this.phone.status().paired?.member.id ?? '' }))}</ol></section>` : nothing}
      ${this.#acts()}`
  }

  #line(): { id: Id; name: string; company: string; phone: string; ext: string; blocked: boolean } {
    const { fields, do_not_call } = this.#data!.prospect
    return { id: this.#id, name: displayName(fields), company: fields['company'] ?? '', phone: fields['phone'] ?? '', ext: fields['phone_ext'] ?? '', blocked: do_not_call !== null }
  }

  #who(fields: Fields, now: Date): TemplateResult {
    return html`<div class="who-card">
      ${monogram(this.#line(), 'big')}
      <div>
        <p><strong>${points(fields['title'], this.#line().name && fields['company'])}</strong></p>
        ${fields['say_as'] ? html`<p class="quiet">Say ${fields['say_as']}</p>` : nothing}
        <p class="quiet">${localTime(fields['zone'] ?? '', now)}</p>
        <p><a class="link-button" href=${`#/prospect/${this.#id}`}>All details</a></p>
      </div>
    </div>`
  }

  #last(now: Date): TemplateResult {
    const last = this.#data!.last
    if (!last) return html`<section>${callout('', 'info', 'You have not called them yet, so there are no words to come back to. Ask what it is about.')}</section>`
    return html`<section aria-labelledby="last">
      <h2 id="last">${last.script ? `You left these words ${ago(last.made_at, now)}` : `${entryTitle(last)}, ${ago(last.made_at, now)}`}</h2>
      <p class="small quiet last-when"><time datetime=${last.made_at}>${entryTime(last, now)}</time>${last.seconds === null ? '' : ` · ${Math.round(last.seconds)} s`}${this.#data!.template ? ` · ${this.#data!.template.name}` : ''}${last.rep_name && last.rep_id !== this.phone.status().paired?.member.id ? ` · by ${last.rep_name}` : ''}</p>
      ${last.script ? html`<blockquote class="quote words last-words">${last.script}</blockquote>` : html`<p class="quiet">No words were left then.</p>`}
      ${last.note ? html`<p class="entry-note">${last.note}</p>` : nothing}
    </section>`
  }

  #why(fields: Fields): TemplateResult | typeof nothing {
    const source = fields['connection_source'] ? ` (${fields['connection_source']})` : ''
    const facts: Array<[string, string | undefined]> = [
      [this.#data!.last ? 'Why you rang' : 'Why you would ring', fields['reason']], ['Offer next', fields['purpose']], ['What is in it for them', fields['value']],
      ['Link between you', fields['connection'] && fields['connection'] + source], ['Hook', fields['hook']], ['Who answers there', fields['switchboard']], ['Note', fields['note']],
    ]
    const known = facts.filter(([, text]) => text)
    if (!known.length) return nothing
    return html`<section aria-labelledby="why"><h2 id="why" class="section-head">Pick up from here</h2>
      <dl class="facts">${known.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl></section>`
  }

  #promises(now: Date): TemplateResult | typeof nothing {
    const open = this.#data!.followUps
    if (!open.length) return nothing
    return html`<section aria-labelledby="open"><h2 id="open" class="section-head">Open promise</h2>
      <ul class="list">${open.map((each) => this.#promise(each, now))}</ul></section>`
  }

  #promise(followUp: FollowUp, now: Date): TemplateResult {
    const late = Date.parse(followUp.due) < now.getTime()
    const open = (part: Part) => () => void openPromise(this.phone, this.device, followUp, part)
    return html`<li class="row">
      <div class="row-main"><span class="row-title">${followUp.reason || 'Call again'}</span>
        <span class="row-note"><time datetime=${followUp.due}>${whenText(new Date(followUp.due), this.#zone, now)}</time>, ${until(followUp.due, now)}</span>${reminderNote(followUp, this.#zone, now)}</div>
      <div class="row-side">${late ? html`<span class="tag far">late</span>` : nothing}</div>
      <div class="acts pair">
        <button class="button" type="button" @click=${open('remind')}>Remind me later</button>
        <button class="button" type="button" @click=${open('move')}>Move the promise</button>
        <button class="button" type="button" @click=${() => void toCalendar(this.phone, this.device, followUp)}>${icon('calendar', 'small')}Calendar</button>
        <button class="button" type="button" @click=${() => void close(this.phone, followUp, 'done', nameOr(this.#line()))}>${icon('check', 'small')}Done</button>
      </div>
    </li>`
  }

  #acts(): TemplateResult {
    if (this.#logged) {
      return html`<div class="thumb">
        <a class="button primary" href=${`#/log/${this.#id}?incoming=1&replaces=${this.#logged.id}`}>${icon('edit')}Add what was said</a>
        <a class="button" href=${`#/prepare/${this.#id}`}>Prepare</a>
      </div>`
    }
    return html`<div class="thumb">
      <button class="button primary" type="button" @click=${() => void this.#rangBack()}>${icon('callback')}They rang back</button>
      ${callButton(this.phone, this.#line(), 'Call')}
    </div>`
  }

  /** One tap: the callback is in the log and its message is credited. What was promised for this is kept by it. */
  async #rangBack(): Promise<void> {
    if (this.#busy || this.#logged || !this.#data) return
    this.#busy = true
    try {
      const call = await this.phone.logCall(callback(this.#data, this.#line(), this.#profile, await this.phone.promises.open(this.#id)))
      this.#logged = call
      toast(call.credits ? 'Logged: they rang back. The message has its credit.' : 'Logged: they rang.', () => this.#undo(call))
    } catch (error) {
      toast(sentence(error))
    }
    this.#busy = false
    await this.reload()
  }

  async #undo(call: Call): Promise<void> {
    await this.phone.undoLog(call)
    this.#logged = null
    await this.reload()
  }
}

function callback(data: Data, line: { id: Id; name: string; company: string; phone: string }, profile: Fields, open: OpenPromise[]): NewLog {
  const now = new Date()
  const kept = fulfilled(open, { incoming: true, outcome: 'spoke', parked: null, now })
  return {
    call: {
      prospect_id: line.id, prospect_name: line.name, company: line.company, direction: 'in', channel: 'phone', outcome: 'spoke',
      made_at: now.toISOString(), zone: zoneOr(profile['zone'] ?? '', deviceZone()), prospect_zone: data.prospect.fields['zone'] ?? '',
      number: line.phone, template_id: null, version_id: null, variant: '', plan: '', script: '', seconds: null, estimate: null,
      left_out: [], flags: [], note: '',
    },
    followUp: null, fulfils: kept.map((each) => each.id), edits: [], stop: '', clearDrafts: [],
  }
}

customElements.define('rb-brief', Brief)
