/** The phone's own contacts, where the browser lets a page ask for some of them (Android). */

interface Picked { name?: string[]; tel?: string[]; email?: string[] }
interface ContactsManager { select(properties: string[], options: { multiple: boolean }): Promise<Picked[]> }

export function canPickContacts(): boolean {
  return manager() !== undefined
}

/** What the rep picked; nothing when he changed his mind. */
export async function pickContacts(): Promise<Array<{ name: string; phones: string[]; emails: string[] }>> {
  const picked = await manager()?.select(['name', 'tel', 'email'], { multiple: true }).catch(() => [])
  return (picked ?? []).map(({ name, tel, email }) => ({ name: name?.[0] ?? '', phones: tel ?? [], emails: email ?? [] }))
}

function manager(): ContactsManager | undefined {
  return (navigator as Navigator & { contacts?: ContactsManager }).contacts
}
