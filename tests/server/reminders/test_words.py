"""What a reminder says, and where its buttons lead."""

from __future__ import annotations

from tests.server.reminders.cast import Device, Team, ruth


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


def test_a_prospect_who_went_to_somebody_else_is_not_named(team: Team, rep: Device, another_rep: Device) -> None:
    prospect = ruth(rep)
    rep.promises(prospect_id=prospect)
    team.desk.assign(prospect, another_rep.phone)

    team.turn()

    assert rep.pushes[0].title == "A promised callback"
    assert "Delgado" not in rep.pushes[0].body


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
