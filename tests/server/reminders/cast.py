"""An office with a push service that a test can look into, reps whose devices take pushes, and a clock."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.server.reminders.push_service import Browser, Push, PushService, push_service
from tests.server.sync.cast import Desk, Phone, edits, follow_up, new_id, opened

from ringback.domain.instants import written
from ringback.domain.people import Member
from ringback.reminders import vapid
from ringback.reminders.deliver import Sender
from ringback.reminders.loop import Loop
from ringback.reminders.ring import Bell
from ringback.reminders.services import Services
from ringback.reminders.wire import Wire
from ringback.store import devices, reminders, sessions, subscriptions

MONDAY = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
DENVER = ZoneInfo("America/Denver")


@dataclass
class Device:
    """A phone of a rep, signed in, with a browser that takes pushes."""

    team: Team
    phone: Phone
    browser: Browser

    @property
    def pushes(self) -> list[Push]:
        """What has come for it, oldest first."""
        return [push for push in self.team.service.got if push.token == self.browser.token]

    @property
    def shows(self) -> list[str]:
        return [says["notification"]["title"] for says in self.browser.shows.values()]

    def promises(self, minutes: float = 0, made_at: str = "", **over: Any) -> str:  # noqa: ANN401 - fields of a follow-up
        """A follow-up that is due so many minutes from now, made long ago if not said otherwise."""
        due = self.team.now + timedelta(minutes=minutes)
        wall = f"{due.astimezone(DENVER):%Y-%m-%dT%H:%M}"
        body = follow_up(**{"due": written(due), "wall": wall, "zone": "America/Denver"} | over)
        when = {"at": made_at} if made_at else {}
        assert self.phone.send("follow_up.add", body, **when)["status"] == "ok"
        return str(body["id"])

    def closes(self, follow_up_id: str, state: str = "done") -> None:
        self.phone.send("follow_up.close", {"id": follow_up_id, "state": state, "call_id": None})

    def asks_later(self, follow_up_id: str, minutes: float) -> str:
        at = written(self.team.now + timedelta(minutes=minutes))
        return str(self.phone.send("follow_up.remind", {"id": follow_up_id, "at": at})["status"])

    def asks_no_more(self, follow_up_id: str) -> str:
        """He takes back that he wanted to be reminded later."""
        return str(self.phone.send("follow_up.remind", {"id": follow_up_id, "at": None})["status"])

    def confirms(self, push: Push) -> bool:
        """As its worker does once the notification is on the screen."""
        office, now = self.team.desk.office.id, self.team.now
        done = self.team.desk.store.write(lambda db: reminders.confirm(db, office, self.phone.device, push.proof, now))
        return done.result()

    def is_seen(self) -> None:
        """It was used just now."""
        office, now = self.team.desk.office.id, written(self.team.now)
        set_seen = "UPDATE devices SET seen_at = ? WHERE office_id = ? AND id = ?"
        self.team.desk.store.write(lambda db: db.execute(set_seen, [now, office, self.phone.device])).result()

    def is_revoked(self) -> None:
        office, now = self.team.desk.office.id, self.team.now
        self.team.desk.store.write(lambda db: devices.revoke(db, office, self.phone.device, now)).result()


@dataclass
class Team:
    desk: Desk
    service: PushService
    key: vapid.Key
    devices: list[Device] = field(default_factory=list)
    timeout: float = 10

    @property
    def now(self) -> datetime:
        return self.desk.now

    def hires(self, name: str = "Sam Okafor") -> Device:
        return self.device(self.desk.hire(name))

    def device(self, member: Member) -> Device:
        """A further one of the member's."""
        one = Device(self, self.desk.phone(member), self.service.subscribes())
        office, now = self.desk.office.id, self.now
        self.desk.store.write(
            lambda db: sessions.start(db, office, member_id=member.id, device_id=one.phone.device, now=now)
        ).result()
        self.subscribes(one, one.browser)
        self.devices.append(one)
        return one

    def subscribes(self, device: Device, browser: Browser) -> None:
        keys, office, now = browser.json["keys"], self.desk.office.id, self.now
        given = {"endpoint": browser.endpoint, **keys, "key": self.key.public}
        self.desk.store.write(lambda db: subscriptions.keep(db, office, device.phone.device, **given, now=now)).result()
        device.browser = browser

    def sender(self) -> Sender:
        wire = Wire(Services((self.service.host,)), trust=self.service.trust(), timeout=self.timeout)
        return Sender(wire, self.key, lambda: "mailto:office@example.com")

    def bell(self) -> Bell:
        return Bell(
            self.desk.store, self.desk.office.id, self.sender(), "https://ringback.example.com", lambda: self.now
        )

    def turn(self) -> None:
        """What the loop does when something may be due."""

        async def once() -> None:
            bell = self.bell()
            async with bell.sender.wire:
                await Loop(bell, lambda: self.now).turn()

        asyncio.run(once())

    def next_at(self) -> datetime | None:
        return Loop(self.bell(), lambda: self.now).next_at()

    def later(self, **span: float) -> None:
        """Time passes, and the loop does what falls due in it, each at its time."""
        until = self.now + timedelta(**span)
        self.turn()
        while (wake := self.next_at()) and wake <= until:
            self.desk.now = max(wake, self.now)
            self.turn()
        self.desk.now = until
        self.turn()

    def sees(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        return self.desk.sees(sql, *given)


def ruth(rep: Device, **fields: str) -> str:
    """Ruth Delgado, a prospect of the rep's."""
    id_ = new_id()
    known = {"first_name": "Ruth", "last_name": "Delgado", "company": "Delgado Bakery"} | fields
    rep.phone.send("prospect.edit", edits(id_, **{name: ("", value) for name, value in known.items()}))
    return id_


@contextmanager
def team_at_work(folder: Path) -> Iterator[Team]:
    with opened(folder) as desk:
        desk.now = MONDAY
        with push_service(lambda: desk.now) as service:
            yield Team(desk, service, vapid.load_or_make(folder))
