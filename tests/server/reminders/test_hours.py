"""Reminders keep to the hours that a rep has set, and to no others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.server.reminders.cast import Device, Team, ruth
from tests.server.sync.cast import call, edits


def works(rep: Device, **fields: str) -> None:
    rep.phone.send("profile.edit", {"edits": edits("", **{k: ("", v) for k, v in fields.items()})["edits"]})


def promises_on_a_friday(team: Team, rep: Device, hour: int, minutes: float) -> None:
    """By somebody who works from Monday to Friday, until half past five."""
    works(rep, zone="Europe/London", work_from="09:00", work_to="17:30", work_days="12345")
    team.desk.now = datetime(2026, 11, 27, hour, 0, tzinfo=UTC)
    rep.promises(minutes=minutes)


def test_outside_the_reps_work_hours_it_waits_until_he_begins(team: Team, rep: Device) -> None:
    works(rep, zone="America/Chicago", work_from="08:00", work_to="16:00")  # it is ten there
    rep.promises(minutes=7 * 60)

    team.later(hours=21, minutes=59)
    assert rep.pushes == []

    team.later(minutes=1)
    assert team.now == datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert rep.pushes[0].body.startswith("Was due Mon 17:00")


@pytest.mark.parametrize(
    ("now", "says"),
    [({"work_to": "19:00"}, "Due 10:01"), ({"zone": "America/Denver"}, "Due 09:01")],
    ids=["longer hours", "another zone"],
)
def test_what_waits_for_hours_that_he_changes_goes_by_the_new_ones_at_once(
    team: Team, rep: Device, now: dict[str, str], says: str
) -> None:
    works(rep, zone="America/Chicago", work_from="08:00", work_to="10:00")  # it is ten there, and nine in Denver
    rep.promises(minutes=1)
    team.later(minutes=2)
    assert rep.pushes == []

    works(rep, **now)
    team.turn()

    assert [push.body for push in rep.pushes] == [f"{says} · Second attempt, early."]


def test_hours_that_he_changes_hurry_no_reminder_that_has_rung(team: Team, rep: Device, tablet: Device) -> None:
    works(rep, zone="America/Chicago", work_from="08:00", work_to="19:00")
    rep.promises()
    team.later(minutes=9)

    works(rep, work_to="20:00")
    team.turn()
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 0)

    team.later(minutes=1)
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 1)


def test_hours_that_he_makes_longer_let_his_other_devices_ring_on_the_same_day(
    team: Team, rep: Device, tablet: Device
) -> None:
    works(rep, zone="America/Chicago", work_from="08:00", work_to="10:05")
    rep.promises()
    team.later(minutes=20)
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 0)

    works(rep, work_to="19:00")
    team.turn()
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 1)


def test_hours_that_he_changes_to_others_that_are_over_let_it_wait(team: Team, rep: Device) -> None:
    works(rep, zone="America/Chicago", work_from="08:00", work_to="10:00")
    rep.promises(minutes=1)
    team.later(minutes=2)

    works(rep, work_from="07:00", work_to="09:00")
    team.later(hours=20)
    assert rep.pushes == []

    team.later(hours=1)
    assert [push.body for push in rep.pushes] == ["Was due Mon 10:01 · Second attempt, early."]


def test_who_works_on_sunday_after_all_is_reminded_of_fridays_promise_then(team: Team, rep: Device) -> None:
    promises_on_a_friday(team, rep, 16, minutes=180)
    team.later(days=1, hours=19)

    works(rep, work_days="1234567")
    team.turn()

    assert [push.body for push in rep.pushes] == ["Was due Fri 19:00 · Second attempt, early."]


def test_hours_of_one_rep_ring_nobody_elses_promise(team: Team, rep: Device) -> None:
    other = team.hires("Ines Duarte")
    for device in (rep, other):
        works(device, zone="America/Chicago", work_from="08:00", work_to="10:00")
        device.promises(minutes=1)
    team.later(minutes=2)
    waits = team.sees("SELECT at FROM reminders ORDER BY follow_up_id")[1]

    works(rep, work_to="19:00")

    assert team.sees("SELECT at FROM reminders ORDER BY follow_up_id")[1] == waits


def test_a_promise_of_friday_night_rings_on_monday(team: Team, rep: Device) -> None:
    works(rep, zone="Europe/London", work_from="09:00", work_to="17:30")
    team.desk.now = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
    rep.promises(minutes=180)

    team.later(days=3)

    assert [push.body for push in rep.pushes] == ["Was due Fri 19:00 · Second attempt, early."]


def test_what_waited_for_monday_has_not_been_waiting_for_a_day(team: Team, rep: Device, tablet: Device) -> None:
    promises_on_a_friday(team, rep, 16, minutes=85)  # near the end of the week: nobody confirms in time

    team.later(days=3, hours=1, minutes=30)

    assert [push.body for push in rep.pushes] == ["Due 17:25 · Second attempt, early."]
    assert [push.body for push in tablet.pushes] == ["Was due Fri 17:25 · Second attempt, early."]


def test_what_could_not_be_sent_on_friday_evening_rings_on_monday(team: Team, rep: Device) -> None:
    promises_on_a_friday(team, rep, 17, minutes=25)

    team.desk.now += timedelta(minutes=45)  # the server was off
    team.later(days=3)

    assert [push.body for push in rep.pushes] == ["Was due Fri 17:25 · Second attempt, early."]


def test_on_monday_evening_it_is_too_late_for_fridays(team: Team, rep: Device) -> None:
    promises_on_a_friday(team, rep, 17, minutes=25)

    team.desk.now = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)  # the server was off all the time
    team.turn()

    assert rep.pushes == []


def test_where_he_works_does_not_change_when_a_prospect_of_long_ago_is_handed_over(
    team: Team, rep: Device, another_rep: Device
) -> None:
    works(rep, work_from="09:00")
    prospect = ruth(rep)
    rep.phone.send("call.add", call(zone="Asia/Kolkata", prospect_id=prospect))
    rep.phone.send("call.add", call(zone="America/Denver"))  # nine in the morning there
    team.desk.assign(prospect, another_rep.phone)
    rep.promises()

    team.turn()

    assert [push.body for push in rep.pushes] == ["Due 09:00 · Second attempt, early."]


def test_who_never_said_when_he_works_is_reminded_whenever_he_promised(team: Team, rep: Device) -> None:
    works(rep, zone="Asia/Kolkata")
    rep.promises()

    team.turn()

    assert [push.body for push in rep.pushes] == ["Due 21:30 · Second attempt, early."]


def test_without_a_zone_in_his_profile_he_works_where_he_last_logged_a_call(team: Team, rep: Device) -> None:
    works(rep, work_from="09:00")
    rep.phone.send("call.add", call(zone="Asia/Kolkata"))  # half past nine in the evening there
    rep.promises()

    team.turn()
    assert rep.pushes == []

    team.later(hours=12)
    assert [push.body for push in rep.pushes] == ["Was due Mon 21:30 · Second attempt, early."]
