"""The office itself."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.domain.people import Office
from ringback.store.database import bump


def only(db: Database) -> Office | None:
    """The office of this file, or None in a new one."""
    row = db.execute("SELECT id, name, country, locale, epoch FROM offices ORDER BY made_at LIMIT 1").fetchone()
    return Office(*row) if row else None


def add(db: Database, *, name: str, country: str, locale: str, now: datetime) -> Office:
    office = Office(str(uuid4()), name, country, locale, str(uuid4()))
    db.execute(
        ADD,
        {"id": office.id, "name": name, "country": country, "locale": locale, "epoch": office.epoch}
        | {"made_at": written(now)},
    )
    return office


ADD = """
    INSERT INTO offices (id, name, country, locale, epoch, counter, seq, made_at)
    VALUES (:id, :name, :country, :locale, :epoch, 1, 1, :made_at)
"""


def change(db: Database, office_id: str, *, name: str, country: str, locale: str) -> None:
    """Every phone hears of it at its next sync."""
    db.execute(
        "UPDATE offices SET name = ?, country = ?, locale = ?, seq = ? WHERE id = ?",
        [name, country, locale, bump(db, office_id), office_id],
    )


def setting(db: Database, office_id: str, name: str) -> str:
    """One that only the office itself knows; "" until somebody chooses."""
    row = db.execute("SELECT settings ->> ? FROM offices WHERE id = ?", [name, office_id]).fetchone()
    return str(row[0] or "") if row else ""


def choose(db: Database, office_id: str, name: str, value: str) -> None:
    db.execute(CHOOSE, {"id": office_id, "path": f"$.{name}", "value": value})


CHOOSE = "UPDATE offices SET settings = json_set(settings, :path, :value) WHERE id = :id"
