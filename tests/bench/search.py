"""Who is ringing me? From a keystroke to the lines that answer it, with 10,000 prospects and 50,000 calls on the phone.

Goal: under 100 ms at the machine's own speed. The same with a four times slowed processor stands beside it.
"""

from __future__ import annotations

from playwright.sync_api import Page
from tests.bench.rounds import spread, verdict
from tests.bench.scene import scene

GOAL = 100.0
ROUNDS = 10
SETTLED = """
  (box) => {
    globalThis.spent = new Promise((done) => {
      box.addEventListener('input', () => {
        const began = performance.now()
        const who = document.querySelector('rb-who')
        const before = who.found
        const shown = () => who.found !== before && !who.isUpdatePending
          && document.querySelectorAll('.found li').length === who.found.length
        const look = () => {
          if (performance.now() - began > 10_000) return done(Infinity)
          if (!shown()) return requestAnimationFrame(look)
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
        }
        look()
      }, { once: true, capture: true })
    })
  }
"""


def main() -> None:
    with scene() as one:
        one.pairs()
        one.fills(10_000, 50_000)
        one.rep.loses_signal()
        one.rep.goes("/")
        names = [row["fields"]["last_name"] for row in one.ledger.prospects()[:: 10_000 // ROUNDS]]
        print("Callback search among 10,000 prospects: milliseconds from keystroke to lines, min / median / max")
        cdp = one.rep.context and one.rep.context.new_cdp_session(one.rep.page)
        assert cdp
        for rate in (1, 4):
            cdp.send("Emulation.setCPUThrottlingRate", {"rate": rate})
            spent = [took for name in names for took in types(one.rep.page, str(name)[:3])]
            print(f"  processor slowed {rate}x  {spread(spent)}")
            if rate == 1:
                print(f"    slowest      {verdict(max(spent), GOAL, 'ms')}")


def types(page: Page, letters: str) -> list[float]:
    box = page.get_by_role("searchbox").first
    box.fill("")
    spent = []
    for letter in letters:
        box.evaluate(SETTLED)
        box.press(letter)
        spent.append(float(page.evaluate("spent")))
    return spent
