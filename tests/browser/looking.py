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
    for _ in range(wanted + 12):
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
TOO_SMALL = """
  (limit) => { CONTROLS
    const side = (one) => {
      const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect())
      return Math.max(...boxes.map((box) => Math.min(box.width, box.height)))
    }
    return controls().filter((one) => side(one) < limit - 0.5)
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
