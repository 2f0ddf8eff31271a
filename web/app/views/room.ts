/** How much text fits beside each other, in widths of the rep's own text size. A media query does not see text that he enlarged; this does. */
export function watchRoom(frame: Element): void {
  const root = document.documentElement
  // Not innerWidth: on a phone that one grows with what sticks out.
  const measure = (): void => {
    const rems = root.clientWidth / parseFloat(getComputedStyle(root).fontSize)
    if (rems < 16) root.dataset.room = 'none'
    else if (rems <= 22.5) root.dataset.room = 'some'
    else delete root.dataset.room
  }
  new ResizeObserver(measure).observe(frame) // asks at once, but when the page is laid out anyway
}
