"""A promise that falls due rings, once, on the right device."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.server.reminders.cast import Device, Team, ruth
from tests.server.sync.cast import follow_up

from ringback.domain.instants import written
from ringback.store import promises


def alarms(team: Team) -> list[tuple[str, str]]:
    return [
        (follow_up, why)
        for follow_up, why in team.sees("SELECT follow_up_id, why FROM reminders WHERE alarm_at IS NOT NULL")
    ]


def standing(team: Team) -> list[str]:
    """As the office's page has it, of each promise that is open."""
    with team.desk.store.reading() as db:
        return [one.standing(team.now) for one in promises.open_until(db, team.desk.office.id, team.now)]


def test_a_promise_rings_when_it_is_due_and_not_before(team: Team, rep: Device) -> None:
    rep.promises(minutes=30, prospect_id=ruth(rep), reason="Second attempt, early.")

    team.later(minutes=29)
    assert rep.pushes == []

    team.later(minutes=1)
    (push,) = rep.pushes
    assert push.title == "Call Ruth Delgado"
    assert push.body == "Due 09:30 in Denver · Delgado Bakery · Second attempt, early."
    assert (push.headers["urgency"], push.headers["ttl"]) == ("high", "86400")


def test_what_was_confirmed_rings_no_more(team: Team, rep: Device, tablet: Device) -> None:
    rep.promises()
    team.turn()

    assert rep.confirms(rep.pushes[0])
    team.later(hours=5)

    assert (len(rep.pushes), len(tablet.pushes), alarms(team)) == (1, 0, [])


def test_without_a_word_in_ten_minutes_the_other_devices_ring_and_then_the_office_is_told(
    team: Team, rep: Device, tablet: Device
) -> None:
    promise = rep.promises()

    team.later(minutes=9)
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 0)

    team.later(minutes=2)
    assert (len(rep.pushes), len(tablet.pushes), alarms(team)) == (1, 1, [])

    team.later(minutes=10)
    assert (len(rep.pushes), len(tablet.pushes)) == (1, 1)
    assert alarms(team) == [(promise, "No device has confirmed that it showed the reminder.")]


def test_a_late_confirmation_calms_the_office(team: Team, rep: Device) -> None:
    rep.promises()
    team.later(hours=1)
    assert len(alarms(team)) == 1

    rep.confirms(rep.pushes[0])

    assert alarms(team) == []


def test_an_armed_device_is_asked_before_one_that_was_never_proven(team: Team, rep: Device, tablet: Device) -> None:
    arm = "UPDATE subscriptions SET armed_at = made_at WHERE device_id = ?"
    team.desk.store.write(lambda db: db.execute(arm, [tablet.phone.device])).result()
    rep.promises()

    team.turn()

    assert (len(rep.pushes), len(tablet.pushes)) == (0, 1)


def test_a_rep_without_any_device_that_takes_pushes_turns_the_list_red(team: Team, rep: Device) -> None:
    rep.is_revoked()
    other = team.desk.phone(rep.phone.member)
    promise = Device(team, other, rep.browser).promises()

    team.later(minutes=20)

    assert rep.pushes == []
    assert alarms(team) == [(promise, "None of the rep's devices takes notifications.")]


@pytest.mark.parametrize("state", ["done", "cancelled"])
def test_what_was_closed_on_another_device_is_never_sent(team: Team, rep: Device, tablet: Device, state: str) -> None:
    promise = rep.promises(minutes=5)
    tablet.closes(promise, state)

    team.later(hours=3)

    assert team.service.got == []


def test_what_was_made_with_no_signal_and_done_on_another_phone_never_rings_twice(
    team: Team, rep: Device, tablet: Device
) -> None:
    phone, promise = rep.phone, follow_up(due=written(team.now + timedelta(minutes=5)))
    made = phone.write("follow_up.add", promise)
    team.later(minutes=30)
    phone.post(phone.request(made))  # its answer is lost on the way
    team.turn()
    assert len(rep.pushes) == 1

    tablet.closes(promise["id"])
    phone.sync(made)  # so it is sent once more
    team.later(hours=3)

    assert (len(rep.pushes), len(tablet.pushes), alarms(team)) == (1, 0, [])
    assert phone.row("follow_up", promise["id"])["state"] == "done"


def test_what_is_done_after_the_first_ring_does_not_ring_elsewhere(team: Team, rep: Device, tablet: Device) -> None:
    promise = rep.promises()
    team.turn()

    rep.closes(promise)
    team.later(hours=3)

    assert (len(rep.pushes), len(tablet.pushes), alarms(team)) == (1, 0, [])


def test_a_moved_promise_rings_at_its_new_time_only(team: Team, rep: Device) -> None:
    first = rep.promises(minutes=5)
    rep.promises(minutes=90, supersedes=first)

    team.later(hours=1)
    assert rep.pushes == []

    team.later(hours=1)
    assert len(rep.pushes) == 1


def test_a_revoked_device_gets_nothing_even_of_what_was_promised_on_it(team: Team, rep: Device, tablet: Device) -> None:
    rep.promises(minutes=5)
    rep.is_revoked()

    team.later(hours=3)

    assert (len(rep.pushes), len(tablet.pushes)) == (0, 1)


@pytest.mark.parametrize(
    "end",
    ["DELETE FROM sessions WHERE device_id = ?1", "UPDATE members SET removed_at = 'now' WHERE ?1 <> ''"],
    ids=["signed out", "gone from the office"],
)
def test_a_device_whose_session_ended_gets_nothing(team: Team, rep: Device, end: str) -> None:
    rep.promises(minutes=5)
    team.desk.store.write(lambda db: db.execute(end, [rep.phone.device])).result()

    team.later(hours=3)

    assert team.service.got == []


def test_nobody_hears_of_another_reps_promises(team: Team, rep: Device, another_rep: Device) -> None:
    rep.promises()

    team.later(hours=1)

    assert (len(rep.pushes), another_rep.pushes) == (1, [])


def test_remind_me_in_an_hour_rings_again_with_the_time_that_was_promised(team: Team, rep: Device) -> None:
    promise = rep.promises(prospect_id=ruth(rep))
    team.turn()
    rep.confirms(rep.pushes[0])
    assert rep.asks_later(promise, minutes=60) == "ok"

    team.later(minutes=59)
    assert len(rep.pushes) == 1

    team.later(minutes=1)
    assert rep.pushes[1].body.startswith("Was due 09:00 in Denver")
    assert rep.pushes[1].proof != rep.pushes[0].proof
    assert rep.phone.row("follow_up", promise)["due"] == "2026-11-23T16:00:00.000Z"
    assert rep.shows == ["Call Ruth Delgado"]


def test_taking_back_a_later_reminder_does_not_ring_what_is_overdue_at_once(team: Team, rep: Device) -> None:
    promise = rep.promises()
    team.turn()
    rep.confirms(rep.pushes[0])
    rep.asks_later(promise, minutes=60)

    assert rep.asks_no_more(promise) == "ok"
    team.later(hours=3)

    assert len(rep.pushes) == 1
    assert rep.phone.row("follow_up", promise)["remind_at"] is None
    assert standing(team) == ["shown"]
    rep.asks_later(promise, minutes=60)
    team.later(minutes=60)
    assert len(rep.pushes) == 2


def test_a_promise_that_comes_back_by_undo_when_it_is_overdue_does_not_ring_once_more(team: Team, rep: Device) -> None:
    promise = rep.promises()
    team.turn()
    rep.confirms(rep.pushes[0])
    rep.closes(promise)
    team.desk.later(minutes=5)

    again = rep.promises(minutes=-5, supersedes=promise, made_at=written(team.now))
    team.later(hours=1)

    assert len(rep.pushes) == 1
    assert rep.phone.row("follow_up", again)["state"] == "open"
    assert standing(team) == ["shown"]


def test_what_was_promised_with_no_signal_rings_however_late_it_arrives(team: Team, rep: Device) -> None:
    rep.promises(minutes=-90, made_at=written(team.now - timedelta(minutes=120)))

    team.turn()

    assert len(rep.pushes) == 1


def test_taking_it_back_before_it_is_due_leaves_the_reminder_at_its_time(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=30)
    rep.asks_later(promise, minutes=60)
    rep.asks_no_more(promise)

    team.later(minutes=29)
    assert rep.pushes == []
    team.later(minutes=1)
    assert len(rep.pushes) == 1


def test_what_is_done_is_not_reminded_of_again(team: Team, rep: Device) -> None:
    promise = rep.promises()
    rep.closes(promise)

    assert rep.asks_later(promise, minutes=60) == "merged"
    team.later(hours=3)
    assert team.service.got == []


def test_nobody_puts_off_another_reps_reminder(rep: Device, another_rep: Device) -> None:
    assert another_rep.asks_later(rep.promises(minutes=5), minutes=60) == "quarantined"


def test_after_a_pause_of_hours_it_rings_with_its_own_time(team: Team, rep: Device) -> None:
    """The server was off."""
    rep.promises(minutes=5)

    team.desk.now += timedelta(hours=4)
    team.turn()

    assert rep.pushes[0].body.startswith("Was due 09:05 in Denver")


def test_after_more_than_a_day_it_does_not_ring_but_stands_red(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=5)

    team.desk.now += timedelta(hours=25)
    team.turn()

    assert rep.pushes == []
    assert alarms(team) == [(promise, "For a whole day the reminder could not be sent.")]


def test_a_reminder_before_its_time_leaves_the_promise_to_ring_when_it_is_due(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=3 * 24 * 60)
    rep.asks_later(promise, minutes=60)
    team.later(minutes=60)
    assert rep.confirms(rep.pushes[0])

    team.later(minutes=3 * 24 * 60 - 61)
    assert len(rep.pushes) == 1

    team.later(minutes=1)
    assert [push.body.split(" in ")[0] for push in rep.pushes] == ["Due Thu 09:00", "Due 09:00"]


def test_a_reminder_before_its_time_that_nobody_saw_is_no_alarm_of_the_office(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=3 * 24 * 60)
    rep.asks_later(promise, minutes=60)

    team.later(hours=2)
    assert (len(rep.pushes), alarms(team)) == (1, [])

    team.later(hours=3 * 24)
    assert (len(rep.pushes), len(alarms(team))) == (2, 1)
