"""The people of the office."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.finding import fold
from ringback.domain.instants import written
from ringback.domain.people import Member, Role
from ringback.store.database import bump


def add(db: Database, office_id: str, *, name: str, role: Role, now: datetime) -> Member:
    member = Member(str(uuid4()), name, role)
    db.execute(
        "INSERT INTO members (office_id, id, name, role, seq, made_at) VALUES (?, ?, ?, ?, ?, ?)",
        [office_id, member.id, name, role, bump(db, office_id), written(now)],
    )
    return member


def every(db: Database, office_id: str) -> list[Member]:
    """Those who are here now, leads first, then by name."""
    found = [Member(*row) for row in db.execute(EVERY, [office_id])]
    return sorted(found, key=lambda member: (member.role, fold(member.name), member.id))


EVERY = "SELECT id, name, role FROM members WHERE office_id = ? AND removed_at IS NULL"


def find(db: Database, office_id: str, member_id: str) -> Member | None:
    row = db.execute(
        "SELECT id, name, role FROM members WHERE office_id = ? AND id = ? AND removed_at IS NULL",
        [office_id, member_id],
    ).fetchone()
    return Member(*row) if row else None


def first_lead(db: Database, office_id: str) -> Member:
    """The one the office was founded with."""
    return Member(*db.execute(FIRST_LEAD, [office_id]).fetchone())


FIRST_LEAD = """
    SELECT id, name, role FROM members WHERE office_id = ? AND role = 'lead' AND removed_at IS NULL
    ORDER BY made_at, seq LIMIT 1
"""


def named(db: Database, office_id: str, name: str) -> list[Member]:
    return [member for member in every(db, office_id) if member.name.casefold() == name.casefold()]


def rename(db: Database, office_id: str, member_id: str, name: str) -> None:
    db.execute(
        "UPDATE members SET name = ?, seq = ? WHERE office_id = ? AND id = ?",
        [name, bump(db, office_id), office_id, member_id],
    )


def remove(db: Database, office_id: str, member_id: str, now: datetime) -> None:
    db.execute(
        "UPDATE members SET removed_at = ?, seq = ? WHERE office_id = ? AND id = ?",
        [written(now), bump(db, office_id), office_id, member_id],
    )


def has_anything(db: Database, office_id: str, member_id: str) -> bool:
    """Whether something of the office's is his. Deleted prospects count: an edit brings one back to its owner."""
    return bool(db.execute(HAS_ANYTHING, {"office_id": office_id, "member_id": member_id}).fetchone()[0])


HAS_ANYTHING = """
    SELECT EXISTS (SELECT 1 FROM prospects WHERE office_id = :office_id AND owner_id = :member_id)
        OR EXISTS (SELECT 1 FROM calls WHERE office_id = :office_id AND rep_id = :member_id)
        OR EXISTS (SELECT 1 FROM follow_ups WHERE office_id = :office_id AND rep_id = :member_id)
        OR EXISTS (SELECT 1 FROM templates WHERE office_id = :office_id AND owner_id = :member_id)
"""
