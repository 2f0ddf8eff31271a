"""Back from the dialler, the log is there without being looked for. With a browser that really hides its page."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Playwright, expect
from tests.browser.browser_phone import DIALLER
from tests.browser.engines import FLAGS, program
from tests.browser.rep import Rep
from tests.browser.stage import Stage
from tests.browser.test_the_loop_without_signal import DANA


@contextmanager
def browser_that_hides(playwright: Playwright, profile: Path) -> Iterator[Browser]:
    """Playwright's own launch shows every page at all times; one that is started by hand does not."""
    flags = [
        *FLAGS,
        "--headless",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
        "--window-size=390,844",
        "about:blank",
    ]
    process = subprocess.Popen([program("chromium"), *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = profile / "DevToolsActivePort"
        until = time.monotonic() + 20
        while not (port.exists() and "\n" in port.read_text()):
            assert time.monotonic() < until, "the browser did not open its door"
            time.sleep(0.05)
        door = f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        while not has_a_page(door):  # whoever comes in while the first one is being made may wait for it for ever
            assert time.monotonic() < until, "the browser did not open a page"
            time.sleep(0.05)
        browser = playwright.chromium.connect_over_cdp(door, no_defaults=True)
        yield browser
        browser.close()
    finally:
        process.terminate()
        process.wait(timeout=15)


def has_a_page(door: str) -> bool:
    with urlopen(f"{door}/json/list", timeout=5) as answer:
        return any(one["type"] == "page" and one["url"] == "about:blank" for one in json.load(answer))


@pytest.fixture
def rep(scene: Stage, playwright: Playwright, tmp_path: Path) -> Iterator[Rep]:
    """Rosa, with a page that can be hidden behind another one."""
    rosa = scene.hires("Rosa Vale", playwright)
    with browser_that_hides(playwright, tmp_path / "hiding") as browser:
        browser.contexts[0].add_init_script(DIALLER)
        rosa.page = browser.contexts[0].pages[0]
        rosa.page.goto(rosa.origin)
        rosa.pairs()
        rosa.adds_prospect(DANA)
        yield rosa
        rosa.switches_off()


def leaves_and_comes_back(rep: Rep) -> None:
    """Another page comes to the front, as the dialler does, and goes."""
    dialler = rep.page.context.new_page()
    dialler.bring_to_front()
    rep.page.wait_for_function("() => document.visibilityState === 'hidden'", polling=100)
    rep.page.bring_to_front()
    dialler.close()
    rep.page.wait_for_function("() => document.visibilityState === 'visible'", polling=100)


def test_the_log_opens_by_itself_after_a_prepared_call(rep: Rep) -> None:
    rep.prepares("Dana Whitfield")
    leaves_and_comes_back(rep)
    expect(rep.heading("What happened?")).to_be_visible()
    expect(rep.page.get_by_role("main")).to_contain_text("Dana Whitfield")


def test_the_log_opens_by_itself_after_a_call_from_the_prospects_page(rep: Rep) -> None:
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name="Call Dana Whitfield").click()
    leaves_and_comes_back(rep)
    expect(rep.heading("What happened?")).to_be_visible()


def test_a_look_at_something_else_does_not_open_the_log(rep: Rep) -> None:
    rep.goes("/prospects")
    expect(rep.heading("Prospects")).to_be_visible()
    leaves_and_comes_back(rep)
    expect(rep.heading("Prospects")).to_be_visible()
