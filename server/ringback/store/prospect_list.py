"""Prospects as a lead looks at them: everybody's, found by any part of them."""

from __future__ import annotations

from sqlite_utils import Database

from ringback.domain.finding import fold, part_of_number
from ringback.domain.listings import ListedProspect
from ringback.store.prospects import first_name


def page(
    db: Database, office_id: str, *, query: str, owner: str, blocked: bool, offset: int, limit: int
) -> list[ListedProspect]:
    """By name. `query` is any part of a name, a company or a number."""
    _know_letters(db)
    given = bound(office_id, query, owner, blocked) | {"offset": offset, "limit": limit}
    return [ListedProspect(*row) for row in db.execute(PAGE, given)]


def total(db: Database, office_id: str, *, query: str, owner: str, blocked: bool) -> int:
    _know_letters(db)
    sql = f"SELECT count(*) FROM prospects WHERE {WANTED}"  # noqa: S608
    return int(db.execute(sql, bound(office_id, query, owner, blocked)).fetchone()[0])


def bound(office_id: str, query: str, owner: str, blocked: bool) -> dict[str, str | int]:
    digits = part_of_number(query)
    return {
        "office_id": office_id,
        "part": fold(query.strip()),
        "digits": f"%{digits}%" if digits else "",
        "owner": owner,
        "blocked": int(blocked),
    }


def _know_letters(db: Database) -> None:
    """`folded(text)` for the questions below: SQLite knows the letters of ASCII only."""
    db.conn.create_function("folded", 1, fold, deterministic=True)


def field(name: str) -> str:
    return f"coalesce(json_extract(prospects.fields, '$.{name}'), '')"


NAME = f"trim(coalesce({first_name('prospects')}, '') || ' ' || {field('last_name')})"
WANTED = f"""
    prospects.office_id = :office_id AND prospects.deleted_at IS NULL
    AND (:owner = '' OR prospects.owner_id = :owner) AND (NOT :blocked OR prospects.blocked_at IS NOT NULL)
    AND (:part = '' OR instr(folded({NAME}), :part) OR instr(folded({field("company")}), :part)
         OR instr(folded({field("preferred_name")}), :part)
         OR (:digits <> '' AND (
             {field("phone")} LIKE :digits OR {field("phone_2")} LIKE :digits OR {field("switchboard")} LIKE :digits)))
"""
PAGE = f"""
    SELECT prospects.id, {NAME}, {field("company")}, {field("phone")}, prospects.owner_id, coalesce(members.name, ''),
        prospects.blocked_at, coalesce(blocker.name, prospects.blocked_by, ''), coalesce(prospects.blocked_why, ''),
        (SELECT count(*) FROM lost_values AS lost WHERE lost.office_id = prospects.office_id
            AND lost.prospect_id = prospects.id AND lost.resolved_at IS NULL)
    FROM prospects
    LEFT JOIN members ON members.office_id = prospects.office_id AND members.id = prospects.owner_id
    LEFT JOIN members AS blocker ON blocker.office_id = prospects.office_id AND blocker.id = prospects.blocked_by
    WHERE {WANTED}
    ORDER BY folded({NAME}), prospects.id LIMIT :limit OFFSET :offset
"""  # noqa: S608 - its parts are constants


def owner(db: Database, office_id: str, prospect_id: str) -> str | None:
    row = db.execute(
        "SELECT owner_id FROM prospects WHERE office_id = ? AND id = ? AND deleted_at IS NULL", [office_id, prospect_id]
    ).fetchone()
    return str(row[0]) if row else None
