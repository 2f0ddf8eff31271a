"""Sends one message to one device: encrypted for it, signed for its push service. The only user of pywebpush."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ringback.domain.errors import Refused
from ringback.reminders.answers import TABLE, Verdict, verdict
from ringback.reminders.message import Message
from ringback.reminders.vapid import Key
from ringback.reminders.wire import Wire
from ringback.store.subscriptions import Subscription

LASTS = timedelta(days=1)  # how long a service keeps it for a phone that is off
UNREADABLE = Verdict("gone", "The subscription's keys cannot be used.")


@dataclass(frozen=True)
class Sender:
    """`contact` is asked for each time: it may change while the office runs."""

    wire: Wire
    key: Key
    contact: Callable[[], str]

    async def send(self, to: Subscription, message: Message, now: datetime, lasts: timedelta = LASTS) -> Verdict:
        found = await self._once(to, message.full, message.topic, now, lasts)
        if found.kind == "shorten":
            found = await self._once(to, message.short, message.topic, now, lasts)
        return Verdict("failed", found.sentence) if found.kind == "shorten" else found

    async def _once(self, to: Subscription, text: bytes, topic: str, now: datetime, lasts: timedelta) -> Verdict:
        try:
            endpoint = self.wire.services.endpoint(to.endpoint)
        except Refused:
            return TABLE["forbidden"]
        body = await asyncio.to_thread(encrypted, to, text)
        if body is None:
            return UNREADABLE
        headers = {
            "Authorization": self.key.sign(endpoint.origin, self.contact(), now),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(max(0, int(lasts.total_seconds()))),
            "Urgency": "high",
            "Topic": topic,
        }
        return verdict(await self.wire.post(endpoint, body, headers), now)


def encrypted(to: Subscription, text: bytes) -> bytes | None:
    """None for keys that are none: whatever the libraries below say about them."""
    from pywebpush import WebPusher  # not before it is needed: it brings a second HTTP client along, 12 MB of it

    info = {"endpoint": to.endpoint, "keys": {"p256dh": to.p256dh, "auth": to.auth}}
    try:
        return bytes(WebPusher(info).encode(text)["body"])
    except Exception:  # noqa: BLE001 - each of three libraries has its own way of refusing a key
        return None
