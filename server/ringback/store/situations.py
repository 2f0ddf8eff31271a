"""Everything about one due follow-up that decides what is sent, to whom: read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlite_utils import Database

from ringback.domain.follow_ups import State
from ringback.domain.instants import read, written
from ringback.domain.reminding import Done
from ringback.store import subscriptions
from ringback.store.calls import LAST_ZONE
from ringback.store.subscriptions import Live


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder on one device: its token, and '' as long as nothing has become of it."""

    token: str
    done: Done


@dataclass(frozen=True, slots=True)
class Situation:
    """`prospect` are the fields of the prospect, empty when he is not the rep's any more. `zone` is the prospect's, in
    which the promise was made; `last_zone` where the rep last logged a call."""

    rep_id: str
    prospect_id: str
    state: State
    due: datetime
    rings_at: datetime
    zone: str
    reason: str
    confirmed: bool
    profile: dict[str, str]
    last_zone: str
    prospect: dict[str, str]
    blocked: bool
    due_now: int
    legs: list[Live]
    sent: dict[str, Sent]


def find(db: Database, office_id: str, follow_up_id: str, *, key: str, now: datetime) -> Situation | None:
    row = db.execute(FIND, {"office_id": office_id, "id": follow_up_id, "now": written(now)}).fetchone()
    if row is None:
        return None
    rep_id, prospect_id, state, due, rings_at, zone, reason, confirmed, profile, last_zone, fields, blocked, due_now = (
        row
    )
    return Situation(
        rep_id=rep_id,
        prospect_id=prospect_id,
        state=state,
        due=read(due),
        rings_at=read(rings_at),
        zone=zone,
        reason=reason,
        confirmed=bool(confirmed),
        profile=msgspec.json.decode(profile, type=dict[str, str]),
        last_zone=last_zone or "",
        prospect=msgspec.json.decode(fields, type=dict[str, str]) if fields else {},
        blocked=bool(blocked),
        due_now=due_now,
        legs=subscriptions.of(db, office_id, rep_id, key=key, now=now),
        sent={device: Sent(*rest) for device, *rest in db.execute(SENT, [office_id, follow_up_id])},
    )


FIND = f"""
    SELECT f.rep_id, f.prospect_id, f.state, f.due, coalesce(f.remind_at, f.due), f.zone, f.reason,
        (SELECT confirmed_at IS NOT NULL FROM reminders AS r WHERE r.office_id = f.office_id AND r.follow_up_id = f.id),
        m.profile,
        ({LAST_ZONE}),
        p.fields, p.blocked_at IS NOT NULL,
        (SELECT count(*) FROM follow_ups AS o WHERE o.office_id = f.office_id AND o.rep_id = f.rep_id
         AND o.state = 'open' AND o.due <= :now)
    FROM follow_ups AS f
    JOIN members AS m ON m.office_id = f.office_id AND m.id = f.rep_id
    LEFT JOIN prospects AS p ON p.office_id = f.office_id AND p.id = f.prospect_id AND p.owner_id = f.rep_id
        AND p.deleted_at IS NULL
    WHERE f.office_id = :office_id AND f.id = :id
"""  # noqa: S608 - LAST_ZONE is a constant
SENT = "SELECT device_id, token, done FROM deliveries WHERE office_id = ? AND follow_up_id = ?"
