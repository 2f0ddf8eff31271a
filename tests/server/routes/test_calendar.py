"""A rep's promises in his own calendar: an address that is his alone, and events that move when the promise does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.server.cast import AT, Clock, Office, Phone, prospect
from tests.server.routes.ics import Component, read
from tests.server.sync.cast import follow_up

from ringback.domain.calendar import Entry, calendar
from ringback.domain.instants import written

RUTH = "01990000-0000-7000-8000-000000000020"


def promises(rep: Phone, due: str = "2026-11-24T16:10:00.000Z", **over: Any) -> str:  # noqa: ANN401
    body = follow_up(due=due, prospect_id=RUTH, **over)
    rep.sync([{"kind": "follow_up.add", "v": 1, "at": AT, "body": body}])
    return str(body["id"])


def address(rep: Phone) -> str:
    return str(urlsplit(rep.post("/api/calendar").json()["address"]).path)


def fetched(office: Office, path: str, **headers: str) -> httpx.Response:
    """As a calendar asks: with no session."""
    return httpx.get(f"http://localhost:{office.settings.port}{path}", headers=headers, trust_env=False)


def events(office: Office, path: str) -> list[Component]:
    answer = fetched(office, path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    return read(answer.content).all("VEVENT")


def test_a_promise_is_an_event_with_an_alarm(office: Office, rep: Phone) -> None:
    rep.sync([prospect(RUTH)])
    promise = promises(rep, reason="Second attempt; early, by phone.")

    (event,) = events(office, address(rep))

    assert event.start == datetime.fromisoformat("2026-11-24T16:10:00Z")
    assert event.properties["SUMMARY"] == "Call Ruth Delgado"
    assert event.properties["DESCRIPTION"] == "Second attempt; early, by phone.\nDelgado Bakery\n+13035550142"
    assert event.properties["UID"] == f"{promise}@ringback"
    assert event.properties["URL"].endswith(f"/#/brief/{RUTH}?follow_up={promise}")
    assert event.all("VALARM")[0].properties["TRIGGER"] == "PT0S"


def test_who_is_known_by_the_name_that_he_goes_by_alone_has_that_name(office: Office, rep: Phone) -> None:
    rep.sync([prospect(RUTH, first_name="", last_name="", preferred_name="Bob")])
    promises(rep)

    (event,) = events(office, address(rep))

    assert event.properties["SUMMARY"] == "Call Bob"


def test_who_must_not_be_called_is_no_call_in_the_calendar_either(office: Office, lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH)])
    promises(rep, reason="Second attempt.")

    lead.sends(f"/office/prospects/{RUTH}/block", why="Wrote to us.")

    (event,) = events(office, address(rep))
    assert event.properties["SUMMARY"] == "Do not call Ruth Delgado"
    assert event.properties["DESCRIPTION"] == "Second attempt.\nDelgado Bakery"
    assert event.all("VALARM")[0].properties["DESCRIPTION"] == "Do not call Ruth Delgado"


def test_a_year_that_was_typed_with_two_digits_is_still_a_time_that_calendars_read(office: Office, rep: Phone) -> None:
    promises(rep, due="0026-11-24T16:10:00.000Z", wall="0026-11-24T09:10")

    (event,) = events(office, address(rep))

    assert event.properties["DTSTART"] == "00261124T161000Z"


def test_a_promise_of_a_day_that_does_not_exist_does_not_end_the_calendar(office: Office, rep: Phone) -> None:
    path, good = address(rep), promises(rep)
    made = {"kind": "follow_up.add", "v": 1, "at": "2026-02-30T09:00:00.000Z", "body": follow_up(prospect_id=RUTH)}
    answer = rep.sync([made])

    assert [result.status for result in answer.results] == ["quarantined"]
    assert [event.properties["UID"] for event in events(office, path)] == [f"{good}@ringback"]


def test_a_moved_promise_is_the_same_event_at_its_new_time(office: Office, rep: Phone) -> None:
    path = address(rep)
    first = promises(rep)
    second = promises(rep, "2026-11-25T10:00:00.000Z", supersedes=first)
    promises(rep, "2026-11-26T10:00:00.000Z", supersedes=second)

    (event,) = events(office, path)

    assert (event.properties["UID"], event.properties["SEQUENCE"]) == (f"{first}@ringback", "2")
    assert event.start == datetime.fromisoformat("2026-11-26T10:00:00Z")


def test_what_is_done_leaves_the_calendar(office: Office, rep: Phone) -> None:
    path, promise = address(rep), promises(rep)
    close = {"id": promise, "state": "done", "call_id": None}
    rep.sync([{"kind": "follow_up.close", "v": 1, "at": AT, "body": close}])

    assert events(office, path) == []


def test_an_address_shows_its_own_rep_alone(office: Office, rep: Phone, another_rep: Phone) -> None:
    mine = promises(rep)
    promises(another_rep)

    assert [event.properties["UID"] for event in events(office, address(rep))] == [f"{mine}@ringback"]


def test_a_new_address_ends_the_old_one_and_each_can_be_taken_back(office: Office, rep: Phone) -> None:
    old = address(rep)
    new = address(rep)
    assert (fetched(office, old).status_code, fetched(office, new).status_code) == (404, 200)

    assert rep.delete("/api/calendar").json()["subscribed"] is False

    assert fetched(office, new).status_code == 404
    assert rep.get("/api/calendar").json()["subscribed"] is False


@pytest.mark.parametrize("path", ["/calendar/x.ics", "/calendar/.ics", "/calendar/x"])
def test_a_guess_finds_nothing(office: Office, rep: Phone, path: str) -> None:
    token_path = address(rep)

    assert fetched(office, path).status_code == 404
    assert fetched(office, token_path.removesuffix(".ics")).status_code == 404


def test_the_file_of_the_office_holds_no_address(office: Office, rep: Phone) -> None:
    token = address(rep).removesuffix(".ics").rpartition("/")[2]

    assert token.encode() not in (office.settings.data / "ringback.sqlite3-wal").read_bytes()


def test_a_rep_who_left_has_no_calendar(office: Office, rep: Phone) -> None:
    path = address(rep)
    office.write(lambda db: db.execute("UPDATE members SET removed_at = 'now' WHERE id = ?", [rep.member.id]))

    assert fetched(office, path).status_code == 404


def test_a_calendar_that_asks_again_gets_only_what_is_new(office: Office, rep: Phone) -> None:
    path = address(rep)
    tag = fetched(office, path).headers["etag"]
    assert fetched(office, path, **{"if-none-match": tag}).status_code == 304

    promises(rep)

    assert fetched(office, path, **{"if-none-match": tag}).status_code == 200


def test_it_is_noted_when_a_calendar_was_read(office: Office, rep: Phone, clock: Clock) -> None:
    path = address(rep)
    assert rep.get("/api/calendar").json()["fetched_at"] is None

    clock.goes_on(hours=2)
    fetched(office, path)

    assert rep.get("/api/calendar").json()["fetched_at"] == written(clock())


WORDS = st.text(max_size=200)


@example(name="Ruth " * 40, company="Döner; Ähren, und Öfen \\ " * 9, reason="日本\n" * 70)
@given(name=WORDS, company=WORDS, reason=WORDS)
def test_whatever_is_written_comes_back_the_same(name: str, company: str, reason: str) -> None:
    due = datetime.fromisoformat("2026-11-24T16:10:00Z")
    entry = Entry("r", 0, "p", "f", name, company, "", reason, due, due - timedelta(days=1))

    (event,) = read(calendar(name, [entry], "https://ringback.example.com")).all("VEVENT")

    assert event.properties["SUMMARY"] == kept(f"Call {name or 'back'}")
    about = [kept(part) for part in (reason, company if company != name else "") if part]
    assert event.properties.get("DESCRIPTION", "") == "\n".join(about)


def kept(words: str) -> str:
    """What a calendar can hold of it: line breaks of one kind, and no other control characters."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\t\n" or (ord(one) >= 32 and ord(one) != 127))
