/** Another pair of ears: the number written down after one listen, and whether one would ring back. */
import { html, nothing, type TemplateResult } from 'lit'
import { comparedWith, numbersIn } from '../domain/stranger.ts'
import type { Take } from '../domain/takes.ts'
import { icon } from './icons.ts'

export interface Ears { take: Take; prospect: string; listening: boolean; listen: () => void; wrote: (number: string) => void; answered: (back: boolean) => void }

export function earsPart(ears: Ears): TemplateResult {
  return html`${numbersIn(ears.take.script).length > 0 ? stranger(ears) : nothing}${callBack(ears)}`
}

function stranger({ take, listening, listen, wrote }: Ears): TemplateResult {
  const check = (event: Event): void => {
    event.preventDefault()
    wrote(String(new FormData(event.target as HTMLFormElement).get('number') ?? '').trim())
  }
  return html`<section class="card stack close" aria-labelledby="stranger-head"><h2 id="stranger-head">Can a stranger write your number down?</h2>
    <p class="small quiet">Better with somebody else’s ears. Play it once, then type the number without looking.</p>
    <form class="stranger" @submit=${check}>
      <button class="button" type="button" @click=${listen}>${icon(listening ? 'stop' : 'play')} ${listening ? 'Stop' : 'Play it once'}</button>
      <div class="field"><label for="number-heard">The number that was heard</label><input id="number-heard" name="number" inputmode="tel" autocomplete="off" maxlength="30" required .value=${take.number} /></div>
      <button class="button" type="submit">Compare</button>
    </form>
    <div role="status">${take.number === '' ? nothing : answer(take)}</div>
  </section>`
}

function answer(take: Take): TemplateResult | typeof nothing {
  const result = comparedWith(take.number, take.script)
  if (!result) return nothing
  if (result.right) return html`<p class="state-in"><strong>${icon('check', 'small')} All ${result.wanted.length} digits right, in one listen.</strong></p>`
  return html`<p class="state-over"><strong>${icon('warning', 'small')} ${result.wrong} of ${result.wanted.length} digits went wrong.</strong></p><p class="small">Say it in its groups, with a breath between them, and once more at the end.</p>`
}

function callBack({ take, prospect, answered }: Ears): TemplateResult {
  const choice = (back: boolean, words: string): TemplateResult => html`<button type="button" aria-pressed=${take.call_back === back ? 'true' : 'false'} @click=${() => answered(back)}>${words}</button>`
  return html`<section class="card stack close" aria-labelledby="back-head"><h2 id="back-head">Would you call back?</h2>
    <p class="small quiet">Listen as the one who gets it: busy, and with no idea who you are.</p>
    <div class="segments" role="group" aria-labelledby="back-head">${choice(true, 'Yes, I would')}${choice(false, 'No')}</div>
    ${take.call_back === false ? html`<p>Then the words are not ready. What would have made you call? <a href="#/prepare/${prospect}">Change them</a></p>` : nothing}
  </section>`
}
