"""Two phones of one rep change one prospect where neither hears of the other: nothing is lost and both end equal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_promises import promises, states
from tests.browser.test_the_loop_without_signal import DANA

FIELDS = f"async (id) => (await {PHONE}.prospect(id)).fields"


@pytest.fixture
def tablet(rep: Rep, hires: Callable[[str], Rep], ledger: Ledger) -> Rep:
    """Rosa's second device, with the same prospect on it."""
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    second = hires(rep.name)
    second.opens()
    second.pairs()
    second.id_of("Dana Whitfield")
    assert len(ledger.devices()) == 2
    return second


def test_both_end_equal_and_the_losing_value_is_seen(rep: Rep, tablet: Rep, ledger: Ledger) -> None:
    for each in (rep, tablet):
        each.is_ready_for_no_signal()
        each.loses_signal()
    rep.edits_prospect("Dana", {"Company": "Mill Lane North", "E-mail": "dana@example.com"})
    tablet.edits_prospect("Dana", {"Company": "Mill Lane South"})
    rep.finds_signal()
    rep.is_up_to_date()
    tablet.finds_signal()
    tablet.is_up_to_date()
    rep.is_up_to_date()

    dana = tablet.id_of("Dana")
    kept = ledger.prospect("Whitfield")["fields"]
    assert kept["company"] == "Mill Lane South", "the later arrival wins"
    assert kept["email"] == "dana@example.com", "what only one of them touched stays"
    for each in (rep, tablet):
        each.waits_until(f"async (id) => (await ({FIELDS})(id)).company === 'Mill Lane South'", dana)
        assert each.page.evaluate(FIELDS, dana) == kept
        each.goes(f"/prospect/{dana}")
        expect(each.page.get_by_role("main")).to_contain_text("Mill Lane North")

    rep.button("Use").first.click()
    rep.has_sent_everything()
    ledger.wait_until(
        lambda: ledger.prospect("Whitfield")["fields"]["company"] == "Mill Lane North", "the lost value is put back"
    )

    tablet.goes(f"/prospect/{dana}/edit")
    expect(tablet.page.get_by_label("First name", exact=True)).to_be_visible()
    tablet.fills_in({"Note": "Ask for Ines"})
    rep.edits_prospect("Dana", {"E-mail": "whitfield@example.com"})
    rep.has_sent_everything()
    tablet.is_up_to_date()
    tablet.button("Save").click()
    tablet.has_sent_everything()
    ledger.wait_until(
        lambda: ledger.prospect("Whitfield")["fields"].get("note") == "Ask for Ines", "what was typed is kept"
    )
    email = ledger.prospect("Whitfield")["fields"]["email"]
    assert email == "whitfield@example.com", "a form that was open all the while puts nothing back"


def test_calls_of_both_stand_side_by_side(rep: Rep, tablet: Rep, ledger: Ledger) -> None:
    for each, outcome in ((rep, "Busy"), (tablet, "Spoke")):
        each.is_ready_for_no_signal()
        each.loses_signal()
        each.calls("Dana")
        each.logs(outcome)
    for each in (rep, tablet, rep):
        each.finds_signal()
        each.is_up_to_date()
    assert sorted(outcome for _, outcome in ledger.outcomes()) == ["busy", "spoke"]
    for each in (rep, tablet):
        each.sees_in_history("Dana", "Busy", "Spoke")


def test_a_promise_that_has_not_come_to_this_phone_yet_is_done_when_it_has(
    rep: Rep, tablet: Rep, ledger: Ledger
) -> None:
    dana = rep.id_of("Dana")
    made = promises(rep, "Dana", -5, "Send the price")
    rep.has_sent_everything()
    tablet.goes(f"/brief/{dana}?follow_up={made}&do=done")
    tablet.is_told("Done: Dana Whitfield.")
    tablet.has_sent_everything()
    assert ("Send the price", "done") in states(ledger)

    tablet.goes("/")
    tablet.goes(f"/brief/{dana}?follow_up={made[:-4]}0000&do=done")
    tablet.is_told("That promise is over already.")
