"""What can be measured about a page for everybody's eyes, fingers and keyboards."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page
from tests.browser.office import ROOT

FINGER = 44  # px; the smallest side of anything that a thumb must hit


@cache
def axe_source() -> str:
    return (ROOT / "web/node_modules/axe-core/axe.min.js").read_text()


def axe_findings(page: Page) -> list[str]:
    """Every rule that axe finds broken, with the first elements that break it."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(axe_source())
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)"
    )
    return [f"{rule['id']}: {rule['help']}: {[node['html'][:120] for node in rule['nodes'][:3]]}" for rule in found]


def too_small(page: Page) -> list[str]:
    """Controls below `FINGER` in width or height; a control inside a label is as large as the label."""
    found: list[str] = page.evaluate(TOO_SMALL, FINGER)
    return found


def out_of_reach(page: Page) -> list[str]:
    """Controls that walking with Tab from the top of the page never comes to."""
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    wanted = int(page.evaluate(TO_REACH))
    for _ in range(3 * wanted + 30):
        page.keyboard.press("Tab")
        if page.evaluate(REACHED) == 0:
            return []
    left: list[str] = page.evaluate("[...unreached].map((one) => one.outerHTML.slice(0, 120))")
    return left


def sideways(page: Page) -> int:
    """How many px the page can be scrolled sideways: 0 unless something sticks out."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))


CONTROLS = """
  const controls = () => [...document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
    .filter((one) => !one.closest('[inert]'))
"""
# A control is as large as what answers to a touch: its box, its label, or the row that it is stretched over. Words in
# the middle of a sentence are as high as the line, as WCAG 2.5.8 has it too.
TOO_SMALL = """
  (limit) => { CONTROLS
    const box = (one) => one.getBoundingClientRect()
    const inSentence = (one) => {
      const sentence = one.closest('p, label, .hint, .words')
      return sentence && sentence !== one && sentence.textContent.trim().length > one.textContent.trim().length + 3
    }
    const answers = (one, x, y) => {
      const there = document.elementFromPoint(x, y)
      return one.contains(there) || [...(one.labels ?? [])].some((label) => label.contains(there))
    }
    const reach = (one, dx, dy) => {
      const { left, top, width, height } = box(one)
      let far = 0
      while (far < limit && answers(one, left + width / 2 + dx * (far + 1), top + height / 2 + dy * (far + 1))) far += 1
      return far
    }
    const side = (one) => {
      const boxes = [one, ...(one.labels ?? [])].map((part) => Math.min(box(part).width, box(part).height))
      if (Math.max(...boxes) >= limit - 0.5) return limit
      one.scrollIntoView({ block: 'center' })
      return Math.min(reach(one, -1, 0) + reach(one, 1, 0), reach(one, 0, -1) + reach(one, 0, 1)) + 1
    }
    return controls().filter((one) => !inSentence(one) && side(one) < limit - 0.5)
      .map((one) => `${Math.round(side(one))} px: ${one.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 120)}`)
  }
""".replace("CONTROLS", CONTROLS)
TO_REACH = "() => { CONTROLS; globalThis.unreached = new Set(controls()); return unreached.size }".replace(
    "CONTROLS", CONTROLS
)
REACHED = """
  () => {
    const here = document.activeElement
    unreached.delete(here)
    for (const one of unreached) // a group of radios is walked with the arrows once Tab has come to it
      if (one.type === 'radio' && here?.type === 'radio' && one.name === here.name) unreached.delete(one)
    return unreached.size
  }
"""
