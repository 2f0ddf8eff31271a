/** A promise that comes at a bad moment: be reminded of it later, or promise another time. Two things, told apart in words. */
import { html, nothing, render, type TemplateResult } from 'lit'
import { quickPicks, remindPicks, slotNote } from '../domain/follow_ups.ts'
import { displayName, nameOr } from '../domain/names.ts'
import type { FollowUp } from '../domain/records.ts'
import { deviceZone, typedSlot, whenText, workHours, zoneOr, type Slot } from '../domain/timing.ts'
import { close } from './close_promise.ts'
import type { Device } from './device.ts'
import { icon } from './icons.ts'
import { ownTime, there } from './log_parts.ts'
import type { Phone } from './phone.ts'
import { move, remindLater, toCalendar } from './promises.ts'
import { isAsking } from './sheet.ts'
import { sentence, toast } from './toast.ts'

/** `all`: everything there is to do with it. */
export type Part = 'all' | 'remind' | 'move'

/** Opens it, and forgets it when something was chosen. Escape, and a tap outside, mean nothing changes. */
export async function openPromise(phone: Phone, device: Device, followUp: FollowUp, part: Part = 'all'): Promise<void> {
  const here = location.hash
  const [prospect, profile, holidays] = await Promise.all([phone.prospect(followUp.prospect_id), phone.profile(), phone.promises.holidays()])
  const fields = prospect?.fields ?? {}
  if (location.hash === here) new Sheet({
    phone, device, followUp, part, profile, work: workHours(profile, holidays),
    zone: zoneOr(fields['zone'] ?? '', zoneOr(followUp.zone)), name: prospect ? nameOr({ name: displayName(fields), company: fields['company'] ?? '' }) : 'Somebody no longer here',
  }).open()
}

interface About {
  phone: Phone
  device: Device
  followUp: FollowUp
  part: Part
  profile: Parameters<typeof remindPicks>[1]
  work: ReturnType<typeof workHours>
  zone: string // the prospect's
  name: string
}

class Sheet {
  #about: About
  #dialog = document.createElement('dialog')
  #wall = ''
  #owns = false // picks a time of his own

  constructor(about: About) {
    this.#about = about
  }

  open(): void {
    if (isAsking()) return
    const dialog = this.#dialog
    dialog.className = 'sheet promise-sheet'
    dialog.setAttribute('aria-labelledby', 'promise-title')
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    this.#draw()
    dialog.showModal()
  }

  #draw(): void {
    const { part, followUp, name } = this.#about
    const now = new Date()
    const when = whenText(new Date(followUp.due), zoneOr(this.#about.profile['zone'] ?? ''), now)
    render(html`<div class="promise-head">
        <div class="stack close"><h2 id="promise-title">${name}</h2><p class="quiet">${followUp.reason || 'Call again'}<br>Promised for <span class="num">${when}</span></p></div>
        <button class="icon-button" type="button" aria-label="Leave it as it is" @click=${() => this.#dialog.close()}>${icon('close')}</button>
      </div>
      ${part === 'move' ? nothing : this.#remind(now)}
      ${part === 'remind' ? nothing : this.#move(now)}
      ${part === 'all' ? html`<div class="sheet-acts">
        <button class="button" type="button" @click=${this.#chosen(() => toCalendar(this.#about.phone, this.#about.device, followUp))}>${icon('calendar')}Put it in my calendar</button>
        <button class="button quiet danger-text" type="button" @click=${this.#chosen(() => close(this.#about.phone, followUp, 'cancelled', name))}>Cancel the promise</button>
      </div>` : nothing}`, this.#dialog)
  }

  #remind(now: Date): TemplateResult {
    const { phone, profile, work, followUp } = this.#about
    return html`<section class="promise-part" aria-labelledby="remind-title">
      <h3 id="remind-title">Remind me later</h3>
      <p class="small quiet">The promise stays. Only the reminder comes again.</p>
      <div class="times">${remindPicks(now, profile, work).map(({ label, at }) => html`<button class="button" type="button" @click=${this.#chosen(() => remindLater(phone, followUp, at, work.zone))}>
        <span>${label}<small class="num">${whenText(new Date(at), work.zone, now)}</small></span></button>`)}</div>
    </section>`
  }

  #move(now: Date): TemplateResult {
    const { zone, work } = this.#about
    return html`<section class="promise-part" aria-labelledby="move-title">
      <h3 id="move-title">Move the promise</h3>
      <p class="small quiet">Another time is promised${zone === deviceZone() ? '' : html`, by their clock`}. The old one is replaced on every device.</p>
      <div class="times">${quickPicks(now, zone, work).map(({ label, slot }) => this.#time(label, slot, now))}
        <button class="button" type="button" aria-expanded=${this.#owns ? 'true' : 'false'} @click=${this.#pickOwn}>Pick a time</button></div>
      ${this.#owns ? this.#own(zone, now) : nothing}
    </section>`
  }

  #own(zone: string, now: Date): TemplateResult {
    const own = typedSlot(this.#wall, zone)
    const isAhead = own !== null && Date.parse(own.at) > now.getTime()
    return html`<div class="own-time">${ownTime(this.#wall, zone, now, (wall) => {
        this.#wall = wall
        this.#draw()
      })}
        <button class="button primary" type="button" aria-disabled=${isAhead ? 'false' : 'true'} @click=${() => isAhead && void this.#chosen(() => this.#to(own))()}>Move</button></div>
      <p class="small slot-note" aria-live="polite">${own ? slotNote(own, this.#about.work, now) : ''}</p>`
  }

  #pickOwn = (): void => {
    this.#owns = true
    this.#draw()
    this.#dialog.querySelector<HTMLInputElement>('#when')?.focus()
  }

  #time(label: string, slot: Slot, now: Date): TemplateResult {
    return html`<button class="button" type="button" @click=${this.#chosen(() => this.#to(slot))}><span>${label}<small class="num">${whenText(new Date(slot.at), slot.zone, now)}${there(slot)}</small></span></button>`
  }

  #to(slot: Slot): Promise<void> {
    const { phone, device, followUp } = this.#about
    return move(phone, device, followUp, slot)
  }

  #chosen(act: () => Promise<void>): () => Promise<void> {
    return async () => {
      this.#dialog.close()
      await act().catch((error: unknown) => toast(sentence(error)))
    }
  }
}
