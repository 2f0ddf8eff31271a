/** What stands between the rep and somebody who asked not to be called. */
import { html } from 'lit'
import type { Block } from '../domain/records.ts'
import { ask } from './sheet.ts'

/** Resolves with whether to dial all the same. */
export function askBlocked(name: string, block: Block): Promise<boolean> {
  return ask({
    title: `${name || 'This prospect'} asked not to be called`,
    body: html`<div class="stack close">
      <p class="quote">${block.reason || 'No reason was written down.'}</p>
      <p class="quiet">${whoAndWhen(block)} Only the office can lift this.</p>
    </div>`,
    yes: 'They asked me to call now', no: 'Do not call', danger: true, safe: true,
  })
}

export function whoAndWhen(block: Block): string {
  const day = block.at && new Date(block.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return [block.by && `Noted by ${block.by}`, day && `on ${day}`].filter(Boolean).join(' ').replace(/^on/, 'Noted on') + (block.by || day ? '.' : '')
}
