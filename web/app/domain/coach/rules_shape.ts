/** How long it is, and whether it can be understood in one go. */
import { spokenSeconds } from '../seconds.ts'
import { cut } from './fixes.ts'
import type { Rule } from './rule.ts'
import type { Script, Sentence } from './script.ts'

export const tooLong: Rule = {
  key: 'too_long', severity: 'warning',
  judge(script) {
    const { text, locale, pace, band, seconds } = script.input
    const total = seconds ?? spokenSeconds(text, { locale, pace: pace ?? 150 }).total
    if (total <= script.numbers.over[band]) return null
    return { range: null, why: `It takes ${Math.round(total)} seconds, too long for the ${band} seconds of this template.` }
  },
}

const BUZZWORDS = new Set(('leverage leverages leveraging synergy synergies synergistic best-in-class data-driven scalable scalability omnichannel omni-channel ecosystem ecosystems paradigm paradigms holistic seamless ' +
  'seamlessly turnkey turn-key end-to-end solution solutions robust innovative innovation innovations cutting-edge next-gen next-generation disruptive disrupt streamline streamlines streamlined streamlining optimize optimise ' +
  'optimizes optimizing optimising optimization optimisation empower empowers empowering empowerment actionable deliverables deliverable stakeholder stakeholders touchpoint touchpoints roadmap alignment ' +
  'world-class mission-critical game-changing game-changer transformational transformative frictionless granular granularity monetize monetise verticals vertical insights workflow workflows platform framework strategic ' +
  'strategically future-proof onboarding upskill upskilling cloud-native cloud-based blockchain hyperlocal 360-degree go-to-market value-add value-added bandwidth mindshare ideation ideate incentivize incentivise ' +
  'customer-centric client-centric metrics benchmark benchmarking kpis kpi roi saas b2b b2c crm erp api apis ai iot sla slas tco usp usps sme smes capex opex ebitda cpm cpc ctr seo sem ppc cro p2p sdk mvp poc okr okrs rfp rfq nps cx ux ' +
  'agile lean analytics automation digitalization digitalisation digitization synergize proactive proactively impactful enablement enable enables utilize utilise utilization utilisation verticalized interoperability ' +
  'orchestrate orchestration integrated integration integrations modular plug-and-play real-time predictive ml quantum hyperautomation dashboard dashboards pipeline funnel upsell cross-sell thought-leader ' +
  'bespoke agility competencies competency learnings visibility ' +
  'leading-edge bleeding-edge state-of-the-art high-impact results-driven results-oriented outcome-based value-driven cost-effective full-service multi-channel multichannel cross-functional cross-platform ' +
  'gamification hyper-personalized personalization personalisation monetization connectivity wholistic outsourcing insourcing reengineering re-engineering').split(' '))
/** These are plain words too; they count where others stand beside them. */
const PLAIN_TOO = new Set('platform solution solutions robust lean agile pipeline visibility integrated vertical verticals automation real-time insights bandwidth alignment workflow framework lean enable enables dashboard dashboards integration modular innovative granular bespoke connectivity metrics benchmark strategic proactive ai'.split(' '))
const PHRASES = /\b(?:value propositions?|core competenc(?:y|ies)|thought leader(?:ship)?|digital transformation|low-hanging fruit|move the needle|deep dive|pain points?|customer journey|customer experience|return on investment|scalable value|unlock (?:\w+ )?(?:value|potential|growth)|best practices?|big data|machine learning|supply chain visibility|change management|win-win|mission critical|paradigm shift|total cost of ownership|go to market|think outside the box|circle back|boil the ocean|business intelligence|resource allocation|key performance indicators?|growth hack(?:ing|s)?|artificial intelligence|cloud migration|single source of truth|single pane of glass)\b/g
/** Letters that everybody says, sizes, places and times among them. */
const KNOWN = /^(?:US|USA|UK|EU|OK|TV|PM|AM|ID|PO|VIP|BBC|CNN|X{0,4}[LSM]|X+|NY|LA|DC|I+V?|VI*|IX|CEO|CFO|MOT|VAT|GPS|LED|PVC|HR|IT|PDF|ATM|ASAP|FAQ|NHS|CCTV|RV|SUV|DJ|PA|CD|DVD|WC|EV|HGV|BMW|USB|UPS|DHL|AC|MD|RSVP|BBQ|DIY|PE|PS|PTA|YMCA|FM|IRS|DMV|PR|NBA|NFL|HQ|AA|M\d+|A\d+|[A-Z]\d.*|I-\d+|[A-Z])$/

const sentenceTooLong = (script: Script): Sentence | undefined => script.sentences.find(({ words }) => words > script.numbers.sentence_words)

export const jargonOrLongSentence: Rule = {
  key: 'jargon_or_long_sentence', severity: 'warning',
  judge(script) {
    const long = sentenceTooLong(script)
    if (long) return { range: long.range, why: `A sentence of ${long.words} words: nobody follows it in one go. Make two of it.` }
    const dense = script.sentences.map((sentence) => ({ sentence, count: buzz(script, sentence) }))
    if (dense.reduce((sum, { count }) => sum + count, 0) < script.numbers.buzzwords) return null
    const worst = dense.reduce((most, each) => (each.count > most.count ? each : most)).sentence
    return { range: worst.range, why: 'Buzzwords: say it as you would to a neighbor.', fix: cut('Leave the sentence out', worst.range) }
  },
}

/** Buzzwords of one sentence, and abbreviations that are ours to explain. Terms of their own trade need no explaining. */
function buzz(script: Script, { said, range }: Sentence): number {
  const words = [...new Set(said.split(/[^\p{L}\d-]+/u))]
  const hard = words.filter((word) => BUZZWORDS.has(word) && !PLAIN_TOO.has(word)).length + (said.match(PHRASES)?.length ?? 0)
  const plain = words.filter((word) => BUZZWORDS.has(word) && PLAIN_TOO.has(word)).length
  const ours = /(?<![\w'])(?:we|our|us|we're|we've|my|i|i'm|C+)(?![\w'])/.test(said) && script.prospecting && !/\byour\b/.test(said)
  const unknown = ours ? new Set([...script.text.slice(...range).matchAll(/(?<![\w-])[A-Z][A-Z&\d]{1,5}(?![\w'’-]|[a-z])/g)].map((match) => match[0]).filter((word) => !KNOWN.test(word) && !BUZZWORDS.has(word.toLowerCase()))).size : 0
  const masked = unknown > 0 && /[CPGQ]/.test(said) ? Math.max(0, unknown - 1) : unknown
  return hard + masked + (hard + masked > 0 || plain > 2 ? plain : 0)
}
