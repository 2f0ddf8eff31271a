/** Placing a call from a list or a page: a `tel:` link, or, for somebody who asked not to be called, a stop with the reason. */
import { html, nothing, type TemplateResult } from 'lit'
import { afresh, READING, unpreparedCall, type Reading } from '../domain/reading.ts'
import { telLink } from '../domain/tel.ts'
import { Dialling } from './dialling.ts'
import { icon } from './icons.ts'
import { begunWith } from './in_hand.ts'
import type { Phone } from './phone.ts'

export interface Dialled { id: string; name: string; phone: string; ext?: string; blocked: boolean }

/** With words it is a plain button, otherwise a round one. */
export function callButton(phone: Phone, whom: Dialled, words = '', which = ''): TemplateResult | typeof nothing {
  if (!whom.phone) return nothing
  const look = words ? 'button' : 'icon-button call'
  const label = `Call ${whom.name || 'this prospect'}${which}`
  if (whom.blocked) return html`<button class=${look} type="button" aria-label=${`${label}: asked not to be called`} @click=${() => void stop(phone, whom)}>${icon('blocked')}${words}</button>`
  return html`<a class=${look} href=${telLink(whom.phone, whom.ext)} aria-label=${label} @click=${() => void placed(phone, whom)}>${icon('phone')}${words}</a>`
}

let dialling: Dialling | null = null

/** Whom the rep called from here since the last time this was asked: the log opens for that when he is back. */
export function justDialled(): string | null {
  return dialling?.justPlaced() ?? null
}

/** Kept at once: a phone may end this page as soon as its dialler is there, and a desktop may call without hiding it. */
async function placed(phone: Phone, whom: Dialled): Promise<void> {
  dialling ??= new Dialling(document, window, Date.now)
  dialling.tapped(whom.id)
  const now = new Date()
  const before = await begunWith(phone, whom.id)
  const reading = before ? (isOfToday(before, now) ? before : afresh(before)) : unpreparedCall(whom.id, whom.phone)
  await phone.keepDraft(READING, { ...reading, number: whom.phone, dialled_at: now.toISOString() })
}

const A_DAY_AT_WORK = 12 * 3_600_000 // ms

/** What was read days ago was not read in this call. */
function isOfToday({ started_at }: Reading, now: Date): boolean {
  return !started_at || now.getTime() - Date.parse(started_at) < A_DAY_AT_WORK
}

async function stop(phone: Phone, whom: Dialled): Promise<void> {
  const [prospect, { askBlocked }] = await Promise.all([phone.prospect(whom.id), import('./blocked.ts')])
  if (!await askBlocked(whom.name, prospect?.do_not_call ?? { at: '', by: '', reason: '' })) return
  await placed(phone, whom)
  location.assign(telLink(whom.phone, whom.ext))
}
