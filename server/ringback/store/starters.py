"""Templates that an office begins with: shared, current in their first version."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.store.database import bump

AUTHOR = "Ringback"


def add(db: Database, office_id: str, starter: dict[str, Any], now: datetime) -> None:
    """`starter` is one entry of the library. Its ids are its own, so that every office can tell it is the same."""
    version = starter["version"]
    common = {"office_id": office_id, "now": written(now), "author": AUTHOR}
    row = {key: starter[key] for key in ("id", "name", "family", "band", "locale", "variant_of", "variant", "note")}
    row |= {"position": starter["position"], "tags": json.dumps(starter["tags"]), "current": version["id"]}
    db.execute(TEMPLATE, common | row | {"seq": bump(db, office_id)})
    row = {"id": version["id"], "template_id": starter["id"], "sections": json.dumps(version["sections"])}
    db.execute(VERSION, common | row | {"seq": bump(db, office_id)})


TEMPLATE = """
    INSERT INTO templates (office_id, id, owner_id, name, family, band, locale, current, variant_of, variant, tags,
                           note, position, retired, seq)
    VALUES (:office_id, :id, NULL, :name, :family, :band, :locale, :current, :variant_of, :variant, :tags,
            :note, :position, 0, :seq)
"""
VERSION = """
    INSERT INTO versions (office_id, id, template_id, number, sections, author, published_at, seq)
    VALUES (:office_id, :id, :template_id, 1, :sections, :author, :now, :seq)
"""
