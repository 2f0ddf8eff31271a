/** What is pressed by keyboard may go with what was on the page: the focus goes on to what comes after it, else to the heading, and never back to the
 *  start. A thumb needs none of that. */

const CONTROLS = 'a[href], button:enabled, input:enabled:not([hidden]), select, textarea, summary'

/** `page` says which one is up, `heading` takes the focus where nothing follows. */
export function keepFocus(frame: HTMLElement, page: () => Element | null, heading: () => void): void {
  let held: Element | null = null
  let byKeyboard = false
  addEventListener('keydown', () => (byKeyboard = true), { capture: true })
  addEventListener('pointerdown', () => (byKeyboard = false), { capture: true })
  frame.addEventListener('focusin', ({ target }) => (held = (target as Element).matches(CONTROLS) ? (target as Element) : null))
  new MutationObserver((records) => {
    if (!byKeyboard || !held || held.isConnected || document.activeElement !== document.body) return
    const gone = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(held)))
    held = null
    const controls = gone && page()?.contains(gone.target) ? page()!.querySelectorAll<HTMLElement>(CONTROLS) : []
    const next = [...controls].find((control) => comesAfter(control, gone!) && isSeen(control))
    if (next) next.focus()
    else heading()
  }).observe(frame, { childList: true, subtree: true })
}

/** What took the place of what has gone, and whatever stands below. */
function comesAfter(control: Element, { target, previousSibling }: MutationRecord): boolean {
  const place = previousSibling?.isConnected ? previousSibling : null
  const position = (place ?? target).compareDocumentPosition(control)
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !place?.contains(control)
}

/** Older browsers cannot say. */
function isSeen(control: HTMLElement): boolean {
  return control.checkVisibility?.() ?? control.getClientRects().length > 0
}
