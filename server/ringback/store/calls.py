"""The log. Entries are added and never changed; `body` is the entry's own JSON, as it goes out again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from ringback.store.database import bump


def add_many(db: Database, office_id: str, rep_id: str, calls: bytes, count: int, at: str) -> int:
    """Append entries that are all new, a JSON array of `count`; the `seq` of the first, the others follow. One that is
    there already is an error."""
    first = bump(db, office_id, count) - count + 1
    db.conn.execute(ADD, (office_id, rep_id, at, first, calls.decode()))
    return first


# One statement for all: SQLite takes the entries apart while Python serves somebody else, in less time than it takes to
# hand them over one by one.
ADD = """
    INSERT INTO calls (office_id, rep_id, received_at, seq, id, prospect_id, made_at, outcome, direction, template_id,
        version_id, credits, replaces, void, viewer_id, stray, body)
    SELECT ?1, ?2, ?3, ?4 + key, value ->> 'id', value ->> 'prospect_id', value ->> 'made_at', value ->> 'outcome',
        value ->> 'direction', value ->> 'template_id', value ->> 'version_id', value ->> 'credits',
        value ->> 'replaces', value ->> 'void', nullif(about.owner_id, ?2),
        about.id IS NULL AND value ->> 'prospect_id' IS NOT NULL, json(value)
    FROM jsonb_each(?5)
    LEFT JOIN prospects AS about ON about.office_id = ?1 AND about.id = value ->> 'prospect_id'
"""


def find(db: Database, office_id: str, call_id: str) -> tuple[str, str] | None:
    """Its rep and its JSON."""
    row = db.conn.execute("SELECT rep_id, body FROM calls WHERE office_id = ? AND id = ?", (office_id, call_id))
    return row.fetchone()  # type: ignore[no-any-return]


def show(db: Database, office_id: str, prospect_ids: Sequence[str], to_id: str) -> None:
    """Let the prospects' new owner meet what others logged on them. Reads the whole log: for the office's own acts."""
    ids = msgspec.json.encode(prospect_ids).decode()
    db.conn.execute(UNSEEN, (office_id, to_id, ids))
    _show(db, office_id, to_id, db.conn.execute(OTHERS, (office_id, to_id, ids)).fetchall())


UNSEEN = """
    UPDATE calls SET viewer_id = NULL
    WHERE office_id = ? AND rep_id = ? AND viewer_id IS NOT NULL AND prospect_id IN (SELECT value FROM json_each(?))
"""
OTHERS = """
    SELECT rowid FROM calls WHERE office_id = ? AND rep_id <> ? AND prospect_id IN (SELECT value FROM json_each(?))
    ORDER BY seq
"""


def show_strays(db: Database, office_id: str, prospect_id: str, to_id: str) -> None:
    """The same for a prospect that arrives after calls on it."""
    _show(db, office_id, to_id, db.conn.execute(STRAYS, (office_id, prospect_id, to_id)).fetchall())


STRAYS = "SELECT rowid FROM calls WHERE stray AND office_id = ? AND prospect_id = ? AND rep_id <> ? ORDER BY seq"


def _show(db: Database, office_id: str, to_id: str, ids: Sequence[tuple[int]]) -> None:
    if ids:
        first = bump(db, office_id, len(ids)) - len(ids) + 1
        shown = [(to_id, seq, row[0]) for seq, row in enumerate(ids, first)]
        db.conn.executemany("UPDATE calls SET viewer_id = ?, stray = 0, seq = ? WHERE rowid = ?", shown)


# The body begins with "{": what the office adds is put before the rest of it.
ROW = """
    SELECT seq, '{"kind":"call","seq":' || seq || ',"rep_id":"' || rep_id || '","rep_name":' ||
        (SELECT json_quote(name) FROM members WHERE members.office_id = calls.office_id AND members.id = rep_id) ||
        ',' || substr(body, 2)
    FROM calls
"""
OWN = f"{ROW} WHERE office_id = :office_id AND rep_id = :member_id AND seq > :after"
SHOWN = f"{ROW} WHERE office_id = :office_id AND viewer_id = :member_id AND seq > :after"
