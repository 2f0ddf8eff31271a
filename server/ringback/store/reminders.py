"""Reminders that are due: claimed by whoever comes first, and by nobody else until his lease is over.

A follow-up itself says when it is due and whether it is open; a row here begins when it is, and says what was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.instants import read, written
from ringback.domain.reminding import PATIENCE
from ringback.store.database import bump

LEASE = timedelta(seconds=10)  # a holder who lives renews it long before


@dataclass(frozen=True, slots=True)
class Claimed:
    """`at` is when it was to be looked at."""

    office_id: str
    follow_up_id: str
    claim: str
    wave: int
    failures: int
    at: datetime


def claim(db: Database, office_id: str, now: datetime) -> Claimed | None:
    """One that is due, that for longest first, if any, with a token for each device that it may be sent to."""
    given = {"office_id": office_id, "now": written(now)}
    db.execute(ADOPT, given)
    claim = uuid4().hex
    row = db.execute(CLAIM, given | {"claim": claim, "lease": LEASE.total_seconds()}).fetchone()
    if row is None:
        return None
    db.execute(PREPARE, {"office_id": office_id, "id": row[0]})
    return Claimed(office_id, row[0], claim, row[1], row[2], read(row[3]))


ADOPT = """
    INSERT INTO reminders (office_id, follow_up_id, at)
    SELECT office_id, id, coalesce(remind_at, due) FROM follow_ups AS f
    WHERE office_id = :office_id AND state = 'open' AND coalesce(remind_at, due) <= :now AND NOT EXISTS (
        SELECT 1 FROM reminders AS r WHERE r.office_id = f.office_id AND r.follow_up_id = f.id)
"""
# A row whose holders ended before they recorded anything may be what ends them: it comes after all others, and from the
# third time on less often. Most such rows only happened to be under way, so that none waits longer than two minutes.
CLAIM = """
    UPDATE reminders
    SET claim = :claim, claims = claims + 1, lease_until = strftime('%Y-%m-%dT%H:%M:%fZ', :now,
        CASE WHEN claims < 3 THEN :lease ELSE min(120, 30 << min(claims - 3, 2)) END || ' seconds')
    WHERE office_id = :office_id AND follow_up_id = (
        SELECT follow_up_id FROM reminders
        WHERE office_id = :office_id AND at <= :now AND (lease_until IS NULL OR lease_until <= :now)
        ORDER BY claims, at, follow_up_id LIMIT 1)
    RETURNING follow_up_id, wave, failures, at
"""
# Before anything is sent, so that a repetition after a crash carries the same token.
PREPARE = """
    INSERT INTO deliveries (office_id, follow_up_id, device_id, token)
    SELECT f.office_id, f.id, d.id, lower(hex(randomblob(16)))
    FROM follow_ups AS f
    JOIN devices AS d ON d.office_id = f.office_id AND d.member_id = f.rep_id
    JOIN subscriptions AS s ON s.office_id = d.office_id AND s.device_id = d.id
    WHERE f.office_id = :office_id AND f.id = :id
    ON CONFLICT DO NOTHING
"""


def renew(db: Database, held: Claimed, now: datetime) -> None:
    """The holder lives. Nothing happens when he holds it no longer."""
    given = {"office_id": held.office_id, "id": held.follow_up_id, "claim": held.claim}
    db.execute(RENEW, given | {"soon": written(now + LEASE)})


RENEW = """
    UPDATE reminders SET lease_until = max(lease_until, :soon)
    WHERE office_id = :office_id AND follow_up_id = :id AND claim = :claim
"""


def next_at(db: Database, office_id: str) -> datetime | None:
    """When the next one is to be looked at: it may be past."""
    row = db.execute(NEXT, {"office_id": office_id}).fetchone()
    return read(row[0]) if row[0] else None


NEXT = """
    SELECT min(at) FROM (
        SELECT max(at, coalesce(lease_until, at)) AS at FROM reminders WHERE office_id = :office_id AND at IS NOT NULL
        UNION ALL
        SELECT coalesce(remind_at, due) FROM follow_ups AS f
        WHERE office_id = :office_id AND state = 'open' AND NOT EXISTS (
            SELECT 1 FROM reminders AS r WHERE r.office_id = f.office_id AND r.follow_up_id = f.id))
"""


def settle(
    db: Database, held: Claimed, *, at: datetime | None, wave: int, failures: int = 0, why: str = "",
    alarm_at: datetime | None = None,
) -> None:  # fmt: skip
    """Give the claim back with what is to be done next. Nothing happens when somebody else has decided meanwhile."""
    given = {"at": written(at) if at else None, "wave": wave, "failures": failures, "why": why}
    given |= {"alarm_at": written(alarm_at) if alarm_at else None, "claim": held.claim}
    db.execute(SETTLE, given | {"office_id": held.office_id, "id": held.follow_up_id})


SETTLE = """
    UPDATE reminders SET at = :at, wave = :wave, failures = :failures, why = :why, alarm_at = :alarm_at, claim = NULL,
        lease_until = NULL, claims = 0
    WHERE office_id = :office_id AND follow_up_id = :id AND claim = :claim
"""


def delivered(db: Database, held: Claimed, device_id: str, *, done: str, sentence: str, now: datetime) -> None:
    """What became of it on one device. Once accepted it stays accepted."""
    given = {"office_id": held.office_id, "id": held.follow_up_id, "device_id": device_id}
    db.execute(DELIVERED, given | {"done": done, "sentence": sentence, "now": written(now)})


DELIVERED = """
    UPDATE deliveries SET done = :done, sentence = :sentence, sent_at = CASE WHEN :done = 'accepted' THEN :now END
    WHERE office_id = :office_id AND follow_up_id = :id AND device_id = :device_id AND done <> 'accepted'
"""


def confirm(db: Database, office_id: str, device_id: str, token: str, now: datetime) -> bool:
    """The device has shown the reminder with this token: nobody else needs to be asked."""
    given = {"office_id": office_id, "device_id": device_id, "token": token, "now": written(now)}
    row = db.execute(SHOWN, given).fetchone()
    if row is None:
        return False
    db.execute(CONFIRM, given | {"id": row[0]})
    wait_until_due(db, office_id, row[0], now)
    return True


SHOWN = """
    UPDATE deliveries SET confirmed_at = coalesce(confirmed_at, :now)
    WHERE office_id = :office_id AND device_id = :device_id AND token = :token RETURNING follow_up_id
"""
CONFIRM = """
    UPDATE reminders SET confirmed_at = coalesce(confirmed_at, :now), alarm_at = NULL, at = NULL, claim = NULL,
        lease_until = NULL, why = ''
    WHERE office_id = :office_id AND follow_up_id = :id
"""


def start_over(db: Database, office_id: str, follow_up_id: str) -> None:
    """The rep asked for another time: what was done before does not count."""
    db.execute("DELETE FROM reminders WHERE office_id = ? AND follow_up_id = ?", [office_id, follow_up_id])
    db.execute("DELETE FROM deliveries WHERE office_id = ? AND follow_up_id = ?", [office_id, follow_up_id])


def wait_until_due(db: Database, office_id: str, follow_up_id: str, now: datetime) -> bool:
    """One that the rep asked for before the promise is due has had its turn: the promise rings at its own time as well.
    Whether it was such a one."""
    if not db.execute(BEFORE_ITS_TIME, [office_id, follow_up_id, written(now)]).fetchone():
        return False
    start_over(db, office_id, follow_up_id)
    db.execute(AT_ITS_TIME, [bump(db, office_id), office_id, follow_up_id])
    return True


BEFORE_ITS_TIME = """
    SELECT 1 FROM follow_ups WHERE office_id = ?1 AND id = ?2 AND state = 'open' AND remind_at <= ?3 AND due > ?3
"""
AT_ITS_TIME = "UPDATE follow_ups SET remind_at = NULL, seq = ? WHERE office_id = ? AND id = ?"


def look_again(db: Database, office_id: str, rep_id: str, now: str) -> None:
    """The rep works other hours now: what waits for the old ones, and not for word from a device, is looked at at
    once."""
    given = {"office_id": office_id, "rep_id": rep_id, "now": now, "word_by": written(read(now) + PATIENCE)}
    db.execute(LOOK_AGAIN, given)


LOOK_AGAIN = """
    UPDATE reminders SET at = :now
    WHERE office_id = :office_id AND at > iif(wave = 0, :now, :word_by) AND failures = 0 AND claim IS NULL
      AND follow_up_id IN (
        SELECT id FROM follow_ups WHERE office_id = :office_id AND rep_id = :rep_id AND state = 'open')
"""


def leave_alone(db: Database, office_id: str, follow_up_id: str, seen_at: str) -> None:
    """Of one for which nothing was done so far: it does not ring by itself, since its rep had it before him then."""
    given = [office_id, follow_up_id, seen_at]
    db.execute("INSERT INTO reminders (office_id, follow_up_id, confirmed_at) VALUES (?, ?, ?)", given)


def alarms(db: Database, office_id: str) -> int:
    """Open promises that no device has confirmed in time."""
    return int(db.execute(ALARMS, [office_id]).fetchone()[0])


ALARMS = """
    SELECT count(*) FROM reminders AS r
    JOIN follow_ups AS f ON f.office_id = r.office_id AND f.id = r.follow_up_id AND f.state = 'open'
    JOIN members AS m ON m.office_id = f.office_id AND m.id = f.rep_id AND m.removed_at IS NULL
    WHERE r.office_id = ? AND r.alarm_at IS NOT NULL
"""
