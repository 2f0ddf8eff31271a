"""Templates and their versions: the office's shared ones, and each rep's own."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlite_utils import Database

from ringback.domain.templates import Section, TemplateSave
from ringback.store.database import bump


@dataclass(frozen=True, slots=True)
class Kept:
    """What a save or a retirement has to know of the template that it meets."""

    owner_id: str | None
    current: str
    retired: bool
    seq: int


def find(db: Database, office_id: str, template_id: str) -> Kept | None:
    row = db.conn.execute(FIND, (office_id, template_id)).fetchone()
    return Kept(row[0], row[1], bool(row[2]), row[3]) if row else None


FIND = "SELECT owner_id, current, retired, seq FROM templates WHERE office_id = ? AND id = ?"


def sections_of(db: Database, office_id: str, version_id: str) -> list[Section] | None:
    row = db.conn.execute("SELECT sections FROM versions WHERE office_id = ? AND id = ?", (office_id, version_id))
    found = row.fetchone()
    return SECTIONS.decode(found[0]) if found else None


SECTIONS = msgspec.json.Decoder(list[Section])


def keep(db: Database, office_id: str, save: TemplateSave, *, owner_id: str | None, author: str, at: str) -> int:
    """The template as saved, with its new version. A new one goes to the end."""
    _publish(db, office_id, save, author, at)
    seq = bump(db, office_id)
    given = {
        "office_id": office_id, "id": save.id, "owner_id": owner_id, "name": save.name, "family": save.family,
        "band": save.band, "locale": save.locale, "current": save.version_id, "variant_of": save.variant_of,
        "variant": save.variant, "tags": msgspec.json.encode(save.tags).decode(), "note": save.note,
        "seq": seq,
    }  # fmt: skip
    db.conn.execute(KEEP, given)
    return seq


KEEP = """
    INSERT INTO templates (office_id, id, owner_id, name, family, band, locale, current, variant_of, variant, tags,
        note, position, retired, seq)
    VALUES (:office_id, :id, :owner_id, :name, :family, :band, :locale, :current, :variant_of, :variant, :tags, :note,
        (SELECT coalesce(max(position), 0) + 1 FROM templates WHERE office_id = :office_id), 0, :seq)
    ON CONFLICT (office_id, id) DO UPDATE SET owner_id = :owner_id, name = :name, family = :family, band = :band,
        locale = :locale, current = :current, variant_of = :variant_of, variant = :variant, tags = :tags, note = :note,
        seq = :seq
"""


def _publish(db: Database, office_id: str, save: TemplateSave, author: str, at: str) -> None:
    sections = msgspec.json.encode(save.sections).decode()
    given = (office_id, save.version_id, save.id, office_id, save.id, sections, author, at, bump(db, office_id))
    db.conn.execute(PUBLISH, given)


PUBLISH = """
    INSERT INTO versions (office_id, id, template_id, number, sections, author, published_at, seq)
    VALUES (?, ?, ?, (SELECT count(*) + 1 FROM versions WHERE office_id = ? AND template_id = ?), ?, ?, ?, ?)
"""


def show_versions(db: Database, office_id: str, template_id: str) -> None:
    """Those that it has, to whoever could not see them before."""
    found = db.conn.execute("SELECT id FROM versions WHERE office_id = ? AND template_id = ?", (office_id, template_id))
    shown = [(bump(db, office_id), office_id, version_id) for (version_id,) in found.fetchall()]
    db.conn.executemany("UPDATE versions SET seq = ? WHERE office_id = ? AND id = ?", shown)


def retire(db: Database, office_id: str, template_id: str, *, retired: bool) -> int:
    seq = bump(db, office_id)
    given = (retired, seq, office_id, template_id)
    db.conn.execute("UPDATE templates SET retired = ?, seq = ? WHERE office_id = ? AND id = ?", given)
    return seq


ROWS = """
    SELECT seq, json_object(
        'kind', 'template', 'id', id, 'seq', seq, 'name', name, 'family', family, 'band', band, 'locale', locale,
        'owner_id', owner_id, 'current', current, 'variant_of', variant_of, 'variant', variant, 'tags', json(tags),
        'note', note, 'position', position, 'retired', json(iif(retired, 'true', 'false')))
    FROM templates
    WHERE office_id = :office_id AND seq > :after AND (owner_id IS NULL OR owner_id = :member_id)
"""


VERSIONS = """
    SELECT v.seq, json_object(
        'kind', 'version', 'id', v.id, 'seq', v.seq, 'template_id', template_id, 'number', number,
        'sections', json(sections), 'author', author, 'published_at', published_at)
    FROM versions v JOIN templates t ON t.office_id = v.office_id AND t.id = template_id
    WHERE v.office_id = :office_id AND v.seq > :after AND (owner_id IS NULL OR owner_id = :member_id)
"""
