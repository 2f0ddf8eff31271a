import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entries } from '../../../web/app/domain/entries.ts'
import type { Template, Version } from '../../../web/app/domain/records.ts'
import type { Phone } from '../../../web/app/views/phone.ts'
import { wordsFor } from '../../../web/app/views/rehearse_words.ts'
import { aCall, aProspect } from '../examples.ts'

const WEEK = 7 * 24 * 3_600_000
const template = (id: string, family: Template['family']): Template => ({
  id, family, name: id, band: '20', locale: 'en-US', owner_id: null, current: `${id} words`, variant_of: null, variant: '', tags: [], note: '', position: 1, retired: false,
})
const version = (id: string): Version => ({ id, template_id: '', number: 1, author: '', published_at: '', sections: [{ kind: 'greeting', text: `These are the ${id}.` }] })

test('a last try that the lead lets open early is rehearsed in its own words', async () => {
  const left = aCall({ made_at: new Date(Date.now() - 1.5 * WEEK).toISOString() })
  const phone = {
    prospect: async () => aProspect(), profile: async () => ({}), history: async () => entries([left]), status: () => ({ paired: null }),
    templates: async () => [template('usual', 'follow_up'), template('last', 'last_resort')], version: async (id: string) => version(id),
    draft: async () => ({ chosen: { voicemail: 'last' } }), promises: { lastResort: async () => ({ messages: 1, weeks: 1 }) },
  } as unknown as Phone
  assert.equal((await wordsFor(phone, 'ruth', false))?.said?.script, 'These are the last words.')
})
