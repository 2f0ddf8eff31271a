/** Getting in: an invitation makes the set in use somebody's. What was written before is his; what another wrote stays the other's. */

import { deleteDB } from 'idb'
import type { Id, Member, Office } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { Outbox } from '../store/outbox.ts'
import type { SetEntry } from '../store/registry.ts'
import { NoAnswer, type Ask } from '../sync/ask.ts'
import type { Paired } from '../views/phone.ts'
import type { Local } from './local.ts'

interface Greeting { office: Office; member: Member; device: Id; epoch: string }

/** @throws Refusal `invitation`, `network`, `too_many` */
export async function pair(local: Local, ask: Ask, name: string, typed: string): Promise<Paired> {
  await local.ready
  const secret = typed.trim().replace(/^.*\/join\//, '')
  const greeting = await knock(local, ask, name, secret).catch((error: unknown) => Promise.reject(sentenceOf(error)))
  const { member, office } = greeting
  const own = local.entry.member
  const same = own?.id === member.id && local.entry.office?.id === office.id
  if (same || !own && !await local.registry.of(member.id, office.id)) await bind(local, greeting)
  else await moveIn(local, ask, name, greeting)
  await local.registry.note('sign_out', false)
  return { member, office }
}

/** A browser may empty this phone's storage and leave the session: then the office still knows whose it is, and nobody needs a new
 *  invitation. Answers with what the rep should hear of it; null when there is no such session, or something is written here. */
export async function returning(local: Local, ask: Ask, name: string): Promise<string | null> {
  const { device, last } = await local.outbox.head()
  if (local.me || last > 0) return null
  const answer = await ask('/api/return', { id: device, name })
  if (!answer.member) return null
  await bind(local, greetingIn(answer))
  return String((answer.notice as { sentence?: unknown } | null)?.sentence ?? '')
}

async function knock(local: Local, ask: Ask, name: string, secret: string): Promise<Greeting> {
  const { outbox } = local
  const tried = (await outbox.kept(KNOCKED)) as Knocked | null | undefined
  const device = tried?.secret === secret ? tried.device : await outbox.device()
  const knocked = (id: Id): Promise<Greeting> => ask('/api/pair', { proto: 1, secret, device: { id, name } }).then(greetingIn)
  const greeting = await knocked(device).catch(async (error: unknown) => {
    if (!(error instanceof NoAnswer) || error.trouble !== 'device_taken') throw error
    const own = local.newId() // this set is somebody else's, or this phone a clone
    await outbox.keep({ [KNOCKED]: { secret, device: own } satisfies Knocked })
    return knocked(own)
  })
  await outbox.keep({ [KNOCKED]: null })
  return greeting
}

/** As whom a phone that had to take another id has asked: if the answer is lost, only this id may use the invitation again. */
interface Knocked { secret: string; device: Id }
const KNOCKED = 'knocked'

function greetingIn(answer: Record<string, unknown>): Greeting {
  const { office, member, device, epoch } = answer as unknown as Greeting
  if (!office?.id || !member?.id || typeof device !== 'string' || typeof epoch !== 'string') throw new NoAnswer('portal')
  return { office, member, device, epoch }
}

/** The set in use is his from now on. */
async function bind(local: Local, { member, office, device, epoch }: Greeting): Promise<void> {
  const { outbox } = local
  if (device !== await outbox.device()) await outbox.renumber(device)
  // An epoch that is known is only changed by the office's reset, which says what is to be sent again.
  if (!(await outbox.state()).epoch) await outbox.note('epoch', epoch)
  await local.switchTo({ ...local.entry, member, office })
}

/** He has a set on this phone, or needs one beside another's. What nobody's set holds goes into his. */
async function moveIn(local: Local, ask: Ask, name: string, { member, office, device, epoch }: Greeting): Promise<void> {
  const left = local.entry
  const known = await local.registry.of(member.id, office.id)
  const entry: SetEntry = { ...(known ?? { set: await local.registry.newName(), made_at: local.stamp() }), member, office }
  const outbox = new Outbox(entry.set, () => device)
  const own = await outbox.device()
  const moved = own === device || await ask('/api/device', { id: own, name }).then(() => true, () => false)
  if (!moved) await outbox.renumber(device)
  if (!(await outbox.state()).epoch) await outbox.note('epoch', epoch)
  if (!left.member) await outbox.adopt(await local.outbox.waiting(), await local.outbox.keptUnder(''), left.set)
  outbox.close()
  await local.switchTo(entry, left.member ? undefined : left.set)
  if (!left.member) await import('./takes.ts').then(({ moveTakes }) => moveTakes(local, left.set, entry.set)).catch(() => {})
  if (!left.member) for (const part of ['rows', 'outbox']) void deleteDB(`ringback-${left.set}-${part}`).catch(() => {})
}

function sentenceOf(error: unknown): unknown {
  if (!(error instanceof NoAnswer)) return error
  const { trouble, sentence } = error
  if (trouble === 'invitation') return new Refusal('invitation', sentence)
  if (trouble === 'too_many') return new Refusal('too_many', sentence)
  if (trouble === 'portal') return new Refusal('network', 'This network wants something of you first, as in a hotel. Open any web page to get through it, then try again. What you saved is safe.')
  return new Refusal('network', sentence || 'The office could not be reached. Everything you saved is safe on this phone. Try again when there is a network.')
}
