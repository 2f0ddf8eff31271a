"""A rep, in sentences: what he does and what he sees, by the names and roles of what is on his screen."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Playwright
from tests.browser.browser_phone import BrowserPhone
from tests.browser.office import TOKEN, Office
from tests.browser.proxy import BadNetwork

TODAY_IS_USABLE = "rb-today .thumb .button"


class Rep(BrowserPhone):
    def __init__(self, name: str, playwright: Playwright, network: BadNetwork, office: Office, profile: Path) -> None:
        super().__init__(playwright, profile, network.origin)
        self.name = name
        self.office = office

    def invitation(self) -> str:
        """A fresh token for this rep, as the lead would send it."""
        said = self.office.run("invite", self.name)
        found = TOKEN.search(said)
        assert found, said
        return found.group(1)

    def pairs(self) -> None:
        """By the link of the invitation, in the browser that the phone has."""
        self.page.goto(f"{self.origin}/#/join/{self.invitation()}")
        self.reads(re.compile("Today"))
