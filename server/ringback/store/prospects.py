"""The people to be called. Each row belongs to one rep; a row that leaves him says so."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlite_utils import Database

from ringback.store import calls, follow_ups
from ringback.store.database import bump


@dataclass(frozen=True, slots=True)
class Prospect:
    id: str
    owner_id: str
    fields: dict[str, str]
    token: str  # random per write: a counter would repeat after a restore and hide a conflict
    blocked_at: str | None
    deleted_at: str | None
    seq: int


def find(db: Database, office_id: str, prospect_id: str) -> Prospect | None:
    row = db.conn.execute(FIND, (office_id, prospect_id)).fetchone()
    return Prospect(row[0], row[1], msgspec.json.decode(row[2]), *row[3:]) if row else None


FIND = """
    SELECT id, owner_id, fields, token, blocked_at, deleted_at, seq FROM prospects WHERE office_id = ? AND id = ?
"""


def add(db: Database, office_id: str, prospect_id: str, *, owner_id: str, fields: dict[str, str], at: str) -> int:
    """A new row; its `seq`. Calls that others logged on it before it was here become visible to its owner."""
    seq = bump(db, office_id)
    db.conn.execute(ADD, (office_id, prospect_id, owner_id, _json(fields), secrets.token_hex(8), at, seq))
    calls.show_strays(db, office_id, prospect_id, owner_id)
    return seq


ADD = "INSERT INTO prospects (office_id, id, owner_id, fields, token, made_at, seq) VALUES (?, ?, ?, ?, ?, ?, ?)"


def keep(db: Database, office_id: str, prospect_id: str, fields: dict[str, str]) -> int:
    """Its fields from now on; a deleted one comes back."""
    seq = bump(db, office_id)
    db.conn.execute(KEEP, (_json(fields), secrets.token_hex(8), seq, office_id, prospect_id))
    return seq


KEEP = "UPDATE prospects SET fields = ?, token = ?, seq = ?, deleted_at = NULL WHERE office_id = ? AND id = ?"


def delete(db: Database, office_id: str, prospect_id: str, at: str) -> int:
    """Out of everybody's sight. The fields stay for a while, in case an edit brings it back."""
    seq = bump(db, office_id)
    db.conn.execute(
        "UPDATE prospects SET deleted_at = ?, seq = ? WHERE office_id = ? AND id = ?", (at, seq, office_id, prospect_id)
    )
    return seq


def block(db: Database, office_id: str, prospect_id: str, *, by_id: str, reason: str, at: str) -> int:
    """Not to be called, from now on, by anybody."""
    seq = bump(db, office_id)
    db.conn.execute(BLOCK, (at, by_id, reason, secrets.token_hex(8), seq, office_id, prospect_id))
    return seq


BLOCK = """
    UPDATE prospects SET blocked_at = ?, blocked_by = ?, blocked_why = ?, token = ?, seq = ?
    WHERE office_id = ? AND id = ?
"""


def unblock(db: Database, office_id: str, prospect_id: str) -> None:
    """Only the office does this."""
    db.execute(UNBLOCK, [secrets.token_hex(8), bump(db, office_id), office_id, prospect_id])


UNBLOCK = """
    UPDATE prospects SET blocked_at = NULL, blocked_by = NULL, blocked_why = NULL, token = ?, seq = ?
    WHERE office_id = ? AND id = ?
"""


def touch(db: Database, office_id: str, prospect_id: str) -> int:
    """Something that is shown with it has changed."""
    seq = bump(db, office_id)
    db.conn.execute("UPDATE prospects SET seq = ? WHERE office_id = ? AND id = ?", (seq, office_id, prospect_id))
    return seq


def assign(db: Database, office_id: str, prospect_ids: Sequence[str], to_id: str, at: str) -> int:
    """Give prospects to a rep. Who had them is told who has them now, and lets go; the new owner meets their calls, and
    keeps what was promised to them. How many promises went along."""
    found = [find(db, office_id, prospect_id) for prospect_id in prospect_ids]
    moving = [was for was in found if was and was.owner_id != to_id]
    for was in moving:
        _hand_over(db, office_id, was, to_id, at)
    calls.show(db, office_id, [was.id for was in moving], to_id)
    return sum(follow_ups.hand_over(db, office_id, was.id, was.owner_id, to_id, at) for was in moving)


def _hand_over(db: Database, office_id: str, was: Prospect, to_id: str, at: str) -> None:
    own = {"office_id": office_id, "id": was.id, "from_id": was.owner_id, "to_id": to_id, "at": at}
    for statement in (TOLD, BACK, OWNER):
        db.execute(statement, own | {"seq": bump(db, office_id), "token": secrets.token_hex(8)})


TOLD = """
    INSERT INTO handovers (office_id, prospect_id, from_id, to_id, at, seq) VALUES (:office_id, :id, :from_id, :to_id, :at, :seq)
    ON CONFLICT (office_id, prospect_id, from_id) DO UPDATE SET to_id = :to_id, at = :at, seq = :seq
"""  # noqa: E501
BACK = "DELETE FROM handovers WHERE office_id = :office_id AND prospect_id = :id AND from_id = :to_id"
OWNER = "UPDATE prospects SET owner_id = :to_id, token = :token, seq = :seq WHERE office_id = :office_id AND id = :id"


ROWS = """
    SELECT seq, CASE WHEN deleted_at IS NOT NULL THEN
        json_object('kind', 'prospect', 'id', id, 'seq', seq, 'gone', 'deleted', 'to', NULL)
    ELSE json_object(
        'kind', 'prospect', 'id', id, 'seq', seq, 'fields', json(fields), 'owner_id', owner_id,
        'do_not_call', CASE WHEN blocked_at IS NOT NULL THEN json_object('at', blocked_at, 'by', (
            SELECT name FROM members WHERE members.office_id = p.office_id AND members.id = blocked_by
        ), 'reason', blocked_why) END,
        'token', token, 'made_at', made_at,
        'lost', (
            SELECT json_group_array(json_object(
                'id', l.id, 'field', l.field, 'value', l.value, 'kept', l.kept, 'by', m.name, 'at', l.at) ORDER BY l.at, l.id)
            FROM lost_values l JOIN members m ON m.office_id = l.office_id AND m.id = l.by_id
            WHERE l.office_id = p.office_id AND l.prospect_id = p.id AND l.resolved_at IS NULL
        ))
    END
    FROM prospects p WHERE office_id = :office_id AND owner_id = :member_id AND seq > :after
"""  # noqa: E501


# Those that the member had and somebody else has now.
GONE = """
    SELECT seq, json_object('kind', 'prospect', 'id', prospect_id, 'seq', seq, 'gone', 'assigned', 'to', to_id)
    FROM handovers WHERE office_id = :office_id AND from_id = :member_id AND seq > :after
"""


def first_name(of: str) -> str:
    """SQL of the prospects `of`: the name that somebody goes by, where no other first name is known."""
    return f"coalesce({of}.fields ->> 'first_name', {of}.fields ->> 'preferred_name')"


def _json(fields: dict[str, str]) -> str:
    return msgspec.json.encode(fields, order="sorted").decode()
