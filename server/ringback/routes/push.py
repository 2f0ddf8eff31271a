"""A phone's way to reminders: its subscription, the test that arms it, and its word that it has shown one."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Annotated, Any

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct
from sqlite_utils import Database

from ringback.domain.errors import Refused
from ringback.domain.instants import read
from ringback.domain.people import Caller
from ringback.reminders import message
from ringback.reminders.deliver import Sender
from ringback.reminders.ring import record_test
from ringback.routes.desk import Desk
from ringback.store import reminders, subscriptions
from ringback.store.subscriptions import Subscription

BASE64 = r"^[A-Za-z0-9_-]{1,200}={0,2}\Z"
TEST_EVERY = timedelta(seconds=5)
TEST_LASTS = timedelta(minutes=10)


class Keys(Struct, frozen=True):
    p256dh: Annotated[str, Meta(pattern=BASE64)]
    auth: Annotated[str, Meta(pattern=BASE64)]


class Subscribed(Struct, frozen=True):
    """What a browser's `PushSubscription.toJSON()` gives."""

    endpoint: Annotated[str, Meta(max_length=2048)]
    keys: Keys


# Not in threads: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/api/push", sync_to_thread=False)
def look(
    caller: NamedDependency[Caller], desk: NamedDependency[Desk], sender: NamedDependency[Sender]
) -> dict[str, Any]:
    """The office's public key, and what it knows of this device."""
    return told(desk.read(lambda db: subscriptions.find(db, desk.office_id, caller.device_id)), sender)


@post("/api/push", status_code=200, sync_to_thread=False)
def subscribe(
    data: JSONBody[Subscribed],
    caller: NamedDependency[Caller],
    desk: NamedDependency[Desk],
    sender: NamedDependency[Sender],
) -> dict[str, Any]:
    """Compares, and keeps what is new: sent at every start of the phone."""
    sender.wire.services.endpoint(data.endpoint)
    key, now, device_id = sender.key.public, desk.now(), caller.device_id
    given = {"endpoint": data.endpoint, "p256dh": data.keys.p256dh, "auth": data.keys.auth, "key": key}
    was = desk.read(lambda db: subscriptions.find(db, desk.office_id, device_id))
    if was is None or not was.is_same(**given):
        desk.write(lambda db: subscriptions.keep(db, desk.office_id, device_id, **given, now=now))
        was = desk.read(lambda db: subscriptions.find(db, desk.office_id, device_id))
    return told(was, sender)


@delete("/api/push", status_code=200, sync_to_thread=False)
def unsubscribe(
    caller: NamedDependency[Caller], desk: NamedDependency[Desk], sender: NamedDependency[Sender]
) -> dict[str, Any]:
    desk.write(lambda db: subscriptions.drop(db, desk.office_id, caller.device_id))
    return told(None, sender)


def told(kept: Subscription | None, sender: Sender) -> dict[str, Any]:
    """`renew`: what the office has is of no use any more; the phone should subscribe anew."""
    return {
        "ringback": 1,
        "key": sender.key.public,
        "subscribed": kept is not None,
        "armed": kept is not None and kept.armed_at is not None,
        "renew": kept is not None and bool(kept.key != sender.key.public or kept.refused or kept.ended),
        "trouble": kept.trouble if kept else "",
    }


@post("/api/push/test", status_code=200)
async def test(
    caller: NamedDependency[Caller], desk: NamedDependency[Desk], sender: NamedDependency[Sender]
) -> dict[str, Any]:
    """Sends a push with a token. Only when it came back through `confirm` does the device count as armed."""
    now, token = desk.now(), secrets.token_urlsafe(24)
    kept = desk.read(lambda db: subscriptions.find(db, desk.office_id, caller.device_id))
    if kept is None or kept.ended:
        raise Refused("not_found", "This device has not subscribed yet, so there is nowhere to send a test.")
    if kept.tested_at and now - read(kept.tested_at) < TEST_EVERY:
        raise Refused("too_many", "A test was sent a moment ago. Give it some seconds to arrive.", 5)
    await desk.write_soon(lambda db: subscriptions.begin_test(db, desk.office_id, caller.device_id, token, now))
    verdict = await sender.send(kept, message.test(token, desk.origin), now, TEST_LASTS)
    await desk.write_soon(lambda db: record_test(db, desk.office_id, to=kept, verdict=verdict, now=now))
    return {"ringback": 1, "sent": verdict.kind == "accepted", "sentence": verdict.sentence}


class Shown(Struct, frozen=True):
    token: Annotated[str, Meta(min_length=1, max_length=100)]


@post("/api/push/confirm", status_code=200, sync_to_thread=True)
def confirm(data: JSONBody[Shown], caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> dict[str, Any]:
    """The device has shown the push with this token. An unknown or used one changes nothing, and is no error."""
    now = desk.now()
    return {"ringback": 1, "known": desk.write(lambda db: take(db, desk.office_id, caller.device_id, data.token, now))}


def take(db: Database, office_id: str, device_id: str, token: str, now: datetime) -> bool:
    armed = subscriptions.arm(db, office_id, device_id, token, now)
    return armed or reminders.confirm(db, office_id, device_id, token, now)
