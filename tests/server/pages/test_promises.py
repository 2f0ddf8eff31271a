"""What a lead sees of the promises: whose, overdue first and red, and whether reminders reach anybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database
from tests.server.cast import Clock, Office, Phone, Reading, prospect, words_of
from tests.server.reminders.push_service import Browser
from tests.server.sync.cast import call, edits, follow_up

from ringback.domain.instants import written
from ringback.domain.promises import Promised
from ringback.domain.work_hours import zone_or_none
from ringback.store import subscriptions

ACCEPTED = "INSERT INTO deliveries (office_id, follow_up_id, device_id, token, done) VALUES (?, ?, ?, 't', 'accepted')"
RUTH = "01990000-0000-7000-8000-000000000020"


def promises(rep: Phone, clock: Clock, minutes: float, zone: str = "Europe/London", wall: str = "") -> str:
    due = clock() + timedelta(minutes=minutes)
    wall = wall or f"{due.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"
    body = follow_up(due=written(due), wall=wall, zone=zone, prospect_id=RUTH, reason="The second oven.")
    rep.sync([{"kind": "follow_up.add", "v": 1, "at": written(clock()), "body": body}])
    return str(body["id"])


def reminder(office: Office, follow_up_id: str, **columns: object) -> None:
    """As the loop would have left it."""
    names = ", ".join(("office_id", "follow_up_id", *columns))
    gaps = ", ".join("?" * (2 + len(columns)))
    sql = f"INSERT OR REPLACE INTO reminders ({names}) VALUES ({gaps})"
    office.write(lambda db: db.execute(sql, [office.id, follow_up_id, *columns.values()]))


def lives(rep: Phone, zone: str, **hours: str) -> None:
    fields = {name: ("", value) for name, value in ({"zone": zone} | hours).items()}
    body = {"edits": edits("", **fields)["edits"]}
    rep.sync([{"kind": "profile.edit", "v": 1, "at": "2026-11-01T09:00:00.000Z", "body": body}])


def words(lead: Phone) -> str:
    return words_of(lead.get("/office/promises"))


def test_without_promises_the_page_says_where_they_come_from(lead: Phone) -> None:
    assert "Nothing is promised for today. Reps promise on their phones." in words(lead)


def test_a_promise_of_today_says_when_it_rings(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.sync([prospect(RUTH)])
    promises(rep, clock, 120)

    assert "Mon 23 Nov 2026, 11:00 London Ruth Delgado Delgado Bakery The second oven. Rings in 2 hours" in words(lead)


def test_a_promise_outside_the_reps_hours_says_that_it_rings_when_he_begins_again(
    lead: Phone, rep: Phone, clock: Clock
) -> None:
    rep.sync([prospect(RUTH)])
    lives(rep, "Europe/London", work_from="09:00", work_to="17:30")
    promises(rep, clock, 10 * 60)

    assert "19:00 London Today Ruth Delgado Delgado Bakery The second oven. Rings in 1 day" in words(lead)

    clock.goes_on(hours=23, minutes=30)
    assert "Overdue 13 hours Ruth Delgado Delgado Bakery The second oven. Rings in 30 minutes" in words(lead)


def test_a_reminder_for_the_end_of_time_does_not_shut_the_page(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.sync([prospect(RUTH)])
    lives(rep, "Asia/Kolkata", work_from="09:00")
    body = {"id": promises(rep, clock, 120), "at": "9999-12-31T23:59:59.000Z"}
    rep.sync([{"kind": "follow_up.remind", "v": 1, "at": written(clock()), "body": body}])

    assert "Ruth Delgado Delgado Bakery The second oven. Rings in" in words(lead)


@pytest.mark.parametrize(
    ("zone", "now", "due", "day"),
    [
        ("America/Los_Angeles", "2026-11-23T22:00", "2026-11-24T00:30", "today"),
        ("America/Los_Angeles", "2026-11-24T07:00", "2026-11-24T17:00", "tomorrow"),
        ("America/Los_Angeles", "2026-11-24T02:00", "2026-11-25T16:00", ""),
        ("Pacific/Kiritimati", "2026-11-23T19:00", "2026-11-24T01:00", "today"),
        ("Pacific/Kiritimati", "2026-11-24T09:00", "2026-11-24T11:00", "tomorrow"),
        ("Asia/Kolkata", "2026-11-23T18:31", "2026-11-24T18:29", "today"),
        ("Asia/Kolkata", "2026-11-23T18:29", "2026-11-23T18:31", "tomorrow"),
        ("Australia/Lord_Howe", "2026-11-23T12:59", "2026-11-23T13:01", "tomorrow"),
        ("Australia/Lord_Howe", "2026-07-14T13:31", "2026-07-15T13:29", "today"),
        ("Australia/Lord_Howe", "2026-07-14T13:29", "2026-07-14T13:31", "tomorrow"),
        ("", "2026-11-23T22:00", "2026-11-23T23:00", ""),
    ],
)
def test_today_and_tomorrow_are_the_reps_own_and_never_those_of_utc(zone: str, now: str, due: str, day: str) -> None:
    at, seen = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (due, now))

    assert promised(at, here=zone_or_none(zone)).day(seen) == day


def test_the_page_names_the_reps_day_and_where_it_is_another_than_the_prospects(
    lead: Phone, rep: Phone, another_rep: Phone, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    lives(rep, "America/Los_Angeles")
    lives(another_rep, "Pacific/Kiritimati")
    promises(rep, clock, 150)
    promises(rep, clock, 19 * 60, zone="America/Los_Angeles")
    promises(another_rep, clock, 15 * 60, zone="Pacific/Kiritimati")
    promises(another_rep, clock, -60, zone="Asia/Kolkata")

    page = words(lead)

    assert "Tue 24 Nov 2026, 00:30 London Today in Los Angeles" in page
    assert "Tue 24 Nov 2026, 09:00 Los Angeles Tomorrow" in page
    assert "Wed 25 Nov 2026, 03:00 Kiritimati Tomorrow" in page
    assert "Tue 24 Nov 2026, 02:30 Kolkata Overdue 1 hour" in page


def test_without_a_zone_in_his_profile_the_rep_is_where_he_last_logged_a_call(
    lead: Phone, rep: Phone, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    logged = call(zone="America/Los_Angeles")
    rep.sync([{"kind": "call.add", "v": 1, "at": written(clock()), "body": logged}])
    promises(rep, clock, 150)

    assert "Tue 24 Nov 2026, 00:30 London Today in Los Angeles" in words(lead)


def test_a_promise_in_a_zone_that_nobody_here_knows_stands_as_it_was_promised(
    lead: Phone, rep: Phone, clock: Clock
) -> None:
    promises(rep, clock, 60, zone="Mars/Olympus", wall="2026-11-24T02:10")

    assert "Tue 24 Nov 2026, 02:10 Olympus" in words(lead)


def test_a_reminder_that_nobody_saw_stands_first_and_red(
    office: Office, lead: Phone, rep: Phone, another_rep: Phone, clock: Clock
) -> None:
    calm = [promises(another_rep, clock, -50), promises(rep, clock, -40)]
    red = promises(rep, clock, -30)
    for promise in calm:
        reminder(office, promise, confirmed_at=written(clock()))
    reminder(office, red, alarm_at=written(clock()), why="No device has confirmed that it showed the reminder.")

    page = words(lead)

    assert "Promises 1 not seen" in page
    assert "Sam Okafor 1 reminder not seen" in page
    assert "Tell the rep. No device has confirmed that it showed the reminder." in page
    assert page.index("Sam Okafor 1 reminder") < page.index("Ines Duarte")
    assert page.index("Overdue 30 minutes") < page.index("Overdue 40 minutes")


def test_a_promise_to_somebody_who_must_not_be_called_says_so(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.sync([prospect(RUTH)])
    promises(rep, clock, -30)

    lead.sends(f"/office/prospects/{RUTH}/block", why="Wrote to us.")

    assert "Ruth Delgado Delgado Bakery Do not call The second oven." in words(lead)


def test_what_was_seen_and_what_was_sent_are_told_apart(office: Office, lead: Phone, rep: Phone, clock: Clock) -> None:
    seen, sent = promises(rep, clock, -30), promises(rep, clock, -5)
    reminder(office, seen, confirmed_at=written(clock() - timedelta(minutes=29)))
    reminder(office, sent, at=written(clock() + timedelta(minutes=5)), wave=1)
    deliver = (
        "INSERT INTO deliveries (office_id, follow_up_id, device_id, token, done) VALUES (?, ?, ?, 't', 'accepted')"
    )
    office.write(lambda db: db.execute(deliver, [office.id, sent, rep.device]))

    page = words(lead)

    assert "Seen 29 minutes ago" in page
    assert "Sent to A phone, not confirmed yet" in page
    assert "not seen" not in page


def arm(office: Office, rep: Phone) -> None:
    """A test came back from it, and three hours ago a push went there."""
    browser, key, now = Browser("https://push.example.com"), rep.get("/api/push").json()["key"], office.clock()

    def work(db: Database) -> None:
        given = {"endpoint": browser.endpoint, **browser.json["keys"], "key": key}
        subscriptions.keep(db, office.id, rep.device, **given, now=now)
        subscriptions.begin_test(db, office.id, rep.device, "t", now)
        subscriptions.arm(db, office.id, rep.device, "t", now)
        subscriptions.went(db, office.id, rep.device, now - timedelta(hours=3))

    office.write(work)


def test_each_device_says_whether_push_is_armed_and_when_the_last_one_went(
    office: Office, lead: Phone, rep: Phone, another_rep: Phone
) -> None:
    arm(office, rep)
    page = words(lead)

    assert "A phone Armed 3 hours ago No calendar is subscribed." in page
    assert "A phone Off never No calendar is subscribed." in page
    assert another_rep.member.name in page


def test_a_device_that_is_signed_out_is_armed_no_more_because_nothing_is_sent_there(
    office: Office, lead: Phone, rep: Phone
) -> None:
    arm(office, rep)
    refused = "UPDATE subscriptions SET refused = 1, trouble = '403, who are you?'"
    office.write(lambda db: db.execute(refused))
    assert "A phone Armed" in words(lead)
    health = words_of(lead.get("/office/health"))
    assert "1 of 2 devices are armed for push." in health
    assert "A phone of Sam Okafor: 403, who are you?" in health

    rep.post("/api/sign-out")

    assert "A phone Off" in words(lead)
    assert "Armed" not in words(lead)
    health = words_of(lead.get("/office/health"))
    assert "0 of 2 devices are armed for push." in health
    assert "403, who are you?" not in health


def test_a_lead_takes_a_calendar_address_back(lead: Phone, rep: Phone) -> None:
    address = rep.post("/api/calendar").json()["address"]
    assert rep.get(address).status_code == 200
    page = lead.get("/office/promises")
    assert "A calendar is subscribed, last read just now." in words_of(page)

    done = lead.sends(Reading(page.text).action("/calendar/revoke"))

    assert "That calendar shows nothing any more." in words_of(done)
    assert rep.get(address).status_code == 404


def test_the_contact_address_is_asked_for_once(lead: Phone, rep: Phone) -> None:
    assert "Give a contact address" in words(lead)
    assert "not an e-mail address" in words_of(lead.sends("/office/health/contact", contact="office@localhost"))

    assert "Saved." in words_of(lead.sends("/office/health/contact", contact=" office@example.com "))

    assert "Give a contact address" not in words(lead)
    assert "Push services can turn to office@example.com" in words_of(lead.get("/office/health"))
    assert rep.get("/api/push").status_code == 200


@pytest.mark.parametrize(
    ("minutes", "columns", "standing"),
    [
        (5, {}, "coming"),
        (-5, {}, "sent"),
        (-21, {}, "alarm"),
        (-5, {"rings_at": 30}, "later"),
        (-5, {"next_at": 300}, "later"),
        (-300, {"next_at": -1}, "sent"),
        (-300, {"next_at": -30}, "alarm"),
        (-300, {"next_at": 5, "sent_to": ["A phone"]}, "sent"),
        (-300, {"confirmed_at": -299, "alarm_at": -290}, "shown"),
        (-300, {"alarm_at": -290}, "alarm"),
    ],
)
def test_how_a_promise_stands(clock: Clock, minutes: int, columns: dict[str, object], standing: str) -> None:
    due = clock() + timedelta(minutes=minutes)
    told = {k: clock() + timedelta(minutes=v) if isinstance(v, int) else v for k, v in columns.items()}

    assert promised(due, **told).standing(clock()) == standing


def promised(due: datetime, **over: Any) -> Promised:  # noqa: ANN401 - fields of a promise
    names = dict.fromkeys(("id", "rep_id", "prospect", "company", "reason", "wall", "zone", "why"), "")
    times = {"rings_at": due, "next_at": None, "confirmed_at": None, "alarm_at": None}
    return Promised(**{**names, **times, "due": due, "sent_to": [], "here": None, **over})
