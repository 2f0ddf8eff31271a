"""Values that lost against a later edit from another phone. Kept, and shown, until somebody has looked at them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.prospects import Lost


def add(db: Database, office_id: str, prospect_id: str, lost: Iterable[Lost], *, by_id: str, at: str) -> None:
    given = [(office_id, str(uuid4()), prospect_id, one.field, one.value, one.kept, by_id, at) for one in lost]
    db.conn.executemany(ADD, given)


ADD = """
    INSERT INTO lost_values (office_id, id, prospect_id, field, value, kept, by_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def resolve(db: Database, office_id: str, prospect_id: str, lost_id: str, at: str) -> bool:
    """Somebody has looked at it; whether it was still open."""
    return bool(db.conn.execute(RESOLVE, (at, office_id, prospect_id, lost_id)).rowcount)


RESOLVE = """
    UPDATE lost_values SET resolved_at = ? WHERE office_id = ? AND prospect_id = ? AND id = ? AND resolved_at IS NULL
"""
