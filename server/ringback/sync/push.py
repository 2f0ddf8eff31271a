"""[6] Take a phone's operations: each exactly once, and none of them in the way of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlite_utils import Database

from ringback.domain.calls import Call
from ringback.domain.numbers import NONE, Range
from ringback.store import calls, operations, problems
from ringback.store.database import bump, savepoint
from ringback.store.trouble import is_trouble
from ringback.sync.apply import Outcome, Sender, add_calls, apply, is_there
from ringback.sync.messages import Header, Logged, Result
from ringback.sync.operations import MOST_BYTES, NotTaken, Operation, as_text, digest, unread

CLONED = "Another phone has written another entry under this number. Both are kept; the office's lead can see this one."
BROKEN = "Something went wrong in the office with this entry. It is kept as it came; the office's lead can see it."


@dataclass(slots=True)
class Pushed:
    """A result for every operation, the numbers that another phone had used for something else, and between which `seq`
    the calls are that were taken as they came: under the write lock nobody else's are among them."""

    results: list[Result] = field(default_factory=list)
    cloned: list[int] = field(default_factory=list)
    calls: Range = NONE


def push(db: Database, who: Sender, ops: Sequence[Operation]) -> Pushed:
    """Inside a write transaction. `ops` by rising number."""
    if not ops:
        return Pushed()
    known = operations.known(db, who.office_id, who.device_id, ops[0].n, ops[-1].n)
    fresh = [op for op in ops if op.n not in known] if known else ops
    done = _together(db, who, fresh)
    if fresh and not any(rev for _, rev in done):
        bump(db, who.office_id)  # else a restored backup that lacks only these would pass for the newest database
    operations.record(
        db,
        who.office_id,
        who.device_id,
        who.now,
        [(op.n, op.hash.hex(), status, rev) for op, (status, rev) in zip(fresh, done, strict=True)],
    )
    results = {op.n: Result(op.n, *outcome) for op, outcome in zip(fresh, done, strict=True)}
    taken = [rev for op, (status, rev) in zip(fresh, done, strict=True) if _as_it_came(op, status)]
    pushed = Pushed(calls=(taken[0], taken[-1]) if taken else NONE)
    for op in ops:
        pushed.results.append(results.get(op.n) or _again(db, who, op, known[op.n], pushed.cloned))
    return pushed


@dataclass(frozen=True, slots=True)
class Calls:
    """What nearly every push is: calls, numbered without a gap. Made ready before the write lock is taken."""

    first: int
    last: int
    entries: calls.Entries
    hashes: str

    def push(self, db: Database, who: Sender) -> Pushed:
        """Take them as new. Raises AlreadyThere if one of them is not, and NotTaken if one of them may not be taken:
        then the write has to be given up."""
        seq = add_calls(db, who, self.entries)
        operations.record_run(db, who.office_id, who.device_id, who.now, n=self.first, rev=seq, hashes=self.hashes)
        last = seq + len(self.entries.each) - 1
        return Pushed(
            [Result(n, "ok", rev) for n, rev in enumerate(range(seq, last + 1), self.first)], calls=(seq, last)
        )


def only_calls(ops: Sequence[Header] | Sequence[Logged]) -> Calls | None:
    """None if there is anything else among them, a gap in their numbers, or one that is too large."""
    logged = [op.body for op in ops if isinstance(op, Logged)]
    if not logged or ops[-1].n - ops[0].n + 1 != len(logged):
        return None
    entries = calls.entries(logged)
    if max(map(len, entries.each)) > MOST_BYTES:
        return None
    return Calls(ops[0].n, ops[-1].n, entries, as_text([digest(body).hex() for body in entries.each]))


def _as_it_came(op: Operation, status: str) -> bool:
    return status == "ok" and isinstance(op.body, Call)


def _again(db: Database, who: Sender, op: Operation, was: operations.Known, cloned: list[int]) -> Result:
    """A number that the office holds: the same operation once more, though an older office may not have understood it,
    or another phone's."""
    if _same(db, who, op, was):
        return Result(op.n, "dup", was.rev)
    cloned.append(op.n)
    return Result(op.n, "quarantined", _quarantine(db, who, op, CLONED))


def _same(db: Database, who: Sender, op: Operation, was: operations.Known) -> bool:
    if was.hash == op.hash:
        return True
    return isinstance(op.body, Call) and (was.hash == unread(op.head) or is_there(db, who, op.body))


def _together(db: Database, who: Sender, ops: Sequence[Operation]) -> list[Outcome]:
    """All at once, which is nearly always possible; else one by one, so that only the bad ones are set aside."""
    try:
        with savepoint(db):
            return _in_runs(db, who, ops)
    except Exception as error:
        if is_trouble(error):
            raise
        return [_alone(db, who, op) for op in ops]


def _in_runs(db: Database, who: Sender, ops: Sequence[Operation]) -> list[Outcome]:
    done: list[Outcome] = []
    for plain, group in groupby(ops, key=lambda op: isinstance(op.body, Call)):
        run = list(group)
        done += _calls(db, who, run) if plain else [_one(db, who, op) for op in run]
    return done


def _calls(db: Database, who: Sender, ops: Sequence[Operation]) -> list[Outcome]:
    logged = [op.body for op in ops if isinstance(op.body, Call)]
    first = add_calls(db, who, calls.entries(logged))
    return [("ok", seq) for seq in range(first, first + len(ops))]


def _one(db: Database, who: Sender, op: Operation) -> Outcome:
    if op.body is None:
        return "quarantined", _quarantine(db, who, op, op.trouble)
    return apply(db, who, op)


def _alone(db: Database, who: Sender, op: Operation) -> Outcome:
    try:
        with savepoint(db):
            return _one(db, who, op)
    except NotTaken as why:
        return "quarantined", _quarantine(db, who, op, str(why))
    except Exception as error:
        if is_trouble(error):
            raise
        return "quarantined", _quarantine(db, who, op, BROKEN)


def _quarantine(db: Database, who: Sender, op: Operation, sentence: str) -> int:
    return problems.add(
        db,
        who.office_id,
        device_id=who.device_id,
        member_id=who.id,
        n=op.n,
        digest=op.hash,
        op=op.head.kind,
        raw=op.raw.decode("utf-8", "replace"),
        sentence=sentence,
        at=who.now,
    )
