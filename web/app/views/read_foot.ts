/** Below the words, where the thumb is. Everything that is wanted during a call is one tap, for either hand. */
import { html, nothing, type TemplateResult } from 'lit'
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
  const call = number ? html`<a class="button ${dialled_at ? 'again' : 'primary'}" href=${telLink(number, prospect.fields['phone_ext'] ?? '')} @click=${act.call}>${icon('phone')} <span class=${dialled_at ? 'vh' : ''}>${dialled_at ? 'Call again' : 'Call'}</span></a>` : nothing
  return html`<div class="read-row small-row"><a class="button quiet" href="#/log/${prospect.id}">Log it</a></div>
    <div class="read-row">${call}
      ${pick_up ? html`<button class="button" type="button" @click=${() => act.start('pick_up')}>They answered</button>` : nothing}
      ${voicemail ? html`<button class="button ${dialled_at || !number ? 'primary' : ''} beep" type="button" @click=${() => act.start('voicemail')}>${icon('beep')} Beep</button>` : nothing}
    </div>`
}

function running(scene: ReadScene, act: ReadActs): TemplateResult {
  const { reading, clock } = scene
  const paused = clock === 'paused'
  return html`${reading.rescued ? rescued(act) : reading.plan === 'pick_up' ? talking(scene, act) : saying(scene, act)}
    <div class="read-row">
      <button class="button" type="button" @click=${paused ? act.goOn : act.pause}>${icon(paused ? 'play' : 'pause')} ${paused ? 'Go on' : 'Pause'}</button>
      <button class="button primary" type="button" @click=${act.stop}>${icon('stop')} Stop</button>
    </div>`
}

function saying(scene: ReadScene, act: ReadActs): TemplateResult {
  const { marker, pick_up } = scene.reading
  const step = (by: 1 | -1, words: string): TemplateResult => html`<button class="button quiet step" type="button" ?disabled=${marker.speed === SPEEDS.at(by === 1 ? -1 : 0)} @click=${() => act.speed(by)}><span class="sign" aria-hidden="true">${by === 1 ? '+' : '−'}</span>${words}</button>`
  return html`<div class="read-row steps-row">${back(scene, act)}${scene.wishes.marker ? html`${step(-1, 'Slower')}${step(1, 'Faster')}` : nothing}</div>
    <div class="read-row small-row turns">
      ${pick_up ? html`<button class="button" type="button" @click=${() => act.start('pick_up')}>They answered</button>` : nothing}
      <button class="button" type="button" @click=${() => act.rescue(true)}>Lost? Rescue line</button>
    </div>`
}

function talking(scene: ReadScene, act: ReadActs): TemplateResult {
  const beep = scene.reading.voicemail ? html`<button class="button beep" type="button" @click=${() => act.start('voicemail')}>${icon('beep')} Beep after all</button>` : nothing
  return html`<div class="read-row small-row turns">${back(scene, act)}${beep}</div>`
}

function rescued(act: ReadActs): TemplateResult {
  return html`<div class="read-row small-row"><button class="button quiet" type="button" @click=${() => act.rescue(false)}>${icon('undo')} Back to all the words</button></div>`
}

function done({ prospect }: ReadScene, act: ReadActs): TemplateResult {
  return html`<div class="read-row"><button class="button" type="button" @click=${act.again}>${icon('undo')} Once more</button>
    <a class="button primary" href="#/log/${prospect.id}">Log it</a></div>`
}

function back({ at }: ReadScene, act: ReadActs): TemplateResult {
  return html`<button class="button quiet step" type="button" ?disabled=${at === 0} @click=${() => act.move(-1)}>${icon('back')} Back</button>`
}
