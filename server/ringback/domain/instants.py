"""Instants as they travel and are kept: UTC, milliseconds and a "Z", so that text sorts as time does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Clock = Callable[[], datetime]


def written(moment: datetime) -> str:
    """An aware moment as `2026-11-21T10:15:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(text: str) -> datetime:
    return datetime.fromisoformat(text)


def local(text: str, zone: str) -> datetime:
    """As the clock stood there; in UTC if no such zone is known, or no year that its clock could show."""
    try:
        return read(text).astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return read(text)


def clock() -> datetime:
    """The real one. Whatever depends on time is given a clock."""
    return datetime.now(UTC)
