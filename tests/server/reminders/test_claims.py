"""At least once across crashes, never twice in quiet weather, and one bad row in nobody's way."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlite_utils import Database
from tests.server.reminders.cast import Device, Team
from tests.server.reminders.push_service import Says

from ringback.reminders.loop import AFTER_TROUBLE, LOOK_AGAIN, Loop
from ringback.reminders.message import Message
from ringback.reminders.ring import Bell, told
from ringback.store import reminders
from ringback.store.database import Store
from ringback.store.situations import Situation


def claims(team: Team) -> reminders.Claimed | None:
    office, now = team.desk.office.id, team.now
    return team.desk.store.write(lambda db: reminders.claim(db, office, now)).result()


def runs_sql(team: Team, sql: str, *given: object) -> None:
    team.desk.store.write(lambda db: db.execute(sql, given)).result()


def words(found: Situation, held: reminders.Claimed, team: Team) -> Message:
    token = next(iter(found.sent.values())).token
    return told(found, held.follow_up_id, token, "https://ringback.example.com", team.now)


def test_what_one_has_claimed_nobody_else_can_until_the_lease_is_over(team: Team, rep: Device) -> None:
    rep.promises()

    first, second = claims(team), claims(team)
    assert (first is None, second is None) == (False, True)

    team.desk.now += reminders.LEASE
    assert claims(team) is not None


def test_who_lives_keeps_what_he_has_claimed_and_who_is_dead_does_not(team: Team, rep: Device) -> None:
    rep.promises()
    alive = claims(team)
    assert alive
    for _ in range(5):
        team.desk.now += reminders.LEASE / 2
        team.desk.store.write(lambda db: reminders.renew(db, alive, team.now)).result()
        assert claims(team) is None

    team.desk.now += reminders.LEASE
    assert claims(team)
    team.desk.store.write(lambda db: reminders.renew(db, alive, team.now + reminders.LEASE)).result()
    assert team.next_at() == team.now + reminders.LEASE, "another holds it now"


def test_a_reminder_that_takes_longer_than_a_lease_goes_out_once(team: Team, rep: Device) -> None:
    rep.promises()
    team.service.takes_seconds = lambda: 1
    begin, began = team.now, time.monotonic()

    def fast() -> datetime:
        return begin + 30 * timedelta(seconds=time.monotonic() - began)

    async def one_rings_and_another_looks_when_the_first_lease_is_over() -> None:
        bell = replace(team.bell(), clock=fast, renews=0.05)
        async with bell.sender.wire:
            ringing = asyncio.create_task(Loop(bell, fast).turn())
            while not rep.pushes or fast() < begin + 2 * reminders.LEASE:  # noqa: ASYNC110 - no event tells of it
                await asyncio.sleep(0.01)
            assert not ringing.done()
            await Loop(bell, fast).turn()
            await ringing

    asyncio.run(one_rings_and_another_looks_when_the_first_lease_is_over())

    assert len(rep.pushes) == 1


def test_several_loops_on_one_file_send_each_reminder_once(team: Team, rep: Device) -> None:
    for minute in range(60):
        rep.promises(-minute / 10)
    other = Store.open(team.desk.folder)

    async def both() -> None:
        bells = [Bell(store, team.desk.office.id, team.sender(), "https://x.example", lambda: team.now)
                 for store in (team.desk.store, other, other)]  # fmt: skip
        loops = [Loop(bell, lambda: team.now) for bell in bells]
        for bell in bells:
            await bell.sender.wire.__aenter__()
        await asyncio.gather(*(loop.turn() for loop in loops))
        for bell in bells:
            await bell.sender.wire.__aexit__(None, None, None)

    with other:
        asyncio.run(both())

    assert len(rep.pushes) == 60
    assert len(rep.shows) == 60


def test_after_a_crash_between_sending_and_recording_it_goes_again_and_the_device_shows_one(
    team: Team, rep: Device
) -> None:
    rep.promises()
    held = claims(team)
    assert held
    bell = team.bell()

    async def sends_and_dies() -> None:
        async with bell.sender.wire:
            found = bell.look(held)
            assert found
            await bell.sender.send(found.legs[0].subscription, words(found, held, team), team.now)

    asyncio.run(sends_and_dies())
    team.later(minutes=1)

    assert [push.proof for push in rep.pushes] == [rep.pushes[0].proof] * 2
    assert {push.headers["topic"] for push in rep.pushes} == {rep.pushes[0].headers["topic"]}
    assert len(rep.shows) == 1


def test_what_is_done_while_the_others_are_rung_goes_to_no_further_one(team: Team, rep: Device) -> None:
    others = [team.device(rep.phone.member) for _ in range(2)]
    rep.is_seen()
    promise = rep.promises()
    team.turn()

    def closes_before_the_answer() -> float:
        runs_sql(team, "UPDATE follow_ups SET state = 'done' WHERE id = ?", promise)
        return 0

    team.service.takes_seconds = closes_before_the_answer
    team.later(minutes=30)

    assert sorted(len(other.pushes) for other in others) == [0, 1]


def test_who_comes_late_with_his_record_changes_nothing(team: Team, rep: Device) -> None:
    """The device has confirmed meanwhile, or another process has taken over."""
    promise = rep.promises()
    late, device = claims(team), rep.phone.device
    assert late
    team.desk.now += reminders.LEASE
    team.turn()
    rep.confirms(rep.pushes[0])

    def records(db: Database) -> None:
        reminders.delivered(db, late, device, done="failed", sentence="Too late.", now=team.now)
        reminders.settle(db, late, at=team.now, wave=0, why="Too late.")

    team.desk.store.write(records).result()

    assert team.sees("SELECT at, why FROM reminders") == [(None, "")]
    team.later(hours=1)
    assert team.sees("SELECT done, sentence FROM deliveries WHERE follow_up_id = ?", promise) == [
        ("accepted", "The push service has accepted it.")
    ]
    assert len(rep.pushes) == 1


def test_a_row_that_breaks_is_put_off_and_the_others_ring(team: Team, rep: Device, another_rep: Device) -> None:
    another_rep.promises(-1)
    rep.promises()
    runs_sql(team, "UPDATE members SET profile = '[1]' WHERE id = ?", another_rep.phone.member.id)

    team.turn()

    assert (len(rep.pushes), len(another_rep.pushes)) == (1, 0)
    assert team.sees("SELECT why, failures FROM reminders WHERE failures > 0") == [
        ("Something went wrong in the office: ValidationError.", 1)
    ]
    runs_sql(team, "UPDATE members SET profile = '{}'")
    team.later(seconds=30)
    assert len(another_rep.pushes) == 1


def test_a_row_whose_holders_all_die_is_met_less_and_less_often(team: Team, rep: Device) -> None:
    rep.promises()
    waits = []
    for _ in range(7):
        assert claims(team)
        next_at = team.next_at()
        assert next_at
        waits.append((next_at - team.now).total_seconds())
        team.desk.now = next_at

    assert waits == [10, 10, 10, 30, 60, 120, 120]


def test_what_its_holder_died_with_comes_after_what_nobody_has_tried(team: Team, rep: Device) -> None:
    rep.promises(-60)
    died = claims(team)
    fresh = rep.promises()
    team.desk.now += reminders.LEASE

    first, then = claims(team), claims(team)

    assert died
    assert first
    assert then
    assert [first.follow_up_id, then.follow_up_id] == [fresh, died.follow_up_id]


def test_a_slow_service_holds_up_its_own_reminders_only(team: Team, rep: Device, another_rep: Device) -> None:
    team.timeout = 1
    team.service.always[rep.browser.token] = Says(silent=True)
    for _ in range(5):
        rep.promises()
    for _ in range(40):
        another_rep.promises()

    team.turn()

    assert len(another_rep.pushes) == 40


class Waits:
    """A clock's wait: the time passes at once, until it is enough."""

    def __init__(self, team: Team, turns: int) -> None:
        self.team, self.turns, self.lengths = team, turns, list[timedelta]()

    async def __call__(self, length: timedelta) -> None:
        self.lengths.append(length)
        self.team.desk.now += length
        if len(self.lengths) == self.turns:
            raise asyncio.CancelledError


def runs(team: Team, turns: int, **other: Any) -> Waits:  # noqa: ANN401 - parts of a bell
    """The loop itself, for so many turns."""
    waits = Waits(team, turns)

    async def live() -> None:
        bell = team.bell()
        async with bell.sender.wire:
            await Loop(Bell(**{**vars(bell), **other}), lambda: team.now, waits).run()

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(live())
    return waits


def test_the_loop_sleeps_until_the_next_reminder_is_due(team: Team, rep: Device) -> None:
    rep.promises(minutes=1 / 60)

    assert runs(team, 2).lengths == [timedelta(seconds=1), LOOK_AGAIN]
    assert len(rep.pushes) == 1


def test_the_loop_looks_again_in_seconds_for_what_another_process_may_have_brought(team: Team, rep: Device) -> None:
    rep.promises(minutes=60)

    assert runs(team, 3).lengths == [LOOK_AGAIN] * 3
    assert rep.pushes == []


def test_trouble_with_the_file_does_not_end_the_loop(team: Team, rep: Device, caplog: pytest.LogCaptureFixture) -> None:
    rep.promises()
    closed = Store.open(team.desk.folder)
    closed.close()

    waits = runs(team, 3, store=closed)

    assert waits.lengths == [AFTER_TROUBLE] * 3
    assert "Reminders:" in caplog.text
