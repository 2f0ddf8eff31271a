/** The starter templates, until the office's have come. The office has the same ones under the same ids. */

import type { Local } from './local.ts'
import type { WireRow } from '../store/wire.ts'

/** Puts them among the rows, once per version of the app. Without them, as on a first visit that was cut off, the list is short, not wrong. */
export async function ensureLibrary(local: Local): Promise<void> {
  await local.ready
  if ((await local.rows.place()).cursor > 0 || await local.rows.meta('library') === local.env.version) return
  const library = await import('ringback:library').then((module) => module.default).catch(() => null)
  if (!library) return
  const rows = library.templates.flatMap(({ version, ...template }): WireRow[] => [
    { ...template, kind: 'template', seq: 0, current: version.id },
    { kind: 'version', id: version.id, seq: 0, template_id: template.id, number: 1, sections: version.sections, author: '', published_at: PUBLISHED },
  ])
  local.tell(await local.rows.seed(rows, local.env.version))
}

const PUBLISHED = '2026-01-01T00:00:00.000Z' // before anything that a rep writes
