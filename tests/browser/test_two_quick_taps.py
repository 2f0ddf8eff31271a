"""A thumb that taps twice does one thing, however slow the phone is, and a sheet goes with its page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.rep import PHONE, Rep
from tests.browser.test_promises import OPEN, WHEN, promises
from tests.browser.test_the_loop_without_signal import DANA

LOG_MANY = f"""
  async (prospect_id) => {{
    const call = {{
      prospect_id, prospect_name: 'Dana Whitfield', company: '', direction: 'out', channel: 'phone',
      outcome: 'no_answer', zone: 'UTC', prospect_zone: '', number: '', template_id: null, version_id: null,
      variant: '', plan: '', script: '', seconds: null, estimate: null, left_out: [], flags: [],
    }}
    const rest = {{ followUp: null, fulfils: [], edits: [], stop: '', clearDrafts: [] }}
    for (let n = 0; n < 110; n++) {{
      const made_at = new Date(Date.now() - n * 60_000).toISOString()
      await {PHONE}.logCall({{ call: {{ ...call, made_at, note: `note ${{n}}` }}, ...rest }})
    }}
  }}
"""
TAPS_AS_SOON_AS_IT_IS_SAID = """
  (button) => {
    addEventListener('toast', () => queueMicrotask(() => button.isConnected && button.click()), { once: true })
    button.click()
  }
"""


@pytest.fixture
def rep(rep: Rep) -> Rep:
    """With a prospect who was promised a call an hour ago."""
    rep.adds_prospect(DANA)
    promises(rep, "Dana", -60, "Call back as agreed")
    return rep


def taps_twice(button: Locator) -> None:
    expect(button).to_be_visible()
    button.evaluate("(button) => { button.click(); button.click() }")


def entries(rep: Rep) -> int:
    return int(rep.page.evaluate(f"async (id) => (await {PHONE}.history(id, 50)).length", rep.id_of("Dana")))


def reasons(rep: Rep) -> list[str]:
    return [each["reason"] for each in rep.page.evaluate(OPEN, rep.id_of("Dana"))]


def test_an_entry_is_taken_back_once_and_what_it_ended_is_promised_once(rep: Rep) -> None:
    rep.calls("Dana")
    rep.logs("Left message")
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name="Correct").click()
    taps_twice(rep.button(re.compile("This never happened")))
    rep.is_told("Taken back.")
    assert reasons(rep) == ["Call back as agreed"]


def test_a_card_is_kept_for_its_time_once(rep: Rep) -> None:
    rep.goes(f"/prepare/{rep.id_of('Dana')}")
    taps_twice(rep.button(re.compile("^Keep it for")))
    rep.is_told("Kept for")
    expect(rep.heading("Today")).to_be_visible()
    assert len(reasons(rep)) == 2


def test_who_rang_back_is_logged_once(rep: Rep) -> None:
    rep.goes(f"/brief/{rep.id_of('Dana')}")
    rep.button("They rang back").evaluate(TAPS_AS_SOON_AS_IT_IS_SAID)
    expect(rep.page.get_by_role("link", name="Add what was said")).to_be_visible()
    assert entries(rep) == 1


def test_earlier_calls_come_once(rep: Rep) -> None:
    rep.loses_signal()
    rep.page.evaluate(LOG_MANY, rep.id_of("Dana"))
    rep.goes("/history")
    taps_twice(rep.button("Show earlier ones"))
    notes = rep.page.locator(".entry-note")
    expect(notes).to_have_count(100)
    assert len(set(notes.all_inner_texts())) == 100


def test_a_promise_has_one_sheet(rep: Rep) -> None:
    rep.goes("/")
    taps_twice(rep.button(WHEN))
    sheet = rep.page.locator("dialog[open]")
    expect(sheet.first).to_be_visible()
    sheet.last.get_by_role("button", name="In an hour").click()
    rep.is_told("The promise stays.")
    expect(sheet).to_have_count(0)


def test_who_must_not_be_called_is_asked_about_once(rep: Rep) -> None:
    dana = rep.id_of("Dana")
    rep.page.evaluate(f"(id) => {PHONE}.block(id, 'Asked us twice to stop')", dana)
    rep.goes(f"/brief/{dana}")
    taps_twice(rep.page.get_by_role("main").get_by_label("Call Dana Whitfield: asked not to be called"))
    stop = rep.page.locator("dialog[open]")
    stop.last.get_by_role("button", name="Do not call", exact=True).click()
    expect(stop).to_have_count(0)


def test_a_sheet_goes_with_the_page_that_it_was_opened_on(rep: Rep) -> None:
    rep.goes("/prospects")
    expect(rep.heading("Prospects")).to_be_visible()
    rep.goes("/")
    rep.button(WHEN).click()
    expect(rep.page.get_by_role("dialog")).to_be_visible()
    rep.page.go_back()
    expect(rep.heading("Prospects")).to_be_visible()
    expect(rep.page.get_by_role("dialog")).to_have_count(0)
    assert reasons(rep) == ["Call back as agreed"]
