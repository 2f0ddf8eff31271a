/** The face to talk to: a photo of the prospect that stays on this phone. */
import { html, type TemplateResult } from 'lit'
import type { ReadScene } from './read_scene.ts'

export interface PhotoActs { choose(file: File): void; takeAway(): void }

export function photoWish({ photo, name }: ReadScene, trouble: string, act: PhotoActs): TemplateResult {
  const chosen = (event: Event): void => {
    const box = event.target as HTMLInputElement
    const [file] = box.files ?? []
    box.value = '' // the same one can be chosen once more
    if (file) act.choose(file)
  }
  const open = (event: Event): void => (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.click()
  return html`<div class="wish"><span>A face to talk to</span><div class="cluster">
      ${photo ? html`${face(photo, name)}<button class="button" type="button" @click=${act.takeAway}>Take it away</button>` : html`<input type="file" accept="image/*" hidden @change=${chosen}><button class="button" type="button" @click=${open}>Add a photo</button>`}
    </div></div><p class="hint" role="status">${trouble || 'The photo stays on this phone.'}</p>`
}

export function face(photo: string, name: string): TemplateResult {
  return html`<img class="face" src=${photo} alt=${name ? `Photo of ${name}` : ''}>`
}
