"""[8] What a phone has not seen yet: rows of every kind that its member may see, by rising `seq`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Raw
from sqlite_utils import Database

from ringback.domain.numbers import NONE, Range
from ringback.store import calls, directory, follow_ups, problems, prospects, templates
from ringback.store.rows import Row, page

MOST_ROWS = 500
MOST_BYTES = 256 * 1024

SOURCES = (
    directory.OFFICES,
    directory.MEMBERS,
    directory.PROFILES,
    templates.ROWS,
    templates.VERSIONS,
    prospects.ROWS,
    prospects.GONE,
    calls.OWN,
    calls.SHOWN,
    follow_ups.ROWS,
    problems.ROWS,
)


@dataclass(frozen=True, slots=True)
class Pulled:
    rows: list[Raw]
    cursor: int
    more: bool


def pull(
    db: Database, office_id: str, member_id: str, *, cursor: int, counter: int, wanted: int, kept: Range = NONE
) -> Pulled:
    """Inside the read transaction that gave `counter`. `wanted` is how many rows the phone takes at most, `kept`
    between which `seq` the calls are that it has already."""
    if cursor >= counter:
        return Pulled([], counter, more=False)
    if wanted == 0:
        return Pulled([], cursor, more=True)
    rows = page(db, SOURCES, office_id, member_id, cursor, kept)
    return cut(rows, cursor=cursor, counter=counter, at_most=min(wanted, MOST_ROWS))


def cut(rows: Sequence[Row], *, cursor: int, counter: int, at_most: int) -> Pulled:
    """As many rows as fit, at least one if any is wanted. Rows that share a `seq` are never parted."""
    taken: list[Raw] = []
    size = 0
    for seq, row in rows:
        size += len(row)
        if seq != cursor and (len(taken) >= at_most or (taken and size > MOST_BYTES)):
            return Pulled(taken, cursor, more=True)
        taken.append(Raw(row))
        cursor = seq
    return Pulled(taken, counter, more=False)
