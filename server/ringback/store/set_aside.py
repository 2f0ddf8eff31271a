"""What could not be applied, and what lost: kept until somebody has looked at it."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.domain.listings import Lost, SetAside
from ringback.store.database import bump
from ringback.store.prospects import first_name


def count_open(db: Database, office_id: str) -> int:
    """What waits for a lead: operations aside, and lost values."""
    return int(db.execute(COUNT, {"office_id": office_id}).fetchone()[0])


COUNT = """
    SELECT (SELECT count(*) FROM quarantine WHERE office_id = :office_id AND looked_at IS NULL)
         + (SELECT count(*) FROM lost_values WHERE office_id = :office_id AND resolved_at IS NULL)
"""


def operations(db: Database, office_id: str, *, looked: bool, limit: int = 200) -> list[SetAside]:
    """Newest first."""
    return [SetAside(*row) for row in db.execute(OPERATIONS, [office_id, looked, limit])]


OPERATIONS = """
    SELECT aside.device_id, aside.n, hex(aside.hash), coalesce(members.name, ''), coalesce(devices.name, ''), aside.op,
        aside.raw, aside.sentence, aside.at, aside.looked_at
    FROM quarantine AS aside
    LEFT JOIN members ON members.office_id = aside.office_id AND members.id = aside.member_id
    LEFT JOIN devices ON devices.office_id = aside.office_id AND devices.id = aside.device_id
    WHERE aside.office_id = ? AND (aside.looked_at IS NOT NULL) = ?
    ORDER BY aside.at DESC, aside.n DESC LIMIT ?
"""


def mark(db: Database, office_id: str, device_id: str, n: int, hash_: bytes, now: datetime | None) -> bool:
    """Looked at, or, with `now` None, not looked at after all. The rep's phone hears of it. False if there is none."""
    row = db.execute(
        MARK, [written(now) if now else None, bump(db, office_id), office_id, device_id, n, hash_]
    ).fetchone()
    return row is not None


MARK = """
    UPDATE quarantine SET looked_at = ?, seq = ? WHERE office_id = ? AND device_id = ? AND n = ? AND hash = ?
    RETURNING n
"""


def lost_values(db: Database, office_id: str, limit: int = 200) -> list[Lost]:
    """Open ones, newest first."""
    return [Lost(*row) for row in db.execute(LOST, [office_id, limit])]


LOST = f"""
    SELECT lost.id,
        trim(coalesce({first_name("prospects")}, '') || ' ' || coalesce(prospects.fields ->> 'last_name', '')),
        lost.field, lost.value, lost.kept, coalesce(members.name, ''), lost.at
    FROM lost_values AS lost
    LEFT JOIN prospects ON prospects.office_id = lost.office_id AND prospects.id = lost.prospect_id
    LEFT JOIN members ON members.office_id = lost.office_id AND members.id = lost.by_id
    WHERE lost.office_id = ? AND lost.resolved_at IS NULL
    ORDER BY lost.at DESC LIMIT ?
"""  # noqa: S608 - its parts are constants


def of_prospect(db: Database, office_id: str, lost_id: str) -> str | None:
    """The prospect whose value it is."""
    row = db.execute("SELECT prospect_id FROM lost_values WHERE office_id = ? AND id = ?", [office_id, lost_id])
    found = row.fetchone()
    return str(found[0]) if found else None
