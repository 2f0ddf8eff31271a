import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makesUntrue } from '../../../web/app/phone/drafts.ts'
import { LastLook, type Look, type Shelf } from '../../../web/app/phone/last_look.ts'
import { aFollowUp } from '../examples.ts'

const NOW = new Date('2026-11-24T15:00:00Z')
const LOOK: Omit<Look, 'version' | 'zones'> = {
  set: '1', from: '2026-11-24T05:00:00.000Z', to: '2026-11-25T05:00:00.000Z',
  today: { due: [], dueTotal: 0, list: [], listTotal: 0, messagesToday: 3, unreturned: 1, prospects: 2, profile: { zone: 'America/New_York' }, doing: [] },
  standing: { paired: null, link: 'unpaired', waiting: 0, oldestWaiting: null, lastSuccess: null },
}

function shelf(): Shelf & { full: boolean } {
  const kept = new Map<string, string>()
  return {
    full: false,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new DOMException('', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
  }
}

test('what Today showed is there at the next start', () => {
  const here = shelf()
  const look = new LastLook(() => here, '1')
  look.keep(LOOK, look.changes, NOW)
  assert.equal(new LastLook(() => here, '1').of('1', NOW)?.today.messagesToday, 3)
})

test('not after anything changed, on another day, for another rep, or in another version', () => {
  const here = shelf()
  const look = new LastLook(() => here, '1')
  look.keep(LOOK, look.changes, NOW)
  assert.equal(look.of('1', new Date('2026-11-25T05:00:00Z')), null)
  assert.equal(look.of('2', NOW), null)
  assert.equal(new LastLook(() => here, '2').of('1', NOW), null)
  look.forget()
  assert.equal(look.of('1', NOW), null)
  assert.equal(new LastLook(() => here, '1').of('1', NOW), null)
})

test('what was read before a change is not kept after it', () => {
  const here = shelf()
  const look = new LastLook(() => here, '1')
  const { changes } = look
  look.forget()
  look.keep(LOOK, changes, NOW)
  assert.equal(look.of('1', NOW), null)
})

test('a full shelf keeps nothing, rather than what was there before', () => {
  const here = shelf()
  const look = new LastLook(() => here, '1')
  look.keep(LOOK, look.changes, NOW)
  here.full = true
  look.keep({ ...LOOK, set: '2' }, look.changes, NOW)
  assert.equal(new LastLook(() => here, '1').of('1', NOW), null)
})

test('no shelf and a spoilt look are a slower start, not a failed one', () => {
  const none = new LastLook(() => {
    throw new Error('no storage')
  }, '1')
  none.keep(LOOK, none.changes, NOW)
  none.forget()
  assert.equal(none.of('1', NOW), null)
  const spoilt = shelf()
  spoilt.setItem('ringback-today', '{"version":')
  assert.equal(new LastLook(() => spoilt, '1').of('1', NOW), null)
})

test('a draft makes it untrue when a promised call is prepared by it, or no longer is, and at no other keystroke', () => {
  const with_ = (prepared: boolean): Look['today'] => ({ ...LOOK.today, due: [{ followUp: aFollowUp(), prospect: null, prepared }], dueTotal: 1 })
  assert.equal(makesUntrue(with_(false), 'prepare:ruth', {}), true)
  assert.equal(makesUntrue(with_(true), 'prepare:ruth', {}), false)
  assert.equal(makesUntrue(with_(true), 'prepare:ruth', null), true)
  assert.equal(makesUntrue(with_(false), 'prepare:somebody-else', {}), false)
  assert.equal(makesUntrue(null, 'prepare:ruth', {}), false)
})

test('no more is kept than one screen shows', () => {
  const here = shelf()
  const look = new LastLook(() => here, '1')
  const line = { id: 'ruth', name: 'Ruth Delgado', company: '', phone: '', zone: 'America/Denver', blocked: false, in_list: true, lost: 0 }
  const rows = (due: number): number[] => {
    const today = { ...LOOK.today, due: Array.from({ length: due }, () => ({ followUp: aFollowUp({}), prospect: null, prepared: false })), list: Array.from({ length: 20 }, () => line) }
    look.keep({ ...LOOK, today }, look.changes, NOW)
    const kept = look.of('1', NOW)!.today
    return [kept.due.length, kept.list.length]
  }
  assert.deepEqual([0, 2, 20].map(rows), [[0, 8], [2, 6], [6, 3]])
})
