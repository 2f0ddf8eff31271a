"""Each rep's private calendar address. Only a hash of its token is kept: the file alone opens no calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from ringback.domain.calendar import Entry
from ringback.domain.instants import read, written
from ringback.domain.people import Member, digest
from ringback.domain.promises import CalendarState
from ringback.store.prospects import first_name

NOTED_EVERY = timedelta(minutes=10)  # calendars ask often, and nobody needs to know it more exactly


def make(db: Database, office_id: str, member_id: str, token: str, now: datetime) -> None:
    """The member's only one from now on: an older address shows nothing any more."""
    db.execute(MAKE, [office_id, member_id, digest(token), written(now)])


MAKE = "INSERT OR REPLACE INTO calendars (office_id, member_id, token_hash, made_at) VALUES (?, ?, ?, ?)"


def revoke(db: Database, office_id: str, member_id: str) -> bool:
    """False when there was none."""
    given = [office_id, member_id]
    return db.execute("DELETE FROM calendars WHERE office_id = ? AND member_id = ?", given).rowcount > 0


def every(db: Database, office_id: str) -> dict[str, CalendarState]:
    """By member."""
    rows = db.execute("SELECT member_id, made_at, fetched_at FROM calendars WHERE office_id = ?", [office_id])
    return {member: CalendarState(read(made), read(fetched) if fetched else None) for member, made, fetched in rows}


def whose(db: Database, office_id: str, token: str) -> Member | None:
    row = db.execute(WHOSE, [office_id, digest(token)]).fetchone()
    return Member(*row) if row else None


WHOSE = """
    SELECT m.id, m.name, m.role FROM calendars AS c
    JOIN members AS m ON m.office_id = c.office_id AND m.id = c.member_id AND m.removed_at IS NULL
    WHERE c.office_id = ? AND c.token_hash = ?
"""


def fetched(db: Database, office_id: str, member_id: str, now: datetime) -> None:
    db.execute("UPDATE calendars SET fetched_at = ? WHERE office_id = ? AND member_id = ?",
               [written(now), office_id, member_id])  # fmt: skip


def entries(db: Database, office_id: str, member_id: str) -> list[Entry]:
    """The member's open promises, by their time."""
    return [
        Entry(
            root=root,
            moves=moves,
            prospect_id=prospect_id,
            follow_up_id=id_,
            name=" ".join(part for part in (first, last) if part) or company or "",
            company=company or "",
            phone=phone or "",
            reason=reason,
            due=read(due),
            made_at=read(made_at),
            blocked=bool(blocked),
        )
        for root, moves, id_, prospect_id, first, last, company, phone, reason, due, made_at, blocked in db.execute(
            ENTRIES, {"office_id": office_id, "member_id": member_id}
        )
    ]


# The first promise of a chain of moves, known or not: an event keeps its name when its time changes.
ENTRIES = f"""
    WITH RECURSIVE chain (id, root, moves) AS (
        SELECT id, coalesce(supersedes, id), supersedes IS NOT NULL FROM follow_ups
        WHERE office_id = :office_id AND rep_id = :member_id AND state = 'open'
        UNION ALL
        SELECT chain.id, f.supersedes, moves + 1 FROM chain
        JOIN follow_ups AS f ON f.office_id = :office_id AND f.id = chain.root
        WHERE f.supersedes IS NOT NULL AND moves < 500
    )
    SELECT root, max(moves), f.id, f.prospect_id, {first_name("p")}, p.fields ->> 'last_name',
        p.fields ->> 'company', p.fields ->> 'phone', f.reason, f.due, f.made_at, p.blocked_at IS NOT NULL
    FROM chain JOIN follow_ups AS f ON f.office_id = :office_id AND f.id = chain.id
    LEFT JOIN prospects AS p ON p.office_id = f.office_id AND p.id = f.prospect_id AND p.owner_id = f.rep_id
        AND p.deleted_at IS NULL
    GROUP BY f.id ORDER BY f.due, f.id
"""  # noqa: S608 - its parts are constants
