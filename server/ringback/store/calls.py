"""The log. Entries are added and never changed; `body` is the entry's own JSON, as it goes out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlite_utils import Database

from ringback.domain.calls import Call
from ringback.store.database import bump
from ringback.store.rows import Row, changed

Written = tuple[Call, str]
"""An entry and its JSON."""


def add_many(db: Database, office_id: str, rep_id: str, calls: Sequence[Written], at: str) -> int:
    """Append entries that are all new; the `seq` of the first, the others follow. One that is there is an error."""
    first = bump(db, office_id, len(calls)) - len(calls) + 1
    own = _own(db, office_id, rep_id, {call.prospect_id for call, _ in calls if call.prospect_id})
    db.conn.executemany(ADD, [
        (office_id, call.id, rep_id, call.prospect_id, call.made_at, call.outcome, call.direction, call.template_id,
         call.version_id, call.credits, call.replaces, call.void, call.prospect_id is not None
         and call.prospect_id not in own, at, seq, body)
        for seq, (call, body) in enumerate(calls, first)
    ])  # fmt: skip
    return first


ADD = """
    INSERT INTO calls (office_id, id, rep_id, prospect_id, made_at, outcome, direction, template_id, version_id,
        credits, replaces, void, stray, received_at, seq, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _own(db: Database, office_id: str, rep_id: str, prospect_ids: set[str]) -> set[str]:
    if not prospect_ids:
        return set()
    ids = msgspec.json.encode(list(prospect_ids)).decode()
    return {row[0] for row in db.conn.execute(OWN, (ids, office_id, rep_id))}


OWN = """
    SELECT prospects.id FROM json_each(?) AS wanted
    CROSS JOIN prospects ON prospects.id = wanted.value WHERE prospects.office_id = ? AND prospects.owner_id = ?
"""


def find(db: Database, office_id: str, call_id: str) -> tuple[str, str] | None:
    """Its rep and its JSON."""
    row = db.conn.execute("SELECT rep_id, body FROM calls WHERE office_id = ? AND id = ?", (office_id, call_id))
    return row.fetchone()  # type: ignore[no-any-return]


def show(db: Database, office_id: str, prospect_id: str, to_id: str, *, stray: bool) -> None:
    """Let the prospect's new owner meet what others logged on it. `stray`: only calls on what was not their rep's."""
    which = STRAY if stray else ALL
    ids = db.conn.execute(which, (office_id, prospect_id, to_id)).fetchall()
    if ids:
        first = bump(db, office_id, len(ids)) - len(ids) + 1
        moved = [(seq, row[0]) for seq, row in enumerate(ids, first)]
        db.conn.executemany("UPDATE calls SET seq = ? WHERE rowid = ?", moved)


STRAY = "SELECT rowid FROM calls WHERE stray AND office_id = ? AND prospect_id = ? AND rep_id <> ? ORDER BY seq"
ALL = "SELECT rowid FROM calls WHERE office_id = ? AND prospect_id = ? AND rep_id <> ? ORDER BY seq"


def rows(db: Database, office_id: str, member_id: str, after: int) -> Iterator[Row]:
    """Those of the member, and those on prospects that are now his."""
    return changed(db, ROWS, office_id, member_id, after)


# The body begins with "{": what the office adds is put before the rest of it.
ROWS = """
    SELECT seq, '{"kind":"call","seq":' || seq || ',"rep_id":"' || rep_id || '","rep_name":' ||
        (SELECT json_quote(name) FROM members WHERE members.office_id = calls.office_id AND members.id = rep_id) ||
        ',' || substr(body, 2)
    FROM calls WHERE office_id = :office_id AND seq > :after AND (rep_id = :member_id OR prospect_id IN (
        SELECT id FROM prospects WHERE prospects.office_id = :office_id AND owner_id = :member_id))
    ORDER BY seq
"""
