"""Promises as the office looks at them: who promised what, and whether a reminder of it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from ringback.domain.reminding import PATIENCE

Day = Literal["today", "tomorrow", ""]
Standing = Literal["coming", "later", "sent", "shown", "alarm"]


@dataclass(frozen=True)
class Promised:
    """An open follow-up. `wall` is what the clock of `zone` shows when it is due, `here` the rep's own zone, None where
    nobody knows it. `rings_at` is when its reminder should ring, `next_at` when the office looks at it again."""

    id: str
    rep_id: str
    prospect: str
    company: str
    reason: str
    due: datetime
    wall: str
    zone: str
    here: ZoneInfo | None
    rings_at: datetime
    next_at: datetime | None
    sent_to: Sequence[str]
    confirmed_at: datetime | None
    alarm_at: datetime | None
    why: str
    blocked: bool = False  # the prospect must not be called

    def overdue(self, now: datetime) -> bool:
        return self.due <= now

    def day(self, now: datetime) -> Day:
        """By the rep's own calendar, never by UTC's."""
        if self.here is None:
            return ""
        days = (self.due.astimezone(self.here).date() - now.astimezone(self.here).date()).days
        return "today" if days == 0 else "tomorrow" if days == 1 else ""

    def standing(self, now: datetime) -> Standing:
        """alarm also when nobody is there to ring at all: the office may be looked at while reminders are not sent."""
        if self.confirmed_at:
            return "shown"
        if self.alarm_at:
            return "alarm"
        if self.rings_at > now:
            return "later" if self.overdue(now) else "coming"
        if self.next_at is None or self.next_at <= now:
            return "alarm" if now - max(self.rings_at, self.next_at or self.rings_at) > 2 * PATIENCE else "sent"
        return "sent" if self.sent_to else "later"


@dataclass(frozen=True)
class LegState:
    """A device of a rep, and whether reminders reach it. `last_push` was accepted by its push service then."""

    device: str
    subscribed: bool
    armed: bool
    trouble: str
    last_push: datetime | None


@dataclass(frozen=True)
class CalendarState:
    made_at: datetime
    fetched_at: datetime | None


def urgency(promise: Promised, now: datetime) -> tuple[bool, datetime]:
    """Sorts those that need somebody first, then by their time."""
    return promise.standing(now) != "alarm", promise.due


SOON = timedelta(days=1)  # what is due within it stands on the page
