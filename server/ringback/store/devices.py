"""Phones and browsers, each with a member's name on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from ringback.domain.errors import Refused
from ringback.domain.instants import written
from ringback.store.sessions import SIGNED_IN


@dataclass(frozen=True)
class Device:
    """As the office sees it. It holds 1 to `have_through` of what was written on it, and `beyond` after a gap."""

    id: str
    member_id: str
    name: str
    made_at: str
    seen_at: str | None
    revoked_at: str | None
    schema_version: int
    next_n: int
    have_through: int
    hole_since: str | None
    lost_at: str | None
    beyond: int

    @property
    def waiting(self) -> int:
        """Writes that were made on it and that the office does not hold yet."""
        return max(0, self.next_n - 1 - self.have_through - self.beyond)


COLUMNS = """
    id, member_id, name, made_at, seen_at, revoked_at, schema_version, next_n, have_through, hole_since, lost_at,
    (SELECT count(*) FROM operations AS o
     WHERE o.office_id = devices.office_id AND o.device_id = devices.id AND o.n > have_through)
"""


def every(db: Database, office_id: str) -> list[Device]:
    """Newest first."""
    rows = db.execute(f"SELECT {COLUMNS} FROM devices WHERE office_id = ? ORDER BY made_at DESC, id", [office_id])  # noqa: S608
    return [Device(*row) for row in rows]


def of(db: Database, office_id: str, member_id: str) -> list[Device]:
    return [device for device in every(db, office_id) if device.member_id == member_id]


def find(db: Database, office_id: str, device_id: str) -> Device | None:
    row = db.execute(
        f"SELECT {COLUMNS} FROM devices WHERE office_id = ? AND id = ?",  # noqa: S608
        [office_id, device_id],
    ).fetchone()
    return Device(*row) if row else None


def pair(db: Database, office_id: str, device_id: str, *, member_id: str, name: str, now: datetime) -> None:
    """The member's device from now on: a new one, or one of his that goes on. Refuses one of somebody else's."""
    known = find(db, office_id, device_id)
    if known and known.member_id != member_id:
        raise Refused(
            "device_taken",
            "This phone already belongs to another member of the office. What that member wrote on it stays there.",
        )
    db.execute(
        PAIR, {"office_id": office_id, "id": device_id, "member_id": member_id, "name": name, "now": written(now)}
    )


PAIR = """
    INSERT INTO devices (office_id, id, member_id, name, made_at, seen_at)
    VALUES (:office_id, :id, :member_id, :name, :now, :now)
    ON CONFLICT (office_id, id) DO UPDATE SET name = :name, seen_at = :now, revoked_at = NULL
"""


def revoke(db: Database, office_id: str, device_id: str, now: datetime | None) -> None:
    """`now` None takes the revocation back: its session was only out of force."""
    db.execute(
        "UPDATE devices SET revoked_at = ? WHERE office_id = ? AND id = ?",
        [written(now) if now else None, office_id, device_id],
    )


def lose(db: Database, office_id: str, device_id: str, now: datetime) -> None:
    """Its storage was emptied: what it had not sent is gone, and it goes on under another id."""
    db.execute("UPDATE devices SET lost_at = ? WHERE office_id = ? AND id = ?", [written(now), office_id, device_id])


def anyone_leads(db: Database, office_id: str) -> bool:
    """Whether a lead has ever signed in."""
    return bool(db.execute(ANYONE_LEADS, [office_id]).fetchone()[0])


ANYONE_LEADS = """
    SELECT EXISTS (
        SELECT 1 FROM devices JOIN members ON members.office_id = devices.office_id AND members.id = devices.member_id
        WHERE devices.office_id = ? AND members.role = 'lead'
    )
"""


def where_leads_get_in(db: Database, office_id: str, now: datetime) -> list[str]:
    """The devices on which a lead is signed in, and which were not revoked."""
    return [row[0] for row in db.execute(WHERE_LEADS_GET_IN, {"office_id": office_id, "now": written(now)})]


WHERE_LEADS_GET_IN = f"""
    SELECT d.id FROM devices AS d
    JOIN members AS m ON m.office_id = d.office_id AND m.id = d.member_id AND m.removed_at IS NULL
    WHERE d.office_id = :office_id AND m.role = 'lead' AND d.revoked_at IS NULL AND {SIGNED_IN} ORDER BY d.id
"""  # noqa: S608 - SIGNED_IN is a constant
