"""The lead in a desktop browser, on the office's own pages."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Playwright, expect
from tests.browser.browser_phone import BrowserPhone
from tests.browser.engines import Settings
from tests.browser.office import Office

DESK: Settings = {"viewport": {"width": 1280, "height": 800}, "is_mobile": False, "has_touch": False}


class Lead(BrowserPhone):
    def __init__(self, playwright: Playwright, office: Office, profile: Path) -> None:
        super().__init__(playwright, profile, office.origin, DESK)
        self.office = office

    def signs_in(self) -> None:
        """With the code that the first start printed."""
        self.opens("/office/sign-in")
        self.page.get_by_label("Code of the invitation").fill(self.office.first_lead_code())
        self.page.get_by_role("button", name="Sign in here").click()
        expect(self.page.get_by_role("heading", level=1, name="People")).to_be_visible()

    def goes(self, path: str) -> None:
        self.page.goto(self.origin + path)

    def invites(self, name: str) -> str:
        """The link that the page shows."""
        self.goes("/office/people")
        self.page.get_by_label("Name", exact=True).first.fill(name)
        self.page.get_by_role("button", name="Make an invitation").click()
        expect(self.page.get_by_role("heading", level=1, name=f"Let {name} in")).to_be_visible()
        return self.page.get_by_text("/#/join/").inner_text()

    def revokes_the_phone_of(self, name: str) -> None:
        self.goes("/office/people")
        card = self.page.get_by_role("region", name=re.compile(name))
        card.locator("summary", has_text="Revoke").click()
        card.get_by_role("button", name="Revoke it").click()
        expect(card.get_by_role("button", name="Let it in again")).to_be_visible()

    def sees_what_was_set_aside(self, sentence: str) -> None:
        self.goes("/office/look")
        expect(self.page.get_by_role("article").filter(has_text=sentence)).to_be_visible()

    def takes_in_rescue_file(self, file: Path) -> str:
        self.goes("/office/rescue")
        self.page.get_by_label("Rescue file").set_input_files(file)
        self.page.get_by_role("button", name="Bring it in").click()
        said = self.page.get_by_role("status").filter(has_text="Taken in for")
        expect(said).to_be_visible()
        return said.inner_text()

    def gives(self, prospect: str, to: str) -> None:
        """Hands a prospect over to another rep."""
        self.goes("/office/prospects")
        row = self.page.get_by_role("row", name=re.compile(prospect))
        row.locator("summary", has_text="Hand over").click()
        row.get_by_label("To").select_option(label=to)
        row.get_by_role("button", name="Hand over").click()
        expect(self.page.get_by_role("status").filter(has_text=f"{to}'s now")).to_be_visible()
