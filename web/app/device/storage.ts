/** The browser's promise to keep what is here, and how much room there is. Where it cannot say, it says null or 0. */

export const storage = {
  async persisted(): Promise<boolean | null> {
    return (await navigator.storage?.persisted?.().catch(() => null)) ?? null
  },
  async persist(): Promise<boolean> {
    return (await navigator.storage?.persist?.().catch(() => false)) ?? false
  },
  async estimate(): Promise<{ usage: number; quota: number }> {
    const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.().catch(() => ({}) as StorageEstimate)) ?? {}
    return { usage, quota }
  },
}
