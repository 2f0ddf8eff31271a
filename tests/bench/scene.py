"""What every bench of the phone needs: an office in a temporary folder, and a paired phone, small or filled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright
from tests.bench.filling import fill
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep

NAME = "Rosa Vale"


class Scene:
    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self.playwright = playwright
        self.folder = folder
        self.network = BadNetwork()
        self.office = Office(folder / "data", self.network.origin)
        self.network.leads_to(self.office.port, self.office.kill)
        self.ledger = Ledger(self.office.data)
        self.office.start()
        self.rep = Rep(NAME, playwright, self.network, self.office, folder / "phone")

    def pairs(self) -> None:
        self.rep.opens()
        self.rep.pairs()
        self.rep.is_ready_for_no_signal()

    def fills(self, prospects: int, calls: int) -> None:
        """Years of work arrive on the paired phone, through the real server."""
        self.office.stop()
        fill(self.ledger, NAME, prospects, calls)
        self.office.start()
        self.rep.page.reload()
        self.rep.page.wait_for_function(
            "async ([p, c]) => { const held = await document.querySelector('rb-app').phone.storage(); "
            "return held.prospects >= p && held.calls >= c }",
            arg=[prospects, calls],
            timeout=300_000,
            polling=1000,
        )

    def end(self) -> None:
        self.rep.puts_away()
        self.office.kill()
        self.network.end()


@contextmanager
def scene() -> Iterator[Scene]:
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as folder, sync_playwright() as p:
        one = Scene(p, Path(folder))
        try:
            yield one
        finally:
            one.end()
