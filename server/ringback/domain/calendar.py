"""Promises as a calendar (RFC 5545): what any calendar can subscribe to, with an alarm of its own.

An event's UID is the id of the promise that began it: a new time is a new follow-up that replaces the old, and the
event moves instead of doubling. The phone names its events in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

LINE = 75  # octets, without the line break
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Entry:
    """`root` is the first follow-up of those that were moved to become this one, `moves` how often that happened."""

    root: str
    moves: int
    prospect_id: str
    follow_up_id: str
    name: str
    company: str
    phone: str
    reason: str
    due: datetime
    made_at: datetime
    blocked: bool = False  # must not be called: there is nothing to dial


def uid(root: str) -> str:
    return f"{root}@ringback"


def calendar(owner: str, entries: Sequence[Entry], origin: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ringback//Promises//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{text(f'Callbacks of {owner}')}", "REFRESH-INTERVAL;VALUE=DURATION:PT15M"]
    lines += ["X-PUBLISHED-TTL:PT15M", *(line for entry in entries for line in event(entry, origin))]
    lines += [] if entries else NOTHING
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line)).encode()


# A calendar has to hold something, and one without a promise holds nothing else.
NOTHING = [
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
]


def event(entry: Entry, origin: str) -> list[str]:
    summary = text(f"Do not call {entry.name or 'this prospect'}" if entry.blocked else f"Call {entry.name or 'back'}")
    company = entry.company if entry.company != entry.name else ""
    phone = "" if entry.blocked else entry.phone
    about = "\\n".join(text(part) for part in (entry.reason, company, phone) if part)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid(entry.root)}",
        f"DTSTAMP:{instant(entry.made_at)}",
        f"SEQUENCE:{entry.moves}",
        f"DTSTART:{instant(entry.due)}",
        "DURATION:PT15M",
        f"SUMMARY:{summary}",
        *([f"DESCRIPTION:{about}"] if about else []),
        f"URL:{origin}/#/brief/{entry.prospect_id}?follow_up={entry.follow_up_id}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
    ]


def instant(moment: datetime) -> str:
    utc = moment.astimezone(UTC)
    return f"{utc.year:04}{utc:%m%dT%H%M%SZ}"  # not every machine writes %Y with four digits


def text(words: str) -> str:
    plain = CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """In parts that fit, none of which ends inside a character."""
    room, part = LINE, ""
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if size > room:
            yield part
            room, part = LINE - 1, " "
        part += character
        room -= size
    yield part
