"""Draws the pictures of the app anew, from a demo office: `python -m tests.screenshots`."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect, sync_playwright
from tests.browser.browser_phone import BrowserPhone
from tests.browser.engines import Settings
from tests.browser.lead import DESK
from tests.browser.office import ROOT, TOKEN, Office
from tests.browser.rep import PHONE, TODAY_IS_USABLE

PICTURES = ROOT / "web/static/screenshots"
STILL: Settings = {"color_scheme": "light"}


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ringback-pictures-") as name, sync_playwright() as p:
        folder = Path(name)
        office = Office(folder / "data", command="demo")
        office.start()
        try:
            lead, rep = TOKEN.findall(office.printed)
            draw_phone(p, folder / "phone", office.origin, rep)
            draw_office(p, folder / "desk", office.origin, lead)
        finally:
            office.stop()
    return 0


def draw_phone(p: Playwright, profile: Path, origin: str, token: str) -> None:
    phone = BrowserPhone(p, profile, origin, STILL)
    try:
        phone.opens(f"/#/join/{token}")
        page = phone.page
        phone.waits_until(f"() => {PHONE}?.status().paired && {PHONE}.status().lastSuccess")
        go(page, "/")
        page.wait_for_selector(TODAY_IS_USABLE)
        page.mouse.move(1, 1)
        expect(page.locator(".toast")).to_have_count(0, timeout=20_000)
        page.screenshot(path=PICTURES / "phone-today.png")
        prepare(page)
        page.get_by_role("button", name="Beep", exact=True).click()
        page.locator(".chunk").nth(1).click()
        phone.waits_until("() => Number.parseInt(document.querySelector('[role=timer]').textContent) >= 6")
        page.screenshot(path=PICTURES / "phone-read.png")
        go(page, "/results")
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(page.get_by_role("main").get_by_role("heading", name="Which words get called back")).to_be_visible()
        page.screenshot(path=PICTURES / "wide-results.png", scale="css")
    finally:
        phone.puts_away()


def prepare(page: Page) -> None:
    """The next one on the call list, every gap filled."""
    page.locator(TODAY_IS_USABLE).click()
    main = page.locator("rb-prepare .thumb .button.primary")
    expect(main).to_be_visible()
    while re.search("Fill", main.inner_text()):
        main.click()
        gap = page.locator(".gap-field:has(:focus) textarea")
        gap.fill("your loading times at the north gate")
    main.click()


def draw_office(p: Playwright, profile: Path, origin: str, token: str) -> None:
    desk = BrowserPhone(p, profile, origin, DESK | STILL | {"device_scale_factor": 1})
    try:
        desk.opens(f"/#/join/{token}")
        desk.waits_until(f"() => {PHONE}?.status().paired")
        desk.page.goto(f"{origin}/office/calls")
        desk.page.screenshot(path=PICTURES / "office.png")
    finally:
        desk.puts_away()


def go(page: Page, path: str) -> None:
    page.evaluate("(path) => { location.hash = path }", path)


if __name__ == "__main__":
    sys.exit(main())
