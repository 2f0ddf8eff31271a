"""Rings what is due, for as long as the office is open: in its own process, or in one beside it, or in several."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ringback.domain.instants import Clock
from ringback.domain.wall_time import Zones, newest_zones
from ringback.reminders.ring import Bell
from ringback.store import reminders

log = logging.getLogger("ringback")

AT_ONCE = 16  # reminders under way at a time, so that one slow push service does not hold up the others
# A clock can be set and a machine can sleep, and another process may have brought something new: so the wall clock is
# looked at again however far away the next reminder is.
LOOK_AGAIN = timedelta(seconds=2)
AFTER_TROUBLE = timedelta(seconds=15)
RECKON_EVERY = timedelta(days=1)  # zone data comes with the machine's updates, which the office may outlive
BREATH = timedelta(milliseconds=20)  # whatever is wrong, the office's other work gets its turn

Wait = Callable[[timedelta], Awaitable[None]]


async def real_wait(length: timedelta) -> None:
    await asyncio.sleep(length.total_seconds())


@dataclass(frozen=True)
class Loop:
    bell: Bell
    clock: Clock
    wait: Wait = real_wait
    newest: Callable[[], Zones] = newest_zones

    async def run(self) -> None:
        """Until it is cancelled. Trouble with the file is told, and met again with the next look."""
        reckoned: datetime | None = None
        while True:
            try:
                if reckoned is None or self.clock() - reckoned >= RECKON_EVERY:
                    await self.bell.reckon(self.newest())
                    reckoned = self.clock()
                await self.turn()
                length = self.until(await asyncio.to_thread(self.next_at))
            except Exception as error:  # noqa: BLE001 - reminders must outlive whatever it was
                log.error("Reminders: %s", error)
                length = AFTER_TROUBLE
            await self.wait(length)

    async def turn(self) -> None:
        """Everything that is due by now, oldest first."""
        wake = await asyncio.to_thread(self.next_at)
        if wake is None or wake > self.clock():
            return
        async with asyncio.TaskGroup() as workers:
            for _ in range(AT_ONCE):
                workers.create_task(self.work())

    async def work(self) -> None:
        while held := await self.bell.claim():
            await self.bell.ring(held)

    def next_at(self) -> datetime | None:
        with self.bell.store.reading() as db:
            return reminders.next_at(db, self.bell.office_id)

    def until(self, wake: datetime | None) -> timedelta:
        if wake is None:
            return LOOK_AGAIN
        return max(BREATH, min(LOOK_AGAIN, wake - self.clock()))
