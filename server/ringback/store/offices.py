"""The office itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import uuid4

import msgspec
from sqlite_utils import Database

from ringback.domain.coach_rules import Chosen
from ringback.domain.instants import written
from ringback.domain.last_resort import LastResort
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


def change(
    db: Database,
    office_id: str,
    *,
    name: str,
    country: str,
    locale: str,
    holidays: Sequence[str] | None = None,
    last_resort: LastResort | None = None,
) -> None:
    """Every phone hears of it at its next sync. None leaves a setting as it is."""
    chosen: dict[str, object] = {"holidays": holidays, "last_resort": last_resort and asdict(last_resort)}
    settings = json.dumps({key: value for key, value in chosen.items() if value is not None})
    given = {"name": name, "country": country, "locale": locale, "settings": settings}
    db.execute(CHANGE, given | {"seq": bump(db, office_id), "id": office_id})


CHANGE = """
    UPDATE offices SET name = :name, country = :country, locale = :locale, seq = :seq,
        settings = json_patch(settings, :settings)
    WHERE id = :id
"""


def last_resort(db: Database, office_id: str) -> LastResort:
    row = db.execute("SELECT settings -> '$.last_resort' FROM offices WHERE id = ?", [office_id]).fetchone()
    return LastResort(**json.loads(row[0])) if row and row[0] else LastResort()


def holidays(db: Database, office_id: str) -> list[str]:
    row = db.execute("SELECT settings -> '$.holidays' FROM offices WHERE id = ?", [office_id]).fetchone()
    return list(json.loads(row[0])) if row and row[0] else []


def coach(db: Database, office_id: str) -> Chosen:
    row = db.execute("SELECT settings -> '$.coach' FROM offices WHERE id = ?", [office_id]).fetchone()
    return msgspec.json.decode(row[0], type=Chosen) if row and row[0] else Chosen()


def choose_coach(db: Database, office_id: str, chosen: Chosen) -> None:
    """Every phone hears of it at its next sync."""
    text = msgspec.json.encode(chosen).decode()
    db.execute(CHOOSE_COACH, {"coach": text, "seq": bump(db, office_id), "id": office_id})


CHOOSE_COACH = "UPDATE offices SET settings = json_set(settings, '$.coach', json(:coach)), seq = :seq WHERE id = :id"


def setting(db: Database, office_id: str, name: str) -> str:
    """One that only the office itself knows; "" until somebody chooses."""
    row = db.execute("SELECT settings ->> ? FROM offices WHERE id = ?", [name, office_id]).fetchone()
    return str(row[0] or "") if row else ""


def choose(db: Database, office_id: str, name: str, value: str) -> None:
    db.execute(CHOOSE, {"id": office_id, "path": f"$.{name}", "value": value})


CHOOSE = "UPDATE offices SET settings = json_set(settings, :path, :value) WHERE id = :id"
