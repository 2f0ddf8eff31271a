"""A rep, in sentences: what he does and what he sees, by the names and roles of what is on his screen."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Playwright, expect
from tests.browser.browser_phone import BrowserPhone
from tests.browser.office import TOKEN, Office
from tests.browser.proxy import BadNetwork

TODAY_IS_USABLE = "rb-today .thumb .button"
PHONE = "document.querySelector('rb-app').phone"
HIMSELF = {"spoken_name": "Rosa Vale", "company": "Vale Supply", "number": "+12125550101", "zone": "America/New_York"}
FILLINGS = "the two late orders in March"

AWAY_AND_BACK = """
  () => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }
    delete document.visibilityState
  }
"""


class Rep(BrowserPhone):
    def __init__(self, name: str, playwright: Playwright, network: BadNetwork, office: Office, profile: Path) -> None:
        super().__init__(playwright, profile, network.origin)
        self.name = name
        self.office = office
        self.invitations: list[str] = []
        self._room: CDPSession | None = None

    # Coming in

    def invitation(self) -> str:
        """A fresh token for this rep, as the lead would send it."""
        if self.invitations:
            return self.invitations.pop()
        return invite(self.office, self.name)

    def pairs(self) -> None:
        """By the link of the invitation."""
        self.goes(f"/join/{self.invitation()}")
        self.page.wait_for_function(f"() => {PHONE}?.status().paired && {PHONE}.status().link !== 'signed_out'")
        self.goes("/")
        expect(self.heading("Today")).to_be_visible()

    def has_notifications_on(self) -> None:
        """A first visit, up to the test that comes back. Who and what is asked for that is said in `settings`."""
        self.opens()
        self.pairs()
        self.introduces_himself()
        self.is_ready_for_no_signal()
        self.switches_notifications_on()

    def switches_notifications_on(self) -> None:
        self.goes("/settings")
        self.button("Switch on").click()
        expect(self.page.get_by_text("A test has come back")).to_be_visible(timeout=60_000)

    def introduces_himself(self) -> None:
        """What the settings ask for, given at once: the settings page has tests of its own."""
        self.page.evaluate(f"(fields) => {PHONE}.editProfile(fields)", HIMSELF)

    # Finding his way

    def goes(self, path: str) -> None:
        self.page.evaluate("(path) => { location.hash = path }", path)

    def heading(self, words: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("heading", level=1, name=words)

    def button(self, words: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=words)

    def id_of(self, name: str) -> str:
        """Of a prospect on this phone."""
        self.waits_until(f"async (name) => (await {PHONE}.search(name, 1)).length > 0", name)
        return str(self.page.evaluate(f"async (name) => (await {PHONE}.search(name, 1))[0].id", name))

    def looks_up(self, letters: str) -> Locator:
        """Who is ringing me? Key by key, on Today. The lines that answer."""
        self.goes("/")
        box = self.page.get_by_role("searchbox")
        box.fill("")
        box.press_sequentially(letters)
        return self.page.get_by_role("main").get_by_role("listitem")

    # Prospects

    def adds_prospect(self, fields: dict[str, str]) -> None:
        self.goes("/prospects/new")
        expect(self.page.get_by_label("First name", exact=True)).to_be_visible()
        self.fills_in(fields)
        self.button("Add").click()
        expect(self.page.locator("rb-prospect")).to_be_visible()

    def edits_prospect(self, name: str, fields: dict[str, str]) -> None:
        prospect = self.id_of(name)
        self.goes(f"/prospect/{prospect}/edit")
        expect(self.page.get_by_label("First name", exact=True)).to_be_visible()
        self.fills_in(fields)
        self.button(re.compile("^Save")).click()
        expect(self.page.locator("rb-prospect")).to_be_visible()

    def fills_in(self, fields: dict[str, str]) -> None:
        for label, value in fields.items():
            box = self.page.get_by_label(label, exact=True)
            if not box.is_visible():
                self.page.locator("details:not([open])", has=box).locator("summary").click()
            box.fill(value)

    # The loop

    def prepares(self, name: str) -> None:
        """The best ranked template, every gap filled, then on to the reading page."""
        self.goes(f"/prepare/{self.id_of(name)}")
        self.fills_the_gaps()
        self.button(re.compile("^(Call and read|Read)")).click()
        expect(self.button("Beep")).to_be_visible()

    def fills_the_gaps(self) -> None:
        """As the page leads: its main button goes to the next gap until none is left."""
        main = self.page.locator("rb-prepare .thumb .button.primary")
        expect(main).to_be_visible()
        while re.search("Fill", main.inner_text()):
            main.click()
            gap = self.page.locator(".gap-field:has(:focus)")
            expect(gap).to_have_count(1)
            if gap.locator("textarea").count():
                gap.locator("textarea").fill(FILLINGS)
            else:
                gap.get_by_role("button", name="Leave it out").click()

    def reads_and_hangs_up(self) -> str:
        """The words as they stood on the screen after the beep."""
        self.button("Beep").click()
        expect(self.page.get_by_role("timer")).to_be_visible()
        expect(self.button("Stop")).to_be_visible()
        words = " ".join(self.page.locator(".chunk-words").all_inner_texts())
        self.button("Stop").click()
        self.page.get_by_role("link", name="Log it").click()
        expect(self.heading("What happened?")).to_be_visible()
        return words

    def calls(self, name: str) -> None:
        """Without preparing anything; back from the dialler, what happened is asked."""
        self.goes(f"/log/{self.id_of(name)}")
        expect(self.heading("What happened?")).to_be_visible()

    def logs(self, outcome: str, note: str = "") -> None:
        self.tries_to_log(outcome, note)
        self.is_told(f"Saved on this phone: {outcome.lower()}")

    def is_told(self, words: str) -> None:
        """In the line that comes up and goes by itself."""
        expect(self.page.get_by_role("status").get_by_text(words)).to_be_visible()

    def tries_to_log(self, outcome: str, note: str = "") -> None:
        self.page.locator("label.outcome", has_text=re.compile(f"^\\s*{outcome}")).click()
        if note:
            self.page.get_by_label(re.compile("^Note")).fill(note)
        self.button(re.compile("^Save")).click()

    def sees_in_history(self, name: str, *words: str | re.Pattern[str]) -> None:
        self.goes(f"/prospect/{self.id_of(name)}")
        for each in words:
            expect(self.page.get_by_role("main").get_by_text(each).first).to_be_visible()

    # Sending

    def status(self, part: str) -> object:
        return self.page.evaluate(f"(part) => {PHONE}.status()[part]", part)

    def waiting(self) -> int:
        return int(str(self.status("waiting")))

    def still_has_waiting(self, entries: int) -> None:
        self.page.wait_for_function(f"(entries) => {PHONE}?.status().waiting === entries", arg=entries)

    def asks_to_send(self) -> None:
        self.page.evaluate(f"() => {PHONE}.syncNow().catch(() => {{}})")

    def has_sent_everything(self) -> None:
        self.page.wait_for_function(f"() => {PHONE}?.status().waiting === 0 && {PHONE}.status().lastSuccess !== null")

    def is_up_to_date(self) -> None:
        self.asks_to_send()
        self.has_sent_everything()

    def comes_back_to_the_app(self) -> None:
        """From the dialler or a locked screen: the page was hidden, and is seen again."""
        self.page.evaluate(AWAY_AND_BACK)

    # Room

    def has_no_room_left(self, at: str) -> None:
        """Starts again on a phone on which nothing more can be kept. The limit holds until `has_room_again`."""
        self.closes()
        self.switches_on(offline=True)
        assert self.context
        self._room = self.context.new_cdp_session(self.page)
        self._room.send("Storage.overrideQuotaForOrigin", {"origin": self.origin, "quotaSize": 1})
        self.page.goto(f"{self.origin}/#{at}")

    def has_room_again(self) -> None:
        assert self._room
        self._room.send("Storage.overrideQuotaForOrigin", {"origin": self.origin})
        self._room.detach()

    def loses_its_storage(self) -> None:
        """As a browser does that is short of room: databases, caches and worker go, cookies stay."""
        self.page.goto(f"{self.origin}/version.json")
        session = self.page.context.new_cdp_session(self.page)
        kinds = "indexeddb,cache_storage,service_workers,local_storage"
        session.send("Storage.clearDataForOrigin", {"origin": self.origin, "storageTypes": kinds})
        self.page.goto(f"{self.origin}/")
        self.page.wait_for_function(f"() => {PHONE}?.status().lastSuccess")


def invite(office: Office, name: str) -> str:
    said = office.run("invite", name)
    found = TOKEN.search(said)
    assert found, said
    return found.group(1)
