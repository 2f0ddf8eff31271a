"""A promise is a time on a wall clock: when the law sets the clocks otherwise, it falls due at another instant."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest
from tests.server.reminders.cast import Device, Team
from tests.server.reminders.test_claims import Waits

from ringback.domain.instants import written
from ringback.domain.wall_time import Zones, instant_of
from ringback.domain.work_hours import zone_or_none
from ringback.reminders.loop import RECKON_EVERY, Loop


def law(hours: float) -> Zones:
    """Denver's clocks as a new law has them, and all others as they were. Denver is seven hours behind in November."""

    def zones(name: str) -> tzinfo | None:
        return timezone(timedelta(hours=hours)) if name == "America/Denver" else zone_or_none(name)

    return zones


class HalfDays(Waits):
    """A machine that sleeps for half a day whenever there is nothing to do."""

    async def __call__(self, length: timedelta) -> None:
        await super().__call__(max(length, RECKON_EVERY / 2))


def starts(team: Team, newest: Callable[[], Zones], turns: int = 1) -> None:
    """The office opens, and its loop turns so often."""

    async def live() -> None:
        bell = team.bell()
        waits = Waits(team, turns) if turns == 1 else HalfDays(team, turns)
        async with bell.sender.wire:
            await Loop(bell, lambda: team.now, waits, newest).run()

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(live())


def kept(rep: Device, promise: str) -> tuple[str, str]:
    rep.phone.sync()
    row = rep.phone.row("follow_up", promise)
    return row["due"], row["wall"]


def test_a_promise_moves_with_its_clocks_and_rings_at_its_time_of_day(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=120)
    due, wall = kept(rep, promise)

    starts(team, lambda: law(-6))

    assert kept(rep, promise) == (written(datetime.fromisoformat(due) - timedelta(hours=1)), wall)
    team.later(minutes=59)
    assert rep.pushes == []
    team.later(minutes=1)
    assert len(rep.pushes) == 1


def test_an_office_that_is_open_for_long_hears_of_the_new_law_within_a_day(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=60 * 48)
    due, _ = kept(rep, promise)
    opened, laws = team.now, list[datetime]()

    def newest() -> Zones:
        laws.append(team.now)
        return law(-7 if team.now == opened else -8)

    starts(team, newest, turns=4)

    assert laws == [opened, opened + RECKON_EVERY]
    assert kept(rep, promise)[0] == written(datetime.fromisoformat(due) + timedelta(hours=1))


def test_what_has_rung_rings_again_only_if_its_time_is_still_to_come(team: Team, rep: Device) -> None:
    just_now, long_ago = rep.promises(minutes=-1), rep.promises(minutes=-300)
    team.turn()
    assert len(rep.pushes) == 2
    for push in rep.pushes:
        rep.confirms(push)

    starts(team, lambda: law(-8))
    team.later(minutes=58)
    assert len(rep.pushes) == 2
    team.later(minutes=2)

    assert [push.says["notification"]["data"]["follow_up"] for push in rep.pushes[2:]] == [just_now]
    assert long_ago != just_now


def test_the_same_zone_data_changes_nothing_on_any_phone(team: Team, rep: Device) -> None:
    rep.promises(minutes=120)
    rep.promises(minutes=120, zone="Mars/Olympus")
    before = team.sees("SELECT * FROM follow_ups")

    starts(team, lambda: zone_or_none)

    assert team.sees("SELECT * FROM follow_ups") == before


def test_a_phone_that_knows_a_law_before_the_office_does_is_believed(team: Team, rep: Device) -> None:
    due = written(team.now + timedelta(hours=2))
    promise = rep.promises(wall="2026-11-23T12:00", due=due)  # by a law that the office has not heard of

    starts(team, lambda: zone_or_none)
    assert kept(rep, promise)[0] == due
    starts(team, lambda: law(-6))
    assert kept(rep, promise)[0] == due


def test_what_came_before_the_office_reckoned_is_only_noted_at_first(team: Team, rep: Device) -> None:
    promise = rep.promises(minutes=120)
    due, _ = kept(rep, promise)
    team.desk.store.write(lambda db: db.execute("UPDATE follow_ups SET reckoned = ''")).result()

    starts(team, lambda: law(-8))
    assert kept(rep, promise)[0] == due
    starts(team, lambda: law(-7))
    assert kept(rep, promise)[0] == due
    starts(team, lambda: law(-6))
    assert kept(rep, promise)[0] == written(datetime.fromisoformat(due) - timedelta(hours=1))


def test_what_is_sent_once_more_after_it_has_moved_is_known(team: Team, rep: Device) -> None:
    due = written(team.now + timedelta(hours=2))
    promise = rep.promises(minutes=120)
    body = {name: rep.phone.row("follow_up", promise)[name] for name in FIELDS} | {"due": due}
    starts(team, lambda: law(-6))

    assert rep.phone.send("follow_up.add", body)["status"] == "merged"


FIELDS = ("id", "prospect_id", "call_id", "due", "wall", "zone", "reason", "supersedes")


@pytest.mark.parametrize(
    ("wall", "zone", "at"),
    [
        ("2026-03-08T02:30", "America/Denver", (2026, 3, 8, 9, 30)),  # skipped: 03:30 instead
        ("2026-11-01T01:30", "America/Denver", (2026, 11, 1, 7, 30)),  # twice: the first
        ("2026-10-04T02:15", "Australia/Lord_Howe", (2026, 10, 3, 15, 45)),  # half an hour is skipped
        ("2026-04-05T02:30", "Australia/Sydney", (2026, 4, 4, 15, 30)),
        ("2026-07-15T09:10", "Asia/Kolkata", (2026, 7, 15, 3, 40)),
        ("2026-07-15T09:10", "Asia/Kathmandu", (2026, 7, 15, 3, 25)),
    ],
)
def test_a_wall_time_is_an_instant_by_the_same_rules_as_on_the_phone(wall: str, zone: str, at: tuple[int, ...]) -> None:
    year, month, day, hour, minute = at
    assert instant_of(wall, zone) == datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(("wall", "zone"), [("2026-07-15T09:10", "Mars/Olympus"), ("0001-01-01T00:00", "Asia/Kolkata")])
def test_where_nobody_can_say_there_is_no_instant(wall: str, zone: str) -> None:
    assert instant_of(wall, zone) is None
