/** The advice behind the coach: what to do, why, which article says so, and where they disagree. `?id=3.8` or `?rule=pitch` leads to a piece of it. */
import { html, nothing, type TemplateResult } from 'lit'
import { ADVICE, ARTICLES, byId, mentions, TOPICS, type Advice, type Topic } from '../domain/advice/advice.ts'
import { DISAGREEMENTS, type Disagreement } from '../domain/advice/disagreements.ts'
import { SWITCHES } from '../domain/advice/switches.ts'
import { SOURCES } from '../domain/coach/sources.ts'
import { icon } from './icons.ts'
import { Page } from './page.ts'
import { callout, head, points } from './parts.ts'

class AdvicePage extends Page {
  #query = ''
  #off: readonly string[] = []

  protected override async reload(): Promise<void> {
    this.#off = (await this.phone.promises.coach()).off ?? []
    this.requestUpdate()
  }

  protected override render(): TemplateResult {
    const rule = this.query.get('rule') ?? ''
    const wanted = this.query.get('id')?.split(',') ?? SOURCES[rule] ?? []
    return html`${head('Advice', '#/templates')}
      ${wanted.length > 0 ? this.#asked(wanted, rule) : nothing}
      <label class="search">${icon('search')}<span class="vh">Search the advice</span><input type="search" placeholder="Number, smile, deadline …" autocomplete="off" .value=${this.#query} @input=${this.#search}></label>
      ${this.#list()}
      <section aria-labelledby="articles"><h2 id="articles" class="section-head">The articles</h2>
        <ul class="advice-list">${Object.values(ARTICLES).map(({ title, by }) => html`<li><p><strong>${title}</strong></p><p class="quiet small">${by}</p></li>`)}</ul>
        <p class="quiet small">Told here in our own words. What they claim is theirs; your own results stand under Results.</p></section>`
  }

  /** What somebody came for, before everything else. */
  #asked(ids: readonly string[], rule: string): TemplateResult {
    const known = SWITCHES[rule]
    return html`<section class="card stack close advice-asked" aria-label="What you asked for">
      ${known ? html`<h2>${known.label}</h2><p>${known.why}</p>` : nothing}
      ${this.#off.includes(rule) ? callout('', 'info', 'Your office has switched this rule off.') : nothing}
      <ul class="advice-list">${ids.map((id) => {
        const { advice, disagreement } = byId(id) ?? {}
        return advice ? piece(advice) : disagreement ? dispute(disagreement) : html`<li><p class="quiet">There is no advice ${id} here. Search below.</p></li>`
      })}</ul></section>`
  }

  #list(): TemplateResult {
    const query = this.#query.trim()
    const topics = (Object.keys(TOPICS) as Topic[]).map((topic) => ({ topic, found: ADVICE.filter((each) => each.topic === topic && fits(each, query)) })).filter(({ found }) => found.length > 0)
    const disputes = DISAGREEMENTS.filter((each) => mentions(query, each.question, each.here, ...each.sides.map(({ says }) => says)))
    const total = topics.reduce((sum, { found }) => sum + found.length, disputes.length)
    return html`<p class="vh" role="status">${query ? `${total} found` : ''}</p>
      ${total === 0 ? html`<div class="empty"><h2>Nothing found</h2><p>No advice has these words.</p></div>` : nothing}
      <div class="advice-topics">
        ${disputes.length > 0 ? group('Where they disagree', disputes.length, query !== '', disputes.map(dispute)) : nothing}
        ${topics.map(({ topic, found }) => group(TOPICS[topic], found.length, query !== '', found.map(piece)))}
      </div>`
  }

  #search = (event: InputEvent): void => {
    this.#query = (event.target as HTMLInputElement).value
    this.requestUpdate()
  }
}

function fits({ id, what, why, article, topic }: Advice, query: string): boolean {
  return query === id || mentions(query, what, why, article.title, article.by, TOPICS[topic], ...rulesOf(id).map((key) => SWITCHES[key]!.label))
}

function group(title: string, count: number, open: boolean, items: TemplateResult[]): TemplateResult {
  return html`<details class="disclosure" ?open=${open}><summary><span>${title} <span class="quiet num">${count}</span></span>${icon('forward', 'small')}</summary><ul class="advice-list">${items}</ul></details>`
}

function piece({ id, what, why, article }: Advice): TemplateResult {
  const rules = rulesOf(id)
  return html`<li>
    <p><strong>${what}</strong></p><p>${why}</p>
    <p class="quiet small"><span class="num">${id}</span> · ${article.title}, ${article.by}</p>
    ${rules.length > 0 ? html`<p class="quiet small">The coach looks for: ${points(...rules.map((key) => SWITCHES[key]!.label))}</p>` : nothing}
  </li>`
}

function dispute({ id, question, sides, here }: Disagreement): TemplateResult {
  return html`<li>
    <p><strong>${question}</strong></p>
    <dl class="advice-sides">${sides.map(({ articles, says }) => html`<div><dt>${says}</dt><dd class="quiet small">${articles.map((article) => ARTICLES[article]!.by).join('; ')}</dd></div>`)}</dl>
    <p><b>In Ringback:</b> ${here} <span class="quiet small num">${id}</span></p>
  </li>`
}

function rulesOf(id: string): string[] {
  return Object.keys(SOURCES).filter((key) => SOURCES[key]!.includes(id))
}

customElements.define('rb-advice', AdvicePage)
