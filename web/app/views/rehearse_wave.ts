/** A take as a picture: how loud it was over time, where it was silent, where each breath of words begins, and where the number is. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Figures } from '../domain/listening/figures.ts'
import { vars } from './css_vars.ts'

const [WIDE, HIGH] = [320, 60]
const SHOWN = 0.5 // seconds: shorter pauses have no room for a word

/** `at` in seconds of the recording while it is played, else null. */
export function wavePicture(figures: Figures, at: number | null): TemplateResult {
  const x = (seconds: number): number => (seconds / figures.recorded) * WIDE
  const long = figures.pauses.filter((pause) => pause.seconds >= SHOWN)
  return html`<figure class="wave">
    <div class="wave-picture">
      <svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" role="img" aria-label=${inWords(figures)}>
        ${figures.pauses.map((pause) => svg`<rect class="wave-pause" x=${x(pause.at)} width=${x(pause.seconds)} y="0" height=${HIGH} />`)}
        ${figures.chunks.filter((chunk) => chunk.number).map((chunk) => svg`<rect class="wave-number" x=${x(chunk.start)} width=${x(chunk.end - chunk.start)} y=${HIGH - 4} height="4" />`)}
        <path class="wave-sound" d=${outline(figures.wave)} />
        ${figures.chunks.map((chunk) => svg`<line class="wave-chunk" x1=${x(chunk.start)} x2=${x(chunk.start)} y1="0" y2=${HIGH} />`)}
      </svg>
      ${at === null ? nothing : html`<i class="wave-now" ${vars({ '--at': Math.min(1, at / figures.recorded) })}></i>`}
    </div>
    <div class="wave-lengths num" aria-hidden="true">${long.map((pause) => html`<span ${vars({ '--at': (pause.at + pause.seconds / 2) / figures.recorded })}>${pause.seconds.toFixed(1)} s</span>`)}</div>
    <figcaption class="wave-key small quiet"><span class="key-pause">pause</span>${figures.digits > 0 ? html`<span class="key-number">your number</span>` : nothing}</figcaption>
  </figure>`
}

/** The bars as one shape, mirrored at the middle. */
function outline(wave: readonly number[]): string {
  const step = WIDE / wave.length
  return wave.map((loud, bar) => {
    const half = Math.max(0.6, (loud * (HIGH - 12)) / 2)
    return `M${(bar * step).toFixed(1)} ${(HIGH / 2 - half).toFixed(1)}h${(step * 0.7).toFixed(2)}v${(2 * half).toFixed(1)}h${(-step * 0.7).toFixed(2)}z`
  }).join('')
}

function inWords({ span, pauses, longest }: Figures): string {
  const paused = pauses.length === 0 ? 'no pause' : `${pauses.length} ${pauses.length === 1 ? 'pause' : 'pauses'}, the longest ${longest.toFixed(1)} seconds`
  return `${span.toFixed(1)} seconds from the first word to the last, with ${paused}`
}
