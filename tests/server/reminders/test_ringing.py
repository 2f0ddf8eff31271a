"""A promise that falls due rings, once, on the right device, with the right words."""

from __future__ import annotations

from tests.server.reminders.cast import Device, Team, ruth


def test_a_promise_rings_when_it_is_due_and_not_before(team: Team, rep: Device) -> None:
    rep.promises(minutes=30, prospect_id=ruth(rep), reason="Second attempt, early.")

    team.later(minutes=29)
    assert rep.pushes == []

    team.later(minutes=1)
    (push,) = rep.pushes
    assert push.title == "Call Ruth Delgado"
    assert push.body == "Due 09:30 in Denver · Delgado Bakery · Second attempt, early."
    assert (push.headers["urgency"], push.headers["ttl"]) == ("high", "86400")
