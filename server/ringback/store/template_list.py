"""Templates with all their versions, for reading."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from ringback.domain.listings import ListedTemplate, ListedVersion


def every(db: Database, office_id: str) -> list[ListedTemplate]:
    """Shared ones first, in their order; then what reps keep for themselves."""
    versions = by_template(db, office_id)
    return [listed(row, versions.get(row[0], [])) for row in db.execute(EVERY, [office_id])]


EVERY = """
    SELECT templates.id, templates.name, templates.family, templates.band, templates.locale,
        coalesce(members.name, ''), templates.variant, coalesce(other.name, ''), templates.tags, templates.note,
        templates.retired
    FROM templates
    LEFT JOIN members ON members.office_id = templates.office_id AND members.id = templates.owner_id
    LEFT JOIN templates AS other ON other.office_id = templates.office_id AND other.id = templates.variant_of
    WHERE templates.office_id = ?
    ORDER BY templates.owner_id IS NOT NULL, templates.retired, members.name, templates.position, templates.name
"""


def listed(row: tuple[Any, ...], versions: list[ListedVersion]) -> ListedTemplate:
    id_, name, family, band, locale, owner, variant, variant_of, tags, note, retired = row
    return ListedTemplate(
        id_,
        name,
        family,
        band,
        locale,
        owner,
        variant,
        variant_of,
        tags=json.loads(tags),
        note=note,
        retired=bool(retired),
        versions=versions,
    )


def by_template(db: Database, office_id: str) -> dict[str, list[ListedVersion]]:
    """Newest first."""
    found: dict[str, list[ListedVersion]] = {}
    for template_id, number, author, published_at, sections in db.execute(VERSIONS, [office_id]):
        parts = [(section["kind"], section["text"]) for section in json.loads(sections)]
        found.setdefault(template_id, []).append(ListedVersion(number, author, published_at, parts))
    return found


VERSIONS = """
    SELECT template_id, number, author, published_at, sections FROM versions WHERE office_id = ?
    ORDER BY template_id, number DESC
"""
