"""When a rep begins again, by clocks on both sides of the equator, on the days when they change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ringback.domain.work_hours import next_work, work_hours, works


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hours", "now", "begins"),
    [
        ("Europe/London", "09:00-17:30 12345", "2026-11-23T16:00", "2026-11-23T16:00"),
        ("Europe/London", "09:00-17:30 12345", "2026-11-23T17:30", "2026-11-24T09:00"),
        ("Europe/London", "09:00-17:30 12345", "2026-11-23T08:59", "2026-11-23T09:00"),
        ("Europe/London", "09:00-17:30 12345", "2026-11-27T18:00", "2026-11-30T09:00"),
        ("America/Denver", "09:00-17:30 12345", "2026-11-24T00:30", "2026-11-24T16:00"),
        ("Asia/Kolkata", "09:00-17:30 1234567", "2026-11-23T16:00", "2026-11-24T03:30"),
        ("Asia/Kathmandu", "09:00-17:30 1234567", "2026-11-23T16:00", "2026-11-24T03:15"),
        # Clocks go forward in the night before: work begins an hour earlier in UTC.
        ("America/Denver", "09:00-17:30 1234567", "2026-03-08T02:00", "2026-03-08T15:00"),
        ("America/Denver", "09:00-17:30 1234567", "2026-03-07T02:00", "2026-03-07T16:00"),
        ("Australia/Sydney", "09:00-17:30 1234567", "2026-10-03T12:00", "2026-10-03T22:00"),
        ("Australia/Sydney", "09:00-17:30 1234567", "2026-04-04T12:00", "2026-04-04T23:00"),
        ("Australia/Lord_Howe", "09:00-17:30 1234567", "2026-10-03T12:00", "2026-10-03T22:00"),
        ("Australia/Lord_Howe", "09:00-17:30 1234567", "2026-04-04T12:00", "2026-04-04T22:30"),
        # A start that does not exist moves forward by the gap; one that comes twice is the first.
        ("America/Denver", "02:30-17:30 1234567", "2026-03-08T02:00", "2026-03-08T09:30"),
        ("America/Denver", "01:30-17:30 1234567", "2026-11-01T02:00", "2026-11-01T07:30"),
        ("Australia/Lord_Howe", "02:15-17:30 1234567", "2026-10-03T12:00", "2026-10-03T15:45"),
    ],
)
def test_when_a_rep_begins_again(zone: str, hours: str, now: str, begins: str) -> None:
    span, _, days = hours.partition(" ")
    start, _, end = span.partition("-")
    chosen = work_hours({"zone": zone, "work_from": start, "work_to": end, "work_days": days})

    assert next_work(chosen, at(now)) == at(begins)
    assert works(chosen, at(begins))
    assert works(chosen, at(now)) == (now == begins)


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"zone": "Europe/London"},
        {"work_from": "09:00"},
        {"zone": "Nowhere/At_All", "work_from": "09:00"},
        {"zone": "../../etc/passwd", "work_from": "09:00"},
        {"zone": "Europe/London", "work_from": "18:00", "work_to": "09:00"},
        {"zone": "Europe/London", "work_days": "none"},
    ],
)
def test_hours_that_nobody_can_keep_hold_nothing_back(profile: dict[str, str]) -> None:
    assert next_work(work_hours(profile), at("2026-11-22T03:00")) == at("2026-11-22T03:00")


def test_what_is_left_out_is_as_on_the_phone() -> None:
    chosen = work_hours({"zone": "Europe/London", "work_to": "25:99", "work_from": "08:00"})

    assert (f"{chosen.start:%H:%M}", f"{chosen.end:%H:%M}", chosen.days) == ("08:00", "17:30", "12345")


@pytest.mark.parametrize(
    ("zone", "moment"), [("Asia/Kolkata", "9999-12-31T23:59"), ("America/Denver", "0001-01-01T00:00")]
)
def test_the_first_and_the_last_day_that_there_is_hold_nothing_up(zone: str, moment: str) -> None:
    assert next_work(work_hours({"zone": zone, "work_from": "09:00"}), at(moment)) == at(moment)
