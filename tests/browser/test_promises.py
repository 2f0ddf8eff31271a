"""Promises: reminded of later or moved, kept for a good slot, put into a calendar, and never out of sight."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.ledger import Ledger
from tests.browser.rep import FILLINGS, PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA, OMAR
from tests.server.routes.ics import Component, read

PROMISES = f"""
  async ([prospect_id, minutes, reason]) => {{
    const due = new Date(Math.floor(Date.now() / 60_000 + minutes) * 60_000).toISOString()
    const wall = due.slice(0, 16)
    const rest = {{ call_id: null, supersedes: null }}
    return {PHONE}.addFollowUp({{ prospect_id, due, wall, zone: 'UTC', reason, ...rest }})
  }}
"""
OPEN = (
    f"async (id) => (await {PHONE}.followUps(id)).map(({{ reason, due, remind_at }}) => ({{ reason, due, remind_at }}))"
)
WHEN = re.compile("Later, or another time")


@pytest.fixture
def rep(rep: Rep) -> Rep:
    """With two prospects, one of whom was promised a call an hour ago."""
    rep.adds_prospect(DANA | {"E-mail": "dana@example.com"})
    rep.adds_prospect(OMAR)
    promises(rep, "Dana", -60, "Call back as agreed")
    rep.has_sent_everything()
    rep.goes("/")
    return rep


@pytest.fixture
def tablet(rep: Rep, hires: Callable[[str], Rep]) -> Rep:
    """Rosa's second device, with the same promise on it."""
    second = hires(rep.name)
    second.opens()
    second.pairs()
    second.waits_until(f"async () => (await {PHONE}.dueFollowUps('9999')).length > 0")
    return second


def promises(rep: Rep, name: str, minutes: int, reason: str) -> str:
    return str(rep.page.evaluate(PROMISES, [rep.id_of(name), minutes, reason]))


def states(ledger: Ledger) -> list[tuple[str, str]]:
    return [(row["reason"], row["state"]) for row in ledger.rows("SELECT * FROM follow_ups ORDER BY made_at, id")]


def test_a_reminder_for_later_leaves_the_promise_where_it_is(rep: Rep, tablet: Rep, ledger: Ledger) -> None:
    rep.button(WHEN).click()
    sheet = rep.page.get_by_role("dialog")
    expect(sheet.get_by_role("heading", name="Remind me later")).to_be_visible()
    expect(sheet.get_by_role("heading", name="Move the promise")).to_be_visible()
    sheet.get_by_role("button", name="In an hour").click()
    rep.is_told("The promise stays")
    row = rep.page.locator(".row.due")
    expect(row).to_contain_text("Reminder")
    rep.button("Undo").click()
    expect(row).not_to_contain_text("Reminder")
    rep.has_sent_everything()
    assert [kept["remind_at"] for kept in ledger.rows("SELECT * FROM follow_ups")] == [None]

    rep.button(WHEN).click()
    sheet.get_by_role("button", name="In an hour").click()
    expect(row).to_contain_text("late")
    expect(row).to_contain_text("Reminder")
    rep.has_sent_everything()
    (kept,) = ledger.rows("SELECT * FROM follow_ups")
    assert kept["state"] == "open"
    assert kept["remind_at"] > kept["due"]

    tablet.is_up_to_date()
    tablet.goes("/")
    expect(tablet.page.locator(".row.due")).to_contain_text("Reminder")


def test_a_moved_promise_has_a_new_time_on_every_device(rep: Rep, tablet: Rep, ledger: Ledger) -> None:
    dana = rep.id_of("Dana")
    rep.goes(f"/brief/{dana}")
    rep.button("Move the promise").click()
    rep.page.get_by_role("dialog").get_by_role("button", name="Next good slot").click()
    rep.is_told("Moved")
    rep.has_sent_everything()
    assert sorted(state for _, state in states(ledger)) == ["moved", "open"]
    tablet.is_up_to_date()
    assert tablet.page.evaluate(OPEN, dana) == rep.page.evaluate(OPEN, dana)

    rep.button("Undo").click()
    ledger.wait_until(
        lambda: sorted(state for _, state in states(ledger)) == ["moved", "moved", "open"], "the earlier time is back"
    )
    rep.waits_until(f"async (id) => (await ({OPEN})(id))[0].due < new Date().toISOString()", dana)


def test_a_time_that_has_passed_cannot_be_promised(rep: Rep) -> None:
    rep.button(WHEN).click()
    sheet = rep.page.get_by_role("dialog")
    sheet.get_by_role("button", name="Pick a time").click()
    sheet.get_by_label(re.compile("^Day and time")).fill("2020-01-01T09:00")
    expect(sheet).to_contain_text("That has passed already.")
    expect(sheet.get_by_role("button", name="Move", exact=True)).to_have_attribute("aria-disabled", "true")


def test_a_call_logged_on_one_phone_ends_its_promise_on_the_other(rep: Rep, tablet: Rep) -> None:
    promises(rep, "Dana", 60 * 24 * 20, "Next quarter")
    dana = rep.id_of("Dana")
    rep.calls("Dana")
    rep.logs("Left message")
    rep.has_sent_everything()
    tablet.is_up_to_date()
    left = [one["reason"] for one in tablet.page.evaluate(OPEN, dana)]
    assert "Call back as agreed" not in left
    assert "Next quarter" in left, "another promise stays"


def test_they_ring_back_and_the_further_tries_are_over(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Omar")
    rep.logs("Left message")
    rep.goes(f"/brief/{rep.id_of('Omar')}")
    rep.button("They rang back").click()
    rep.is_told("Logged: they rang back")
    rep.has_sent_everything()
    assert ("Try again if there is no callback", "done") in states(ledger)


def test_a_prepared_card_waits_for_its_slot_and_today_leads_back_to_it(rep: Rep, ledger: Ledger) -> None:
    omar = rep.id_of("Omar")
    rep.goes(f"/prepare/{omar}")
    rep.fills_the_gaps()
    rep.button(re.compile("^Keep it for")).click()
    rep.is_told("Kept for")
    expect(rep.heading("Today")).to_be_visible()
    rep.has_sent_everything()
    assert ("Call: the message is prepared", "open") in states(ledger)
    assert not ledger.prospect("Reyes")["fields"].get("rank"), "off the call list till then"

    rep.button("Undo").click()
    expect(rep.page.locator("rb-prepare .script")).to_contain_text(FILLINGS)
    cancelled = ("Call: the message is prepared", "cancelled")
    ledger.wait_until(lambda: cancelled in states(ledger), "the office hears that it is not kept")
    assert ledger.prospect("Reyes")["fields"].get("rank")

    promises(rep, "Omar", -5, "Try again")
    rep.goes("/")
    rep.page.get_by_role("link", name="Omar Reyes").first.click()
    expect(rep.page.locator("rb-prepare .script")).to_contain_text(FILLINGS)


def test_the_card_that_was_kept_stays_until_it_is_read_and_is_done_then(rep: Rep, ledger: Ledger) -> None:
    omar = rep.id_of("Omar")
    rep.goes(f"/prepare/{omar}")
    rep.fills_the_gaps()
    rep.button(re.compile("^Keep it for")).click()
    rep.is_told("Kept for")
    rep.prepares("Omar")
    rep.calls("Omar")
    rep.logs("No answer")
    rep.goes(f"/prepare/{omar}")
    expect(rep.page.locator("rb-prepare .script")).to_contain_text(FILLINGS)
    rep.prepares("Omar")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.has_sent_everything()
    assert states(ledger)[1:3] == [("Call: the message is prepared", "moved"), ("Try again", "done")]


def event_from(rep: Rep, button: Locator) -> Component:
    with rep.page.expect_download() as coming:
        button.click()
    assert coming.value.suggested_filename == "call-dana-whitfield.ics"
    (event,) = read(Path(coming.value.path()).read_bytes()).all("VEVENT")
    return event


def test_a_promise_goes_into_a_calendar_with_no_signal_and_moves_there_too(rep: Rep) -> None:
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.goes(f"/brief/{rep.id_of('Dana')}")
    first = event_from(rep, rep.button("Calendar"))
    assert first.properties["SUMMARY"] == "Call Dana Whitfield"
    assert first.properties["SEQUENCE"] == "0"
    rep.button("Move the promise").click()
    rep.page.get_by_role("dialog").get_by_role("button", name="Next good slot").click()
    rep.is_told("Moved")
    moved = event_from(rep, rep.page.get_by_role("status").get_by_role("button", name="Calendar"))
    assert (moved.properties["UID"], moved.properties["SEQUENCE"]) == (first.properties["UID"], "1")
    assert moved.start > first.start


def test_after_a_message_its_promise_and_its_drafts_are_one_tap_away(rep: Rep) -> None:
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    word = rep.page.get_by_role("status")
    mail = urlsplit(str(word.get_by_role("link", name="E-mail").get_attribute("href")))
    assert (mail.scheme, mail.path) == ("mailto", "dana@example.com")
    said = parse_qs(mail.query)
    assert FILLINGS in said["subject"][0]
    assert said["body"][0].startswith("Hi Dana,\r\n")
    assert "[" not in said["body"][0] + said["subject"][0], "no gap is ever sent"
    text = urlsplit(str(word.get_by_role("link", name="Text").get_attribute("href")))
    assert (text.scheme, text.path) == ("sms", "+12125550142")
    assert "Hi Dana, this is Rosa Vale from Vale Supply." in parse_qs(text.query)["body"][0]
    assert (
        event_from(rep, rep.button("Calendar"))
        .properties["DESCRIPTION"]
        .startswith("Try again if there is no callback")
    )


def test_no_promise_goes_out_of_sight_however_many_there_are_and_at_midnight_the_next_days_come_up(rep: Rep) -> None:
    omar = rep.id_of("Omar")
    rep.is_ready_for_no_signal()
    promises(rep, "Dana", 60 * 24, "For tomorrow")
    rep.page.clock.install()
    rep.page.evaluate(
        f"async (id) => {{ for (let n = 1; n <= 60; n += 1) await ({PROMISES})([id, -n, `Late ${{n}}`]) }}", omar
    )
    rep.goes("/prospects")
    rep.goes("/")
    rep.button("Show all 61").click()
    expect(rep.page.locator(".row.due")).to_have_count(61)
    rep.has_sent_everything()
    rep.loses_signal()
    rep.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=1))
    rep.page.clock.fast_forward(30_000)
    expect(rep.page.locator(".row.due", has_text="For tomorrow")).to_be_visible()


BADGES = """
  globalThis.badges = []
  navigator.setAppBadge = async (count) => void badges.push(count)
  navigator.clearAppBadge = async () => void badges.push(0)
"""


def test_the_icon_counts_what_is_due_and_is_clear_when_nothing_is(rep: Rep) -> None:
    promises(rep, "Omar", 300, "Not yet")
    rep.closes()
    rep.opens(script=BADGES)
    rep.waits_until("() => badges.at(-1) === 1")
    rep.button("Done: Dana Whitfield").click()
    rep.waits_until("() => badges.at(-1) === 0")
    rep.button("Undo").click()
    rep.waits_until("() => badges.at(-1) === 1")


OLD_LAW = """
  async (id) => {
    const { name } = (await indexedDB.databases()).find(({ name }) => name.endsWith('-rows'))
    const got = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)))
    const db = await got(indexedDB.open(name))
    const store = db.transaction('follow_ups', 'readwrite').objectStore('follow_ups')
    const kept = await got(store.get(id))
    kept.due = '2026-07-15T03:10:00.000Z'
    const written = new Promise((done) => (store.transaction.oncomplete = done))
    store.put(kept)
    await written
    db.close()
  }
"""
PROMISED_IN_DELHI = f"""
  (prospect_id) => {PHONE}.addFollowUp({{
    prospect_id, call_id: null, supersedes: null, reason: 'Delhi',
    due: '2026-07-15T03:40:00.000Z', wall: '2026-07-15T09:10', zone: 'Asia/Kolkata',
  }})
"""


def test_when_zone_data_changes_a_promise_keeps_its_time_of_day(rep: Rep) -> None:
    omar = rep.id_of("Omar")
    promise = rep.page.evaluate(PROMISED_IN_DELHI, omar)
    rep.is_up_to_date()
    rep.page.evaluate(f"() => {PHONE}.syncNow()")
    rep.page.evaluate(OLD_LAW, promise)
    rep.page.reload()
    rep.waits_until(f"async (id) => (await ({OPEN})(id))[0].due === '2026-07-15T03:40:00.000Z'", omar)
