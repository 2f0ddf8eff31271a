"""Who is in the office, as every phone sees it, and each member's own profile."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from ringback.domain.last_resort import LastResort
from ringback.store.database import bump


def epoch(db: Database, office_id: str) -> tuple[str, int]:
    """The office's epoch and change counter."""
    row = db.conn.execute("SELECT epoch, counter FROM offices WHERE id = ?", (office_id,)).fetchone()
    return row[0], row[1]


def profile(db: Database, office_id: str, member_id: str) -> dict[str, str]:
    row = db.conn.execute("SELECT profile FROM members WHERE office_id = ? AND id = ?", (office_id, member_id))
    return msgspec.json.decode(row.fetchone()[0], type=dict[str, str])


def keep_profile(db: Database, office_id: str, member_id: str, fields: dict[str, str]) -> int:
    seq = bump(db, office_id)
    text = msgspec.json.encode(fields, order="sorted").decode()
    given = (text, seq, office_id, member_id)
    db.conn.execute("UPDATE members SET profile = ?, seq = ? WHERE office_id = ? AND id = ?", given)
    return seq


OFFICES = """
    SELECT seq, json_object('kind', 'office', 'id', id, 'seq', seq, 'name', name, 'country', country, 'locale', locale,
        'holidays', json(coalesce(settings -> '$.holidays', '[]')),
        'last_resort', json(coalesce(settings -> '$.last_resort', 'LAST_RESORT')),
        'coach', json(coalesce(settings -> '$.coach', '{}')))
    FROM offices WHERE id = :office_id AND seq > :after
""".replace("LAST_RESORT", msgspec.json.encode(LastResort()).decode())


MEMBERS = """
    SELECT seq, json_object('kind', 'member', 'id', id, 'seq', seq, 'name', name, 'role', role,
        'removed', json(iif(removed_at IS NULL, 'false', 'true')))
    FROM members WHERE office_id = :office_id AND seq > :after
"""


# It shares its row, and so its `seq`, with the member.
PROFILES = """
    SELECT seq, json_object('kind', 'profile', 'id', id, 'seq', seq, 'fields', json(profile))
    FROM members WHERE office_id = :office_id AND id = :member_id AND seq > :after
"""
