"""What a reminder says, and where its buttons lead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.server.reminders.cast import Device, Team, ruth

from ringback.domain.work_hours import zone_or_none
from ringback.reminders.message import Promise, when


def test_a_push_says_where_a_tap_and_each_button_lead(team: Team, rep: Device) -> None:
    prospect = ruth(rep)
    promise = rep.promises(prospect_id=prospect)
    team.turn()

    says = rep.pushes[0].says
    brief = f"https://ringback.example.com/#/brief/{prospect}?follow_up={promise}"
    shown = says["notification"]
    assert (says["web_push"], says["mutable"], says["app_badge"]) == (8030, True, 1)
    assert (shown["navigate"], shown["tag"]) == (brief, f"follow-up:{promise}")
    assert [(one["title"], one["navigate"]) for one in shown["actions"]] == [
        ("Call", f"{brief}&do=call"),
        ("Done", f"{brief}&do=done"),
        ("Remind me in an hour", f"{brief}&do=later"),
    ]
    assert shown["data"] == {
        "kind": "reminder",
        "token": rep.pushes[0].proof,
        "follow_up": promise,
        "prospect": prospect,
        "due": "2026-11-23T16:00:00.000Z",
    }


def test_a_prospect_who_must_not_be_called_is_named_so_and_has_no_button_to_call(team: Team, rep: Device) -> None:
    prospect = ruth(rep)
    rep.phone.send("prospect.block", {"id": prospect, "reason": "Asked us to stop."})
    rep.promises(prospect_id=prospect)

    team.turn()

    shown = rep.pushes[0].says["notification"]
    assert shown["title"] == "Do not call Ruth Delgado"
    assert [one["action"] for one in shown["actions"]] == ["done", "later"]


def test_a_prospect_who_was_deleted_is_not_named_and_has_no_button_to_call(team: Team, rep: Device) -> None:
    prospect = ruth(rep)
    rep.promises(prospect_id=prospect)
    rep.phone.sync()
    token = rep.phone.row("prospect", prospect)["token"]
    assert rep.phone.send("prospect.delete", {"id": prospect, "token": token})["status"] == "ok"

    team.turn()

    shown = rep.pushes[0].says["notification"]
    assert shown["title"] == "A promised callback"
    assert [one["action"] for one in shown["actions"]] == ["done", "later"]


def test_a_prospect_who_went_to_somebody_else_is_not_named(team: Team, rep: Device, another_rep: Device) -> None:
    prospect = ruth(rep)
    team.desk.assign(prospect, another_rep.phone)
    rep.promises(prospect_id=prospect)  # he had not heard of it

    team.turn()

    assert rep.pushes[0].title == "A promised callback"
    assert "Delgado" not in rep.pushes[0].body


def test_a_promise_to_a_prospect_who_went_to_somebody_else_rings_there(
    team: Team, rep: Device, another_rep: Device
) -> None:
    prospect = ruth(rep)
    rep.promises(30, prospect_id=prospect)
    team.desk.assign(prospect, another_rep.phone)

    team.desk.now += timedelta(minutes=30)
    team.turn()

    assert rep.pushes == []
    assert "Delgado" in another_rep.pushes[0].title


def test_the_badge_counts_what_is_due(team: Team, rep: Device) -> None:
    for minutes in (0, 0, 0, 60):
        rep.promises(minutes)

    team.turn()

    assert {push.says["app_badge"] for push in rep.pushes} == {3}


def test_a_reason_without_end_still_fits(team: Team, rep: Device) -> None:
    rep.promises(prospect_id=ruth(rep, last_name="Ö" * 4000, company="\n" * 4000), reason="ü" * 8000)

    team.turn()

    assert rep.pushes[0].title.startswith("Call Ruth ÖÖÖ")
    assert team.service.refused == []


@pytest.mark.parametrize(
    ("own", "theirs", "now", "due", "said"),
    [
        ("America/Los_Angeles", "", "2026-11-24T00:00:20", "2026-11-24T00:00", "Due 16:00"),
        ("America/Los_Angeles", "", "2026-11-24T07:59", "2026-11-23T23:30", "Was due 15:30"),
        ("America/Los_Angeles", "", "2026-11-24T08:05", "2026-11-24T07:30", "Was due Mon 23:30"),
        ("Pacific/Kiritimati", "", "2026-11-24T01:00", "2026-11-23T19:00", "Was due 09:00"),
        ("Pacific/Kiritimati", "", "2026-11-24T11:00", "2026-11-24T09:00", "Was due Tue 23:00"),
        ("Asia/Kolkata", "", "2026-11-23T18:40", "2026-11-23T18:20", "Was due Mon 23:50"),
        ("Australia/Lord_Howe", "", "2026-07-14T13:40", "2026-07-14T13:20", "Was due Tue 23:50"),
        ("", "Asia/Kolkata", "2026-11-24T00:30", "2026-11-23T19:00", "Was due 00:30 in Kolkata"),
        ("", "", "2026-11-24T00:30", "2026-11-23T19:00", "Was due"),
    ],
)
def test_a_day_is_named_when_it_is_another_on_the_reps_calendar_never_on_that_of_utc(
    own: str, theirs: str, now: str, due: str, said: str
) -> None:
    at, seen = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (due, now))
    zones = {"zone": zone_or_none(own), "place": zone_or_none(theirs)}
    promise = Promise("", "", name="", company="", reason="", due=at, **zones, blocked=False, gone=False, badge=1)

    assert when(promise, seen) == said
