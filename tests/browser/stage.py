"""An office in a folder of its own, with a bad network before it. Whoever opens a stage ends all that it started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright
from tests.browser.browser_phone import BrowserPhone
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep


class Stage:
    def __init__(self, folder: Path, command: str = "serve") -> None:
        self.folder = folder
        self.network = BadNetwork()
        self.office = Office(folder / "data", self.network.origin, command)
        self.network.leads_to(self.office.port, self.office.kill)
        self.ledger = Ledger(self.office.data)
        self.team: list[Rep] = []
        self.leads: list[Lead] = []

    def hires(self, name: str, playwright: Playwright) -> Rep:
        """Somebody with a phone that has never been switched on."""
        profile = self.folder / f"phone-{len(self.team)}"
        self.team.append(Rep(name, playwright, self.network, self.office, profile))
        return self.team[-1]

    def seats_lead(self, playwright: Playwright) -> Lead:
        """The first lead, signed in at his desk."""
        self.leads.append(Lead(playwright, self.office, self.folder / "desk"))
        self.leads[-1].signs_in()
        return self.leads[-1]

    @property
    def everybody(self) -> list[BrowserPhone]:
        return [*self.team, *self.leads]

    def end(self) -> None:
        for each in self.everybody:
            each.puts_away()
        self.office.kill()
        self.network.end()


@contextmanager
def stage(folder: Path, command: str = "serve") -> Iterator[Stage]:
    one = Stage(folder, command)
    try:
        one.office.start()
        yield one
    finally:
        one.end()
