"""An office in a folder of its own, with a bad network before it. Whoever opens a stage ends all that it started."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright
from tests.browser.browser_phone import BrowserPhone
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep, invite


@dataclass(frozen=True)
class Founded:
    """An office that was founded once, to be copied for every test, with open invitations for one rep."""

    data: Path
    name: str
    tokens: tuple[str, ...]


def found(folder: Path, name: str) -> Founded:
    office = Office(folder / "data")
    office.start()
    assert office.stop() == 0
    return Founded(office.data, name, tuple(invite(office, name) for _ in "123"))


class Stage:
    def __init__(self, folder: Path, founded: Founded | None = None) -> None:
        self.folder = folder
        self.founded = founded
        if founded:
            shutil.copytree(founded.data, folder / "data")
            self.tokens = list(founded.tokens)
        self.network = BadNetwork()
        self.office = Office(folder / "data", self.network.origin)
        self.network.leads_to(self.office.port, self.office.kill)
        self.ledger = Ledger(self.office.data)
        self.team: list[Rep] = []
        self.leads: list[Lead] = []

    def hires(self, name: str, playwright: Playwright) -> Rep:
        """Somebody with a phone that has never been switched on."""
        profile = self.folder / f"phone-{len(self.team)}"
        self.team.append(Rep(name, playwright, self.network, self.office, profile))
        if self.founded and self.founded.name == name:
            self.team[-1].invitations = self.tokens  # one list for all phones: each invitation works once
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
def stage(folder: Path, founded: Founded | None = None) -> Iterator[Stage]:
    one = Stage(folder, founded)
    try:
        one.office.start()
        yield one
    finally:
        one.end()
