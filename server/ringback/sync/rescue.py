"""Take in the file that a phone writes when nothing else works, by the same rules as a sync."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import msgspec
from msgspec import Raw, Struct
from sqlite_utils import Database

from ringback.domain.errors import Refused
from ringback.domain.instants import written
from ringback.domain.people import Caller
from ringback.domain.values import Id
from ringback.store import devices, members, operations
from ringback.store.database import Store
from ringback.sync import standing
from ringback.sync.apply import Sender, sender
from ringback.sync.messages import MOST_OPERATIONS, Result, header, mended
from ringback.sync.operations import Operation, read
from ringback.sync.push import push


class Written(Struct, frozen=True):
    """What was written under one device id."""

    device: Id
    ops: list[Raw]


class RescueFile(Written, frozen=True, kw_only=True):
    """What the office needs of it. A phone that was never paired knows no office and no member; `earlier` are the ids
    that the phone had before, oldest first."""

    ringback_rescue: int
    earlier: list[Written] = []
    member_id: str | None = None
    member_name: str | None = None


@dataclass(frozen=True)
class Rescued:
    """What became of the file's entries. `known` were here already; `unreadable` have no number, so nothing to keep
    them by: the file has to be looked at by hand."""

    member_name: str
    taken: int
    known: int
    quarantined: int
    unreadable: int


def take_in(store: Store, office_id: str, file: bytes, member_id: str | None, now: datetime) -> Rescued:
    """Returns when it is on the disk. `member_id` says whose a file of an unknown phone is. Twice changes nothing."""
    rescue = decode(file)
    whose = store.write(lambda db: _sender(db, office_id, rescue, member_id or rescue.member_id, now)).result()
    count: Counter[str] = Counter()
    for written_as in (*rescue.earlier, rescue):
        count += _take_in(store, whose, written_as, now)
    taken = count["ok"] + count["merged"] + count["conflict"]
    return Rescued(whose.name, taken, count["dup"], count["quarantined"], count[UNREADABLE])


def _take_in(store: Store, whose: Sender, part: Written, now: datetime) -> Counter[str]:
    """How many entries came to each end. What stands under an id that the office knows is that id's member's."""
    rounds, unreadable = _readable(part)
    who = store.write(lambda db: _sender(db, whose.office_id, part, whose.id, now)).result()
    results: list[Result] = []
    for some in chain.from_iterable(map(_parts, rounds)):
        results += store.write(lambda db, some=some: _push(db, who, some)).result()  # type: ignore[misc]
    return Counter({UNREADABLE: unreadable}) + Counter(result.status for result in results)


UNREADABLE = "unreadable"


def decode(file: bytes) -> RescueFile:
    file = file.removeprefix(BOM_UTF8)  # an editor put it there
    try:
        try:
            rescue = FILE.decode(file)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            rescue = FILE.decode(mended(file))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _no_rescue() from error
    if rescue.ringback_rescue != 1:
        raise _no_rescue()
    return rescue


FILE = msgspec.json.Decoder(RescueFile)


def _no_rescue() -> Refused:
    return Refused(
        "malformed", "This is not a rescue file that this Ringback can read. Nothing was changed; keep the file."
    )


def _readable(part: Written) -> tuple[list[list[Operation]], int]:
    """Its operations by rising number, those that repeat a number in a round of their own, and how many entries are
    none."""
    found: defaultdict[int, list[Operation]] = defaultdict(list)
    unreadable = 0
    for raw in part.ops:
        try:
            head = header(raw)
            found[head.n].append(read(head))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            unreadable += 1
    rounds: defaultdict[int, list[Operation]] = defaultdict(list)
    for n in sorted(found):
        for turn, op in enumerate(found[n]):
            rounds[turn].append(op)
    return [rounds[turn] for turn in sorted(rounds)], unreadable


def _parts(ops: Sequence[Operation]) -> Iterator[Sequence[Operation]]:
    return (ops[start : start + MOST_OPERATIONS] for start in range(0, len(ops), MOST_OPERATIONS))


def _sender(db: Database, office_id: str, part: Written, member_id: str | None, now: datetime) -> Sender:
    device = devices.find(db, office_id, part.device)
    member = members.find(db, office_id, device.member_id if device else member_id or "")
    if member is None:
        raise Refused("not_found", "The office does not know whose file this is. Choose the member it belongs to.")
    if device is None:
        devices.pair(db, office_id, part.device, member_id=member.id, name="From a rescue file", now=now)
    return sender(Caller(office_id, member, part.device, "", revoked=False), written(now))


def _push(db: Database, who: Sender, ops: Sequence[Operation]) -> list[Result]:
    pushed = push(db, who, ops)
    was = operations.standing(db, who.office_id, who.device_id)
    told = standing.Told(max(was.next_n, ops[-1].n + 1), ops[-1].n + 1, was.schema)
    standing.update(db, who, told, [op.n for op in ops], seen=False)
    return pushed.results
