"""What the office's file knows about its own condition."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from ringback.domain.instants import read, written
from ringback.domain.reminding import WINDOW
from ringback.store.sessions import SIGNED_IN
from ringback.store.subscriptions import REACHED


def damage(db: Database) -> str:
    """What SQLite finds wrong, after a look at every page; "" for nothing."""
    found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if found == "ok" else found


def refused(db: Database, office_id: str, key: str, now: datetime) -> list[tuple[str, str]]:
    """Devices whose push service does not believe the office, and its words. Where nothing is sent any more, what was
    said last is over."""
    given = {"office_id": office_id, "key": key, "now": written(now)}
    return [(name, said) for name, said in db.execute(REFUSED, given)]


REFUSED = f"""
    SELECT d.name || ' of ' || m.name, s.trouble FROM subscriptions AS s
    JOIN devices AS d ON d.office_id = s.office_id AND d.id = s.device_id
    JOIN members AS m ON m.office_id = d.office_id AND m.id = d.member_id AND m.removed_at IS NULL
    WHERE s.office_id = :office_id AND s.refused AND {REACHED} ORDER BY 1
"""  # noqa: S608 - REACHED is a constant


def oldest_waiting(db: Database, office_id: str, now: datetime) -> datetime | None:
    """When the reminder that waits longest for somebody to look at it should have been looked at."""
    given = {"office_id": office_id, "now": written(now), "since": written(now - WINDOW)}
    row = db.execute(OLDEST, given).fetchone()
    return read(row[0]) if row[0] else None


OLDEST = """
    SELECT min(at) FROM (
        SELECT at FROM reminders
        WHERE office_id = :office_id AND at <= :now AND (lease_until IS NULL OR lease_until <= :now)
        UNION ALL
        SELECT coalesce(remind_at, due) FROM follow_ups AS f
        WHERE office_id = :office_id AND state = 'open' AND coalesce(remind_at, due) BETWEEN :since AND :now
          AND NOT EXISTS (SELECT 1 FROM reminders AS r WHERE r.office_id = f.office_id AND r.follow_up_id = f.id))
"""


def devices(db: Database, office_id: str, key: str, now: datetime) -> tuple[int, int, int, str]:
    """How many there are, how many are armed for pushes with this key, how many take pushes with another, and when the
    last push went. On one that is signed out nothing rings."""
    row = db.execute(DEVICES, {"office_id": office_id, "key": key, "now": written(now)}).fetchone()
    return row[0], row[1] or 0, row[2] or 0, row[3] or ""


DEVICES = f"""
    SELECT count(*), sum(s.armed_at IS NOT NULL AND {REACHED}), sum(s.ended = 0 AND s.key <> :key AND {SIGNED_IN}),
        max(s.sent_at)
    FROM devices AS d
    JOIN members AS m ON m.office_id = d.office_id AND m.id = d.member_id AND m.removed_at IS NULL
    LEFT JOIN subscriptions AS s ON s.office_id = d.office_id AND s.device_id = d.id
    WHERE d.office_id = :office_id AND d.revoked_at IS NULL
"""  # noqa: S608 - its parts are constants
