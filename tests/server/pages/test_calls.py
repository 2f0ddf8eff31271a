"""The call log as a lead reads it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from tests.server.cast import Phone, call, words_of


def log(lead: Phone, **asked: str) -> str:
    return words_of(lead.get("/office/calls", params=asked))


def test_an_empty_log_says_how_it_fills(lead: Phone) -> None:
    assert "No calls logged yet. They arrive by themselves" in log(lead)


def test_a_call_shows_who_when_what_and_the_exact_words(lead: Phone, rep: Phone) -> None:
    rep.sync([call(note="Ask for June.")])

    words = log(lead)

    assert "Mon 23 Nov 2026, 09:10 Chicago" in words
    assert "Sam Okafor Ruth Delgado Delgado Bakery (303) 555-0142 Left a message" in words
    assert "12 s Ask for June. The words Hi Ruth, this is Sam Okafor, 312 555 0117." in words


def test_a_message_that_was_rescued_says_so(lead: Phone, rep: Phone) -> None:
    rep.sync([call(flags=["rescued", "of-a-later-version"])])

    assert "Left a message Rescued" in log(lead)


def test_a_corrected_entry_stays_and_is_shown_as_such(lead: Phone, rep: Phone) -> None:
    slip = call()
    rep.sync([slip, call(replaces=slip["body"]["id"], outcome="gatekeeper")])

    words = log(lead)

    assert "Left a message Corrected later" in words
    assert "Gatekeeper Correction" in words


def test_an_entry_taken_back_stays_and_is_shown_as_such(lead: Phone, rep: Phone) -> None:
    slip = call()
    rep.sync([slip, call(replaces=slip["body"]["id"], void=True)])

    words = log(lead)

    assert "1 entry" in words
    assert "Left a message Taken back" in words


def test_a_message_that_was_answered_says_so(lead: Phone, rep: Phone) -> None:
    message = call()
    answer = call(direction="in", outcome="spoke", response="callback", credits=message["body"]["id"], script="")
    rep.sync([message, answer])

    words = log(lead)

    assert "Left a message Called back" in words
    assert "Rang back" in words


@pytest.mark.parametrize("outcome", ["", "left_message"])
def test_a_message_that_is_corrected_after_it_was_answered_keeps_its_answer(
    lead: Phone, rep: Phone, outcome: str
) -> None:
    message = call()
    answer = call(direction="in", outcome="spoke", response="callback", credits=message["body"]["id"])
    right = call(replaces=message["body"]["id"], note="Said two numbers.", made_at="2026-11-24T15:11:00.000Z")
    rep.sync([message, answer, right])
    assert "Left a message Called back Correction" in log(lead, **({"outcome": outcome} if outcome else {}))
    assert "Left a message Called back Correction" in log(lead, since="2026-11-24")

    rep.sync([takes_back(right)])
    assert "Left a message Called back" in log(lead)


def test_an_entry_stands_whatever_another_rep_says_of_it(lead: Phone, rep: Phone, another_rep: Phone) -> None:
    """Even what came before the entry itself, when nobody knew whose it would be."""
    message = call()
    another_rep.sync([call(replaces=message["body"]["id"], void=True), call(replaces=message["body"]["id"])])
    rep.sync([message])

    words = log(lead, rep=rep.member.id)

    assert "Left a message" in words
    assert "Taken back" not in words
    assert "Corrected later" not in words


def test_of_two_corrections_the_younger_stands_whichever_came_first(lead: Phone, rep: Phone) -> None:
    first = call()
    ids = sorted(str(uuid4()) for _ in range(2))
    older, younger = (
        call(replaces=first["body"]["id"], id=id_, outcome=outcome)
        for id_, outcome in zip(ids, ("gatekeeper", "busy"), strict=True)
    )
    rep.sync([first, younger, older])

    assert "Left a message Corrected later" in log(lead)
    assert "Gatekeeper Corrected later Correction" in log(lead)
    assert "Busy Correction" in log(lead)

    rep.sync([call(replaces=older["body"]["id"], outcome="spoke")])
    assert "Spoke Corrected later Correction" in log(lead)
    assert "Busy Correction" in log(lead)

    rep.sync([takes_back(younger)])
    assert "Spoke Correction" in log(lead)
    assert "Busy Taken back Correction" in log(lead)


def test_an_answer_that_was_taken_back_counts_no_more(lead: Phone, rep: Phone) -> None:
    message = call()
    answer = call(direction="in", outcome="spoke", response="callback", credits=message["body"]["id"])
    rep.sync([message, answer, call(replaces=answer["body"]["id"], void=True)])

    assert "Left a message Called back" not in log(lead)


def takes_back(entry: dict[str, Any]) -> dict[str, Any]:
    return call(replaces=entry["body"]["id"], void=True)


def test_a_correction_that_was_taken_back_lets_the_first_entry_stand_again(lead: Phone, rep: Phone) -> None:
    first = call()
    slip = call(replaces=first["body"]["id"], outcome="gatekeeper", made_at="2026-11-23T15:11:00.000Z")
    rep.sync([first, slip, takes_back(slip)])

    words = log(lead)

    assert "Gatekeeper Taken back Correction" in words
    assert "Corrected later" not in words


def test_of_several_corrections_one_that_stands_is_enough(lead: Phone, rep: Phone) -> None:
    first = call()
    slip, kept = (call(replaces=first["body"]["id"], outcome=outcome) for outcome in ("gatekeeper", "busy"))
    again = call(replaces=kept["body"]["id"], outcome="no_answer")
    rep.sync([first, slip, kept, takes_back(slip), again, takes_back(again)])

    assert "Left a message Corrected later" in log(lead)
    assert "Busy Correction" in log(lead)


def test_an_answer_that_was_taken_back_counts_no_more_where_the_log_is_narrowed(lead: Phone, rep: Phone) -> None:
    message = call()
    answers = [
        call(direction="in", outcome="spoke", response="callback", credits=message["body"]["id"]) for _ in range(2)
    ]
    rep.sync([message, *answers, takes_back(answers[0])])
    assert "Left a message Called back" in log(lead, outcome="left_message")

    rep.sync([takes_back(answers[1])])
    assert "Left a message" in log(lead, outcome="left_message")
    assert "Called back" not in log(lead, outcome="left_message")


def test_entries_that_replace_each_other_do_not_hold_up_the_log(lead: Phone, rep: Phone) -> None:
    one, other = call(), call()
    one["body"]["replaces"], other["body"]["replaces"] = other["body"]["id"], one["body"]["id"]
    rep.sync([one, other])

    assert "2 entries" in log(lead)


def test_the_log_is_narrowed_by_rep_outcome_and_days(lead: Phone, rep: Phone, another_rep: Phone) -> None:
    rep.sync([call(), call(outcome="busy", made_at="2026-11-20T15:00:00.000Z")])
    another_rep.sync([call(outcome="no_answer")])

    assert "1 entry" in log(lead, rep=another_rep.member.id)
    assert "1 entry" in log(lead, outcome="busy")
    assert "2 entries" in log(lead, since="2026-11-23")
    assert "1 entry" in log(lead, since="2026-11-20", until="2026-11-20")
    assert "No entry fits. Show all calls" in log(lead, outcome="meeting_booked")


def test_a_day_is_the_one_of_whoever_called(lead: Phone, rep: Phone) -> None:
    """Half past six in the evening in Chicago is the next day in UTC, and ten in the morning of it in Sydney."""
    rep.sync([call(made_at="2026-11-21T00:30:00.000Z", zone="America/Chicago")])
    rep.sync([call(made_at="2026-11-20T23:30:00.000Z", zone="Australia/Sydney", outcome="busy")])

    assert "1 entry" in log(lead, since="2026-11-20", until="2026-11-20")
    assert "Left a message" in log(lead, until="2026-11-20")
    assert "1 entry" in log(lead, since="2026-11-21", until="2026-11-21")
    assert "1 entry" in log(lead, since="2026-11-21")
    assert "Both days count, by the rep's own clock" in log(lead)


def test_what_is_not_a_day_or_a_page_narrows_nothing(lead: Phone, rep: Phone) -> None:
    rep.sync([call()])

    assert "1 entry" in log(lead, since="yesterday", page="-1")


@pytest.mark.parametrize(
    ("made_at", "zone", "shown"),
    [
        ("9999-12-31T23:59:59.000Z", "Asia/Tokyo", "Fri 31 Dec 9999, 23:59"),
        ("0001-01-01T00:00:00.000Z", "America/Chicago", "Mon 1 Jan 1, 00:00"),
    ],
    ids=["the last", "the first"],
)
def test_a_phone_whose_clock_is_at_the_end_of_time_does_not_shut_the_log(
    lead: Phone, rep: Phone, made_at: str, zone: str, shown: str
) -> None:
    rep.sync([call(), call(made_at=made_at, zone=zone)])

    assert shown in log(lead)
    assert "1 entry" in log(lead, since="2026-11-23", until="2026-11-23")
    assert "1 entry" in log(lead, since=made_at[:10], until=made_at[:10])


def test_the_first_and_the_last_day_narrow_nothing(lead: Phone, rep: Phone) -> None:
    rep.sync([call()])

    assert "1 entry" in log(lead, since="0001-01-01", until="9999-12-31")
    assert "No entry fits." in log(lead, since="9999-12-31")
    assert "No entry fits." in log(lead, until="0001-01-01")


def test_a_long_log_comes_page_by_page_newest_first(lead: Phone, rep: Phone) -> None:
    rep.sync([call(note=f"number {n:02}", made_at=f"2026-11-23T10:{n:02}:00.000Z") for n in range(55)])

    first, second = log(lead), log(lead, page="2")

    assert "Page 1 of 2" in first
    assert "number 54" in first
    assert "number 04" not in first
    assert "number 04" in second
    assert "number 05" not in second


def test_words_are_shown_as_they_are_and_never_as_markup(lead: Phone, rep: Phone) -> None:
    rep.sync([call(script="<img src=x onerror=alert(1)>", prospect_name="<b>Ruth</b>")])

    page = lead.get("/office/calls").text

    assert "<img src=x" not in page
    assert "<b>Ruth" not in page
