import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { asking, type Fetch } from '../../../web/app/sync/ask.ts'
import { contract } from '../examples.ts'

const says = (body: string, status = 200, headers = {}): Fetch => async () => new Response(body, { status, headers })
const ask = (fetch: Fetch) => asking(fetch, 1_000)('/api/sync', {})

test('an answer with the office\'s marker is believed', async () => {
  assert.deepEqual(await ask(says('{"ringback": 1, "x": 2}')), { ringback: 1, x: 2 })
})

test('a hotel\'s log-in page is a network error, whatever its status says', async () => {
  for (const status of [200, 401, 403, 404]) await assert.rejects(ask(says('<html>Welcome to the hotel</html>', status)), { trouble: 'portal' })
  await assert.rejects(ask(says('{"ok": true}')), { trouble: 'portal' })
  await assert.rejects(ask(says('[1]')), { trouble: 'portal' })
})

test('a 401 without the marker does not sign anybody out, with it it does', async () => {
  await assert.rejects(ask(says('Unauthorized', 401)), { trouble: 'portal' })
  await assert.rejects(ask(says('{"ringback": 1, "error": "signed_out", "sentence": "Come in again."}', 401)), { trouble: 'signed_out', sentence: 'Come in again.' })
})

test('a proxy that cannot reach the office is the network\'s trouble', async () => {
  await assert.rejects(ask(says('Bad gateway', 502)), { trouble: 'busy' })
  await assert.rejects(ask(says('too large', 413)), { trouble: 'too_large' })
})

test('every error of the wire is understood', async () => {
  const known = { malformed: 'malformed', signed_out: 'signed_out', revoked: 'revoked', origin: 'refused', invitation: 'invitation', not_found: 'refused', device_taken: 'device_taken', too_large: 'too_large', host: 'refused', proto: 'refused', too_many: 'too_many', broken: 'busy', busy: 'busy' }
  for (const { status, answer } of contract<Array<{ status: number; answer: { error: keyof typeof known; sentence: string } }>>('errors')) {
    await assert.rejects(ask(says(JSON.stringify(answer), status)), { trouble: known[answer.error], sentence: answer.sentence })
  }
})

test('how long to wait is read from the answer', async () => {
  await assert.rejects(ask(says('{"ringback": 1, "error": "too_many"}', 429, { 'retry-after': '17' })), { trouble: 'too_many', retryAfter: 17 })
})

test('no network and an answer that does not come are told apart', async () => {
  await assert.rejects(ask(async () => Promise.reject(new TypeError('Failed to fetch'))), { trouble: 'offline' })
  const never: Fetch = (_address, init) => new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error)))
  const alive = setTimeout(() => {}, 5_000) // the time-out alone does not keep Node running
  await assert.rejects(asking(never, 1)('/api/sync', {}), { trouble: 'timeout' })
  clearTimeout(alive)
})

test('an answer that is cut or stays out on the way is no portal\'s', async () => {
  const coming = (read: ReadableStreamDefaultController<Uint8Array>): void => read.enqueue(new TextEncoder().encode('{"ringback": 1, "ro'))
  const cut = (status = 200): Fetch => async () => new Response(new ReadableStream({ start: coming, pull: (read) => read.error(new TypeError('terminated')) }), { status })
  await assert.rejects(ask(cut()), { trouble: 'offline' })
  await assert.rejects(ask(cut(401)), { trouble: 'offline' })
  await assert.rejects(ask(cut(413)), { trouble: 'too_large' })
  await assert.rejects(ask(cut(502)), { trouble: 'busy' })
  const slow: Fetch = async (_address, { signal }) => new Response(new ReadableStream({ start: (read) => { coming(read); signal!.addEventListener('abort', () => read.error(signal!.reason)) } }))
  const alive = setTimeout(() => {}, 5_000) // the time-out alone does not keep Node running
  await assert.rejects(asking(slow, 1)('/api/sync', {}), { trouble: 'timeout' })
  clearTimeout(alive)
})

test('a long request travels packed, a short one as it is', async () => {
  const sent: Array<{ encoding: string | undefined; body: BodyInit | null | undefined }> = []
  const fetch: Fetch = async (_address, { headers, body }) => {
    sent.push({ encoding: (headers as Record<string, string>)['content-encoding'], body })
    return new Response('{"ringback": 1}')
  }
  await asking(fetch)('/api/sync', { text: 'short' })
  await asking(fetch)('/api/sync', { text: 'long '.repeat(1_000) })
  assert.equal(sent[0]!.encoding, undefined)
  assert.equal(sent[1]!.encoding, 'gzip')
  assert.equal(JSON.parse(gunzipSync(new Uint8Array(sent[1]!.body as ArrayBuffer)).toString()).text.length, 5_000)
})
