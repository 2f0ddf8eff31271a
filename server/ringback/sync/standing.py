"""What the office knows of a phone: which of its writes it holds, what is missing, what its rep should hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlite_utils import Database

from ringback.domain import numbers
from ringback.domain.instants import read
from ringback.domain.numbers import Range
from ringback.store import operations
from ringback.store.operations import Standing
from ringback.sync.apply import Sender
from ringback.sync.messages import MIN_SCHEMA, Notice, Request

SEEN_EVERY = timedelta(hours=1)  # how exactly the office wants to know when it last heard of a phone
HOLE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What a phone says of itself."""

    next_n: int
    oldest_pending: int | None
    schema: int


def told_by(request: Request) -> Told:
    """A number that came is given out, even if the phone counted before it wrote."""
    last = request.ops[-1].n if request.ops else 0
    return Told(max(request.next_n, last + 1), request.oldest_pending, request.schema)


def missing(db: Database, who: Sender, told: Told, have: int) -> list[Range]:
    if have + 1 >= told.next_n:
        return []
    return numbers.missing(operations.held(db, who.office_id, who.device_id, have), have, told.next_n)


def update(db: Database, who: Sender, told: Told, came: Sequence[int], *, seen: bool = True) -> None:
    """Keep what the phone said, and where the hold ends now that the numbers `came`. Inside the write transaction.
    `seen`: from the phone itself."""
    was = operations.standing(db, who.office_id, who.device_id)
    have = operations.through(db, who.office_id, who.device_id, was.have_through, came)
    hole = lost(told, missing(db, who, told, have))
    operations.keep_standing(
        db,
        who.office_id,
        who.device_id,
        Standing(
            told.next_n,
            have,
            (was.hole_since or who.now) if hole else None,
            told.schema,
            who.now if seen else was.seen_at,
        ),
    )


def advance(db: Database, who: Sender, told: Told, first: int, last: int) -> None:
    """The same for numbers that came without a gap; mostly they follow what is held, and the rest waits."""
    in_turn = told.next_n == last + 1 or (told.oldest_pending or told.next_n) <= first
    now = Standing(told.next_n, last, None, told.schema, who.now)
    if not in_turn or not operations.advance(db, who.office_id, who.device_id, first, now):
        update(db, who, told, range(first, last + 1))


def has_news(db: Database, who: Sender, told: Told, was: Standing) -> bool:
    """Whether a request without operations tells something that is worth a write."""
    hole = lost(told, missing(db, who, told, was.have_through))
    return (
        told.next_n > was.next_n
        or told.schema != was.schema
        or bool(hole) != bool(was.hole_since)
        or was.seen_at is None
        or read(who.now) - read(was.seen_at) > SEEN_EVERY
    )


def lost(told: Told, gaps: Sequence[Range]) -> list[int]:
    """Numbers, at most 20, that the office lacks although the phone no longer waits to send them."""
    return numbers.lost(gaps, told.oldest_pending, told.next_n)


def notice(
    told: Told, before: Standing, hole_since: str | None, gaps: Sequence[Range], cloned: list[int], now: str
) -> Notice | None:
    """The one thing that the rep should hear first. `before` is what was known when the request came."""
    if cloned:
        return Notice("cloned", CLONED, cloned)
    if told.next_n <= before.have_through or told.next_n < before.next_n:
        return Notice("lost_store", LOST_STORE.format(before.have_through), [])
    if hole_since and read(now) - read(hole_since) >= HOLE_AFTER:
        return Notice("hole", HOLE, lost(told, gaps))
    if told.schema < MIN_SCHEMA:
        return Notice("update", UPDATE, [])
    return None


CLONED = "Another phone writes under this phone's name. Both entries are kept; this phone goes on under a new name."
LOST_STORE = "This phone has lost what it kept. The office holds its entries up to number {}."
HOLE = "The office has been missing entries of this phone for more than a day, and the phone does not have them either."
UPDATE = "This phone needs the new version of Ringback to show news. What it writes still arrives."
