"""What was promised is a time on a wall clock. Clocks are set by law, so which instant that is can change.

Two rules for the days when clocks change, the same as the phone's: a time that does not exist moves forward by the gap
(02:30 becomes 03:30), and one that exists twice is the first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from ringback.domain.work_hours import zone_or_none

Zones = Callable[[str], tzinfo | None]
"""The clocks of a zone by its name; None for one that is not known here."""


def newest_zones() -> Zones:
    """As the machine has them now: what was read of its zone data before is forgotten."""
    ZoneInfo.clear_cache()
    return zone_or_none


def instant_of(wall: str, zone: str, zones: Zones = zone_or_none) -> datetime | None:
    """When the clocks of `zone` show `wall` ("2026-11-24T09:10"). None where nobody here can say."""
    place = zones(zone)
    try:
        return datetime.fromisoformat(wall).replace(tzinfo=place).astimezone(UTC) if place else None
    except OverflowError:  # the first and the last day that there is
        return None
