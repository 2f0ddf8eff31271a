/** A length against its band: a bar with a mark, and the same in words and a shape. */
import { html, type TemplateResult } from 'lit'
import { bandWords, estimateWords, judge, JUDGEMENT, lengthWords, type Judgement } from '../domain/bands.ts'
import type { Band } from '../domain/records.ts'
import { vars } from './css_vars.ts'

const TONE: Record<Judgement, string> = { short: 'short', in: 'in', over: 'over', far_over: 'far' }

export function bandBar(seconds: number, band: Band): TemplateResult {
  const full = band.stop * 1.15
  return html`<div class="band" aria-hidden="true" ${vars({ '--from': band.from / full, '--to': band.to / full, '--stop': band.stop / full, '--at': Math.min(1, seconds / full) })}>
    <div class="band-track"></div><div class="band-mark"></div>
  </div>`
}

/** "● 18 s, in the band" */
export function lengthLabel(seconds: number, band: Band, words = lengthWords(seconds, band)): TemplateResult {
  const state = judge(Math.round(seconds), band)
  return html`<strong class="length state-${TONE[state]}">${shape(state)}<span class="num">${words}</span></strong>`
}

/** Of an estimate. */
export function lengthAgainst(seconds: number, band: Band): TemplateResult {
  return html`<div class="against">
    <p class="band-legend">${lengthLabel(seconds, band, estimateWords(seconds, band))}<span class="quiet">band ${bandWords(band)}</span></p>
    ${bandBar(seconds, band)}
  </div>`
}

const SHAPES = { ring: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z', dot: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z', triangle: 'M8 1.5 15 14H1Z', square: 'M2 2h12v12H2Z' }

export function shape(state: Judgement): TemplateResult {
  const name = JUDGEMENT[state].shape
  return html`<svg class="shape ${name}" viewBox="0 0 16 16" aria-hidden="true"><path d=${SHAPES[name]} /></svg>`
}
