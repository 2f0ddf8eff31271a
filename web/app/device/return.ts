/** Notices that the rep comes back: from the dialler, another app, a locked screen. Timers stand still meanwhile, so the wall clock says how long it was. */

export function onReturn(see: (awayMs: number) => void): () => void {
  let left: number | null = null
  const leave = (): void => void (left ??= Date.now())
  const back = (): void => {
    if (left === null) return
    const away = Date.now() - left
    left = null
    see(away)
  }
  const turn = (): void => (document.visibilityState === 'hidden' ? leave() : back())
  document.addEventListener('visibilitychange', turn)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', back)
  return () => {
    document.removeEventListener('visibilitychange', turn)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', back)
  }
}
