"""Unanswered messages are counted over all reps: who has the prospect holds what everybody said to them, and why."""

from __future__ import annotations

from tests.server.sync.cast import Desk, Phone, call, edits, new_id

MESSAGE = {"outcome": "left_message", "direction": "out", "channel": "phone"}


def reasons(phone: Phone, ruth: str) -> list[str]:
    """Of the messages to her that this phone holds, the earliest first."""
    held = [row for row in phone.shown("call") if row["prospect_id"] == ruth]
    return [row.get("reason", "") for row in sorted(held, key=lambda row: row["made_at"])]


def leaves(phone: Phone, ruth: str, at: str, reason: str) -> None:
    phone.send("call.add", call(prospect_id=ruth, made_at=at, reason=reason, **MESSAGE))


def test_whose_the_prospect_becomes_meets_every_reason_that_was_given(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    ruth = new_id()
    rep.send("prospect.edit", edits(ruth, first_name=("", "Ruth")))
    leaves(rep, ruth, "2026-11-03T10:00:00.000Z", "two trucks at your north gate")
    leaves(other_rep, ruth, "2026-11-10T10:00:00.000Z", "your talk on cold storage")
    rep.sync()
    assert reasons(rep, ruth) == ["two trucks at your north gate", "your talk on cold storage"]

    desk.assign(ruth, other_rep)
    leaves(rep, ruth, "2026-11-17T10:00:00.000Z", "the second shift")
    other_rep.sync()

    assert reasons(other_rep, ruth) == [
        "two trucks at your north gate",
        "your talk on cold storage",
        "the second shift",
    ]


def test_a_rep_never_meets_what_others_said_to_somebody_elses_prospect(rep: Phone, other_rep: Phone) -> None:
    ruth = new_id()
    rep.send("prospect.edit", edits(ruth, first_name=("", "Ruth")))
    leaves(rep, ruth, "2026-11-03T10:00:00.000Z", "two trucks at your north gate")
    other_rep.sync()

    assert reasons(other_rep, ruth) == []


def test_an_entry_of_a_phone_that_knows_no_reasons_is_the_same_entry_when_it_comes_again(rep: Phone) -> None:
    old = {name: value for name, value in call(**MESSAGE).items() if name != "reason"}
    rep.send("call.add", old)

    assert rep.send("call.add", old)["status"] == "merged"
    assert "reason" not in rep.row("call", old["id"])
