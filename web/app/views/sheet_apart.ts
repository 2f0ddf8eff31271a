/** A style sheet that only one heavy page needs: it comes with that page, not with the first visit. */

const sheets = new Map<string, Promise<void>>()

/** Resolves when it is there, or cannot be had: then the page is plain, and works. */
export function sheetLoaded(address: string): Promise<void> {
  const before = sheets.get(address)
  if (before) return before
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address })
  const there = new Promise<void>((resolve) => {
    link.onload = () => resolve()
    link.onerror = () => resolve()
  })
  document.head.append(link)
  sheets.set(address, there)
  return there
}
