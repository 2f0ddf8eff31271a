"""A phone without an office works, sends everything once it has one, and lets nobody leave with entries unsent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA


def test_a_phone_without_an_office_keeps_everything_and_sends_it_later(
    hires: Callable[[str], Rep], ledger: Ledger
) -> None:
    rep = hires("Rosa Vale")
    rep.opens()
    rep.adds_prospect(DANA)
    rep.calls("Dana")
    rep.logs("Left message")
    rep.closes()
    rep.opens()
    rep.sees_in_history("Dana", "Left message")
    assert ledger.prospects() == []

    rep.pairs()
    rep.has_sent_everything()
    assert ledger.outcomes() == [("Dana Whitfield", "left_message")]
    assert ledger.prospect("Whitfield")["fields"]["company"] == DANA["Company"]
    (member,) = ledger.rows("SELECT id FROM members WHERE name = 'Rosa Vale'")
    assert ledger.prospect("Whitfield")["owner_id"] == member["id"], "what was hers alone is hers in the office"
    ledger.holds_every_number_once()


def test_who_comes_back_on_another_day_keeps_a_card_for_no_time_that_has_passed(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    rosa.opens()
    rosa.page.clock.install()
    rosa.adds_prospect(DANA)
    rosa.goes(f"/prepare/{rosa.id_of('Dana')}")
    expect(rosa.button(re.compile("^Keep it for"))).to_be_visible()
    rosa.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=30))
    rosa.page.evaluate(f"() => {{ {PHONE}.promises.taken = async () => {{ globalThis.again = true; return [] }} }}")
    rosa.comes_back_to_the_app()
    rosa.waits_until("() => globalThis.again")
    rosa.button(re.compile("^Keep it for")).click()
    rosa.is_told("Kept for")
    due = f"(await {PHONE}.dueFollowUps('9999')).map((each) => each.followUp.due)"
    rosa.waits_until(f"async () => {due}.every((at) => Date.parse(at) > Date.now())")


def test_a_number_is_read_as_in_the_country_that_was_just_chosen(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    rosa.opens("/#/settings")
    rosa.page.get_by_label("Numbers without a country code are from").select_option("United Kingdom")
    rosa.page.get_by_label("Number to call back").fill("0116 496 0123 ext 4")
    rosa.page.get_by_label("Number to call back").blur()
    rosa.reads("Kept without the extension 4")
    rosa.waits_until(f"async () => (await {PHONE}.profile()).number === '+441164960123'")


def test_signing_out_waits_for_what_waits(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.calls("Dana")
    rep.logs("Spoke")
    rep.goes("/settings")
    rep.button(re.compile("^Sign out")).click()
    asked = rep.page.get_by_role("dialog")
    expect(asked).to_contain_text(re.compile("wait|not sent|unsent"))
    asked.get_by_role("button").first.click()
    assert rep.waiting() > 0
    assert rep.status("paired") is not None, "nobody was signed out"
    rep.finds_signal()
    rep.has_sent_everything()
    assert ledger.outcomes() == [("Dana Whitfield", "spoke")]


def test_the_rescue_file_brings_everything_to_the_office_once(
    hires: Callable[[str], Rep], ledger: Ledger, lead: Lead, tmp_path: Path
) -> None:
    rep = hires("Rosa Vale")
    rep.opens()
    rep.pairs()
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.adds_prospect(DANA)
    rep.calls("Dana")
    rep.logs("Left message")
    rep.goes("/settings")
    with rep.page.expect_download() as saved:
        rep.button(re.compile("rescue", re.IGNORECASE)).first.click()
    file = tmp_path / "rescue.json"
    saved.value.save_as(file)
    assert json.loads(file.read_text())["ringback_rescue"] == 1

    for _ in ("once", "twice"):
        lead.takes_in_rescue_file(file)
        assert ledger.outcomes() == [("Dana Whitfield", "left_message")]
        assert len(ledger.prospects()) == 1
    rep.finds_signal()
    rep.has_sent_everything()
    assert ledger.outcomes() == [("Dana Whitfield", "left_message")], "the phone's own sending doubles nothing either"
