"""What a push says: the declarative format of Web Push, which Safari shows by itself and the phone's worker shows the
same. The README of this folder describes it for the phone."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from ringback.domain.instants import written

MOST_BYTES = 3900  # a push holds 4 kB, its encryption included
NAME, REASON = 80, 300  # characters
LATE = timedelta(minutes=2)
WEB_PUSH = 8030  # the number of the RFC: tells this JSON from any other


@dataclass(frozen=True)
class Message:
    """The same in full, and in few words for services that find the first too long. `topic` collapses repetitions that
    wait at the service, `tag` those that a device shows."""

    full: bytes
    short: bytes
    topic: str


@dataclass(frozen=True)
class Promise:
    """A follow-up as it is told. `due` stays what it was, however late the message is. `zone` is the rep's own, if it
    is known; `place` the prospect's, in which the promise was made."""

    id: str
    prospect_id: str
    name: str
    company: str
    reason: str
    due: datetime
    zone: ZoneInfo | None
    place: ZoneInfo | None
    blocked: bool
    gone: bool  # the prospect is not on the rep's phones any more: there is nobody to call
    badge: int  # promises of the rep that are due now


def reminder(promise: Promise, token: str, origin: str, now: datetime) -> Message:
    brief = f"{origin}/#/brief/{promise.prospect_id}?follow_up={promise.id}"
    notification = {
        "title": title(promise),
        "body": body(promise, now),
        "navigate": brief,
        "lang": "en",
        "tag": f"follow-up:{promise.id}",
        "timestamp": int(promise.due.timestamp() * 1000),
        "requireInteraction": True,
        "data": {
            "kind": "reminder",
            "token": token,
            "follow_up": promise.id,
            "prospect": promise.prospect_id,
            "due": written(promise.due),
        },
        "actions": [
            {"action": name, "title": words, "navigate": f"{brief}&do={name}"}
            for name, words in ACTIONS
            if not (name == "call" and (promise.blocked or promise.gone))
        ],
    }
    full = packed(notification, promise.badge)
    few = packed(notification | {"body": when(promise, now)}, promise.badge)
    return Message(full if len(full) <= MOST_BYTES else few, few, topic(promise.id))


ACTIONS = (("call", "Call"), ("done", "Done"), ("later", "Remind me in an hour"))


def title(promise: Promise) -> str:
    name = (promise.name or promise.company)[:NAME]
    if promise.blocked:
        return f"Do not call {name or 'this prospect'}"
    return f"Call {name}" if name else "A promised callback"


def body(promise: Promise, now: datetime) -> str:
    company = promise.company[:NAME] if promise.name else ""
    return " · ".join(part for part in (when(promise, now), company, promise.reason[:REASON]) if part)


def when(promise: Promise, now: datetime) -> str:
    """`Due 10:10`, `Was due Mon 10:10`; in the prospect's time, and saying so, when the rep's is not known."""
    zone = promise.zone or promise.place
    if zone is None:
        return "Was due" if now - promise.due > LATE else "Due now"
    due, here = promise.due.astimezone(zone), now.astimezone(zone)
    day = "" if due.date() == here.date() else due.strftime("%a ")
    place = "" if promise.zone else f" in {zone.key.rpartition('/')[2].replace('_', ' ')}"
    return f"{'Was due' if now - promise.due > LATE else 'Due'} {day}{due.strftime('%H:%M')}{place}"


def test(token: str, origin: str) -> Message:
    notification = {
        "title": "Reminders reach this device",
        "body": "This was the test. Nothing else is to be done.",
        "navigate": f"{origin}/#/settings",
        "lang": "en",
        "tag": "test",
        "data": {"kind": "test", "token": token},
    }
    said = packed(notification, None)
    return Message(said, said, "test")


def packed(notification: Mapping[str, Any], badge: int | None) -> bytes:
    """`mutable` lets the phone's worker handle it first, where there is one."""
    whole: dict[str, Any] = {"web_push": WEB_PUSH, "notification": notification, "mutable": True}
    if badge is not None:
        whole["app_badge"] = badge
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def topic(id_: str) -> str:
    """At most 32 characters of base64url: an id is 22."""
    return base64.urlsafe_b64encode(UUID(id_).bytes).decode().rstrip("=")
