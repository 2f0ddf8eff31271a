"""One due reminder, from claim to record: look, decide, send, say what is to be done next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlite_utils import Database

from ringback.domain.instants import Clock
from ringback.domain.prospects import full_name
from ringback.domain.reminding import PATIENCE, Alarm, Due, Later, Leg, Over, Ring, next_step, pause
from ringback.domain.wall_time import Zones
from ringback.domain.work_hours import work_hours, zone_or_none
from ringback.reminders.answers import Verdict
from ringback.reminders.deliver import Sender
from ringback.reminders.message import Message, Promise, reminder
from ringback.store import follow_ups, reminders, situations, subscriptions
from ringback.store.database import Store
from ringback.store.reminders import LEASE, Claimed
from ringback.store.situations import Situation
from ringback.store.subscriptions import Subscription

AT_MOST = 25.0  # seconds for one reminder: some of its devices' push services may take their time
RENEWS = LEASE.total_seconds() / 4  # so that a lease is never over while something is still sent under it


@dataclass(frozen=True)
class Bell:
    """Rings. `origin` is the office's address, for what a tap on a notification opens; a claim is renewed after so many
    seconds."""

    store: Store
    office_id: str
    sender: Sender
    origin: str
    clock: Clock
    renews: float = RENEWS

    async def reckon(self, zones: Zones) -> int:
        """How many promises have moved with their clocks."""
        moved: int = await self._write(lambda db: follow_ups.reckon(db, self.office_id, zones=zones, now=self.clock()))
        return moved

    async def claim(self) -> Claimed | None:
        held: Claimed | None = await self._write(lambda db: reminders.claim(db, self.office_id, self.clock()))
        return held

    async def ring(self, held: Claimed) -> None:
        """Whatever goes wrong with one reminder puts off that one, and no other."""
        stays = asyncio.create_task(self._stays(held))
        try:
            async with asyncio.timeout(AT_MOST):
                await self._ring(held)
        except Exception as error:  # noqa: BLE001 - a row that breaks the loop would silence all the others
            why = f"Something went wrong in the office: {type(error).__name__}."
            await self._put_off(held, held.wave, why, None)
        finally:
            stays.cancel()
            await asyncio.gather(stays, return_exceptions=True)

    async def _stays(self, held: Claimed) -> None:
        """Whoever is killed renews nothing: another takes his place within seconds."""
        while True:
            await asyncio.sleep(self.renews)
            await self._write(lambda db: reminders.renew(db, held, self.clock()))

    async def _ring(self, held: Claimed) -> None:
        found = await asyncio.to_thread(self.look, held)
        match next_step(as_due(found, held), self.clock()) if found else Over():
            case Later(at):
                await self._settle(held, at=at, wave=held.wave)
            case Alarm(why):
                await self._write(partial(give_up, held=held, why=why, now=self.clock()))
            case Ring() as step:
                await self._send(held, step)
            case Over():
                await self._settle(held, at=None, wave=held.wave)

    async def _send(self, held: Claimed, step: Ring) -> None:
        """To each device in turn; each is looked up anew, so that what was done or revoked meanwhile is not sent."""
        accepted, waiting, why = 0, list[Verdict](), ""
        for device_id in step.device_ids:
            verdict = await self._send_to(held, device_id)
            if verdict is None:
                continue
            accepted += verdict.kind == "accepted"
            waiting += [verdict] if verdict.kind in ("wait", "refused") else []
            why = verdict.sentence
            if accepted and not step.every:
                break
        if waiting and not accepted:
            asked = [verdict.wait for verdict in waiting if verdict.wait]
            await self._put_off(held, held.wave, why, min(asked) if len(asked) == len(waiting) else None)
        else:
            await self._settle(held, at=self.clock() + PATIENCE, wave=step.wave, why="" if accepted else why)

    async def _send_to(self, held: Claimed, device_id: str) -> Verdict | None:
        found = await asyncio.to_thread(self.look, held)
        leg = next((leg for leg in found.legs if leg.subscription.device_id == device_id), None) if found else None
        if found is None or leg is None or found.state != "open" or found.confirmed:
            return None
        now = self.clock()
        message = told(found, held.follow_up_id, found.sent[device_id].token, self.origin, now)
        verdict = await self.sender.send(leg.subscription, message, now)
        await self._write(partial(record, held=held, to=leg.subscription, verdict=verdict, now=self.clock()))
        return verdict

    def look(self, held: Claimed) -> Situation | None:
        with self.store.reading() as db:
            return situations.find(db, held.office_id, held.follow_up_id, key=self.sender.key.public, now=self.clock())

    async def _put_off(self, held: Claimed, wave: int, why: str, wait: timedelta | None) -> None:
        at = self.clock() + (wait or pause(held.failures))
        await self._settle(held, at=at, wave=wave, failures=held.failures + 1, why=why)

    async def _settle(self, held: Claimed, **what: Any) -> None:  # noqa: ANN401 - handed on to the store
        await self._write(lambda db: reminders.settle(db, held, **what))

    async def _write(self, work: Callable[[Database], Any]) -> Any:  # noqa: ANN401 - whatever the work answers
        done: Future[Any] = self.store.write(work)
        return await asyncio.wrap_future(done)


def record(db: Database, *, held: Claimed, to: Subscription, verdict: Verdict, now: datetime) -> None:
    record_test(db, held.office_id, to=to, verdict=verdict, now=now)
    done = {"accepted": "accepted", "gone": "failed", "failed": "failed"}.get(verdict.kind, "")
    reminders.delivered(db, held, to.device_id, done=done, sentence=verdict.sentence, now=now)


def record_test(db: Database, office_id: str, *, to: Subscription, verdict: Verdict, now: datetime) -> None:
    """What a message of whatever kind has shown about a subscription."""
    if verdict.kind == "accepted":
        subscriptions.went(db, office_id, to.device_id, now)
    elif verdict.kind == "gone":
        subscriptions.end(db, office_id, to.device_id, to.endpoint, verdict.sentence, now)
    else:
        refused = verdict.kind == "refused"
        subscriptions.troubled(db, office_id, to.device_id, verdict.sentence, refused=refused, now=now)


def give_up(db: Database, *, held: Claimed, why: str, now: datetime) -> None:
    """Nobody has seen it. Before the promise is due that is nothing that the office must hear of."""
    if not reminders.wait_until_due(db, held.office_id, held.follow_up_id, now):
        reminders.settle(db, held, at=None, wave=held.wave, why=why, alarm_at=now)


def as_due(found: Situation, held: Claimed) -> Due:
    """What waited for work hours could not ring before they began, by whatever hours the rep has now."""
    legs = [
        Leg(
            device_id=leg.subscription.device_id,
            armed=leg.subscription.armed_at is not None,
            seen_at=leg.seen_at,
            done=found.sent[leg.subscription.device_id].done,
        )
        for leg in found.legs
        if leg.subscription.device_id in found.sent  # one that came after the claim is seen at the next
    ]
    hours = work_hours(found.profile, found.last_zone)
    rings_at = found.rings_at if held.failures else max(found.rings_at, held.at)
    return Due(found.state, rings_at, held.wave, found.confirmed, hours, legs)


def told(found: Situation, follow_up_id: str, token: str, origin: str, now: datetime) -> Message:
    promise = Promise(
        id=follow_up_id,
        prospect_id=found.prospect_id,
        name=full_name(found.prospect),
        company=found.prospect.get("company", ""),
        reason=found.reason,
        due=found.due,
        zone=zone_or_none(found.profile.get("zone", "")) or zone_or_none(found.last_zone),
        place=zone_or_none(found.zone),
        blocked=found.blocked,
        gone=not found.prospect,
        badge=found.due_now,
    )
    return reminder(promise, token, origin, now)
