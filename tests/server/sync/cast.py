"""An office on a real file, and phones that speak to it as phones do: in bytes, with their own numbers."""

# ruff: noqa: ANN401
from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.domain.people import Caller, Member, Office, Role
from ringback.store import devices, members, offices, prospects
from ringback.store.database import Store
from ringback.sync.exchange import exchange
from ringback.sync.messages import decode, encode

Json = dict[str, Any]
CONTRACT = Path(__file__).parents[2] / "contract"
BEGIN = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
_ids = count(1)


def contract(name: str) -> Any:
    return json.loads((CONTRACT / f"{name}.json").read_text(encoding="utf-8"))


def as_sent(body: Json) -> bytes:
    """As JavaScript writes it: UTF-8, and half a character as its escape."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def new_id() -> str:
    return f"01990000-0000-7000-9000-{next(_ids):012d}"


@dataclass
class Desk:
    """The office: its store, its clock, its people."""

    folder: Path
    store: Store
    office: Office
    now: datetime = BEGIN

    def of_another_office(self) -> Desk:
        """A second office in the same file."""
        another = self.store.write(
            lambda db: offices.add(db, name="Another office", country="GB", locale="en-GB", now=self.now)
        )
        return Desk(self.folder, self.store, another.result())

    def hire(self, name: str, role: Role = "rep") -> Member:
        member = self.store.write(lambda db: members.add(db, self.office.id, name=name, role=role, now=self.now))
        return member.result()

    def phone(self, member: Member, device_id: str | None = None) -> Phone:
        device = device_id or new_id()
        self.store.write(
            lambda db: devices.pair(db, self.office.id, device, member_id=member.id, name="phone", now=self.now)
        ).result()
        return Phone(self, member, device)

    def assign(self, prospect: str, to: Phone) -> None:
        office, at = self.office.id, written(self.now)
        self.store.write(lambda db: prospects.assign(db, office, [prospect], to.member.id, at)).result()

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def reopen(self) -> None:
        """As after a restart."""
        self.store.close()
        self.store = Store.open(self.folder)
        self.office = found(self.store)

    def sees(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        with self.store.reading() as db:
            return [tuple(row) for row in db.execute(sql, list(given))]


def found(store: Store) -> Office:
    """The office of the file; a new one in a new file."""

    def only_or_new(db: Database) -> Office:
        return offices.only(db) or offices.add(db, name="Harbor Ovens", country="US", locale="en-US", now=BEGIN)

    return store.write(only_or_new).result()


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    store = Store.open(folder)
    desk = Desk(folder, store, found(store))
    try:
        yield desk
    finally:
        desk.store.close()


@dataclass
class Phone:
    """One member's phone. It numbers what it writes and keeps the cursor and rows that came."""

    desk: Desk
    member: Member
    device: str
    next_n: int = 1
    cursor: int = 0
    epoch: str = ""
    revoked: bool = False
    rows: dict[tuple[str, str], Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.epoch = self.desk.office.epoch

    def write(self, kind: str, body: Any, **over: Any) -> Json:
        op = {"n": self.next_n, "kind": kind, "v": 1, "at": "2026-11-21T10:15:00.000Z", "body": body} | over
        self.next_n = max(self.next_n, op["n"] + 1)
        return op

    def request(self, *ops: Json, **over: Any) -> Json:
        said = {"proto": 1, "schema": 1, "device": self.device, "epoch": self.epoch, "cursor": self.cursor}
        said |= {"nonce": "k3J9s0", "now": "2026-11-21T10:15:00.000Z", "next_n": self.next_n, "page": 500}
        return said | {"oldest_pending": ops[0]["n"] if ops else None, "ops": list(ops)} | over

    def post(self, body: Json | bytes) -> Json:
        """The answer, without taking it in: as when it is lost on its way."""
        raw = body if isinstance(body, bytes) else as_sent(body)
        caller = Caller(self.desk.office.id, self.member, self.device, "phone", self.revoked)
        reply = asyncio.run(exchange(self.desk.store, caller, decode(raw), self.desk.now))
        return json.loads(encode(reply))  # type: ignore[no-any-return]

    def sync(self, *ops: Json, **over: Any) -> Json:
        answer = self.post(self.request(*ops, **over))
        for row in answer["rows"]:
            self.rows[row["kind"], row["id"]] = row
        self.cursor = answer["cursor"]
        return answer

    def send(self, kind: str, body: Any, **over: Any) -> Json:
        """Write one operation and sync it; its result."""
        return self.sync(self.write(kind, body, **over))["results"][0]  # type: ignore[no-any-return]

    def row(self, kind: str, record: str) -> Json:
        return self.rows[kind, record]

    def shown(self, kind: str) -> list[Json]:
        return [row for (of, _), row in self.rows.items() if of == kind and "gone" not in row]


CALL: Json = contract("operations")[8]["op"]["body"]


def call(**over: Any) -> Json:
    return CALL | {"id": new_id(), "prospect_id": None, "template_id": None, "version_id": None} | over


def edits(prospect: str, **fields: tuple[str, str]) -> Json:
    """An edit of each named field, from the first value to the second."""
    return {"id": prospect, "edits": [{"field": f, "old": old, "new": new} for f, (old, new) in fields.items()]}


def template(**over: Any) -> Json:
    body = contract("operations")[0]["op"]["body"]
    return body | {"id": new_id(), "version_id": new_id(), "variant_of": None} | over  # type: ignore[no-any-return]


def follow_up(**over: Any) -> Json:
    body = contract("operations")[12]["op"]["body"]
    return body | {"id": new_id(), "prospect_id": new_id(), "call_id": None} | over  # type: ignore[no-any-return]


def statuses(answer: Json) -> list[str]:
    return [result["status"] for result in answer["results"]]
