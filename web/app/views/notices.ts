/** The lines above a page: only what the rep should know now, one at a time, worst first. Silence means that all is well. */
import { html, nothing, type TemplateResult } from 'lit'
import { icon } from './icons.ts'
import type { Phone, Status } from './phone.ts'

export function notices(phone: Phone): TemplateResult {
  const status = phone.status()
  return html`${status.update ? update(phone) : nothing}${line(status) ?? nothing}`
}

function update(phone: Phone): TemplateResult {
  return html`<button class="notice" type="button" @click=${() => phone.applyUpdate()}>
    ${icon('sync', 'small')}<span>A new version is ready. <strong>Update now</strong></span>
  </button>`
}

function line(status: Status): TemplateResult | null {
  if (status.link === 'revoked') return bad('The office has removed this phone. What you logged stays here.', '#/settings', 'See what to do')
  if (status.schemaTooOld && !status.update) return bad('The office needs a newer Ringback. Your entries are sent all the same.', '#/settings', 'See more')
  if (status.link === 'signed_out') return bad('Signed out at the office. Everything is kept here.', '#/join', 'Join again')
  if (status.problems.length) return bad(`${count(status.problems.length, 'entry needs', 'entries need')} a look.`, '#/settings?part=sync', 'Show')
  if (status.notice) return bad(status.notice, '#/settings?part=sync', 'Show')
  if (status.link === 'portal') return calm('This network wants you to sign in to it first. Entries are kept here.')
  if (status.link === 'offline' && status.waiting) return calm(`No network. ${count(status.waiting, 'entry is', 'entries are')} kept here until there is.`)
  return null
}

function bad(text: string, href: string, act: string): TemplateResult {
  return html`<a class="notice bad" href=${href}>${icon('warning', 'small')}<span>${text} <strong>${act}</strong></span></a>`
}

function calm(text: string): TemplateResult {
  return html`<a class="notice" href="#/settings?part=sync">${icon('offline', 'small')}<span>${text}</span></a>`
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
