/** Rules that go by the file and the log beside the words: for each, what makes it speak and what keeps it silent. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CoachInput } from '../../web/app/domain/coach/types.ts'
import { anInput, keysOf } from './coach_cases.ts'

const MIDDLE = 'Your north door drags on the floor. Could you call me?'
const says = (middle: string, more: Partial<CoachInput> = {}): CoachInput => anInput({ text: anInput().text.replace(MIDDLE, () => middle), ...more })
const long = { band: '60', seconds: 50 } as const

const TABLE: Record<string, { yes: CoachInput[]; no: CoachInput[] }> = {
  purpose_missing: { yes: [anInput({ fields: { purpose: ' ' } })], no: [anInput(), anInput({ fields: { purpose: '', reason: 'your north door' } })] },
  reason_wordy: { yes: [anInput({ fields: { reason: 'word '.repeat(16) } })], no: [anInput({ fields: { reason: 'your north door' } })] },
  value_wordy: { yes: [anInput({ fields: { value: 'word '.repeat(13) } })], no: [anInput({ fields: { value: 'which dock door to change first' } })] },
  last_resort_early: {
    yes: [anInput({ family: 'last_resort', history: { unreturned: 2, weeks: 6 } }), anInput({ family: 'last_resort', history: { unreturned: 5, weeks: 1 } }), anInput({ family: 'last_resort', history: { unreturned: 3, weeks: 3, last_resort: { messages: 4, weeks: 3 } } })],
    no: [anInput({ family: 'last_resort', history: { unreturned: 3, weeks: 3 } }), anInput({ family: 'last_resort' }), anInput({ history: { unreturned: 0, weeks: 0 } })],
  },
  reason_repeated: {
    yes: [anInput({ news: 'your north door drags', history: { reasons: [{ reason: 'the north door drags on the floor' }] } })],
    no: [anInput({ news: 'your south door', history: { reasons: [{ reason: 'the north door drags' }] } }), anInput({ news: 'your north door drags' }), anInput({ history: { reasons: [{ reason: 'x' }] } })],
  },
  number_not_shown: {
    yes: [anInput({ rep: { ...anInput().rep, calls_from: '317-555-0199' } })],
    no: [anInput({ rep: { ...anInput().rep, calls_from: '+1 317 555 0144' } }), anInput(), says(`I'm calling from another line, so please use this number. ${MIDDLE}`, { rep: { ...anInput().rep, calls_from: '317-555-0199' } })],
  },
  last_resort_parts: { yes: [says('Your north door drags. Could you ring?', { family: 'last_resort' })], no: [says('This is my fifth message. Could you call me?', { family: 'last_resort' }), anInput()] },
  dials_today: { yes: [anInput({ history: { dials_today: 3 } })], no: [anInput({ history: { dials_today: 2 } })] },
  template_unanswered: { yes: [anInput({ history: { template_left: 20, template_returned: 0 } })], no: [anInput({ history: { template_left: 20, template_returned: 1 } }), anInput({ history: { template_left: 19 } })] },
  not_rehearsed: { yes: [anInput({ history: { critical: true } })], no: [anInput({ history: { critical: true, rehearsed: 1 } }), anInput({ history: {} })] },
  humour_unsure: {
    yes: [anInput({ tags: ['humour'], prospect: { ...anInput().prospect, humour: '' } })],
    no: [anInput({ tags: ['humour'], prospect: { ...anInput().prospect, humour: 'laughs at himself' } }), anInput({ tags: ['short'], prospect: { ...anInput().prospect, humour: '' } })],
  },
  section_order: { yes: [anInput({ sections: ['greeting', 'ask', 'reason'] })], no: [anInput({ sections: ['greeting', 'reason', 'ask', 'sign_off'] }), anInput({ sections: ['opener', 'question'] })] },
  call_time_missing: { yes: [anInput(long)], no: [says(`It's Tuesday morning. ${MIDDLE}`, long), anInput()] },
  promise_missing: { yes: [anInput(long)], no: [says(`${MIDDLE} Five minutes will do.`, long), anInput()] },
  better_written: { yes: [says('Your order is ready.', { family: 'existing_customer', cold: false })], no: [says('Your order is ready. Could you call me?', { family: 'existing_customer', cold: false }), says('Your order is ready.')] },
  curiosity_tells: {
    yes: [says('I saw the sign. It hangs low. The chain is new. The hook is old. Could you call me?', { family: 'curiosity' })],
    no: [says('I saw the sign. Could you call me?', { family: 'curiosity' }), says('I saw the sign. It hangs low. The chain is new. The hook is old. Could you call me?')],
  },
  opens_with_self: { yes: [says('We fit hinges in Speedway. It is about a door. Could you call me?')], no: [anInput(), says('We noticed your north door. Could you call me?')] },
  importance: { yes: [says('This is really important. It is about your door. Could you call me?')], no: [says('Nothing urgent, it is about your door. Could you call me?'), anInput()] },
  company_missing: { yes: [anInput({ text: anInput().text.replace(' at Hale Hinges', '') })], no: [anInput(), anInput({ band: '20', text: anInput().text.replace(' at Hale Hinges', '') })] },
  name_unspelled: { yes: [anInput({ rep: { ...anInput().rep, spelling: 'H-A-L-E' } })], no: [says(`That's H-A-L-E. ${MIDDLE}`, { rep: { ...anInput().rep, spelling: 'H-A-L-E' } }), anInput()] },
  number_ungrouped: { yes: [anInput({ text: anInput().text.replaceAll('317-555-0144', '3175550144') })], no: [anInput()] },
  best_time_missing: {
    yes: [anInput({ hard_to_reach: true, fields: { best_time: 'in the mornings' } })],
    no: [says(`${MIDDLE} I'm easiest to reach in the mornings.`, { hard_to_reach: true }), anInput({ fields: { best_time: 'in the mornings' } })],
  },
}

for (const [key, { yes, no }] of Object.entries(TABLE)) {
  test(`${key}: speaks when it should, and only then`, () => {
    assert.deepEqual(yes.map((input) => keysOf(input).includes(key)), yes.map(() => true))
    assert.deepEqual(no.map((input) => keysOf(input).includes(key)), no.map(() => false))
  })
}
