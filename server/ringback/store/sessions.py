"""Who is signed in where. Only hashes are kept: the file alone lets nobody in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from ringback.domain.instants import read, written
from ringback.domain.people import Caller, Member, digest

LASTS = timedelta(days=180)  # from its last use
RENEW_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Session:
    caller: Caller
    used_at: datetime

    def due_for_renewal(self, now: datetime) -> bool:
        return now - self.used_at > RENEW_AFTER


# Of a device `d`, `:now`: whether its member is signed in there. Signing out leaves everything else of a device alone.
SIGNED_IN = """
    EXISTS (SELECT 1 FROM sessions WHERE sessions.office_id = d.office_id AND sessions.device_id = d.id
            AND sessions.expires_at > :now)
"""


def start(db: Database, office_id: str, *, member_id: str, device_id: str, now: datetime) -> str:
    """The token of a new session, the device's only one from now on."""
    token = secrets.token_urlsafe(32)
    db.execute("DELETE FROM sessions WHERE office_id = ? AND device_id = ?", [office_id, device_id])
    db.execute(
        START,
        [office_id, digest(token), member_id, device_id, written(now), written(now), written(now + LASTS)],
    )
    return token


START = """
    INSERT INTO sessions (office_id, token_hash, member_id, device_id, made_at, used_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def find(db: Database, office_id: str, token: str, now: datetime) -> Session | None:
    row = db.conn.execute(FIND, (office_id, digest(token), written(now))).fetchone()
    if row is None:
        return None
    member_id, name, role, device_id, device_name, revoked, used_at = row
    caller = Caller(office_id, Member(member_id, name, role), device_id, device_name, bool(revoked))
    return Session(caller, read(used_at))


FIND = """
    SELECT members.id, members.name, members.role, devices.id, devices.name, devices.revoked_at IS NOT NULL,
        sessions.used_at
    FROM sessions
    JOIN members ON members.office_id = sessions.office_id AND members.id = sessions.member_id
    JOIN devices ON devices.office_id = sessions.office_id AND devices.id = sessions.device_id
    WHERE sessions.office_id = ? AND sessions.token_hash = ? AND sessions.expires_at > ? AND members.removed_at IS NULL
"""


def renew(db: Database, office_id: str, token: str, now: datetime) -> None:
    db.execute(
        "UPDATE sessions SET used_at = ?, expires_at = ? WHERE office_id = ? AND token_hash = ?",
        [written(now), written(now + LASTS), office_id, digest(token)],
    )


def move(db: Database, office_id: str, token: str, device_id: str) -> None:
    """To another device of the same member."""
    db.execute(
        "UPDATE sessions SET device_id = ? WHERE office_id = ? AND token_hash = ?",
        [device_id, office_id, digest(token)],
    )


def end(db: Database, office_id: str, token: str) -> None:
    db.execute("DELETE FROM sessions WHERE office_id = ? AND token_hash = ?", [office_id, digest(token)])
