"""A day's calls of eight reps, as requests for the office and as rows for plain SQLite: the same entries."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import msgspec
from pysqlite3 import dbapi2 as sqlite

from ringback.domain.people import Member
from ringback.store import devices, members, offices, sessions
from ringback.store.database import Store
from ringback.sync.messages import Header, header
from ringback.sync.operations import read

NOW = datetime.now(UTC)
AT = "2026-11-21T10:15:00.000Z"
BATCH = 100
ENTRY = json.loads((Path(__file__).parents[1] / "contract/operations.json").read_text(encoding="utf-8"))[8]["op"][
    "body"
]
_serial = count(1)


@dataclass
class Sender:
    """One paired phone: what it says in every request, and how far it is."""

    office_id: str
    epoch: str
    member: Member
    device: str
    token: str
    next_n: int = 1
    cursor: int = 0
    prospects: list[str] = field(default_factory=list)

    def meets(self, prospects: int = 50) -> list[bytes]:
        """The prospects whom its calls are about, as the first operations."""
        self.prospects = [new_id() for _ in range(prospects)]
        self.next_n += prospects
        edits = [{"field": "first_name", "old": "", "new": "Ruth"}]
        return [
            json.dumps(
                {"n": n, "kind": "prospect.edit", "v": 1, "at": AT, "body": {"id": prospect, "edits": edits}}
            ).encode()
            for n, prospect in enumerate(self.prospects, 1)
        ]

    def batch(self) -> list[bytes]:
        """The next operations, as they travel."""
        first = self.next_n
        self.next_n += BATCH
        return [json.dumps(self.entry(n), separators=(",", ":")).encode() for n in range(first, self.next_n)]

    def entry(self, n: int) -> dict[str, object]:
        """A call with the words of an ordinary message."""
        about = self.prospects[n % len(self.prospects)]
        body = ENTRY | {"id": new_id(), "prospect_id": about, "template_id": None, "version_id": None}
        return {"n": n, "kind": "call.add", "v": 1, "at": AT, "body": body}

    def body(self, ops: list[bytes], page: int) -> bytes:
        return self.letter(ops, page).replace(CURSOR, b'"cursor":%d' % self.cursor, 1)

    def letter(self, ops: list[bytes], page: int) -> bytes:
        """A request that lacks only how far the phone is; that is known when the one before it was answered."""
        first, last = (msgspec.json.decode(op)["n"] for op in (ops[0], ops[-1]))
        head = {"cursor": None, "proto": 1, "schema": 1, "device": self.device, "epoch": self.epoch, "now": AT}
        head |= {"nonce": "k3J9s0", "next_n": last + 1, "oldest_pending": first, "page": page}
        head |= {"keeps": True}
        told = json.dumps(head, separators=(",", ":"))[:-1].encode()
        return told + b',"ops":[' + b",".join(ops) + b"]}"


CURSOR = b'"cursor":null'


def new_id() -> str:
    n = next(_serial)
    return f"01990000-{n >> 16 & 0xFFFF:04x}-7{n & 0xFFF:03x}-8000-{n * 0x9E3779B97F4A % 2**48:012x}"


def found(folder: Path, reps: int) -> list[Sender]:
    """An office with one paired phone for each rep, closed again."""
    with Store.open(folder) as store:
        office = store.write(lambda db: offices.add(db, name="Bench", country="US", locale="en-US", now=NOW)).result()
        return [sender(store, office.id, n) for n in range(reps)]


def sender(store: Store, office_id: str, n: int) -> Sender:
    device = new_id()
    member = store.write(lambda db: members.add(db, office_id, name=f"Rep {n}", role="rep", now=NOW)).result()
    store.write(lambda db: devices.pair(db, office_id, device, member_id=member.id, name="phone", now=NOW)).result()
    starting = store.write(lambda db: sessions.start(db, office_id, member_id=member.id, device_id=device, now=NOW))
    with store.reading() as db:
        epoch = db.execute("SELECT epoch FROM offices").fetchone()[0]
    return Sender(office_id, epoch, member, device, starting.result())


Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Commit:
    """All that the office writes for one batch: the calls, that it holds them, its counter and the phone's standing."""

    calls: Rows
    operations: Rows
    counter: tuple[object, ...]
    device: tuple[object, ...]


class Plain:
    """The same rows into the same tables by nothing but SQLite, one commit for each batch."""

    def __init__(self, conn: sqlite.Connection) -> None:
        self.conn = conn
        self.seq = 0

    def prepare(self, who: Sender, ops: list[bytes]) -> Commit:
        heads = [header(raw) for raw in ops]
        calls = [self.call(who, head) for head in heads]
        done: Rows = [(who.office_id, who.device, h.n, read(h).hash, "ok", self.seq, AT) for h in heads]
        last = heads[-1].n
        return Commit(calls, done, (BATCH, who.office_id), (last + 1, last, AT, who.office_id, who.device))

    def call(self, who: Sender, head: Header) -> tuple[object, ...]:
        self.seq += 1
        c = json.loads(bytes(head.body))
        first = (who.office_id, c["id"], who.member.id, c["prospect_id"], c["made_at"], c["outcome"], c["direction"])
        return (*first, None, None, None, None, 0, None, 0, AT, self.seq, bytes(head.body).decode())

    def commit(self, batch: Commit) -> None:
        self.conn.execute("BEGIN IMMEDIATE")
        self.conn.execute("UPDATE offices SET counter = counter + ? WHERE id = ?", batch.counter)
        self.conn.executemany(OPERATION, batch.operations)
        self.conn.executemany(CALL, batch.calls)
        self.conn.execute(DEVICE, batch.device)
        self.conn.execute("COMMIT")


DEVICE = "UPDATE devices SET next_n = ?, have_through = ?, seen_at = ? WHERE office_id = ? AND id = ?"
CALL = """
    INSERT INTO calls (office_id, id, rep_id, prospect_id, made_at, outcome, direction, template_id, version_id,
        credits, replaces, void, viewer_id, stray, received_at, seq, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
OPERATION = """
    INSERT INTO operations (office_id, device_id, n, hash, status, rev, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
