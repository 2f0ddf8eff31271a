"""Invitations: each lets one member in on one device, once, for a while. Only hashes of their secrets are kept.

The answer to whoever used one can be lost on the way. So the device that used it may ask again for some minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.domain.people import Secret, as_code, digest, new_secret

LASTS = timedelta(days=7)
FIRST_LASTS = timedelta(hours=24)  # the first lead's link stands in a terminal's history
AGAIN = timedelta(minutes=10)  # from its use on, for the device that used it


@dataclass(frozen=True)
class Invitation:
    id: str
    member_id: str
    made_at: str
    expires_at: str


def add(
    db: Database, office_id: str, *, member_id: str, made_by: str | None, now: datetime, lasts: timedelta = LASTS
) -> tuple[Invitation, Secret]:
    secret = new_secret()
    invitation = Invitation(str(uuid4()), member_id, written(now), written(now + lasts))
    hashes = [digest(secret.token), digest(secret.code)]
    db.execute(ADD, [office_id, invitation.id, member_id, *hashes, made_by, invitation.made_at, invitation.expires_at])
    return invitation, secret


ADD = """
    INSERT INTO invitations (office_id, id, member_id, token_hash, code_hash, made_by, made_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def use(db: Database, office_id: str, secret: str, device_id: str, now: datetime) -> str | None:
    """The member that this secret lets in on this device, and nobody after him; None if it lets nobody in."""
    asked = {"office_id": office_id, "token": digest(secret), "code": digest(as_code(secret)), "device": device_id}
    row = db.execute(USE, asked | {"now": written(now), "lately": written(now - AGAIN)}).fetchone()
    return str(row[0]) if row else None


# One statement, so that of two who come at once only one finds it unused. Whoever has left or was revoked since does
# not come back by it: the session that he was given is there as long as neither happened.
USE = """
    UPDATE invitations SET used_at = coalesce(used_at, :now), used_by = :device
    WHERE office_id = :office_id AND (token_hash = :token OR code_hash = :code)
      AND (used_at IS NULL AND cancelled_at IS NULL AND expires_at > :now
           OR used_by = :device AND used_at > :lately AND EXISTS (
               SELECT 1 FROM sessions JOIN devices ON devices.office_id = sessions.office_id AND devices.id = device_id
               WHERE sessions.office_id = :office_id AND device_id = :device AND revoked_at IS NULL))
      AND EXISTS (SELECT 1 FROM members WHERE members.office_id = :office_id AND members.id = member_id
                  AND members.removed_at IS NULL)
    RETURNING member_id
"""


def open_ones(db: Database, office_id: str, now: datetime) -> list[Invitation]:
    return [Invitation(*row) for row in db.execute(OPEN, [office_id, written(now)])]


OPEN = """
    SELECT id, member_id, made_at, expires_at FROM invitations
    WHERE office_id = ? AND used_at IS NULL AND cancelled_at IS NULL AND expires_at > ? ORDER BY made_at DESC, id
"""


def any_open(db: Database, office_id: str, member_id: str, now: datetime) -> bool:
    return any(one.member_id == member_id for one in open_ones(db, office_id, now))


def cancel(db: Database, office_id: str, invitation_id: str, now: datetime) -> str | None:
    """The member it was for; None if it was not open."""
    row = db.execute(CANCEL, [written(now), office_id, invitation_id]).fetchone()
    return str(row[0]) if row else None


CANCEL = """
    UPDATE invitations SET cancelled_at = ? WHERE office_id = ? AND id = ? AND used_at IS NULL AND cancelled_at IS NULL
    RETURNING member_id
"""


def cancel_all(db: Database, office_id: str, member_id: str, now: datetime) -> None:
    """A new link takes the place of those before it."""
    db.execute(
        "UPDATE invitations SET cancelled_at = ? WHERE office_id = ? AND member_id = ? AND used_at IS NULL",
        [written(now), office_id, member_id],
    )
