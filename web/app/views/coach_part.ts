/** The coach under the words: what a careful colleague would say, most useful first, with one tap to mend it. It stands below everything that
 *  is typed into or pressed, so that it may come, grow and shrink without moving anything away from under the thumb. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { looking, warmUp } from '../domain/coach/coach.ts'
import { settingsOf } from '../domain/coach/office.ts'
import type { CoachInput, Finding, Severity } from '../domain/coach/types.ts'
import type { OfficeCoach } from '../domain/records.ts'
import { icon, type IconName } from './icons.ts'

const QUIET = 250 // ms without a key: longer than most gaps within a word
const FIRST = 3 // findings; more on demand
const LOOK: Record<Severity, { word: string; drawing: IconName; tone: string }> = {
  error: { word: 'Mend this', drawing: 'warning', tone: 'bad' }, warning: { word: 'Think about it', drawing: 'info', tone: 'warn' }, hint: { word: 'Could be better', drawing: 'words', tone: '' },
}

/** The words after a fix, and those that it was made for: what was typed since must not be lost to it. */
export interface Mended { before: string; after: string }

export class CoachPart extends LitElement {
  static override properties = { input: { attribute: false }, muted: { attribute: false }, office: { attribute: false }, findings: { state: true }, all: { state: true } }
  declare input: CoachInput
  declare muted: readonly string[]
  declare office: OfficeCoach
  declare findings: Finding[] | null
  declare all: boolean
  #asked = ''
  #seen = '' // the words that the findings are about
  #timer: ReturnType<typeof setTimeout> | undefined
  #looking = new AbortController()

  constructor() {
    super()
    this.findings = null
    this.all = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    inIdleMoments(warmUp(), new AbortController().signal)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.#looking.abort()
  }

  /** Looks again when the words or what is known have changed, once the rep has paused. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = JSON.stringify([this.input, this.muted, this.office])
    if (!(changed.has('input') || changed.has('muted') || changed.has('office')) || asked === this.#asked) return
    this.#asked = asked
    clearTimeout(this.#timer)
    this.#looking.abort()
    this.#timer = setTimeout(() => this.#look(), QUIET)
  }

  /** In idle moments, so that the next key does not wait; words that were typed meanwhile are looked at from the start. */
  #look(): void {
    const { off = [], ...settings } = settingsOf(this.office)
    this.#looking.abort()
    this.#looking = new AbortController()
    const { text } = this.input
    inIdleMoments(looking(this.input, { ...settings, off: [...off, ...OFF], muted: this.muted }), this.#looking.signal, (findings) => {
      this.#seen = text
      this.findings = findings
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { findings } = this
    if (!findings) return nothing
    const shown = this.all ? findings : findings.slice(0, FIRST)
    return html`<section class="stack close coach" aria-labelledby="coach-head">
      <h2 id="coach-head" class="section-head">Before you say it</h2>
      <p class="vh" role="status">${findings.length === 0 ? 'Nothing to mend' : `${findings.length} to look at`}</p>
      ${findings.length === 0 ? html`<p class="coach-clean quiet">${icon('check', 'small')}Nothing to mend.</p>` : html`<ul class="list">${shown.map((each) => this.#finding(each))}</ul>`}
      ${shown.length < findings.length ? html`<button class="link-button" type="button" @click=${() => (this.all = true)}>Show ${findings.length - shown.length} more</button>` : nothing}
      ${this.#left()}
    </section>`
  }

  /** What was waved through goes into the log with the words, and can come back until then. */
  #left(): TemplateResult | typeof nothing {
    const count = this.muted.length
    if (count === 0) return nothing
    return html`<p class="small quiet">You left ${count === 1 ? 'one thing' : `${count} things`} as it is, and the log will say so. <button class="link-button" type="button" @click=${() => this.#say('unmuted', '')}>Look again</button></p>`
  }

  #finding(finding: Finding): TemplateResult {
    const { word, drawing, tone } = LOOK[finding.severity]
    const quoted = finding.range ? this.#seen.slice(...finding.range).trim() : ''
    return html`<li class="coach-finding ${tone}">
      <p>${icon(drawing, 'small')}<span><strong>${word}.</strong> ${finding.why}</span></p>
      ${quoted ? html`<p class="quiet small">“${quoted.length > 90 ? `${quoted.slice(0, 88)}…` : quoted}”</p>` : nothing}
      <div class="cluster">
        ${finding.fix ? html`<button class="button" type="button" @click=${() => this.#mend(finding.fix!.edit)}>${finding.fix.label}</button>` : nothing}
        <div class="cluster">
          <button class="button quiet" type="button" aria-label=${`Leave it: ${finding.why}`} @click=${() => this.#say('muted', finding.key)}>Leave it</button>
          <a class="link-button" href=${`#/advice?rule=${finding.key}&id=${finding.advice.join(',')}`} aria-label=${`Why: ${finding.why}`}>Why?</a>
        </div>
      </div>
    </li>`
  }

  #mend(edit: (text: string) => string): void {
    this.dispatchEvent(new CustomEvent<Mended>('mended', { detail: { before: this.#seen, after: edit(this.#seen) } }))
  }

  #say(what: 'muted' | 'unmuted', detail: string): void {
    this.dispatchEvent(new CustomEvent<string>(what, { detail }))
  }
}

/** The page itself shows gaps, and stops at them. */
const OFF = ['unfilled_field']

const SLICE = 6 // ms; an idle moment may be 50 long, and a key that comes in the middle of it waits for its end

/** As many steps as fit into a slice of an idle moment, and the rest in the next ones. */
function inIdleMoments<T>(steps: Generator<void, T, void>, signal: AbortSignal, done: (result: T) => void = () => {}): void {
  const go = (left: () => number): void => {
    for (let first = true; !signal.aborted && (first || left() > 1); first = false) {
      const step = steps.next()
      if (step.done) return done(step.value)
    }
    if (!signal.aborted) whenIdle(go)
  }
  whenIdle(go)
}

function whenIdle(go: (left: () => number) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback((moment) => {
    const until = performance.now() + Math.min(SLICE, moment.timeRemaining())
    go(() => until - performance.now())
  }, { timeout: 200 })
  else setTimeout(() => go(() => 0))
}

customElements.define('rb-coach', CoachPart)
