/** The takes of one message side by side, newest first. */
import { html, nothing, type TemplateResult } from 'lit'
import { WAYS, type Take, type Way } from '../domain/takes.ts'
import { icon } from './icons.ts'

export const WAY_WORDS: Record<Way, string> = { full: 'All words', key: 'Key words', blank: 'By heart' }

export function takesPart(takes: readonly Take[], chosen: string | null, script: string, choose: (id: string) => void): TemplateResult | typeof nothing {
  if (takes.length === 0) return nothing
  const best = bestOf(takes.filter((take) => take.script === script))
  return html`<section class="stack close" aria-labelledby="takes-head"><h2 id="takes-head" class="section-head">Your takes</h2>
    <ol class="takes" reversed>${takes.map((take, at) => html`<li><button type="button" class="take" aria-pressed=${take.id === chosen ? 'true' : 'false'} @click=${() => choose(take.id)}>
      <span class="take-name"><b>Take ${takes.length - at}</b>${take.kept ? html` ${icon('star', 'small')}<span class="vh">kept</span>` : nothing}</span>
      <span class="num">${take.figures ? html`${take.figures.span.toFixed(1)} s` : 'no voice'}</span>
      <span class="small quiet">${WAY_WORDS[take.way]}${take.script === script ? '' : ', earlier words'}${told(take)}${take.id === best ? ', the one you would call back' : ''}</span></button></li>`)}</ol>
    <p class="small quiet">Takes stay on this phone and are never sent. The oldest make room for new ones; kept ones stay.</p></section>`
}

function told({ figures, number_right }: Take): string {
  const pace = figures?.perSecond ? `, number ${figures.perSecond.toFixed(1)} digits/s` : ''
  return `${pace}${number_right === null ? '' : number_right ? ', number understood' : ', number misheard'}`
}

/** The newest of those that the rep would return himself. */
function bestOf(takes: readonly Take[]): string | null {
  return takes.find((take) => take.call_back === true)?.id ?? null
}

/** The next step away from the paper, for a take that went well. */
export function nextWay(way: Way): Way | null {
  return WAYS[WAYS.indexOf(way) + 1] ?? null
}
