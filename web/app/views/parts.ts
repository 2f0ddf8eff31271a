/** Small things seen on several pages: a monogram, a page's head, a prospect's row, his local time. */
import { html, nothing, type TemplateResult } from 'lit'
import { initials, nameOr } from '../domain/names.ts'
import type { FollowUp } from '../domain/records.ts'
import { city, hint, knownZone, slotQuality, wallIn, whenText } from '../domain/timing.ts'
import { icon, type IconName } from './icons.ts'
import type { ProspectLine } from './phone.ts'

/** The head of a page below another one. */
export function head(title: string, back: string, side: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<header class="head sub">
    <a class="icon-button back" href=${back} aria-label="Back" @click=${stepBack}>${icon('back')}</a>
    <h1>${title}</h1>
    ${side === nothing ? nothing : html`<div class="cluster">${side}</div>`}
  </header>`
}

/** Back goes where the rep came from; the link is for whoever arrived here directly. */
function stepBack(event: Event): void {
  if (history.length < 2 || (history.state as { visit?: number } | null)?.visit === 1) return
  event.preventDefault()
  history.back()
}

export function monogram(line: { name: string; company: string; blocked?: boolean }, size = ''): TemplateResult {
  if (line.blocked) return html`<span class="mono blocked ${size}" aria-hidden="true">${icon('blocked')}</span>`
  return html`<span class="mono ${size}" aria-hidden="true">${initials(line.name || line.company) || icon('person')}</span>`
}

/** A prospect in a list. The whole row leads to `href`; `side` may hold its own buttons. */
export function prospectRow(line: ProspectLine, href: string, note: unknown, side: unknown = nothing): TemplateResult {
  return html`<li class="row">
    ${monogram(line)}
    <div class="row-main">
      <a class="row-title" href=${href}>${nameOr(line)}</a>
      <span class="row-note">${note}</span>
    </div>
    <div class="row-side">${side}</div>
  </li>`
}

/** The time on the prospect's own wall, with a word on how good it is for a call. Nothing where the zone is not known. */
export function localTime(zone: string, now: Date): TemplateResult | typeof nothing {
  if (!knownZone(zone)) return nothing
  const there = hint(zone, now)
  const clock = there.time.split(' ').pop()
  return html`<span class="clock ${there.quality}" title=${there.sentence}><time>${clock}</time><span class="vh"> in ${city(zone)}</span> ${slotWord(zone, now)}</span>`
}

/** "best time", "weekend", "too early": two words at most. */
function slotWord(zone: string, now: Date): string {
  const wall = wallIn(zone, now)
  const quality = slotQuality(wall)
  if (quality !== 'never') return `${quality} time`
  if (wall.weekday > 5) return 'weekend'
  return wall.hour < 8 ? 'too early' : 'too late'
}

/** When the reminder of a promise rings again; nothing unless that is still to come. */
export function reminderNote({ remind_at }: FollowUp, zone: string, now: Date): TemplateResult | typeof nothing {
  if (!remind_at || Date.parse(remind_at) <= now.getTime()) return nothing
  return html`<span class="row-note">Reminder ${whenText(new Date(remind_at), zone, now)}</span>`
}

/** Parts of a note with a point between them; what is empty is left out. */
export function points(...parts: unknown[]): unknown[] {
  return parts.filter((part) => part && part !== nothing).flatMap((part, at) => (at ? [' · ', part] : [part]))
}

export function callout(kind: '' | 'warn' | 'bad' | 'good', drawing: IconName, words: unknown): TemplateResult {
  return html`<div class="callout ${kind}">${icon(drawing)}<div class="stack close">${words}</div></div>`
}
