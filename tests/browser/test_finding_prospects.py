"""Whoever is looked for is found, wherever the rep looks and however quick his hands are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA, OMAR

SOREN = {"First name": "Søren", "Last name": "Hale-Fogg", "Number": "(212) 555-0143"}
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


@pytest.mark.parametrize("typed", ["soren", "hale fogg", "212 555 0143", "555-0143"])
def test_the_call_list_is_searched_like_everybody(rep: Rep, typed: str) -> None:
    rep.adds_prospect(SOREN)
    rep.adds_prospect(DANA)
    rep.goes("/prospects")
    rep.page.get_by_role("button", name="Call list", exact=True).click()
    expect(rep.page.get_by_text("2 people to call")).to_be_visible()
    rep.page.get_by_role("searchbox").fill(typed)
    expect(rep.page.get_by_text("1 fits")).to_be_visible()
    expect(rep.page.locator("rb-prospects .row-title")).to_have_text(["Søren Hale-Fogg"])


def test_a_call_list_of_thousands_is_searched_to_its_end(rep: Rep) -> None:
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    many = [{"first_name": f"Rep {n}", "company": "Mill Lane Tools"} for n in range(1_200)]
    rep.page.evaluate(f"(many) => {PHONE}.addProspects(many)", many)
    rep.goes("/prospects")
    rep.page.get_by_role("button", name="Call list", exact=True).click()
    rep.page.get_by_role("searchbox").fill("rep 1199")
    expect(rep.page.locator("rb-prospects .row-title")).to_have_text(["Rep 1199"])
    rep.page.get_by_role("searchbox").fill("mill")
    expect(rep.page.get_by_text("More than 50 fit")).to_be_visible()
