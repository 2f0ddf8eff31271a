"""Promises to do something at a time. Each is its rep's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from ringback.domain.follow_ups import FollowUp, State
from ringback.domain.instants import written
from ringback.domain.wall_time import Zones, instant_of
from ringback.domain.work_hours import zone_or_none
from ringback.store import reminders
from ringback.store.database import bump


@dataclass(frozen=True, slots=True)
class Kept:
    """A follow-up as the office holds it, with the state that it has reached."""

    rep_id: str
    promise: FollowUp
    state: State


def find(db: Database, office_id: str, follow_up_id: str) -> Kept | None:
    row = db.conn.execute(FIND, (office_id, follow_up_id)).fetchone()
    return Kept(row[0], FollowUp(*row[2:]), row[1]) if row else None


FIND = """
    SELECT rep_id, state, id, prospect_id, call_id, due, wall, zone, reason, supersedes
    FROM follow_ups WHERE office_id = ? AND id = ?
"""


def add(db: Database, office_id: str, rep_id: str, promise: FollowUp, *, state: State, at: str) -> int:
    """One that was past already when it was made does not ring: the rep has brought it back, and has it before him."""
    seq = bump(db, office_id)
    p = promise
    mine = (p.id, p.prospect_id, p.call_id, p.due, p.wall, p.zone, p.reason, p.supersedes)
    db.conn.execute(ADD, (office_id, rep_id, *mine, state, at, seq, reckoned(p.wall, p.zone, zone_or_none)))
    if p.due < at:
        reminders.leave_alone(db, office_id, p.id, at)
    return seq


ADD = """
    INSERT INTO follow_ups (office_id, rep_id, id, prospect_id, call_id, due, wall, zone, reason, supersedes, state,
        made_at, seq, reckoned)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def hand_over(db: Database, office_id: str, prospect_id: str, from_id: str, to_id: str, at: str) -> int:
    """What one rep has promised to a prospect is another's to keep: it ends as moved, and begins as a promise of his.
    How many."""
    open_ones = db.conn.execute(OPEN_TO, (office_id, prospect_id, from_id)).fetchall()
    for id_, remind_at, *rest in open_ones:
        close(db, office_id, id_, state="moved", call_id=None)
        his = FollowUp(str(uuid4()), *rest)
        add(db, office_id, to_id, his, state="open", at=at)
        if remind_at and remind_at > at:
            remind(db, office_id, his.id, remind_at, due=his.due, now=at)
    return len(open_ones)


OPEN_TO = """
    SELECT id, remind_at, prospect_id, call_id, due, wall, zone, reason, NULL FROM follow_ups
    WHERE office_id = ? AND prospect_id = ? AND rep_id = ? AND state = 'open' ORDER BY seq
"""


def reckoned(wall: str, zone: str, zones: Zones) -> str:
    at = instant_of(wall, zone, zones)
    return written(at) if at else ""


def reckon(db: Database, office_id: str, *, zones: Zones, now: datetime) -> int:
    """Open promises of zones whose data has changed here since they came fall due when their wall clock says so now.
    How many have moved. What differs for another reason stays: the phone may know newer zone data than the office."""
    moved = 0
    for follow_up_id, wall, zone, due, was in db.conn.execute(OPEN, (office_id,)).fetchall():
        at = reckoned(wall, zone, zones)
        if at in ("", was):
            continue
        db.conn.execute(RECKONED, (at, office_id, follow_up_id))
        if was and at != due:
            move(db, office_id, follow_up_id, at, rings=at > written(now))
            moved += 1
    return moved


OPEN = "SELECT id, wall, zone, due, reckoned FROM follow_ups WHERE office_id = ? AND state = 'open'"
RECKONED = "UPDATE follow_ups SET reckoned = ? WHERE office_id = ? AND id = ?"


def move(db: Database, office_id: str, follow_up_id: str, due: str, *, rings: bool) -> None:
    """`rings`: also when it has rung before, at the time that was not the right one."""
    if rings:
        reminders.start_over(db, office_id, follow_up_id)
    given = (due, bump(db, office_id), office_id, follow_up_id)
    db.conn.execute("UPDATE follow_ups SET due = ?, seq = ? WHERE office_id = ? AND id = ?", given)


def close(db: Database, office_id: str, follow_up_id: str, *, state: State, call_id: str | None) -> int:
    seq = bump(db, office_id)
    db.conn.execute(
        "UPDATE follow_ups SET state = ?, closed_by = ?, seq = ? WHERE office_id = ? AND id = ?",
        (state, call_id, seq, office_id, follow_up_id),
    )
    return seq


def remind(db: Database, office_id: str, follow_up_id: str, at: str | None, *, due: str, now: str) -> int:
    """Ring at `at`, as if nothing had rung before. None: when it is due, and not at all if that is past, since the rep
    has just had it before him."""
    seq = bump(db, office_id)
    reminders.start_over(db, office_id, follow_up_id)
    if at is None and due <= now:
        reminders.leave_alone(db, office_id, follow_up_id, now)
    db.conn.execute(
        "UPDATE follow_ups SET remind_at = ?, seq = ? WHERE office_id = ? AND id = ?",
        (at, seq, office_id, follow_up_id),
    )
    return seq


def remember(
    db: Database, office_id: str, follow_up_id: str, *, rep_id: str, state: State, call_id: str | None
) -> None:
    """The end of one that has not arrived yet."""
    db.conn.execute(REMEMBER, (office_id, follow_up_id, rep_id, state, call_id))


REMEMBER = """
    INSERT INTO closings (office_id, follow_up_id, rep_id, state, call_id) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (office_id, follow_up_id) DO UPDATE SET state = excluded.state, call_id = excluded.call_id
"""


def remembered(db: Database, office_id: str, follow_up_id: str, rep_id: str) -> State | None:
    """The end that arrived before the follow-up itself did."""
    row = db.conn.execute(REMEMBERED, (office_id, follow_up_id, rep_id)).fetchone()
    return row[0] if row else None


REMEMBERED = "SELECT state FROM closings WHERE office_id = ? AND follow_up_id = ? AND rep_id = ?"


def remembered_of_another(db: Database, office_id: str, follow_up_id: str, rep_id: str) -> bool:
    """Whether somebody other than this rep has ended it before it arrived."""
    return db.conn.execute(OF_ANOTHER, (office_id, follow_up_id, rep_id)).fetchone() is not None


OF_ANOTHER = "SELECT 1 FROM closings WHERE office_id = ? AND follow_up_id = ? AND rep_id <> ?"


ROWS = """
    SELECT seq, json_object(
        'kind', 'follow_up', 'id', id, 'seq', seq, 'prospect_id', prospect_id, 'call_id', call_id, 'due', due,
        'wall', wall, 'zone', zone, 'reason', reason, 'state', state, 'supersedes', supersedes, 'made_at', made_at,
        'remind_at', remind_at)
    FROM follow_ups WHERE office_id = :office_id AND rep_id = :member_id AND seq > :after
"""
