/** How the rep wants to read: a small sheet over the reading page. What he chooses holds at once and stays on this phone. */
import { html, nothing, type TemplateResult } from 'lit'
import { check } from './field_parts.ts'
import { photoWish, type PhotoActs } from './read_photo.ts'
import type { ReadScene, Wishes } from './read_scene.ts'

export interface WishActs {
  set(wishes: Partial<Wishes>): void
  resize(by: 1 | -1): void
  hand(hand: 'left' | 'right'): void
  photo: PhotoActs
}
/** `canBuzz`: this phone can vibrate for a page. `trouble`: why the microphone is shut. `blur`: why a photo was not taken. */
export interface WishLook { smallest: boolean; largest: boolean; canBuzz: boolean; trouble: string; blur: string }

export function wishesSheet(scene: ReadScene, look: WishLook, act: WishActs): TemplateResult {
  const { wishes, profile } = scene
  const spell = wishes.spell || (profile['spelling'] ? 'letters' : 'off')
  return html`<dialog class="sheet wishes" aria-labelledby="wishes-title" @click=${outside}>
    <h2 id="wishes-title">How you read</h2>
    <div class="wish"><span>Size of the words</span><div class="cluster">
      <button class="icon-button ring" type="button" ?disabled=${look.smallest} @click=${() => act.resize(-1)}><span aria-hidden="true">A−</span><span class="vh">Smaller text</span></button>
      <button class="icon-button ring" type="button" ?disabled=${look.largest} @click=${() => act.resize(1)}><span aria-hidden="true">A+</span><span class="vh">Larger text</span></button></div></div>
    ${check('marker', 'A marker goes through the words at my pace', wishes.marker, (marker) => act.set({ marker }))}
    ${wishes.marker ? check('waits', 'It waits while I am silent', wishes.waits, (waits) => act.set({ waits })) : nothing}
    ${wishes.marker && (wishes.waits || look.trouble) ? html`<p class="hint" role="status">${look.trouble || 'The microphone only tells speaking from silence; nothing is recorded and nothing leaves this phone. During a call most phones keep the microphone for it: then the marker just goes on.'}</p>` : nothing}
    ${look.canBuzz ? check('felt', 'Let me feel the band and the groups of my number', wishes.felt, (felt) => act.set({ felt })) : nothing}
    ${choice('Spell my name', 'spell', spell, [['off', 'No'], ['letters', 'Letters'], ['words', 'With words']], (chosen) => act.set({ spell: chosen as Wishes['spell'] }))}
    ${choice('Hand that holds the phone', 'reading-hand', profile['hand'] === 'left' ? 'left' : 'right', [['left', 'Left'], ['right', 'Right']], (hand) => act.hand(hand as 'left' | 'right'))}
    ${photoWish(scene, look.blur, act.photo)}
    <div class="sheet-acts"><button class="button primary wide" type="button" @click=${close}>Done</button></div>
  </dialog>`
}

function choice(legend: string, name: string, chosen: string, options: Array<[string, string]>, see: (value: string) => void): TemplateResult {
  return html`<fieldset class="field"><legend>${legend}</legend><div class="segments">${options.map(([value, words]) =>
    html`<label><input type="radio" name=${name} .checked=${chosen === value} @change=${() => see(value)}>${words}</label>`)}</div></fieldset>`
}

function close(event: Event): void {
  ;(event.currentTarget as HTMLElement).closest('dialog')?.close()
}

function outside(event: Event): void {
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close()
}
