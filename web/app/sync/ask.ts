/** One question to the office. An answer is believed only when it is JSON with the office's marker: a hotel's log-in page or a
 *  proxy's stray 200 is a network error, whatever its status says. */

export type Trouble =
  | 'offline' | 'timeout' | 'portal' | 'busy' // the network, or the office, later
  | 'too_large' | 'malformed' | 'too_many'
  | 'signed_out' | 'revoked' | 'device_taken' | 'invitation' | 'refused'

/** Why there is no answer. `sentence` is the office's, "" when it said none. */
export class NoAnswer extends Error {
  readonly trouble: Trouble
  readonly sentence: string
  readonly retryAfter: number | null // seconds
  constructor(trouble: Trouble, sentence = '', retryAfter: number | null = null) {
    super(sentence || trouble)
    this.trouble = trouble
    this.sentence = sentence
    this.retryAfter = retryAfter
  }
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>
export type Answer = Record<string, unknown>
export type Ask = (path: string, body: unknown, method?: 'POST' | 'GET' | 'DELETE') => Promise<Answer>

const TIMEOUT = 30_000
const WORTH_PACKING = 1_000 // bytes

/** @throws NoAnswer */
export function asking(fetch: Fetch, timeout = TIMEOUT): Ask {
  return async (path, body, method = 'POST') => {
    const init = method === 'POST' ? await request(body, timeout) : { method, ...common(timeout) }
    const response = await arrived(fetch(path, init), init)
    return believed(response, await arrived(response.text(), init).catch((cut: NoAnswer) => orRefused(response, cut)))
  }
}

/** Whatever breaks before the whole answer is here is the network's doing, and no portal's. */
async function arrived<T>(coming: Promise<T>, { signal }: RequestInit): Promise<T> {
  try {
    return await coming
  } catch {
    throw new NoAnswer(signal?.aborted ? 'timeout' : 'offline')
  }
}

/** A status that says enough is not less true when the words after it are cut. */
function orRefused({ status }: Response, cut: NoAnswer): string {
  if (status === 413 || status >= 500) return ''
  throw cut
}

async function request(body: unknown, timeout: number): Promise<RequestInit> {
  const text = JSON.stringify(body)
  const packs = typeof CompressionStream !== 'undefined' && text.length > WORTH_PACKING
  return {
    method: 'POST', ...common(timeout),
    headers: { 'content-type': 'application/json', ...(packs && { 'content-encoding': 'gzip' }) },
    body: packs ? await packed(text) : text,
  }
}

function common(timeout: number): RequestInit {
  return { redirect: 'manual', cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(timeout) }
}

/** A whole buffer, since not every browser sends a stream. */
function packed(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
}

function believed(response: Response, text: string): Answer {
  const answer = parsed(text)
  const after = Number.parseFloat(response.headers.get('retry-after') ?? '')
  const retryAfter = Number.isFinite(after) ? after : null
  if (!answer || answer.ringback !== 1) throw unmarked(response, retryAfter)
  if (response.ok) return answer
  throw new NoAnswer(troubleOf(response.status, String(answer.error)), String(answer.sentence ?? ''), retryAfter)
}

/** Nobody of ours is speaking: a portal, or a proxy that could not reach the office. */
function unmarked({ status }: Response, retryAfter: number | null): NoAnswer {
  if (status === 413) return new NoAnswer('too_large')
  return new NoAnswer(status >= 500 ? 'busy' : 'portal', '', retryAfter)
}

function parsed(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer) : null
  } catch {
    return null
  }
}

const NAMED: ReadonlySet<string> = new Set(['malformed', 'signed_out', 'revoked', 'device_taken', 'too_large', 'too_many', 'invitation'])

function troubleOf(status: number, error: string): Trouble {
  if (NAMED.has(error)) return error as Trouble
  return status >= 500 ? 'busy' : 'refused'
}
