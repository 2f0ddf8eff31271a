/** The part of Settings that answers one question: is what I wrote safe, and where is it? */
import { html, nothing, type TemplateResult } from 'lit'
import { ago, counted, span, until } from '../domain/moments.ts'
import type { Device } from './device.ts'
import { icon, type IconName } from './icons.ts'
import { callout } from './parts.ts'
import type { Phone, Status, StorageState } from './phone.ts'
import { ask } from './sheet.ts'
import { sentence, toast } from './toast.ts'

const LINKS: Record<Status['link'], string> = {
  unpaired: 'No office joined', idle: 'Connected', syncing: 'Sending', offline: 'No network', signed_out: 'Signed out: entries wait here',
  revoked: 'This phone was removed by the office', portal: 'The network wants a sign-in of its own', refused: 'The office did not understand: entries wait here',
}

export function officePart(phone: Phone, storage: StorageState | null): TemplateResult {
  const status = phone.status()
  return html`<section class="stack" id="office" aria-labelledby="office-head"><h2 id="office-head" class="chapter">The office</h2>
    ${status.paired ? joined(phone, status, storage) : alone()}
    ${status.notice ? callout('warn', 'info', status.notice) : nothing}
    ${status.problems.length ? problems(status) : nothing}
  </section>`
}

function joined(phone: Phone, status: Status, storage: StorageState | null): TemplateResult {
  const now = new Date()
  const { office, member } = status.paired!
  return html`<p><strong>${office.name}</strong><br /><span class="quiet">${member.name}, ${member.role}</span></p>
    <dl class="facts">
      ${fact('Connection', LINKS[status.link])}
      ${fact('Last time all was sent', status.lastSuccess ? ago(status.lastSuccess, now) : 'not yet')}
      ${fact('Waiting here', status.waiting ? `${counted(status.waiting, 'entry', 'entries')}${status.oldestWaiting ? `, the oldest for ${span(now.getTime() - Date.parse(status.oldestWaiting))}` : ''}` : 'nothing')}
      ${status.waiting && status.nextTry ? fact('Next try', until(status.nextTry, now)) : nothing}
      ${storage?.sent ? fact('Sent, and kept until the backup has it', counted(storage.sent, 'entry', 'entries')) : nothing}
    </dl>
    <div class="cluster">
      <button class="button" type="button" @click=${() => void syncNow(phone)}>${icon('sync')}Sync now</button>
      ${member.role === 'lead' ? html`<a class="button" href="/office">${icon('office')}Open the office</a>` : nothing}
    </div>`
}

function alone(): TemplateResult {
  return html`<p class="quiet">Everything works without one. Once you join, what you have logged here is sent.</p>
    <a class="button" href="#/join">${icon('office')}Join an office</a>`
}

function problems(status: Status): TemplateResult {
  return html`<div class="stack close"><h3>Needs a look</h3>${status.problems.map((problem) => callout('warn', 'warning', html`<p>${problem.sentence}</p><p class="small quiet">Entry ${problem.n}, ${ago(problem.at, new Date())}. It is kept at the office; the lead can look at it.</p>`))}</div>`
}

async function syncNow(phone: Phone): Promise<void> {
  try {
    await phone.syncNow()
    const { waiting, link } = phone.status()
    toast(waiting ? `${LINKS[link]}. ${counted(waiting, 'entry is', 'entries are')} kept here.` : 'The office has everything.')
  } catch (error) {
    toast(sentence(error))
  }
}

export function safePart(phone: Phone, device: Device, storage: StorageState | null, again: () => void): TemplateResult {
  return html`<section class="stack" aria-labelledby="safe"><h2 id="safe" class="chapter">On this phone</h2>
    ${storage ? kept(phone, storage, again) : nothing}
    <ul class="list">
      ${line('exporting', 'Save a rescue file', 'Everything that this phone wrote, for the office to take in', () => void rescue(phone, device))}
      ${device.install.standalone ? nothing : door('addBox', '#/install', 'Install Ringback', 'Opens faster, and the browser keeps what is stored')}
      ${phone.status().paired ? line('close', 'Sign out', 'Only when nothing waits', () => void signOut(phone, device)) : nothing}
    </ul>
  </section>`
}

function kept(phone: Phone, storage: StorageState, again: () => void): TemplateResult {
  const size = storage.usage < 1e6 ? `${Math.ceil(storage.usage / 1e3)} kB` : `${(storage.usage / 1e6).toFixed(1)} MB`
  return html`<dl class="facts">
      ${fact('Prospects', storage.prospects.toLocaleString('en-US'))}
      ${fact('Calls', storage.calls.toLocaleString('en-US'))}
      ${fact('Room', storage.quota ? `${size} of ${(storage.quota / 1e9).toFixed(1)} GB` : size)}
      ${fact('Kept by the browser', storage.persisted ? 'for good' : 'as long as there is room')}
    </dl>
    ${storage.persisted ? nothing : callout('warn', 'info', html`<p>When this phone runs out of room, its browser may clear what is stored here.</p>
      <p><button class="button" type="button" @click=${() => void persist(phone, again)}>Ask it to keep it for good</button></p>`)}`
}

async function persist(phone: Phone, again: () => void): Promise<void> {
  const granted = await phone.askPersistence()
  toast(granted ? 'The browser keeps it for good.' : 'The browser said no for now. Installing Ringback usually changes its mind.')
  again()
}

async function rescue(phone: Phone, device: Device): Promise<void> {
  try {
    device.offerFile(await phone.rescueFile(), `ringback-rescue-${new Date().toISOString().slice(0, 10)}.json`)
  } catch (error) {
    toast(sentence(error))
  }
}

/** Never drops what waits: it says how much that is and offers the file first. */
async function signOut(phone: Phone, device: Device): Promise<void> {
  const { waiting } = phone.status()
  if (waiting) {
    const save = await ask({
      title: `${counted(waiting, 'entry is', 'entries are')} not at the office yet`,
      body: 'Signing out waits until they are sent. If that cannot be now, save a rescue file: the office takes it in.',
      yes: 'Save a rescue file', no: 'Stay signed in',
    })
    if (save) await rescue(phone, device)
    return
  }
  if (!await ask({ title: 'Sign out of the office?', body: 'The office has everything. To come back you need a new invitation.', yes: 'Sign out', no: 'Stay', danger: true, safe: true })) return
  try {
    await phone.signOut(false)
    toast('Signed out.')
  } catch (error) {
    toast(sentence(error))
  }
}

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd class="figures">${value}</dd></div>`
}

function line(drawing: IconName, title: string, note: string, act: () => void): TemplateResult {
  return html`<li class="row state"><span class="quiet">${icon(drawing)}</span>
    <div class="row-main"><button class="row-title" type="button" @click=${act}>${title}</button><span class="row-note">${note}</span></div><span></span></li>`
}

function door(drawing: IconName, href: string, title: string, note: string): TemplateResult {
  return html`<li class="row state"><span class="quiet">${icon(drawing)}</span>
    <div class="row-main"><a class="row-title" href=${href}>${title}</a><span class="row-note">${note}</span></div><span class="row-side">${icon('forward', 'small')}</span></li>`
}
