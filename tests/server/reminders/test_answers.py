"""Every answer of a push service has its rule: one line of the table, one test, over a real connection."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

import pytest
from tests.server.reminders.cast import MONDAY, Device, Team
from tests.server.reminders.push_service import Says, push_service

from ringback.reminders import health
from ringback.reminders.answers import TABLE

SOON = timedelta(seconds=30)


def trouble(team: Team, device: Device) -> tuple[str, int, int]:
    """What is known against a subscription: the sentence, whether it is refused, whether it has ended."""
    sql = "SELECT trouble, refused, ended FROM subscriptions WHERE device_id = ?"
    ((sentence, refused, ended),) = team.sees(sql, device.phone.device)
    return sentence, refused, ended


def wait(team: Team) -> timedelta:
    """How long until the reminder is looked at again."""
    next_at = team.next_at()
    assert next_at
    return next_at - team.now


def rings(team: Team, rep: Device, *says: Says | int) -> None:
    team.service.answers(*says)
    rep.promises()
    team.turn()


@pytest.mark.parametrize("status", [201, 200, 202, 204])
def test_accepted_is_accepted_in_whatever_words(team: Team, rep: Device, status: int) -> None:
    rings(team, rep, status)

    team.later(minutes=30)

    assert len(rep.pushes) == 1
    assert trouble(team, rep) == ("", 0, 0)
    assert team.sees("SELECT sent_at FROM subscriptions") == [("2026-11-23T16:00:00.000Z",)]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_elsewhere(team: Team, rep: Device, status: int) -> None:
    other = team.service.subscribes()
    rings(team, rep, Says(status, {"location": other.endpoint}))
    assert team.service.got == []

    team.later(seconds=30)
    assert len(rep.pushes) == 1
    assert other.token not in team.service.asked


@pytest.mark.parametrize("status", [400, 405, 406, 415, 422, 499])
def test_a_message_that_will_not_pass_is_not_sent_again_and_the_other_device_rings(
    team: Team, rep: Device, tablet: Device, status: int
) -> None:
    rings(team, rep, status)

    assert len(tablet.pushes) == 1
    assert trouble(team, rep)[0] == TABLE["400" if status == 400 else "4xx"].sentence
    team.later(hours=2)
    assert rep.pushes == []


@pytest.mark.parametrize("status", [401, 403])
def test_a_service_that_does_not_believe_the_office_is_asked_seldom_and_the_phone_renews(
    team: Team, rep: Device, status: int
) -> None:
    rings(team, rep, status)

    assert trouble(team, rep) == (TABLE[str(status)].sentence, 1, 0)
    assert wait(team) == timedelta(minutes=15)
    team.later(minutes=15)
    assert len(rep.pushes) == 1
    assert trouble(team, rep) == ("", 0, 0)


def test_the_office_is_well_again_when_a_subscription_that_was_refused_has_ended(team: Team, rep: Device) -> None:
    rings(team, rep, 403, 410)
    assert refused(team) == [TABLE["403"].sentence]

    team.later(minutes=15)

    assert trouble(team, rep)[2] == 1
    assert refused(team) == []


def refused(team: Team) -> list[str]:
    """What push services say that do not believe the office, as its page Health has it."""
    facts = health.gather(team.desk.store, team.desk.office.id, now=team.now, thorough=False)
    return [said for _, said in facts.refused]


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_is_gone_is_never_sent_to_again(
    team: Team, rep: Device, tablet: Device, status: int
) -> None:
    rings(team, rep, status)
    assert len(tablet.pushes) == 1
    assert trouble(team, rep)[2] == 1

    rep.promises()
    team.later(hours=2)

    assert rep.pushes == []
    assert len(tablet.pushes) == 2


def test_one_that_is_too_long_goes_in_few_words_at_once(team: Team, rep: Device) -> None:
    team.service.answers(413)
    rep.promises(reason="Ask about the two ovens. " * 20)

    team.turn()

    assert [push.body for push in rep.pushes] == ["Due 09:00 in Denver"]


def test_one_that_is_too_long_even_so_is_given_up(team: Team, rep: Device) -> None:
    rings(team, rep, 413, 413)

    assert trouble(team, rep)[0] == TABLE["413"].sentence
    team.later(hours=2)
    assert rep.pushes == []


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("120", timedelta(seconds=120)),
        (format_datetime(MONDAY + timedelta(minutes=7), usegmt=True), timedelta(minutes=7)),
        (format_datetime(MONDAY - timedelta(minutes=7), usegmt=True), timedelta(seconds=1)),
        ("999999999999", timedelta(hours=1)),
        ("in a while", SOON),
        ("-5", SOON),
        ("", SOON),
    ],
)
def test_a_pause_that_is_asked_for_is_kept(
    team: Team, rep: Device, status: int, asked: str, expected: timedelta
) -> None:
    rings(team, rep, Says(status, {"retry-after": asked} if asked else {}))

    assert wait(team) == expected
    team.later(seconds=expected.total_seconds() - 0.5)
    assert rep.pushes == []
    team.later(seconds=0.5)
    assert len(rep.pushes) == 1


@pytest.mark.parametrize("status", [500, 502, 504, 599])
def test_trouble_at_the_service_is_waited_out_longer_each_time(team: Team, rep: Device, status: int) -> None:
    rings(team, rep, status, status, status)
    waits = [wait(team)]
    for _ in range(2):
        team.later(seconds=waits[-1].total_seconds())
        waits.append(wait(team))

    assert [one.total_seconds() for one in waits] == [30, 60, 120]
    team.later(seconds=120)
    assert len(rep.pushes) == 1


def test_trouble_that_lasts_for_a_day_is_given_up_and_told(team: Team, rep: Device) -> None:
    team.service.always[rep.browser.token] = Says(500)
    rep.promises()

    team.later(hours=26)

    assert rep.pushes == []
    assert team.sees("SELECT alarm_at IS NOT NULL, why FROM reminders") == [
        (1, "For a whole day the reminder could not be sent.")
    ]


def test_a_service_that_says_nothing_is_left_and_tried_again_and_the_phone_shows_one(team: Team, rep: Device) -> None:
    team.timeout = 0.3
    rings(team, rep, Says(silent=True))

    assert trouble(team, rep)[0] == TABLE["time-out"].sentence
    assert wait(team) == SOON
    team.later(seconds=30)
    assert (len(rep.pushes), len(rep.shows)) == (2, 1)


def test_a_service_that_hangs_up_is_tried_again(team: Team, rep: Device) -> None:
    team.service.always[rep.browser.token] = Says(rude=True)
    rings(team, rep)
    assert trouble(team, rep)[0] == TABLE["unreachable"].sentence

    team.service.always.clear()
    team.later(seconds=30)

    assert (len(rep.pushes), len(rep.shows)) == (2, 1)


@pytest.mark.parametrize(("name", "known"), [("localhost", False), ("push.example.com", True)])
def test_nothing_is_sent_to_a_service_whose_certificate_cannot_be_checked(
    team: Team, rep: Device, name: str, *, known: bool
) -> None:
    """It is of an authority that nobody knows; or of one that is known, for another name."""
    with push_service(lambda: team.now, name) as other:
        other.certificate = other.certificate if known else team.service.certificate
        team.service = other
        team.subscribes(rep, other.subscribes())

        rings(team, rep)

        assert other.got == []
        assert trouble(team, rep)[0] == TABLE["tls"].sentence
        assert wait(team) == SOON


def test_an_answer_without_end_is_left_after_its_beginning(team: Team, rep: Device) -> None:
    team.timeout = 3
    rings(team, rep, Says(500, endless=True))

    assert trouble(team, rep)[0] == TABLE["5xx"].sentence


def test_keys_that_are_none_end_the_subscription(team: Team, rep: Device, tablet: Device) -> None:
    spoil = "UPDATE subscriptions SET p256dh = 'AAAA' WHERE device_id = ?"
    team.desk.store.write(lambda db: db.execute(spoil, [rep.phone.device])).result()

    rings(team, rep)

    assert trouble(team, rep)[2] == 1
    assert len(tablet.pushes) == 1


def test_every_line_of_the_table_is_met_here() -> None:
    """A new line brings its test along."""
    met = {"201", "2xx", "3xx", "400", "4xx", "401", "403", "404", "410", "413", "429", "5xx"}
    assert set(TABLE) == met | {"time-out", "unreachable", "tls", "forbidden"}
