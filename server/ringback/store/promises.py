"""The open promises of the office, with what became of their reminders, and the devices that these go to."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlite_utils import Database

from ringback.domain.instants import read, written
from ringback.domain.promises import LegState, Promised
from ringback.domain.work_hours import next_work, work_hours, zone_or_none
from ringback.store.calls import LAST_ZONE
from ringback.store.prospects import first_name
from ringback.store.subscriptions import REACHED


def open_until(db: Database, office_id: str, until: datetime) -> list[Promised]:
    """Those that are due by then, and all that are overdue; oldest first."""
    return [promised(*row) for row in db.execute(OPEN, {"office_id": office_id, "until": written(until)})]


def promised(*row: str) -> Promised:
    id_, rep_id, first, last, company, reason, due, wall, zone, profile, last_zone, *rest = row
    rings_at, next_at, sent_to, confirmed_at, alarm_at, why, blocked = rest
    own = msgspec.json.decode(profile, type=dict[str, str])
    hours, wanted = work_hours(own, last_zone or ""), read(rings_at)
    return Promised(
        id=id_,
        rep_id=rep_id,
        prospect=" ".join(name for name in (first, last) if name),
        company=company or "",
        reason=reason,
        due=read(due),
        wall=wall,
        zone=zone,
        here=zone_or_none(own.get("zone", "")) or zone_or_none(last_zone or ""),
        rings_at=wanted if next_at else next_work(hours, wanted),  # once it was looked at, `next_at` knows it
        next_at=moment(next_at),
        sent_to=sent_to.split("\n") if sent_to else [],
        confirmed_at=moment(confirmed_at),
        alarm_at=moment(alarm_at),
        why=why or "",
        blocked=bool(blocked),
    )


OPEN = f"""
    SELECT f.id, f.rep_id, {first_name("p")}, p.fields ->> 'last_name', p.fields ->> 'company', f.reason, f.due,
        f.wall, f.zone, m.profile,
        ({LAST_ZONE}),
        coalesce(f.remind_at, f.due), r.at,
        (SELECT group_concat(d.name, char(10)) FROM deliveries AS s
         JOIN devices AS d ON d.office_id = s.office_id AND d.id = s.device_id
         WHERE s.office_id = f.office_id AND s.follow_up_id = f.id AND s.done = 'accepted'),
        r.confirmed_at, r.alarm_at, r.why, p.blocked_at IS NOT NULL
    FROM follow_ups AS f
    JOIN members AS m ON m.office_id = f.office_id AND m.id = f.rep_id AND m.removed_at IS NULL
    LEFT JOIN prospects AS p ON p.office_id = f.office_id AND p.id = f.prospect_id
    LEFT JOIN reminders AS r ON r.office_id = f.office_id AND r.follow_up_id = f.id
    WHERE f.office_id = :office_id AND f.state = 'open' AND f.due <= :until
    ORDER BY f.due, f.id
"""  # noqa: S608 - its parts are constants


def count_later(db: Database, office_id: str, after: datetime) -> dict[str, int]:
    """Rep to how many open promises he has that are due after that."""
    return dict(db.execute(LATER, [office_id, written(after)]).fetchall())


LATER = """
    SELECT rep_id, count(*) FROM follow_ups WHERE office_id = ? AND state = 'open' AND due > ? GROUP BY rep_id
"""


def legs(db: Database, office_id: str, key: str, now: datetime) -> dict[str, list[LegState]]:
    """Rep to his devices. `key` is the office's present one: a subscription made with another reaches nobody, and so
    does one of a device that is signed out."""
    found: dict[str, list[LegState]] = {}
    given = {"office_id": office_id, "key": key, "now": written(now)}
    for member_id, name, subscribed, armed, trouble, sent_at in db.execute(LEGS, given):
        leg = LegState(name, bool(subscribed), bool(subscribed and armed), trouble or "", moment(sent_at))
        found.setdefault(member_id, []).append(leg)
    return found


LEGS = f"""
    SELECT d.member_id, d.name, {REACHED}, s.armed_at IS NOT NULL, s.trouble, s.sent_at
    FROM devices AS d LEFT JOIN subscriptions AS s ON s.office_id = d.office_id AND s.device_id = d.id
    WHERE d.office_id = :office_id AND d.revoked_at IS NULL ORDER BY d.seen_at DESC, d.id
"""  # noqa: S608 - REACHED is a constant


def moment(text: str | None) -> datetime | None:
    return read(text) if text else None
