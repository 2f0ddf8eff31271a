"""When a rep works, by his own clock: reminders keep to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
ALL_DAY = timedelta(days=1)
FIELDS = ("work_from", "work_to", "work_days", "zone")  # of a profile, which say when its rep works


@dataclass(frozen=True)
class WorkHours:
    """From and to on the clocks of `zone`; `days` as "12345", Monday is 1. Without a zone nobody knows when that is."""

    start: time
    end: time
    days: str
    zone: ZoneInfo | None


def work_hours(profile: Mapping[str, str], last_zone: str = "") -> WorkHours:
    """As the rep set them, with the phone's defaults for what he left out. `last_zone` is where he was last known to
    be. One who never said anything has none: a promise must not wait for hours that nobody chose."""
    chosen = any(profile.get(name) for name in ("work_from", "work_to", "work_days"))
    return WorkHours(
        start=clock(profile.get("work_from", ""), time(9)),
        end=clock(profile.get("work_to", ""), time(17, 30)),
        days=profile.get("work_days", "") or "12345",
        zone=(zone_or_none(profile.get("zone", "")) or zone_or_none(last_zone)) if chosen else None,
    )


def works(hours: WorkHours, at: datetime) -> bool:
    if hours.zone is None or hours.start >= hours.end:
        return True  # a promise is not forgotten over a slip in the settings
    try:
        wall = at.astimezone(hours.zone)
    except OverflowError:  # the first and the last day that there is
        return True
    return str(wall.isoweekday()) in hours.days and hours.start <= wall.time() < hours.end


def next_work(hours: WorkHours, at: datetime) -> datetime:
    """`at` itself when the rep works then, else the moment when he begins again."""
    if works(hours, at) or hours.zone is None:
        return at
    today = at.astimezone(hours.zone).date()
    for day in range(8):
        # A start that the clocks skip moves forward by the gap; one that comes twice is the first.
        begins = datetime.combine(today + day * ALL_DAY, hours.start, hours.zone)
        if begins.astimezone(UTC) >= at and str(begins.isoweekday()) in hours.days:
            return begins.astimezone(UTC)
    return at


def zone_or_none(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def clock(text: str, default: time) -> time:
    return time.fromisoformat(text) if CLOCK.fullmatch(text) else default
