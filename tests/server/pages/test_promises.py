"""What a lead sees of the promises: whose, overdue first and red, and whether reminders reach anybody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database
from tests.server.cast import Clock, Office, Phone, Reading, prospect, words_of
from tests.server.reminders.push_service import Browser
from tests.server.sync.cast import follow_up

from ringback.domain.instants import written
from ringback.domain.promises import Promised
from ringback.store import subscriptions

ACCEPTED = "INSERT INTO deliveries (office_id, follow_up_id, device_id, token, done) VALUES (?, ?, ?, 't', 'accepted')"
RUTH = "01990000-0000-7000-8000-000000000020"


def promises(rep: Phone, clock: Clock, minutes: float, **over: object) -> str:
    due = written(clock() + timedelta(minutes=minutes))
    body = follow_up(due=due, prospect_id=RUTH, zone="Europe/London", reason="The second oven.", **over)
    rep.sync([{"kind": "follow_up.add", "v": 1, "at": written(clock()), "body": body}])
    return str(body["id"])


def reminder(office: Office, follow_up_id: str, **columns: object) -> None:
    """As the loop would have left it."""
    names = ", ".join(("office_id", "follow_up_id", *columns))
    gaps = ", ".join("?" * (2 + len(columns)))
    sql = f"INSERT OR REPLACE INTO reminders ({names}) VALUES ({gaps})"
    office.write(lambda db: db.execute(sql, [office.id, follow_up_id, *columns.values()]))


def words(lead: Phone) -> str:
    return words_of(lead.get("/office/promises"))


def test_without_promises_the_page_says_where_they_come_from(lead: Phone) -> None:
    assert "Nothing is promised for today. Reps promise on their phones." in words(lead)


def test_a_promise_of_today_says_when_it_rings(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.sync([prospect(RUTH)])
    promises(rep, clock, 120)

    assert "Mon 23 Nov 2026, 11:00 London Ruth Delgado Delgado Bakery The second oven. Rings in 2 hours" in words(lead)


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


def test_each_device_says_whether_push_is_armed_and_when_the_last_one_went(
    office: Office, lead: Phone, rep: Phone, another_rep: Phone, clock: Clock
) -> None:
    browser = Browser("https://push.example.com")
    key = rep.get("/api/push").json()["key"]

    def arm(db: Database) -> None:
        given = {"endpoint": browser.endpoint, **browser.json["keys"], "key": key}
        subscriptions.keep(db, office.id, rep.device, **given, now=clock())
        subscriptions.begin_test(db, office.id, rep.device, "t", clock())
        subscriptions.arm(db, office.id, rep.device, "t", clock())
        subscriptions.went(db, office.id, rep.device, clock() - timedelta(hours=3))

    office.write(arm)
    page = words(lead)

    assert "A phone Armed 3 hours ago No calendar is subscribed." in page
    assert "A phone Off never No calendar is subscribed." in page
    assert another_rep.member.name in page


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
    "contact",
    [
        "",
        "office",
        "office@",
        "@example.com",
        "a b@example.com",
        "x@y",
        "o@example.com\nx",
        "mailto:o@example.com",
        "ö@x.de",
    ],
)
def test_what_no_push_service_would_believe_is_no_contact(office: Office, lead: Phone, contact: str) -> None:
    answer = lead.sends("/office/health/contact", contact=contact)

    assert answer.status_code == 400
    assert office.rows("SELECT settings FROM offices") == [("{}",)]


def test_the_health_page_says_what_is_wrong_in_words(office: Office, lead: Phone) -> None:
    assert "Everything works." in words_of(lead.get("/office/health"))

    (office.settings.data / "ringback.push-key.pem").unlink()

    page = words_of(lead.get("/office/health"))
    assert "Something does not work. What to do stands beside it." in page
    assert "Push key Wrong The push key" in page
    assert "is missing. Put it back from a backup" in page


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
    told: dict[str, Any] = {"rings_at": due, "next_at": None, "sent_to": [], "confirmed_at": None, "alarm_at": None}
    told |= {k: clock() + timedelta(minutes=v) if isinstance(v, int) else v for k, v in columns.items()}

    one = Promised(id="", rep_id="", prospect="", company="", reason="", due=due, zone="", why="", **told)

    assert one.standing(clock()) == standing
