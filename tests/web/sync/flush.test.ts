import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoAnswer, type Ask } from '../../../web/app/sync/ask.ts'
import { flush, fullPace } from '../../../web/app/sync/flush.ts'
import { contract } from '../examples.ts'
import { FakeOffice, FakeOutbox, FakeRows, offline, sides } from './fakes.ts'

function cast() {
  const [outbox, rows, office] = [new FakeOutbox(), new FakeRows(), new FakeOffice()]
  return { outbox, rows, office, sync: (pace = fullPace()) => flush(sides(outbox, rows, office), pace) }
}

test('calls wait in the outbox while the network is down', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(2)
  office.before = offline
  await assert.rejects(sync())
  assert.deepEqual(outbox.numbers, [1, 2])
})

test('everything is in the office exactly once, though the answer was lost after it was kept', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(3)
  office.after = offline
  await assert.rejects(sync())
  assert.deepEqual(outbox.numbers, [1, 2, 3])
  office.after = (answer) => answer
  await sync()
  assert.deepEqual(outbox.numbers, [])
  assert.deepEqual(office.numbersOf('phone'), [1, 2, 3])
})

test('an answer to another question is no answer', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(1)
  office.after = (answer) => ({ ...answer, nonce: 'someone else\'s' })
  await assert.rejects(sync(), { trouble: 'portal' })
  assert.deepEqual(outbox.numbers, [1])
})

test('an entry that the office did not answer for stays', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(2)
  let once = true
  office.after = (answer) => {
    const some = once ? { ...answer, results: (answer.results as object[]).slice(1) } : answer
    once = false
    return some
  }
  await sync()
  assert.deepEqual(office.requests.map((request) => request.ops.map((op) => op.n)), [[1, 2], [1]])
})

test('an office that answers for nothing is left alone until later', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(1)
  office.after = (answer) => ({ ...answer, results: [] })
  await assert.rejects(sync())
  assert.equal(office.requests.length, 1)
})

test('a long log goes in batches of at most 200, oldest first', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(450)
  await sync()
  assert.deepEqual(office.requests.map((request) => request.ops.length), [200, 200, 50])
  assert.equal(office.numbersOf('phone').length, 450)
})

test('a batch that is too large is halved at once, down to what passes', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(100)
  office.before = (ops) => {
    if (ops.length > 30) throw new NoAnswer('too_large')
  }
  await sync()
  assert.deepEqual(office.requests.slice(0, 3).map((request) => request.ops.length), [100, 50, 25])
  assert.equal(office.numbersOf('phone').length, 100)
})

test('after a time-out or an error of the office the next try is half as large', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(100)
  const pace = fullPace()
  office.before = () => {
    throw new NoAnswer('timeout')
  }
  for (let i = 0; i < 3; i += 1) await assert.rejects(sync(pace))
  assert.deepEqual(office.requests.map((request) => request.ops.length), [100, 50, 25])
})

test('one entry that is refused as a whole is not given up', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(4)
  office.before = () => {
    throw new NoAnswer('malformed')
  }
  await assert.rejects(sync(), { trouble: 'malformed' })
  assert.deepEqual(office.requests.map((request) => request.ops.length), [4, 2, 1])
  assert.deepEqual(outbox.numbers, [1, 2, 3, 4])
})

test('rows come page by page until there are no more', async () => {
  const { rows, office, sync } = cast()
  office.rows = 1200
  await sync()
  assert.deepEqual(rows.pages, [500, 500, 200])
  assert.equal(rows.cursor, 1200)
  assert.equal(rows.finished, 1)
})

test('a pull that was cut off goes on where it was', async () => {
  const { rows, office, sync } = cast()
  office.rows = 1200
  office.before = () => {
    if (office.requests.length === 3) offline()
  }
  await assert.rejects(sync())
  assert.equal(rows.cursor, 1000)
  assert.equal(rows.finished, 0)
  await sync()
  assert.deepEqual(rows.pages, [500, 500, 200])
})

test('after a restore the phone sends again what the office lost, and takes everything from the start', async () => {
  const { outbox, rows, office, sync } = cast()
  outbox.write(5)
  office.rows = 3
  await sync()
  office.epoch = 'E2'
  office.held = new Map([...office.held].slice(0, 3))
  outbox.write(1)
  await sync()
  assert.deepEqual(office.numbersOf('phone'), [1, 2, 3, 4, 5, 6])
  assert.deepEqual([outbox.epoch, rows.epoch, rows.cursor], ['E2', 'E2', 3])
  assert.deepEqual(rows.pages, [3, 3])
})

test('rows of an epoch that the outbox has left behind begin anew', async () => {
  const { rows, office, sync } = cast()
  Object.assign(rows, { epoch: 'E0', cursor: 77 })
  await sync()
  assert.equal(office.requests[0]!.cursor, 0)
})

test('what the office has in its backup leaves the phone, nothing before', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(3)
  await sync()
  assert.deepEqual(outbox.sent.map((op) => op.n), [1, 2, 3])
  office.safeThrough = 2
  await sync()
  assert.deepEqual(outbox.sent.map((op) => op.n), [3])
})

test('a clone goes on under a new name, with the entry that clashed and all that waits', async () => {
  const { outbox, office, sync } = cast()
  office.held.set('phone 1', 'what the other phone wrote')
  outbox.write(3)
  await sync()
  assert.equal(office.devices.length, 1)
  assert.deepEqual(office.numbersOf(outbox.device), [1]) // 2 and 3 were new under the old name
  assert.deepEqual(outbox.numbers, [])
})

test('a clone that is stopped before it has its new name takes the same one at the next try', async () => {
  const { outbox, office, sync } = cast()
  office.held.set('phone 1', 'what the other phone wrote')
  outbox.write(1)
  const { ask } = office
  const [first] = [sides(outbox, new FakeRows(), office)]
  await assert.rejects(flush({ ...first, ask: async (path, body) => (path === '/api/device' ? offline() : ask(path, body)) }, fullPace()))
  const noted = outbox.nextDevice
  assert.ok(noted && outbox.device === 'phone')
  await sync()
  assert.deepEqual(office.devices, [noted])
})

/** A phone that was told that it is a clone after it had sent a value and a call, and went on under a new name. */
async function cloned() {
  const all = cast()
  all.outbox.write(1).log('first')
  await all.sync()
  all.office.held.set('phone 3', 'what the other phone wrote')
  all.outbox.log('second')
  await all.sync()
  assert.notEqual(all.outbox.device, 'phone')
  return all
}
const bodies = (office: FakeOffice, device: string): unknown[] => office.numbersOf(device).map((n) => JSON.parse(office.held.get(`${device} ${n}`)!))
const name = (body: unknown): unknown => (body as { id: string; edits?: unknown }).edits ? 'note' : (body as { id: string }).id

test('after a restore what was sent under an earlier name goes again as well, in its order, before what came later', async () => {
  const { outbox, office, sync } = await cloned()
  Object.assign(office, { epoch: 'E2', held: new Map() })
  await sync()
  assert.deepEqual(bodies(office, outbox.device).map(name), ['note', 'first', 'second'])
  assert.deepEqual([outbox.numbers, outbox.sent.length], [[], 3])
})

test('of what the office still holds under that name only what has an id of its own is sent twice: no old value comes back', async () => {
  const { outbox, office, sync } = await cloned()
  Object.assign(office, { epoch: 'E2', held: new Map([...office.held].filter(([key]) => key.startsWith('phone '))) })
  await sync()
  assert.deepEqual(bodies(office, outbox.device).map(name), ['first', 'second'])
})

test('a phone that is stopped before these have their new numbers gives them at the next try', async () => {
  const { outbox, office, sync } = await cloned()
  Object.assign(office, { epoch: 'E2', held: new Map() })
  const { ask } = office
  office.ask = async (...asked) => (asked[0] === '/api/device' ? offline() : ask(...asked))
  await assert.rejects(sync(), { trouble: 'offline' })
  office.ask = ask
  await sync()
  assert.deepEqual(bodies(office, outbox.device).map(name), ['note', 'first', 'second'])
})

test('a clone whose new name was kept by the office, though the answer was lost, goes on under it', async () => {
  const { outbox, office, sync } = cast()
  office.held.set('phone 1', 'what the other phone wrote')
  outbox.write(1)
  const lossy = { ...sides(outbox, new FakeRows(), office), ask: async (...asked: Parameters<Ask>) => (asked[0] === '/api/device' ? offline(await office.ask(...asked)) : office.ask(...asked)) }
  await assert.rejects(flush(lossy, fullPace()), { trouble: 'offline' })
  await sync()
  assert.deepEqual(new Set(office.devices), new Set([outbox.device]))
  assert.deepEqual([office.numbersOf(outbox.device), outbox.numbers, outbox.nextDevice], [[1], [], ''])
})

test('a phone whose session a clone has taken along takes it back, and no new name is made', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(2)
  for (const at of ['the clone', 'the clone once more']) {
    office.session = at
    await sync()
  }
  assert.deepEqual([office.devices, outbox.device], [['phone', 'phone'], 'phone'])
  assert.deepEqual([office.numbersOf('phone'), outbox.numbers], [[1, 2], []])
})

test('under the session of somebody else nothing is sent, whatever was noted', async () => {
  for (const noted of ['', 'phone-9']) {
    const { outbox, office, sync } = cast()
    outbox.write(2).nextDevice = noted
    Object.assign(office, { session: 'hers', member: 'kim' })
    await assert.rejects(sync(), { trouble: 'signed_out' })
    assert.deepEqual([outbox.device, outbox.numbers, office.held.size], ['phone', [1, 2], 0])
  }
})

test('what the office says is passed on', async () => {
  const { office, sync } = cast()
  office.after = (answer) => ({ ...answer, min_schema: 2, notice: { kind: 'update', sentence: 'Update, please.', numbers: [] } })
  assert.deepEqual(await sync(), { notice: 'Update, please.', schemaTooOld: true })
})

test('a call that the office took is a row at once, though it is not sent back', async () => {
  const { outbox, rows, sync } = cast()
  outbox.log('a').write(1)
  await sync()
  assert.deepEqual(rows.calls.map(({ id, seq, rep_id, rep_name }) => ({ id, seq, rep_id, rep_name })), [{ id: 'a', seq: 1, rep_id: 'sam', rep_name: 'Sam' }])
})

test('a call that the office had already is left to the office to send', async () => {
  const { outbox, rows, office, sync } = cast()
  outbox.log('a')
  office.after = offline
  await assert.rejects(sync())
  office.after = (answer) => answer
  await sync()
  assert.deepEqual(rows.calls, [])
})

test('a row that the office sends stands over the one made here', async () => {
  const { outbox, rows, office, sync } = cast()
  outbox.log('a')
  office.after = (answer) => ({ ...answer, rows: [{ kind: 'call', id: 'a', seq: 1, note: 'mended' }, ...answer.rows as object[]] })
  await sync()
  assert.equal(rows.calls.at(-1)!.note, 'mended')
})

test('a request has the fields of the wire, and no others', async () => {
  const { outbox, office, sync } = cast()
  outbox.write(1)
  await sync()
  const [example] = contract<Array<{ request: object }>>('requests')
  assert.deepEqual(Object.keys(office.requests[0]!).sort(), Object.keys(example!.request).sort())
})
