"""Offline start to a usable Today, beside a blank page that the same worker serves from the same kind of cache.

The processor is slowed four times, the worker is stopped before every start, and the rounds alternate. A ratio is taken
per round, so that a busy machine weighs on both alike. Goals: 1.6 with an empty phone, 2.0 with years of work on it.
"""

from __future__ import annotations

from statistics import median

from playwright.sync_api import BrowserContext
from tests.bench.rounds import spread, verdict
from tests.bench.scene import Scene, scene
from tests.browser.proxy import BadNetwork
from tests.browser.rep import TODAY_IS_USABLE

ROUNDS, WARM_UP = 11, 2
SIZES = ((0, 0, 1.6), (10_000, 50_000, 2.0))
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


def main() -> None:
    print("Offline start, 4x slowed processor, worker cold: milliseconds, min / median / max")
    for prospects, calls, goal in SIZES:
        with scene() as one:
            one.pairs()
            if prospects:
                one.fills(prospects, calls)
            compare(one, f"{prospects:,} prospects, {calls:,} calls", goal)


def compare(one: Scene, size: str, goal: float) -> None:
    blank = blank_site(one)
    try:
        assert one.rep.context
        one.rep.page.goto("about:blank")
        one.rep.loses_signal()
        today, empty = [], []
        for k in range(WARM_UP + ROUNDS):
            e = starts(one.rep.context, f"{blank.origin}/", "#blank")
            t = starts(one.rep.context, f"{one.network.origin}/", TODAY_IS_USABLE)
            if k >= WARM_UP:
                empty.append(e)
                today.append(t)
    finally:
        blank.end()
    ratio = median(t / e for t, e in zip(today, empty, strict=True))
    print(f"  {size}")
    print(f"    blank page    {spread(empty)}")
    print(f"    Today usable  {spread(today)}")
    print(f"    ratio         {verdict(ratio, goal, '', 2)}")


def blank_site(one: Scene) -> BadNetwork:
    """The same office under another name, whose page is blank: same worker, same cache, nothing to start."""
    other = BadNetwork()
    other.leads_to(one.office.port, one.office.kill)
    other.instead["/"] = ("text/html; charset=utf-8", BLANK)
    page = one.rep.another_tab("/version.json")
    page.goto(f"{other.origin}/")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => 1)")
    page.close()
    return other


def starts(context: BrowserContext, url: str, selector: str) -> float:
    """Milliseconds from the navigation to the frame after `selector` is there."""
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
