"""Offline start to a usable Today, beside a blank page that the same worker serves from the same kind of cache.

The processor is slowed four times, the worker is stopped before every start, and the rounds alternate. A ratio is taken
per round, so that a busy machine weighs on both alike. Goals: 1.6 with an empty phone, 2.0 with years of work on it.

The blank page is answered with the same headers, so that what a policy costs is in both. Between the two stands the
floor: what Today draws first as plain HTML, with its style and no script.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import BrowserContext
from tests.bench.rounds import spread, verdict
from tests.bench.scene import Scene, scene
from tests.browser.proxy import BadNetwork
from tests.browser.rep import TODAY_IS_USABLE

ROUNDS, WARM_UP = 11, 2
SIZES = ((0, 0, 1.6), (10_000, 50_000, 2.0))
FIRST_ROWS = 8  # of each list, as the app draws them before it has read its databases
BLANK = b"<!doctype html><html lang=en><meta charset=utf-8><title>Blank</title><p id=blank>Here.</p></html>"
WATCH = """
  globalThis.usable = new Promise((done) => {
    const look = () => {
      if (!document.querySelector(SELECTOR)) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    }
    look()
  })
"""
REGISTERS = """
  async () => {
    const ours = trustedTypes.createPolicy('ringback', { createScriptURL: (url) => url })
    await navigator.serviceWorker.register(ours.createScriptURL('/sw.js'))
    await navigator.serviceWorker.ready
  }
"""
PLAIN = """
  (rows) => {
    const page = document.documentElement.cloneNode(true)
    page.querySelectorAll(`script, noscript, .list > :nth-child(n + ${rows + 1})`).forEach((one) => one.remove())
    const inside = document.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
    for (let one; (one = inside.nextNode()); ) one.remove()
    return `<!doctype html>${page.outerHTML}`
  }
"""


def main() -> None:
    print("Offline start, 4x slowed processor, worker cold: milliseconds, min / median / max")
    for prospects, calls, goal in SIZES:
        with scene() as one:
            one.pairs()
            if prospects:
                one.fills(prospects, calls)
            compare(one, f"{prospects:,} prospects, {calls:,} calls", goal)


def compare(one: Scene, size: str, goal: float) -> None:
    one.rep.goes("/")
    one.rep.page.wait_for_selector(TODAY_IS_USABLE)
    plain = one.rep.page.evaluate(PLAIN, FIRST_ROWS)
    with beside(one, BLANK) as blank, beside(one, plain.encode()) as floor:
        one.rep.page.goto("about:blank")
        one.rep.loses_signal()
        sites = {"blank page": (blank, "#blank"), "plain HTML": (floor, TODAY_IS_USABLE)}
        sites["Today usable"] = (one.network, TODAY_IS_USABLE)
        took: dict[str, list[float]] = {name: [] for name in sites}
        for k in range(WARM_UP + ROUNDS):
            for name, (site, selector) in sites.items():
                ms = starts(one.rep.context, f"{site.origin}/", selector)
                if k >= WARM_UP:
                    took[name].append(ms)
    print(f"  {size}")
    for name, all_of_them in took.items():
        print(f"    {name:<14}{spread(all_of_them)}")
    print(f"    ratio         {verdict(times(took['Today usable'], took['blank page']), goal, '', 2)}")
    print(f"    the floor's   {times(took['plain HTML'], took['blank page']):.2f}")


def times(these: list[float], those: list[float]) -> float:
    return median(a / b for a, b in zip(these, those, strict=True))


@contextmanager
def beside(one: Scene, html: bytes) -> Iterator[BadNetwork]:
    """The same office under another name, whose page is `html`: same headers, worker and cache, nothing to start."""
    other = BadNetwork()
    try:
        other.leads_to(one.office.port, one.office.kill)
        other.instead["/"] = ("text/html; charset=utf-8", html)
        page = one.rep.another_tab("/version.json")
        page.goto(f"{other.origin}/")
        page.evaluate(REGISTERS)
        page.close()
        yield other
    finally:
        other.end()


def starts(context: BrowserContext | None, url: str, selector: str) -> float:
    """Milliseconds from the navigation to the frame after `selector` is there."""
    assert context
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    try:
        cdp.send("ServiceWorker.enable")
        cdp.send("ServiceWorker.stopAllWorkers")
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script(WATCH.replace("SELECTOR", repr(selector)))
        page.goto(url)
        return float(page.evaluate("usable"))
    finally:
        page.close()
