"""Everything that the office holds, for taking it elsewhere. Secrets stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

KEPT = (
    "offices",
    "members",
    "devices",
    "templates",
    "versions",
    "prospects",
    "handovers",
    "lost_values",
    "calls",
    "follow_ups",
    "closings",
    "reminders",
    "quarantine",
)
JSON = ("fields", "body", "profile", "settings", "sections", "tags")  # columns that hold it


def rows(db: Database) -> Iterator[tuple[str, dict[str, Any]]]:
    """Table and row, one by one, of one moment."""
    for table in KEPT:
        cursor = db.execute(f"SELECT * FROM {table}")  # noqa: S608
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield table, {name: plain(name, value) for name, value in zip(names, row, strict=True)}


def plain(name: str, value: object) -> object:
    if name in JSON:
        return json.loads(str(value))
    return value.hex() if isinstance(value, bytes) else value
