"""The lead switches the coach's rules and sets their numbers; every phone hears of it."""

from __future__ import annotations

import json

import pytest
from tests.server.cast import Office, Phone, call, words_of

AS_USUAL = {"on:pitch": "on", "on:too_long": "on", "number:over_20": "24"}


def coach_on(phone: Phone) -> tuple[list[str], dict[str, int]]:
    (row,) = (row for row in phone.sync().rows if row.kind == "office")
    return row.coach.off, vars(row.coach.numbers) if hasattr(row.coach, "numbers") else {}


def test_every_rule_stands_with_its_advice_its_switch_and_its_numbers(lead: Phone) -> None:
    page = lead.get("/office/coach")

    assert "3 rules, none switched off." in words_of(page)
    assert "Selling on the machine It is deleted. Advice 0.12" in words_of(page)
    assert '<input type="checkbox" name="on:pitch" checked>' in page.text
    assert 'name="number:over_20" required min="20" max="40" value="24"' in page.text


def test_what_the_lead_switches_and_sets_reaches_every_phone(lead: Phone, rep: Phone) -> None:
    rep.sync()

    page = lead.sends("/office/coach", **{"on:too_long": "on", "number:over_20": "30"})

    assert "Saved. Every phone goes by it from its next sync on." in words_of(page)
    assert "3 rules, 1 switched off." in words_of(page)
    assert 'value="30"' in page.text
    assert coach_on(rep) == (["pitch"], {"over_20": 30})


def test_what_is_as_usual_is_not_sent_so_that_a_better_usual_can_come(lead: Phone, rep: Phone) -> None:
    lead.sends("/office/coach", **{"on:too_long": "on", "number:over_20": "30"})

    lead.sends("/office/coach", **AS_USUAL)

    assert coach_on(rep) == ([], {})


@pytest.mark.parametrize("number", ["19", "41", "-5", "2.5", "twenty", "9" * 40])
def test_a_number_that_makes_no_sense_is_refused_with_its_range(lead: Phone, office: Office, number: str) -> None:
    before = office.rows("SELECT counter, settings FROM offices")

    page = lead.sends("/office/coach", **{"on:pitch": "on", "number:over_20": number})

    assert page.status_code == 400
    assert "can be 20 to 40 seconds, not" in words_of(page)
    assert "Nothing was changed; what you chose is below." in words_of(page)
    assert f'value="{number}"' in page.text
    assert '<input type="checkbox" name="on:too_long">' in page.text, "what was chosen is still there"
    assert office.rows("SELECT counter, settings FROM offices") == before


def test_nobody_switches_off_what_must_always_be_said(lead: Phone, rep: Phone) -> None:
    lead.sends("/office/coach", **{"number:over_20": "24"})

    assert '<input type="checkbox" name="on:unfilled_field" checked disabled>' in lead.get("/office/coach").text
    assert coach_on(rep)[0] == ["pitch", "too_long"]


def test_holidays_and_rules_do_not_disturb_each_other(lead: Phone, rep: Phone) -> None:
    lead.sends("/office/coach", **{"on:too_long": "on", "number:over_20": "24"})
    lead.sends("/office/settings", name="Harbor Ovens", country="US", locale="en-US", holidays="2026-12-25")

    (row,) = (row for row in rep.sync().rows if row.kind == "office")
    assert (row.coach.off, row.holidays) == (["pitch"], ["2026-12-25"])


def test_what_a_rep_waved_through_stands_with_the_call(lead: Phone, rep: Phone) -> None:
    rep.sync([call(muted=["pitch", "a_newer_rule"], flags=["bullets"])])

    words = words_of(lead.get("/office/calls"))

    assert "12 s · in bullets" in words
    assert "The coach spoke up, and it was left: Selling on the machine, a newer rule" in words


def test_a_call_from_before_is_still_the_same_when_it_is_sent_again(rep: Phone, office: Office) -> None:
    """It was kept without the field; a phone that writes it empty means the same."""
    before = call()
    rep.sync([before])
    ((kept,),) = office.rows("SELECT body FROM calls")
    assert "muted" not in json.loads(kept)

    again = {**before, "body": before["body"] | {"muted": []}}
    (result,) = rep.sync([again]).results

    assert result.status != "quarantined"
