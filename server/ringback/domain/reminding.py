"""What to do next about a follow-up that is due: whom to ring, when to come back, when to call the lead.

One device first, the one most likely in the rep's hand. No word from it in PATIENCE: his other devices. No word from
them either: the office's list turns red. Whatever was sent once is never sent to the same device again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from ringback.domain.follow_ups import State
from ringback.domain.work_hours import WorkHours, next_work

PATIENCE = timedelta(minutes=10)
WINDOW = timedelta(days=1)  # a reminder that could not be sent for so long is no reminder any more
FIRST_HOUR = timedelta(hours=1)  # of work, for what waited for it: time enough to ring every device
FIRST, OTHERS, LAST = 0, 1, 2  # waves: one device; all the others; nobody is left to be asked

Done = Literal["", "accepted", "failed"]


@dataclass(frozen=True)
class Leg:
    """A device that takes pushes, and what has become of this reminder on it."""

    device_id: str
    armed: bool
    seen_at: str
    done: Done = ""


@dataclass(frozen=True)
class Due:
    """A follow-up as it stands. `rings_at` is its due time, or the later one that the rep asked to be reminded at,
    or that it waited for."""

    state: State
    rings_at: datetime
    wave: int
    confirmed: bool
    hours: WorkHours
    legs: Sequence[Leg]


@dataclass(frozen=True)
class Over:
    """Nothing more is to be done."""


@dataclass(frozen=True)
class Later:
    at: datetime


@dataclass(frozen=True)
class Ring:
    """Send to these in turn; until one has accepted it, or to `every` one. Then go on with `wave`."""

    device_ids: Sequence[str]
    every: bool
    wave: int


@dataclass(frozen=True)
class Alarm:
    """No device has confirmed it: a person has to."""

    why: str


Step = Over | Later | Ring | Alarm


def next_step(due: Due, now: datetime) -> Step:
    if due.state != "open" or due.confirmed:
        return Over()
    if now > last_moment(due):
        return Alarm(TOO_LATE)
    begins = next_work(due.hours, now)
    if begins > now:
        return Later(begins)
    ready = [leg.device_id for leg in sorted(due.legs, key=likeliest, reverse=True) if not leg.done]
    if due.wave >= LAST or (due.wave == OTHERS and not ready):
        return Alarm(UNCONFIRMED if due.legs else NO_DEVICE)
    return Ring(ready, every=due.wave == OTHERS, wave=due.wave + 1)


def last_moment(due: Due) -> datetime:
    """A day after it could first ring. When the rep does not work then, his next hour of work: a promise of a Friday
    evening has not been waiting for a day on Monday morning."""
    day = next_work(due.hours, due.rings_at) + WINDOW
    begins = next_work(due.hours, day)
    return begins + FIRST_HOUR if begins > day else day


def likeliest(leg: Leg) -> tuple[bool, str]:
    return leg.armed, leg.seen_at


NO_DEVICE = "None of the rep's devices takes notifications."
UNCONFIRMED = "No device has confirmed that it showed the reminder."
TOO_LATE = "For a whole day the reminder could not be sent."


def pause(failures: int) -> timedelta:
    """Before the next try, after so many that failed in a row: half a minute, doubling to a quarter of an hour."""
    return min(timedelta(minutes=15), timedelta(seconds=30 << min(failures, 10)))
