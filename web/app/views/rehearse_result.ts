/** What was heard in one take: the advice first, then the picture, then each figure in words with its mark. */
import { html, nothing, type TemplateResult } from 'lit'
import { advice, compared, findings, type Aim, type Finding } from '../domain/listening/advice.ts'
import type { Take } from '../domain/takes.ts'
import { shape } from './band_parts.ts'
import { icon } from './icons.ts'
import { callout } from './parts.ts'
import { wavePicture } from './rehearse_wave.ts'

/** `at` is where it is being played, null when it is not. `play` begins at a second of the recording, or stops. */
export interface Shown { take: Take; before: Take | null; aim: Aim; at: number | null; prospect: string; play: (from: number) => void; keep: () => void; drop: () => void; count: (fillers: number | null) => void }

export function resultPart(shown: Shown): TemplateResult {
  const { take } = shown
  if (!take.figures) return html`${callout('warn', 'mic', html`<p><strong>No voice was heard.</strong></p><p>Come closer to the microphone, or look whether it is switched off. Then record once more.</p>`)}${acts(shown)}`
  return html`<section class="stack" aria-label="What was heard">
    <p class="take-advice" role="status" tabindex="-1">${advice(heeded(take), shown.aim)}</p>
    ${wavePicture(take.figures, shown.at)}
    ${acts(shown)}
    ${sinceBefore(shown)}
    <dl class="figures">${findings(heeded(take), shown.aim).map((one) => figure(one, shown.prospect))}</dl>
    ${fillers(shown)}
    ${pieces(shown)}
  </section>`
}

function heeded(take: Take): Parameters<typeof findings>[0] {
  return { figures: take.figures!, fillers: take.fillers, cut: take.cut }
}

function acts({ take, at, play, keep, drop }: Shown): TemplateResult {
  const playing = at !== null
  return html`<div class="take-acts">
    <button class="button" type="button" @click=${() => play(0)}>${icon(playing ? 'stop' : 'play')} ${playing ? 'Stop' : 'Listen'}</button>
    <button class="button" type="button" aria-pressed=${take.kept ? 'true' : 'false'} @click=${keep}>${icon(take.kept ? 'check' : 'star')} ${take.kept ? 'Kept' : 'Keep'}</button>
    <button class="button" type="button" @click=${drop}>${icon('trash')} Drop</button>
  </div>`
}

function sinceBefore({ take, before }: Shown): TemplateResult | typeof nothing {
  const words = take.figures && before?.figures ? compared(take.figures, before.figures) : ''
  return words === '' ? nothing : html`<p class="small">Against the take before: <strong>${words}</strong>.</p>`
}

function figure({ key, label, words, watch }: Finding, prospect: string): TemplateResult {
  const mend = watch && key === 'length' ? html` <a href="#/prepare/${prospect}">Change the words</a>` : nothing
  return html`<div class="figure ${watch ? 'watch' : ''}" data-figure=${key}><dt>${label}</dt>
    <dd><span class="state-${watch ? 'over' : 'in'}">${shape(watch ? 'over' : 'in')}<span class="vh">${watch ? 'Mind this: ' : 'Fine: '}</span></span><span>${words}${mend}</span></dd></div>`
}

/** No ear of ours tells an "um" from a word well enough to blame somebody for it: his own does. */
function fillers({ take, count }: Shown): TemplateResult {
  const heard = take.fillers ?? 0
  return html`<div class="fillers"><p><strong>Um and uh</strong> <span class="quiet small">Tap at each one while you listen.</span></p>
    <div class="cluster"><button class="button" type="button" @click=${() => count(heard + 1)}>${icon('plus', 'small')} Um</button>
      <output class="num" aria-live="polite">${heard}</output>
      ${take.fillers === null ? html`<button class="link-button" type="button" @click=${() => count(0)}>There were none</button>` : html`<button class="link-button" type="button" @click=${() => count(null)}>Count again</button>`}</div></div>`
}

function pieces({ take, play }: Shown): TemplateResult | typeof nothing {
  const chunks = take.figures!.chunks
  if (chunks.length === 0) return nothing
  return html`<details class="disclosure"><summary><span>Hear it piece by piece</span>${icon('forward', 'small')}</summary>
    <ol class="pieces">${chunks.map((chunk) => html`<li><button type="button" @click=${() => play(chunk.start)}><span class="num quiet">${chunk.start.toFixed(1)} s</span> <span>${chunk.text}</span></button></li>`)}</ol></details>`
}
