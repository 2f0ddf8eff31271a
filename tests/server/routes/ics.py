"""Reads a calendar as RFC 5545 says, and refuses what it does not allow."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)')
ONCE = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DURATION", "SUMMARY", "DESCRIPTION", "URL"}
TEXT = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"}


@dataclass
class Component:
    kind: str
    properties: dict[str, str] = field(default_factory=dict)
    inside: list[Component] = field(default_factory=list)

    def all(self, kind: str) -> list[Component]:
        return [one for one in self.inside if one.kind == kind]

    @property
    def start(self) -> datetime:
        return datetime.strptime(self.properties["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def read(body: bytes) -> Component:
    """Raises AssertionError, with what is wrong, for everything that a strict reader would not take."""
    assert body.endswith(b"\r\n")
    lines = body[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    open_ones = [Component("")]
    for line in "\n".join(line.decode() for line in lines).replace("\n ", "").split("\n"):
        found = LINE.fullmatch(line)
        assert found, line
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), line
        take(open_ones, found[1], found[3])
    (top,) = open_ones
    (calendar,) = top.inside
    check(calendar)
    return calendar


def take(open_ones: list[Component], name: str, value: str) -> None:
    if name == "BEGIN":
        open_ones[-1].inside.append(Component(value))
        open_ones.append(open_ones[-1].inside[-1])
    elif name == "END":
        assert open_ones.pop().kind == value
    else:
        assert name not in open_ones[-1].properties, f"{name} twice"
        open_ones[-1].properties[name] = plain(value) if name in TEXT else value


def plain(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), f"not escaped: {value}"
    assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", value), f"wrongly escaped: {value}"
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def check(calendar: Component) -> None:
    assert calendar.kind == "VCALENDAR"
    assert (calendar.properties["VERSION"], bool(calendar.properties["PRODID"])) == ("2.0", True)
    assert calendar.inside, "a calendar has to hold a component"
    for event in calendar.all("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event.properties) <= ONCE
        assert event.start
        assert re.fullmatch(r"P(T?\d+[WDHMS])+", event.properties["DURATION"])
        (alarm,) = event.all("VALARM")
        assert set(alarm.properties) == {"ACTION", "DESCRIPTION", "TRIGGER"}
