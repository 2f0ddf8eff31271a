"""The whole loop with a keyboard alone: what is pressed is reached by Tab, and the focus is never lost on the way."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect
from tests.browser.ledger import Ledger
from tests.browser.rep import FILLINGS, Rep
from tests.browser.test_promises import promises
from tests.browser.test_the_loop_without_signal import DANA

FOCUSED = """
  () => {
    const it = document.activeElement
    const words = it.getAttribute('aria-label') ?? it.closest('label')?.textContent ?? it.textContent
    return it === document.body ? '' : words.trim()
  }
"""
MOST = 60  # controls on one page


class Hands:
    def __init__(self, rep: Rep) -> None:
        self.rep = rep
        self.keys = rep.page.keyboard

    def tab_to(self, words: str) -> None:
        passed: list[str] = []
        for _ in range(MOST):
            self.keys.press("Tab")
            passed.append(str(self.rep.page.evaluate(FOCUSED)))
            if re.match(words, passed[-1]):
                return
        raise AssertionError(f"{words!r} was not reached by Tab: {passed}")

    def press(self, words: str) -> None:
        self.tab_to(words)
        self.keys.press("Enter")


def test_a_call_is_prepared_read_and_logged_without_a_mouse(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    rep.goes("/")
    expect(rep.heading("Today")).to_be_visible()
    hands = Hands(rep)
    page = rep.page

    hands.tab_to("Who is ringing me")
    hands.keys.type("dana")
    hands.press("Dana Whitfield")
    expect(rep.heading("Dana Whitfield")).to_be_focused()
    hands.press("All details")
    hands.press("Prepare")
    main = page.locator("rb-prepare .thumb .button.primary")
    expect(main).to_be_visible()
    while "Fill" in main.inner_text():
        hands.press("Fill")
        gap = page.locator(".gap-field:has(:focus)")
        expect(gap).to_have_count(1)
        if gap.locator("textarea").count():
            hands.keys.type(FILLINGS)
        else:
            hands.press("Leave it out")
    hands.press("Call and read")
    hands.press("Beep")
    expect(page.get_by_role("timer")).to_be_visible()
    hands.press("Stop")
    hands.press("Log it")
    expect(rep.heading("What happened?")).to_be_focused()
    hands.tab_to("Left message")
    hands.keys.press("Space")
    hands.press("Save")
    rep.is_told("Saved on this phone: left message")
    rep.has_sent_everything()
    assert ledger.outcomes() == [("Dana Whitfield", "left_message")]


def test_what_goes_when_it_is_pressed_hands_the_focus_on(rep: Rep, tmp_path: Path) -> None:
    rep.adds_prospect(DANA)
    promises(rep, "Dana", -60, "Call back as agreed")
    page, keys, main = rep.page, rep.page.keyboard, rep.page.get_by_role("main")

    def presses(control: Locator) -> None:
        control.focus()
        keys.press("Enter")

    rep.goes("/")
    presses(rep.button("Done: Dana Whitfield"))
    rep.is_told("Done: Dana Whitfield.")
    expect(main.locator("a.row-title[href^='#/prepare']")).to_be_focused()
    presses(rep.button("Undo"))
    expect(rep.heading("Today")).to_be_focused()

    rep.goes(f"/brief/{rep.id_of('Dana')}")
    presses(rep.button("They rang back"))
    expect(page.get_by_role("link", name="Add what was said")).to_be_focused()

    rep.goes("/template/new/edit")
    presses(rep.button("Reason: remove"))
    rep.is_told("Reason removed")
    expect(main.locator(".edit-section :focus")).to_have_count(1)

    rep.goes("/prospects/import")
    file = tmp_path / "one.csv"
    file.write_text("First name,Last name\nOmar,Reyes\n", encoding="utf-8")
    page.locator("rb-import input[type=file]").set_input_files(file)
    presses(rep.button("Check 1 line"))
    expect(page.get_by_role("checkbox", name="Put the new ones on the call list")).to_be_focused()
