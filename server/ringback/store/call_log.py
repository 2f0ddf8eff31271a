"""The log as a lead reads it: every entry, with what later entries made of it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from ringback.domain.instants import local
from ringback.domain.listings import CallFilter, LoggedCall, Standing


def page(db: Database, office_id: str, wanted: CallFilter, *, offset: int, limit: int) -> list[LoggedCall]:
    """Newest first. Entries that only take others back are not rows of their own."""
    _know_days(db)
    cursor = db.execute(PAGE, bound(office_id, wanted) | {"offset": offset, "limit": limit})
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    standing, answered = later(db, office_id, [row["id"] for row in found])
    return [logged(row, standing.get(row["id"], "stands"), answered.get(row["id"], "")) for row in found]


def total(db: Database, office_id: str, wanted: CallFilter) -> int:
    _know_days(db)
    return int(db.execute(f"SELECT count(*) FROM calls WHERE {WANTED}", bound(office_id, wanted)).fetchone()[0])  # noqa: S608


def bound(office_id: str, wanted: CallFilter) -> dict[str, Any]:
    """A day is the caller's own. No zone is a day away from UTC: only the edges of the time asked for are in doubt."""
    return {
        "office_id": office_id,
        "rep": wanted.rep,
        "outcome": wanted.outcome,
        "since": wanted.since,
        "perhaps": _day(wanted.since, -1),
        "surely": _day(wanted.since, 1),
        "until": wanted.until,
        "surely_not": _day(wanted.until, 2),
    }


def _day(day: str, on: int) -> str:
    """So many days on. Beyond all days: a text that sorts before, or after, every time."""
    try:
        return str(date.fromisoformat(day) + timedelta(days=on)) if day else ""
    except OverflowError:
        return "" if on < 0 else "~"


def _know_days(db: Database) -> None:
    """`day_of(instant, zone)` for the questions below: SQLite knows no zones."""
    db.conn.create_function("day_of", 2, lambda at, zone: str(local(at, zone or "UTC").date()), deterministic=True)


WANTED = """
    calls.office_id = :office_id AND calls.void = 0
    AND (:rep = '' OR calls.rep_id = :rep) AND (:outcome = '' OR calls.outcome = :outcome)
    AND (:since = '' OR calls.made_at >= :perhaps) AND (:until = '' OR calls.made_at < :surely_not)
    AND (:since = '' OR calls.made_at >= :surely OR day_of(calls.made_at, body ->> 'zone') >= :since)
    AND (:until = '' OR calls.made_at < :until OR day_of(calls.made_at, body ->> 'zone') <= :until)
"""
PAGE = f"""
    SELECT calls.id, members.name AS rep, calls.body, calls.replaces, templates.name AS template
    FROM calls
    LEFT JOIN members ON members.office_id = calls.office_id AND members.id = calls.rep_id
    LEFT JOIN templates ON templates.office_id = calls.office_id AND templates.id = calls.template_id
    WHERE {WANTED}
    ORDER BY calls.made_at DESC, calls.id DESC LIMIT :limit OFFSET :offset
"""  # noqa: S608 - WANTED is a constant


def later(db: Database, office_id: str, ids: list[str]) -> tuple[dict[str, Standing], dict[str, str]]:
    """What entries that came later made of these: replaced or taken back, and how those that stand were answered. One
    look at the log for all of them. By the phone's rule: when a correction is taken back, what it replaced stands
    again, the younger of two corrections stands, nobody corrects what another rep has written, and what answered a
    message answers what stands in its place.
    """
    rows = db.execute(LATER, {"office_id": office_id, "ids": json.dumps(ids)}).fetchall()
    void = {replaces for _, replaces, _, takes_back, _ in rows if takes_back}
    replaced = {replaces for id_, replaces, *_ in rows if replaces and id_ not in void}
    corrections = {id_: replaces for id_, replaces, _, takes_back, _ in rows if replaces and not takes_back}
    youngest = {corrections[id_]: id_ for id_ in sorted(corrections.keys() - void)}
    beaten = {id_ for id_, replaces in corrections.items() if youngest.get(replaces, id_) > id_}
    before = {id_: replaces for id_, replaces, *_ in rows if replaces}
    replaced |= {id_ for id_ in corrections if beaten.intersection(line(id_, before))}
    gone: dict[str, Standing] = dict.fromkeys(replaced, "replaced") | dict.fromkeys(void, "void")
    answers = {
        first(message, before): response or "callback"
        for id_, _, message, takes_back, response in rows
        if message and id_ not in gone and not takes_back
    }
    return gone, {id_: answers[top] for id_ in ids if id_ not in gone and (top := first(id_, before)) in answers}


def first(id_: str, before: dict[str, str]) -> str:
    """The entry that it corrects in the end, or itself."""
    return line(id_, before)[-1]


def line(id_: str, before: dict[str, str]) -> list[str]:
    """It, and what it corrects, one after the other. Entries that replace each other come to an end."""
    seen = [id_]
    while (id_ := before.get(id_, id_)) not in seen:
        seen.append(id_)
    return seen


# These, what they correct, and whatever replaces or answers one of them, on whichever page it stands. The plus sends
# SQLite to the indexes of `replaces` and `credits`: by the office it would read the whole log.
LATER = """
    WITH RECURSIVE line (id) AS (
        SELECT value FROM json_each(:ids)
        UNION
        SELECT calls.replaces FROM line JOIN calls ON calls.office_id = :office_id AND calls.id = line.id
        WHERE calls.replaces IS NOT NULL
    ),
    later (id) AS (
        SELECT id FROM line
        UNION
        SELECT calls.id FROM later JOIN calls ON calls.replaces = later.id WHERE +calls.office_id = :office_id
        UNION
        SELECT calls.id FROM later JOIN calls ON calls.credits = later.id WHERE +calls.office_id = :office_id
    )
    SELECT calls.id, before.id, calls.credits, calls.void, calls.body ->> 'response' FROM calls
    LEFT JOIN calls AS before
        ON before.office_id = calls.office_id AND before.id = calls.replaces AND before.rep_id = calls.rep_id
    WHERE calls.office_id = :office_id AND calls.id IN (SELECT id FROM later)
    ORDER BY calls.seq
"""


def logged(row: dict[str, Any], standing: Standing, answered: str) -> LoggedCall:
    body = json.loads(row["body"])
    return LoggedCall(
        id=row["id"],
        rep=row["rep"] or "",
        made_at=body["made_at"],
        zone=body.get("zone") or "UTC",
        prospect=body.get("prospect_name") or "",
        company=body.get("company") or "",
        number=body.get("number") or "",
        direction=body.get("direction") or "out",
        channel=body.get("channel") or "phone",
        outcome=body["outcome"],
        template=row["template"] or "",
        variant=body.get("variant") or "",
        script=body.get("script") or "",
        seconds=body.get("seconds"),
        note=body.get("note") or "",
        left_out=body.get("left_out") or [],
        flags=body.get("flags") or [],
        muted=body.get("muted") or [],
        standing=standing,
        corrects=row["replaces"] is not None,
        response=body.get("response") or "",
        answered=answered,
    )
