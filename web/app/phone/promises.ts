/** Promises beyond making and closing them: reminding again, parking a prepared card, and what a calendar calls them. */

import type { LastResort } from '../domain/attempts.ts'
import type { OpenPromise } from '../domain/follow_ups.ts'
import { remindedAgain } from '../domain/logging.ts'
import { prepareKey, type Prepared } from '../domain/reading.ts'
import type { Change, FollowUp, Id, Instant, OfficeCoach } from '../domain/records.ts'
import * as promises from '../store/promises.ts'
import { prospect } from '../store/reads.ts'
import type { NewFollowUp, Parked, PromisedAgain, Promises as Port } from '../views/phone.ts'
import type { Local } from './local.ts'
import { endedBy } from './log.ts'

export class Promises implements Port {
  #local: Local
  #saved: () => void

  constructor(local: Local, saved: () => void) {
    this.#local = local
    this.#saved = saved
  }

  /** A card that is kept for the promise that this one takes the place of is kept for this one. */
  async add({ remind_at = null, ...promise }: PromisedAgain): Promise<Id> {
    await this.#local.ready
    const { prospect_id, supersedes } = promise
    const [id, key] = [this.#local.newId(), draftKey(prospect_id)]
    const card = supersedes ? await this.#draft(key) : undefined
    await this.#write([{ kind: 'follow_up.add', body: { ...promise, id } }, ...this.#reminded(remind_at, id)], card && card.parked === supersedes ? { [key]: { ...card, parked: id } } : {})
    return id
  }

  async open(prospectId: Id): Promise<OpenPromise[]> {
    return this.#after(await promises.followUpsOf(await this.#local.db(), prospectId))
  }

  async ended(call: Id): Promise<OpenPromise[]> {
    return this.#after(await endedBy(this.#local, call))
  }

  async #after(made: FollowUp[]): Promise<OpenPromise[]> {
    const calls = await promises.callsOf(await this.#local.db(), made)
    return made.map((followUp, i) => ({ followUp, after: calls[i]?.outcome ?? null }))
  }

  async due(now: Date): Promise<number> {
    return promises.dueCount(await this.#local.db(), now.toISOString())
  }

  async taken(except: Id): Promise<Instant[]> {
    return promises.taken(await this.#local.db(), except)
  }

  async holidays(): Promise<string[]> {
    return (await promises.office(await this.#local.db()))?.holidays ?? []
  }

  async coach(): Promise<OfficeCoach> {
    return (await promises.office(await this.#local.db()))?.coach ?? {}
  }

  async lastResort(): Promise<LastResort | null> {
    return (await promises.office(await this.#local.db()))?.last_resort ?? null
  }

  async isKnown(id: Id): Promise<boolean> {
    return (await promises.followUps(await this.#local.db(), [id])).length > 0
  }

  async origin(id: Id): Promise<{ root: Id; moves: number }> {
    return promises.originOf(await this.#local.db(), id)
  }

  async remind(id: Id, at: Instant | null): Promise<void> {
    await this.#write([{ kind: 'follow_up.remind', body: { id, at } }])
  }

  /** A card that was parked before gives up its earlier time. */
  async park(promise: NewFollowUp): Promise<Parked> {
    const db = await this.#local.db()
    const key = draftKey(promise.prospect_id)
    const [who, draft, open] = await Promise.all([prospect(db, promise.prospect_id), this.#draft(key), promises.followUpsOf(db, promise.prospect_id)])
    const instead = draft?.parked ? await promises.nowOf(db, draft.parked, open) : null
    const [id, rank] = [this.#local.newId(), who?.fields['rank'] ?? '']
    const add: Change = { kind: 'follow_up.add', body: { ...promise, id, supersedes: instead?.id ?? promise.supersedes } }
    await this.#write([add, ...ranked(promise.prospect_id, rank, '')], { [key]: { ...draft, parked: id } })
    return { id, rank, instead }
  }

  /** Its earlier time comes back as a promise of its own: one that was moved stays moved. */
  async unpark({ id, rank, instead }: Parked): Promise<void> {
    const db = await this.#local.db()
    const [parked] = await promises.followUps(db, [id])
    if (!parked) return
    const key = draftKey(parked.prospect_id)
    const draft = await this.#draft(key)
    const again = instead && { ...promisedAgain(instead), id: this.#local.newId(), supersedes: id }
    const changes: Change[] = again
      ? [{ kind: 'follow_up.add', body: again }, ...this.#reminded(instead!.remind_at, again.id)]
      : [{ kind: 'follow_up.close', body: { id, state: 'cancelled', call_id: null } }]
    const now = (await prospect(db, parked.prospect_id))?.fields['rank'] ?? ''
    await this.#write([...changes, ...ranked(parked.prospect_id, now, rank)], draft ? { [key]: unparked(draft, again?.id) } : {})
  }

  /** Clocks are set by law: where the zone data of this phone has changed, what was promised keeps its time of day. */
  async setRight(): Promise<void> {
    if (await promises.setRight(await this.#local.db())) this.#local.emit(['follow_up'])
  }

  #reminded(remind_at: Instant | null, id: Id): Change[] {
    return remindedAgain({ remind_at }, id, Date.parse(this.#local.stamp()))
  }

  async #draft(key: string): Promise<Prepared | undefined> {
    return (await this.#local.outbox.kept(key)) as Prepared | undefined
  }

  async #write(changes: Change[], keep: Record<string, unknown> = {}): Promise<void> {
    await this.#local.write(changes, keep)
    this.#saved()
  }
}

function draftKey(prospect: Id): string {
  return `draft:${prepareKey(prospect)}`
}

function ranked(id: Id, old: string, next: string): Change[] {
  return old === next ? [] : [{ kind: 'prospect.edit', body: { id, edits: [{ field: 'rank', old, new: next }] } }]
}

function promisedAgain({ prospect_id, call_id, due, wall, zone, reason }: NewFollowUp): Omit<NewFollowUp, 'supersedes'> {
  return { prospect_id, call_id, due, wall, zone, reason }
}

/** Nothing is left of a draft that held nothing else. */
function unparked({ parked: _, ...draft }: Prepared, again?: Id): Prepared | null {
  if (again) return { ...draft, parked: again }
  return Object.keys(draft).length > 0 ? draft : null
}
