"""The log. Entries are added and never changed; `body` is the entry's own JSON, as it goes out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

import msgspec
from sqlite_utils import Database

from ringback.domain.calls import Call
from ringback.store.database import bump

ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of the log, ready to be written: `heads` is a JSON array of what each is searched by, and of the place
    and the length in `bodies` of the entry's own JSON. `replaced` are the entries that they correct or take back."""

    heads: str
    bodies: bytes
    each: list[bytes]  # the bodies, apart
    replaced: list[str]


def entries(calls: Sequence[Call]) -> Entries:
    """What is done here is not done under the write lock."""
    bodies = ENCODER.encode_lines(calls)
    each = bodies.split(b"\n")[:-1]
    places = accumulate((len(body) + 1 for body in each), initial=1)
    heads = [(*head(call), at, len(body)) for call, at, body in zip(calls, places, each, strict=False)]
    replaced = [call.replaces for call in calls if call.replaces]
    return Entries(ENCODER.encode(heads).decode(), bodies, each, replaced)


def as_kept(call: Call) -> str:
    """An entry as it is kept and goes out again."""
    return ENCODER.encode(call).decode()


head = attrgetter(
    "id",
    "prospect_id",
    "made_at",
    "outcome",
    "direction",
    "template_id",
    "version_id",
    "credits",
    "replaces",
    "void",
)


def add(db: Database, office_id: str, rep_id: str, new: Entries, at: str) -> int:
    """Append entries that are all new; the `seq` of the first, the others follow. One that is there already is an
    error."""
    first = bump(db, office_id, len(new.each)) - len(new.each) + 1
    db.conn.execute(ADD, (office_id, rep_id, at, first, new.heads, new.bodies))
    return first


# One statement for all: SQLite takes the heads apart while Python serves somebody else, in less time than it takes to
# hand them over one by one. The bodies are cut out of one piece: nobody needs to read them to store them.
ADD = """
    INSERT INTO calls (office_id, rep_id, received_at, seq, id, prospect_id, made_at, outcome, direction, template_id,
        version_id, credits, replaces, void, viewer_id, stray, body)
    SELECT ?1, ?2, ?3, ?4 + key, value ->> 0, prospect, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
        value ->> 7, value ->> 8, value ->> 9, nullif(about.owner_id, ?2),
        about.id IS NULL AND prospect IS NOT NULL, CAST(substr(?6, value ->> 10, value ->> 11) AS TEXT)
    FROM (SELECT key, value, value ->> 1 AS prospect FROM jsonb_each(?5))
    LEFT JOIN prospects AS about ON about.office_id = ?1 AND about.id = prospect
"""


def find(db: Database, office_id: str, call_id: str) -> tuple[str, str] | None:
    """Its rep and its JSON."""
    row = db.conn.execute("SELECT rep_id, body FROM calls WHERE office_id = ? AND id = ?", (office_id, call_id))
    return row.fetchone()  # type: ignore[no-any-return]


def of_others(db: Database, office_id: str, rep_id: str, call_ids: Sequence[str]) -> bool:
    """Whether any of these entries is another rep's."""
    return db.conn.execute(OF_OTHERS, (office_id, ENCODER.encode(call_ids).decode(), rep_id)).fetchone() is not None


OF_OTHERS = """
    SELECT 1 FROM calls WHERE office_id = ? AND id IN (SELECT value FROM json_each(?)) AND rep_id <> ? LIMIT 1
"""


def show(db: Database, office_id: str, prospect_ids: Sequence[str], to_id: str) -> None:
    """Let the prospects' new owner meet what others logged on them. Reads the whole log: for the office's own acts."""
    ids = msgspec.json.encode(prospect_ids).decode()
    db.conn.execute(UNSEEN, (office_id, to_id, ids))
    _show(db, office_id, to_id, db.conn.execute(OTHERS, (office_id, to_id, ids)).fetchall())


UNSEEN = """
    UPDATE calls SET viewer_id = NULL
    WHERE office_id = ? AND rep_id = ? AND viewer_id IS NOT NULL AND prospect_id IN (SELECT value FROM json_each(?))
"""
OTHERS = """
    SELECT rowid FROM calls WHERE office_id = ? AND rep_id <> ? AND prospect_id IN (SELECT value FROM json_each(?))
    ORDER BY seq
"""


def show_strays(db: Database, office_id: str, prospect_id: str, to_id: str) -> None:
    """The same for a prospect that arrives after calls on it."""
    _show(db, office_id, to_id, db.conn.execute(STRAYS, (office_id, prospect_id, to_id)).fetchall())


STRAYS = "SELECT rowid FROM calls WHERE stray AND office_id = ? AND prospect_id = ? AND rep_id <> ? ORDER BY seq"


def _show(db: Database, office_id: str, to_id: str, ids: Sequence[tuple[int]]) -> None:
    if ids:
        first = bump(db, office_id, len(ids)) - len(ids) + 1
        shown = [(to_id, seq, row[0]) for seq, row in enumerate(ids, first)]
        db.conn.executemany("UPDATE calls SET viewer_id = ?, stray = 0, seq = ? WHERE rowid = ?", shown)


# The body begins with "{": what the office adds is put before the rest of it.
ROW = """
    SELECT seq, '{"kind":"call","seq":' || seq || ',"rep_id":"' || rep_id || '","rep_name":' ||
        (SELECT json_quote(name) FROM members WHERE members.office_id = calls.office_id AND members.id = rep_id) ||
        ',' || substr(body, 2)
    FROM calls
"""
NEWS = "seq > :after AND seq NOT BETWEEN :kept_from AND :kept_to"
OWN = f"{ROW} WHERE office_id = :office_id AND rep_id = :member_id AND {NEWS}"
SHOWN = f"{ROW} WHERE office_id = :office_id AND viewer_id = :member_id AND seq > :after"

# Where the rep of a follow-up `f` logged last. By the order in which the calls came: `seq` moves when a prospect is
# handed over, and `made_at` is what a phone's clock said.
LAST_ZONE = """
    SELECT body ->> 'zone' FROM calls WHERE rowid =
        (SELECT max(rowid) FROM calls AS own WHERE own.office_id = f.office_id AND own.rep_id = f.rep_id)
"""
