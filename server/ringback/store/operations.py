"""Which writes of which phone the office holds, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlite_utils import Database

from ringback.domain.numbers import Range


@dataclass(frozen=True, slots=True)
class Known:
    hash: bytes
    status: str
    rev: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the office knows of a phone: the highest `next_n` that it told, and where the office's hold of it ends."""

    next_n: int
    have_through: int
    hole_since: str | None
    schema: int
    seen_at: str | None


def standing(db: Database, office_id: str, device_id: str) -> Standing:
    return Standing(*db.conn.execute(STANDING, (office_id, device_id)).fetchone())


STANDING = """
    SELECT next_n, have_through, hole_since, schema_version, seen_at FROM devices WHERE office_id = ? AND id = ?
"""


def keep_standing(db: Database, office_id: str, device_id: str, now: Standing) -> None:
    given = (now.next_n, now.have_through, now.hole_since, now.schema, now.seen_at, office_id, device_id)
    db.conn.execute(KEEP_STANDING, given)


KEEP_STANDING = """
    UPDATE devices SET next_n = max(next_n, ?), have_through = ?, hole_since = ?, schema_version = ?, seen_at = ?
    WHERE office_id = ? AND id = ?
"""


def known(db: Database, office_id: str, device_id: str, first: int, last: int) -> dict[int, Known]:
    """The operations numbered `first` to `last` that the office holds."""
    rows = db.conn.execute(KNOWN, (office_id, device_id, first, last))
    return {n: Known(*rest) for n, *rest in rows}


KNOWN = """
    SELECT n, hash, status, rev FROM operations WHERE office_id = ? AND device_id = ? AND n BETWEEN ? AND ?
"""


def record(db: Database, office_id: str, device_id: str, at: str, done: Sequence[tuple[int, str, str, int]]) -> None:
    """`done` are number, hash in hex, status and rev. A number that is there already is an error."""
    db.conn.execute(RECORD, (office_id, device_id, at, msgspec.json.encode(done).decode()))


RECORD = """
    INSERT INTO operations (office_id, device_id, received_at, n, hash, status, rev)
    SELECT ?1, ?2, ?3, value ->> 0, unhex(value ->> 1), value ->> 2, value ->> 3 FROM jsonb_each(?4)
"""


def record_run(db: Database, office_id: str, device_id: str, at: str, *, n: int, rev: int, hashes: str) -> None:
    """The same for operations that were all taken, numbered from `n` and with revs from `rev`. `hashes` is JSON."""
    db.conn.execute(RECORD_RUN, (office_id, device_id, at, n, rev, hashes))


RECORD_RUN = """
    INSERT INTO operations (office_id, device_id, received_at, n, hash, status, rev)
    SELECT ?1, ?2, ?3, ?4 + key, unhex(value), 'ok', ?5 + key FROM json_each(?6)
"""


def advance(db: Database, office_id: str, device_id: str, first: int, now: Standing) -> bool:
    """Keep the standing of a phone whose operations from `first` on came in their turn; False if they did not."""
    given = (now.next_n, now.have_through, now.schema, now.seen_at, office_id, device_id, first - 1)
    return bool(db.conn.execute(ADVANCE, given).rowcount)


ADVANCE = """
    UPDATE devices SET next_n = max(next_n, ?1), have_through = ?2, hole_since = NULL, schema_version = ?3, seen_at = ?4
    WHERE office_id = ?5 AND id = ?6 AND have_through = ?7
      AND NOT EXISTS (SELECT 1 FROM operations WHERE office_id = ?5 AND device_id = ?6 AND n = ?2 + 1)
"""


def held(db: Database, office_id: str, device_id: str, above: int = 0) -> list[Range]:
    """The numbers above `above` that the office holds, as rising ranges."""
    return [(first, last) for first, last in db.conn.execute(HELD, (office_id, device_id, above))]


HELD = """
    SELECT min(n), max(n) FROM (
        SELECT n, n - row_number() OVER (ORDER BY n) AS island FROM operations
        WHERE office_id = ? AND device_id = ? AND n > ?
    ) GROUP BY island ORDER BY 1
"""


def through(db: Database, office_id: str, device_id: str, have: int, numbers: Sequence[int]) -> int:
    """Where the unbroken hold ends after `numbers` (rising) came in on top of 1..`have`."""
    if numbers and numbers[0] == have + 1 and numbers[-1] - numbers[0] + 1 == len(numbers):
        have = numbers[-1]
    if not db.conn.execute(NEXT, (office_id, device_id, have + 1)).fetchone():
        return have
    return held(db, office_id, device_id, have)[0][1]


NEXT = "SELECT 1 FROM operations WHERE office_id = ? AND device_id = ? AND n = ?"
