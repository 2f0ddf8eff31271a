"""A row as it travels: its place in the office's order of changes, and its JSON, made by SQLite where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlite_utils import Database

Row = tuple[int, str]


def changed(db: Database, sql: str, office_id: str, member_id: str, after: int) -> Iterator[Row]:
    """Rows with `seq` above `after`, rising, one by one: whoever reads them stops when he has enough."""
    given: Mapping[str, Any] = {"office_id": office_id, "member_id": member_id, "after": after}
    return db.conn.execute(sql, given)
