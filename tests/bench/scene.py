"""What every bench of the phone needs: an office in a temporary folder, and a paired phone, small or filled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.bench.filling import fill
from tests.browser.rep import Rep
from tests.browser.stage import Stage, stage

NAME = "Rosa Vale"
HOLDS = """
  async ([prospects, calls]) => {
    const held = await document.querySelector('rb-app').phone.storage()
    return held.prospects >= prospects && held.calls >= calls
  }
"""


class Scene:
    def __init__(self, on: Stage, rep: Rep) -> None:
        self.office, self.network, self.ledger = on.office, on.network, on.ledger
        self.rep = rep

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
        self.rep.waits_until(HOLDS, [prospects, calls], seconds=300)


@contextmanager
def scene() -> Iterator[Scene]:
    with (
        tempfile.TemporaryDirectory(prefix="ringback-bench-") as folder,
        sync_playwright() as p,
        stage(Path(folder)) as on,
    ):
        yield Scene(on, on.hires(NAME, p))
