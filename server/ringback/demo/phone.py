"""A phone of the demo: it numbers what it writes and sends it by sync, like any other."""

from __future__ import annotations

import asyncio
from datetime import datetime
from random import Random
from typing import Any

import msgspec

from ringback.domain.instants import written
from ringback.domain.people import Caller, Office
from ringback.store.database import Store
from ringback.sync.exchange import exchange
from ringback.sync.messages import MOST_OPERATIONS, SyncReply, decode


class Phone:
    def __init__(self, store: Store, office: Office, caller: Caller, chance: Random) -> None:
        self.store = store
        self.office = office
        self.caller = caller
        self.chance = chance
        self.next_n = 1
        self.waiting: list[dict[str, Any]] = []

    def write(self, kind: str, at: datetime, body: dict[str, Any]) -> None:
        self.waiting.append({"n": self.next_n, "kind": kind, "v": 1, "at": written(at), "body": body})
        self.next_n += 1

    def new_id(self, at: datetime) -> str:
        """A UUIDv7 of that moment."""
        bits = int(at.timestamp() * 1000) << 80 | 7 << 76 | self.chance.getrandbits(12) << 64
        text = f"{bits | 2 << 62 | self.chance.getrandbits(62):032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def sync(self, now: datetime) -> None:
        while self.waiting:
            part, self.waiting = self.waiting[:MOST_OPERATIONS], self.waiting[MOST_OPERATIONS:]
            asyncio.run(self.send(part, now))

    async def send(self, part: list[dict[str, Any]], now: datetime) -> SyncReply:
        request = {
            "proto": 1,
            "schema": 1,
            "device": self.caller.device_id,
            "epoch": self.office.epoch,
            "cursor": 0,
            "nonce": "demo",
            "now": written(now),
            "next_n": self.next_n,
            "oldest_pending": part[0]["n"],
            "ops": part,
            "page": 0,
        }
        return await exchange(self.store, self.caller, decode(msgspec.json.encode(request)), now)
