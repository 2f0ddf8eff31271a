"""Bytes of the first visit, as they pass over the wire: all of it, and the script that comes before Today can be used.

Goals: at most 150 kB compressed in all, of which at most 60 kB of script before Today is usable (1 kB = 1000 bytes).
Heavy parts, which no page needs before somebody uses them, come after it in the background and are counted apart.
"""

from __future__ import annotations

import json

from tests.bench.rounds import verdict
from tests.bench.scene import scene
from tests.browser.office import ROOT
from tests.browser.rep import TODAY_IS_USABLE

ALL, SCRIPT = 150.0, 60.0
BUILT = ROOT / "server/ringback/_assets/built.json"


def main() -> None:
    with scene() as one:
        one.rep.opens(at="/version.json")
        one.network.sent.clear()
        asked: list[str] = []
        one.rep.page.on("request", lambda r: asked.append(r.url) if r.resource_type == "script" else None)
        one.rep.page.goto(one.network.origin)
        one.rep.page.wait_for_selector(TODAY_IS_USABLE)
        before = {url.removeprefix(one.network.origin) for url in asked}
        one.rep.is_ready_for_no_signal()
        one.rep.page.wait_for_load_state("networkidle")
        script = sum(one.network.sent[path] for path in before) / 1000
        heavy = sum(one.network.sent[path] for path in json.loads(BUILT.read_text())["heavy"]) / 1000
        total = sum(one.network.sent.values()) / 1000 - heavy
        print("Bytes of the first visit, compressed, with the worker's precache")
        print(f"  in all                    {verdict(total, ALL, 'kB', 1)}")
        print(f"  script before Today       {verdict(script, SCRIPT, 'kB', 1)}")
        print(f"  heavy parts, afterwards   {heavy:.1f} kB")
        for path, size in one.network.sent.most_common(8):
            print(f"    {size / 1000:7.1f} kB  {path}")
