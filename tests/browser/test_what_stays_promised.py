"""What was promised outlives slips of the thumb and tries that reach nobody."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_promises import OPEN, promises, states
from tests.browser.test_the_loop_without_signal import DANA, OMAR

SEES_AND_SAVES = """
  () => {
    const shown = document.querySelector('.follow-title .num').innerText
    document.querySelector('.log-foot .button.primary').click()
    return shown
  }
"""


@pytest.fixture
def rep(rep: Rep) -> Rep:
    """With two prospects, one of whom was promised a call an hour ago."""
    rep.adds_prospect(DANA)
    rep.adds_prospect(OMAR)
    promises(rep, "Dana", -60, "Call back as agreed")
    return rep


def test_a_slip_of_the_thumb_ends_no_promise_however_late_it_is_corrected(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Dana")
    rep.logs("Left message")
    rep.calls("Omar")
    rep.logs("Busy")
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name=re.compile("Correct")).first.click()
    expect(rep.heading("Correct the entry")).to_be_visible()
    rep.logs("Spoke")
    rep.button("Undo").click()
    expect(rep.heading("Correct the entry")).to_be_visible()
    assert "Call back as agreed" not in str(rep.page.evaluate(OPEN, rep.id_of("Dana"))), "the first entry stands again"
    rep.logs("No answer")
    rep.has_sent_everything()
    promised = [state for reason, state in states(ledger) if reason == "Call back as agreed"]
    assert promised == ["done", "open"]
    assert rep.page.evaluate(OPEN, rep.id_of("Dana"))[0]["reason"] == "Call back as agreed"


def test_a_promise_that_is_undone_is_still_reminded_of_later(rep: Rep, ledger: Ledger) -> None:
    rep.goes("/")
    row = rep.page.locator(".row.due")
    row.get_by_role("button", name=re.compile("Later, or another time")).click()
    rep.page.get_by_role("dialog").get_by_role("button", name="In an hour").click()
    expect(row).to_contain_text("Reminder")
    row.get_by_role("button", name="Done").click()
    rep.is_told("Done: Dana Whitfield.")
    rep.button("Undo").click()
    expect(row).to_contain_text("Reminder")
    rep.has_sent_everything()
    first, second = ledger.rows("SELECT * FROM follow_ups ORDER BY made_at, id")
    assert (first["state"], second["state"], second["remind_at"]) == ("done", "open", first["remind_at"])


def test_what_was_agreed_for_later_outlives_a_try_and_the_log_says_so(rep: Rep) -> None:
    promises(rep, "Omar", 300, "Call back as agreed")
    rep.calls("Omar")
    rep.page.locator("label.outcome", has_text=re.compile(r"^\s*No answer")).click()
    expect(rep.page.get_by_role("list", name="Still promised")).to_contain_text("Call back as agreed")
    expect(rep.page.get_by_role("radio", name="None")).to_be_checked()
    rep.button(re.compile("^Save")).click()
    rep.is_told("Saved on this phone: no answer")
    assert [one["reason"] for one in rep.page.evaluate(OPEN, rep.id_of("Omar"))] == ["Call back as agreed"]


def test_the_time_that_is_saved_is_the_one_that_was_shown(rep: Rep) -> None:
    half_past = datetime(2026, 11, 24, 13, 30, tzinfo=ZoneInfo("America/Chicago"))
    rep.has_sent_everything()
    rep.page.clock.set_fixed_time(half_past - timedelta(seconds=10))
    rep.calls("Omar")
    rep.page.locator("label.outcome", has_text="No answer").click()
    expect(rep.page.locator(".follow-title .num")).to_contain_text("14:00")
    rep.page.clock.set_fixed_time(half_past + timedelta(seconds=20))
    shown = rep.page.evaluate(SEES_AND_SAVES)
    rep.is_told("Saved on this phone: no answer")
    wall = rep.page.evaluate(f"async (id) => (await {PHONE}.followUps(id))[0].wall", rep.id_of("Omar"))
    assert wall.split("T")[1] in shown


def test_who_goes_on_while_a_card_is_kept_is_not_pulled_to_today(rep: Rep) -> None:
    rep.goes(f"/prepare/{rep.id_of('Omar')}")
    rep.button(re.compile("^Keep it for")).evaluate("(button) => { button.click(); location.hash = '#/results' }")
    rep.is_told("Kept for")
    expect(rep.heading("Results")).to_be_visible()


def test_the_promise_of_somebody_who_is_gone_says_so_on_its_sheet(rep: Rep) -> None:
    rep.page.evaluate(f"(id) => {PHONE}.deleteProspect(id)", rep.id_of("Dana"))
    rep.goes("/")
    rep.button("Later, or another time: Somebody no longer here").click()
    expect(rep.page.get_by_role("dialog", name="Somebody no longer here")).to_be_visible()
