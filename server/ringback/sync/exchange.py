"""One round trip. The steps are numbered as in the protocol; [1] to [3] happen before, [9] after."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

from sqlite_utils import Database

from ringback.domain.errors import Refused
from ringback.domain.instants import written
from ringback.domain.numbers import NONE, Range
from ringback.domain.people import Caller
from ringback.store import devices, directory, operations
from ringback.store.database import AlreadyThere, Store
from ringback.store.operations import Standing
from ringback.sync import standing
from ringback.sync.apply import Sender, sender
from ringback.sync.messages import MIN_SCHEMA, Held, Request, Reset, SyncReply, heads
from ringback.sync.operations import NotTaken, Operation, read_all
from ringback.sync.pull import Pulled, pull
from ringback.sync.push import Calls, Pushed, only_calls, push
from ringback.sync.standing import Told, told_by

FAR_BEHIND = 2000  # changes: to read more than that would hold up the other phones


async def exchange(store: Store, caller: Caller, request: Request, now: datetime) -> SyncReply:
    """Take what the phone sends and answer with what it lacks. Returns only when what it took is on the disk."""
    _refuse(caller, request)
    who = sender(caller, written(now))
    told = told_by(request)
    with store.reading() as db:
        epoch, counter = directory.epoch(db, who.office_id)
        was = operations.standing(db, who.office_id, who.device_id)
        if request.epoch != epoch or request.cursor > counter:  # [4]
            return _reset(db, who, request, told, epoch)
        worth_writing = bool(request.ops) or standing.has_news(db, who, told, was)
    pushed = Pushed()
    if worth_writing:
        pushed = await _take(store, who, told, request)
    if counter - request.cursor > FAR_BEHIND:
        return await asyncio.to_thread(_answer, store, who, request, told, was, pushed)
    return _answer(store, who, request, told, was, pushed)


def _refuse(caller: Caller, request: Request) -> None:
    if caller.revoked:
        raise Refused("revoked", "This phone was signed out by the office. What waits on it stays on it.")
    if request.device != caller.device_id:
        raise Refused("device_taken", "This phone is signed in under another name than the one it writes under.")


async def _take(store: Store, who: Sender, told: Told, request: Request) -> Pushed:
    """[5] to [7]: what needs no lock is done before."""
    if plain := only_calls(request.ops):
        with suppress(AlreadyThere, NotTaken):
            return await asyncio.wrap_future(store.write(partial(_take_calls, who=who, told=told, plain=plain)))
    ops = read_all(heads(request))
    return await asyncio.wrap_future(store.write(partial(_take_any, who=who, told=told, ops=ops)))


def _take_calls(db: Database, who: Sender, told: Told, plain: Calls) -> Pushed:
    pushed = plain.push(db, who)
    standing.advance(db, who, told, plain.first, plain.last)
    return pushed


def _take_any(db: Database, who: Sender, told: Told, ops: Sequence[Operation]) -> Pushed:
    pushed = push(db, who, ops)
    standing.update(db, who, told, [op.n for op in ops])
    return pushed


def _answer(store: Store, who: Sender, request: Request, told: Told, was: Standing, pushed: Pushed) -> SyncReply:
    with store.reading() as db:  # [8]
        epoch, counter = directory.epoch(db, who.office_id)
        now = operations.standing(db, who.office_id, who.device_id)
        gaps = standing.missing(db, who, told, now.have_through)
        pulled = _pull(db, who, request, counter, pushed.calls if request.keeps else NONE)
    return SyncReply(
        nonce=request.nonce,
        epoch=epoch,
        results=pushed.results,
        have_through=now.have_through,
        missing=gaps,
        rows=pulled.rows,
        cursor=pulled.cursor,
        more=pulled.more,
        now=who.now,
        notice=standing.notice(told, was, now.hole_since, gaps, pushed.cloned, who.now),
    )


def _pull(db: Database, who: Sender, request: Request, counter: int, kept: Range) -> Pulled:
    if request.schema < MIN_SCHEMA:
        return Pulled([], request.cursor, more=False)
    place, wanted = request.cursor, request.page
    return pull(db, who.office_id, who.id, cursor=place, counter=counter, wanted=wanted, kept=kept)


def _reset(db: Database, who: Sender, request: Request, told: Told, epoch: str) -> SyncReply:
    """The phone remembers more than the office does: tell it which of its operations need not be sent again."""
    have = operations.standing(db, who.office_id, who.device_id).have_through
    return SyncReply(
        nonce=request.nonce,
        epoch=epoch,
        results=[],
        have_through=have,
        missing=standing.missing(db, who, told, have),
        rows=[],
        cursor=0,
        more=False,
        now=who.now,
        notice=None,
        reset=Reset(operations.held(db, who.office_id, who.device_id), _others(db, who)),
    )


def _others(db: Database, who: Sender) -> list[Held]:
    every = [one.id for one in devices.of(db, who.office_id, who.id) if one.id != who.device_id]
    return [Held(device, held) for device in every if (held := operations.held(db, who.office_id, device))]
