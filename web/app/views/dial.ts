/** Placing a call from anywhere: a `tel:` link, or, for somebody who asked not to be called, a stop with the reason. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Block } from '../domain/records.ts'
import { telLink } from '../domain/tel.ts'
import { icon } from './icons.ts'
import type { Phone } from './phone.ts'

export interface Dialled { id: string; name: string; phone: string; ext?: string; blocked: boolean }

/** `wide` is the button with words, otherwise a round one. */
export function callButton(phone: Phone, whom: Dialled, wide = false): TemplateResult | typeof nothing {
  if (!whom.phone) return nothing
  const look = wide ? 'button' : 'icon-button call'
  const words = wide ? 'Call' : nothing
  const label = `Call ${whom.name || 'this prospect'}`
  if (whom.blocked) {
    return html`<button class=${look} type="button" aria-label=${label} @click=${() => void stop(phone, whom)}>${icon('blocked')}${words}</button>`
  }
  return html`<a class=${look} href=${telLink(whom.phone, whom.ext)} aria-label=${label} @click=${() => void placed(phone, whom)}>${icon('phone')}${words}</a>`
}

/** Remembered so that the log opens when the rep comes back from the dialler. */
async function placed(phone: Phone, whom: Dialled): Promise<void> {
  await phone.keepDraft('dialled', { prospect_id: whom.id, number: whom.phone, at: new Date().toISOString() })
}

/** A sheet that says who asked for it, when and why, before anything rings. */
async function stop(phone: Phone, whom: Dialled): Promise<void> {
  const prospect = await phone.prospect(whom.id)
  const { askBlocked } = await import('./blocked.ts')
  const block: Block = prospect?.do_not_call ?? { at: '', by: '', reason: '' }
  if (await askBlocked(whom.name, block)) {
    await placed(phone, whom)
    location.assign(telLink(whom.phone, whom.ext))
  }
}
