"""A phone as a thing: a browser with a profile that can be opened, closed, killed and cut off from the network."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Playwright, expect
from tests.browser.engines import Settings, browser_pids, chromium_phone, kill_browser_of

REFUSED_BY_POLICY = ("Content Security Policy", "Content-Security-Policy", "TrustedHTML", "TrustedScript")

# Stands in for the phone's own dialler: a desktop browser asks what to do with `tel:`, and hears no clicks meanwhile.
DIALLER = """
  globalThis.dialled = []
  globalThis.navigation?.addEventListener('navigate', (event) => {
    if (!event.destination.url.startsWith('tel:')) return
    dialled.push(event.destination.url.slice(4))
    event.preventDefault()
  })
"""

ASKS = """
  async ([arg, limit]) => {
    const until = performance.now() + limit
    while (!(await (QUESTION)(arg))) {
      if (performance.now() > until) throw new Error(`no yes in ${limit} ms to ` + String(QUESTION))
      await new Promise((again) => setTimeout(again, 50))
    }
  }
"""


class BrowserPhone:
    def __init__(self, playwright: Playwright, profile: Path, origin: str, settings: Settings | None = None) -> None:
        self.playwright = playwright
        self.profile = profile
        self.origin = origin
        self.settings = settings
        self.engine = chromium_phone
        self.alarms: list[str] = []
        self.context: BrowserContext | None = None
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        assert self._page, "this phone is switched off"
        return self._page

    @page.setter
    def page(self, page: Page) -> None:
        self._page = page

    def opens(self, at: str = "/", offline: bool = False, script: str = "") -> None:
        self.switches_on(offline, script)
        self.page.goto(self.origin + at)

    def switches_on(self, offline: bool = False, script: str = "") -> None:
        """Starts the browser on its profile; `offline` before anything is asked of a network."""
        assert not self.context, "this phone is switched on already"
        self.context = self.engine(self.playwright, self.profile, self.settings)
        self.context.set_default_timeout(20_000)
        self.context.on("page", self.listens)
        self.context.add_init_script(DIALLER)
        if script:
            self.context.add_init_script(script)
        if offline:
            self.context.set_offline(True)
        self._page = self.context.pages[0]
        self.listens(self.page)

    def listens(self, page: Page) -> None:
        """What breaks in a page, or is refused by its security policy, is an alarm, whatever the test is about."""

        def hear(message: ConsoleMessage) -> None:
            if any(words in message.text for words in REFUSED_BY_POLICY):
                self.alarms.append(f"{page.url}: {message.text}")

        page.on("pageerror", lambda error: self.alarms.append(f"{page.url}: {error.stack or error.message}"))
        page.on("console", hear)

    def permits(self, *names: str) -> None:
        assert self.context
        self.context.grant_permissions(names, origin=self.origin)

    def has_permitted(self, *names: str) -> None:
        """As somebody who said yes: kept in the profile, which no browser has used yet. What `permits` grants from
        outside is forgotten when the browser is switched off."""
        said_yes = {f"{self.origin},*": {"setting": 1}}
        kept = {"profile": {"content_settings": {"exceptions": dict.fromkeys(names, said_yes)}}}
        file = self.profile / "Default" / "Preferences"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(kept))

    def another_tab(self, at: str = "/") -> Page:
        assert self.context
        page = self.context.new_page()
        page.goto(self.origin + at)
        return page

    def is_ready_for_no_signal(self) -> None:
        """The first visit is over: the worker holds the shell."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.page.wait_for_function("() => navigator.serviceWorker.controller !== null")

    def loses_signal(self) -> None:
        assert self.context
        self.context.set_offline(True)

    def finds_signal(self) -> None:
        assert self.context
        self.context.set_offline(False)

    def switches_off(self) -> None:
        """For a phone whose browser somebody else started and ends."""
        self._page = None

    def closes(self) -> None:
        if self.context:
            self.context.close()
        self.context = self._page = None

    def dies(self) -> None:
        """SIGKILL, as when the battery is pulled."""
        assert browser_pids(self.profile), "no browser runs on this profile"
        kill_browser_of(self.profile)
        self.puts_away()

    def puts_away(self) -> None:
        try:
            self.closes()
        except Error:
            self.context = self._page = None

    def keeps_a_picture(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        try:
            if self.context:
                self.page.screenshot(path=file, timeout=5_000)
        except Error:
            return

    def waits_until(self, question: str, arg: object = None, seconds: int = 30) -> None:
        """Until `question`, a function that may be async, says yes in the page."""
        self.page.evaluate(ASKS.replace("QUESTION", question), [arg, seconds * 1000])

    def dialled(self) -> list[str]:
        """The numbers that were handed to the dialler since the page was loaded."""
        numbers: list[str] = self.page.evaluate("dialled")
        return numbers

    def has_dialled(self, *numbers: str) -> None:
        """These and no others, once the last of them is."""
        self.waits_until("(count) => dialled.length >= count", len(numbers))
        assert self.dialled() == [*numbers]

    def reads(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()
