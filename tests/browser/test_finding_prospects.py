"""Whoever is looked for is found, wherever the rep looks and however quick his hands are."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.rep import Rep
from tests.browser.test_the_loop_without_signal import DANA, OMAR

TYPES_AND_PRESSES_ENTER = """
  (box) => {
    box.value = 'omar'
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.form.requestSubmit()
  }
"""


def test_enter_opens_whoever_is_typed_now_and_not_whom_the_last_key_had_found(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.adds_prospect(OMAR)
    expect(rep.looks_up("dana")).to_have_count(1)
    rep.page.get_by_role("searchbox").evaluate(TYPES_AND_PRESSES_ENTER)
    expect(rep.heading("Omar Reyes")).to_be_visible()
