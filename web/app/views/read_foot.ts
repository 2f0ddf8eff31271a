/** Below the words, where the thumb is. Everything that is wanted during a call is one tap, for either hand. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { SPEEDS } from '../domain/marker.ts'
import { telLink } from '../domain/tel.ts'
import { icon } from './icons.ts'
import type { ReadActs, ReadScene } from './read_scene.ts'

export function readFoot(scene: ReadScene, act: ReadActs): TemplateResult {
  const rows = scene.clock === 'ready' ? ready(scene, act) : scene.clock === 'stopped' ? done(scene, act) : running(scene, act)
  return html`<div class="read-foot">${rows}</div>`
}

function ready({ reading, prospect }: ReadScene, act: ReadActs): TemplateResult {
  const { pick_up, voicemail, dialled_at, number } = reading
  const call = number ? html`<a class="button ${dialled_at ? 'again' : 'primary'}" href=${telLink(number, number === prospect.fields['phone'] ? prospect.fields['phone_ext'] : '')} @click=${act.call}>${icon('phone')} <span class=${dialled_at ? 'vh' : ''}>${dialled_at ? 'Call again' : 'Call'}</span></a>` : nothing
  const aloud = voicemail && !dialled_at ? html`<a class="button quiet" href="#/rehearse/${prospect.id}?from=read">${icon('mic')} Rehearse</a>` : nothing
  return html`<div class="read-row small-row">${aloud}<a class="button quiet" href="#/log/${prospect.id}">Log it</a></div>
    <div class="read-row">${call}
      ${pick_up ? html`<button class="button" type="button" @click=${() => act.start('pick_up')}>They answered</button>` : nothing}
      ${voicemail ? html`<button class="button ${dialled_at || !number ? 'primary' : ''} beep" type="button" @click=${() => act.start('voicemail')}>${icon('beep')} Beep</button>` : nothing}
    </div>`
}

function running(scene: ReadScene, act: ReadActs): TemplateResult {
  const { reading, clock } = scene
  const message = reading.plan === 'voicemail'
  return html`<div class="read-row tools">${reading.rescued ? tool('Back to all the words', icon('undo'), () => act.rescue(false)) : tools(scene, act)}</div>
    <div class="read-row">
      ${message && reading.pick_up ? html`<button class="button" type="button" @click=${() => act.start('pick_up')}>They answered</button>` : nothing}
      ${!message && reading.voicemail ? html`<button class="button beep" type="button" @click=${() => act.start('voicemail')}>${icon('beep')} Beep</button>` : nothing}
      <button class="button" type="button" @click=${clock === 'paused' ? act.goOn : act.pause}>${icon(clock === 'paused' ? 'play' : 'pause')} ${clock === 'paused' ? 'Go on' : 'Pause'}</button>
      <button class="button primary" type="button" @click=${act.stop}>${icon('stop')} Stop</button>
    </div>`
}

function tools({ reading, wishes, at }: ReadScene, act: ReadActs): TemplateResult {
  const { speed } = reading.marker
  const back = tool('Back', icon('back'), () => act.move(-1), at === 0)
  if (reading.plan === 'pick_up') return back
  return html`${back}
    ${wishes.marker ? html`${tool('Slower', icon('minus'), () => act.speed(-1), speed === SPEEDS[0])}${tool('Faster', icon('plus'), () => act.speed(1), speed === SPEEDS.at(-1))}` : nothing}
    ${tool('Rescue', ring(), () => act.rescue(true))}`
}

function tool(words: string, drawing: TemplateResult, act: () => void, off = false): TemplateResult {
  return html`<button class="tool" type="button" ?disabled=${off} @click=${act}>${drawing}<span>${words}</span></button>`
}

function ring(): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM6 6l3.7 3.7M18 6l-3.7 3.7M6 18l3.7-3.7M18 18l-3.7-3.7"/>`}</svg>`
}

function done({ prospect }: ReadScene, act: ReadActs): TemplateResult {
  return html`<div class="read-row"><button class="button" type="button" @click=${act.again}>${icon('undo')} Once more</button>
    <a class="button primary" href="#/log/${prospect.id}">Log it</a></div>`
}
