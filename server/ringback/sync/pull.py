"""[8] What a phone has not seen yet: rows of every kind that its member may see, by rising `seq`."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from msgspec import Raw
from sqlite_utils import Database

from ringback.store import calls, directory, follow_ups, problems, prospects, templates
from ringback.store.rows import Row

MOST_ROWS = 500
MOST_BYTES = 256 * 1024

SOURCES = (
    directory.offices,
    directory.members,
    directory.profiles,
    templates.rows,
    templates.versions,
    prospects.rows,
    prospects.gone,
    calls.rows,
    follow_ups.rows,
    problems.rows,
)


@dataclass(frozen=True, slots=True)
class Pulled:
    rows: list[Raw]
    cursor: int
    more: bool


def pull(db: Database, office_id: str, member_id: str, *, cursor: int, counter: int, page: int) -> Pulled:
    """Inside the read transaction that gave `counter`. Sources are read only as far as the page goes."""
    if cursor >= counter:
        return Pulled([], counter, more=False)
    return cut(_merged(db, office_id, member_id, cursor), cursor=cursor, counter=counter, page=min(page, MOST_ROWS))


def _merged(db: Database, office_id: str, member_id: str, after: int) -> Iterator[Row]:
    return heapq.merge(*(source(db, office_id, member_id, after) for source in SOURCES), key=itemgetter(0))


def cut(rows: Iterator[Row], *, cursor: int, counter: int, page: int) -> Pulled:
    """As many rows as fit, at least one if any is wanted. Rows that share a `seq` are never parted."""
    taken: list[Raw] = []
    size = 0
    for seq, text in rows:
        row = text.encode()
        if seq != cursor and (len(taken) >= page or (taken and size + len(row) > MOST_BYTES)):
            return Pulled(taken, cursor, more=True)
        taken.append(Raw(row))
        size += len(row)
        cursor = seq
    return Pulled(taken, counter, more=False)
