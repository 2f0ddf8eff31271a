import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, length, LONG, longName, SHORT, withinLimits } from '../../../web/app/domain/limits.ts'
import { logged, undone } from '../../../web/app/domain/logging.ts'
import { aCall, aProspect } from '../examples.ts'

const facts = { newId: () => 'new', now: 0, prospect: aProspect(), earlier: [], lastRank: '', fulfilled: [], ended: [], undo: null, followUps: [] }

test('characters are counted as the office does, and none is cut in two', () => {
  assert.deepEqual([length('🏢'.repeat(150)), length('🏢'.repeat(201))], [150, 201])
  assert.equal(first(SHORT, '🏢'.repeat(201)), '🏢'.repeat(200))
  assert.equal(first(SHORT, `${'é'.repeat(200)}`), 'é'.repeat(200))
})

test('a name that was typed too long is named with its length; one that came so does not keep other changes from being saved', () => {
  const company = 'x'.repeat(201)
  assert.deepEqual(longName({ first_name: 'Ruth', company }, {}), ['company', 'This has 201 characters, and 200 are the most. Shorten it; the rest can go into the note.'])
  assert.equal(longName({ first_name: 'Ruth', company }, { company }), null)
  assert.equal(longName({ company: 'x'.repeat(200), note: 'x'.repeat(900) }, {}), null)
})

test('an entry that fits stays as it is, letter for letter', () => {
  const { rep_id: _id, rep_name: _name, ...call } = aCall({ muted: ['pitch'], reason: 'your gate' })
  assert.equal(JSON.stringify(withinLimits(call)), JSON.stringify(call))
  const { muted: _muted, reason: _reason, ...plain } = call
  assert.equal(JSON.stringify(withinLimits(plain)), JSON.stringify(plain))
})

test('a call is logged whatever is as long as it likes, and so is its taking back', () => {
  const endless = '🏢'.repeat(9_000)
  const call = aCall({
    prospect_name: endless, company: endless, zone: endless, prospect_zone: endless, number: endless, variant: endless, script: endless, reason: endless,
    left_out: Array.from({ length: 150 }, () => endless), muted: Array.from({ length: 150 }, () => endless), seconds: 259_200, estimate: -1,
  })
  const { changes } = logged({ call, followUp: null, fulfils: [], edits: [], stop: '' }, facts)
  const entry = changes.find((change) => change.kind === 'call.add')!.body
  for (const body of [entry, undone(call, facts)[0]!.body as typeof entry]) {
    for (const text of [body.prospect_name, body.company, body.zone, body.prospect_zone, body.number, body.variant, ...body.left_out, ...body.muted!]) assert.equal([...text].length, SHORT)
    assert.ok([...body.script].length <= LONG && [...body.reason!].length === LONG)
    assert.deepEqual([body.left_out.length, body.muted!.length, body.seconds, body.estimate], [100, 100, 86_400, 0])
  }
})
