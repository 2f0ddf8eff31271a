/** Keeps the screen on. The browser takes the lock away whenever the page is hidden, so it is asked for again at every return. */

export function keepAwake(): { release(): void } {
  let lock: WakeLockSentinel | null = null
  let wanted = true
  const ask = async (): Promise<void> => {
    if (!wanted || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    const got = await navigator.wakeLock?.request('screen').catch(() => null)
    if (wanted) lock = got ?? null
    else void got?.release()
  }
  const again = (): void => void ask()
  document.addEventListener('visibilitychange', again)
  void ask()
  return {
    release() {
      wanted = false
      document.removeEventListener('visibilitychange', again)
      void lock?.release().catch(() => {})
    },
  }
}
