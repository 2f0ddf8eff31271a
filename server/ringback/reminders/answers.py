"""What each answer of a push service means: one table.

201 says accepted, not delivered. Only the phone's own confirmation says that a reminder was seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from ringback.reminders.wire import Answer, Trouble

Kind = Literal["accepted", "wait", "shorten", "failed", "gone", "refused"]


@dataclass(frozen=True)
class Verdict:
    """accepted: the service has it. wait: try again, after `wait` if the service said so. shorten: send less, at once.
    failed: this message will not pass, another may. gone: the subscription has ended. refused: the office's key or
    contact is not believed; it is tried again seldom, and the phone subscribes anew at its next start."""

    kind: Kind
    sentence: str
    wait: timedelta | None = None


SELDOM = timedelta(minutes=15)
LONGEST = timedelta(hours=1)  # of what a service may ask for: the promise itself is sooner

TABLE: dict[str, Verdict] = {
    "201": Verdict("accepted", "The push service has accepted it."),
    "2xx": Verdict("accepted", "The push service has accepted it, in words of its own."),
    "3xx": Verdict("wait", "The push service sent the office elsewhere, and the office does not go there."),
    "400": Verdict("failed", "The push service could not read the message."),
    "401": Verdict("refused", "The push service does not believe the office's signature or contact address.", SELDOM),
    "403": Verdict("refused", "The push service does not let this office send to this device.", SELDOM),
    "404": Verdict("gone", "The push service does not know this subscription."),
    "410": Verdict("gone", "The subscription has ended."),
    "413": Verdict("shorten", "The message was too long for the push service."),
    "429": Verdict("wait", "The push service asked for a pause."),
    "4xx": Verdict("failed", "The push service refused the message."),
    "5xx": Verdict("wait", "The push service is in trouble."),
    "time-out": Verdict("wait", "The push service did not answer in time."),
    "tls": Verdict("wait", "The push service's certificate could not be checked, so nothing was sent."),
    "unreachable": Verdict("wait", "The push service cannot be reached."),
    "forbidden": Verdict("failed", "The push service's name leads to an address inside, where nothing is sent."),
}


def verdict(met: Answer | Trouble, now: datetime) -> Verdict:
    if not isinstance(met, Answer):
        return TABLE[met]
    found = TABLE.get(str(met.status)) or TABLE.get(f"{met.status // 100}xx") or TABLE["4xx"]
    if met.status == 429 or met.status >= 500:
        return replace(found, wait=retry_after(met.headers, now))
    return found


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """In either of its forms, seconds or a date; None when it says nothing that can be read."""
    said = next((value for name, value in headers.items() if name.lower() == "retry-after"), "").strip()
    if said.isascii() and said.isdigit():
        wait = timedelta(seconds=min(int(said[:9]), LONGEST.total_seconds()))
    else:
        try:
            until = parsedate_to_datetime(said)
        except ValueError:
            return None
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    return min(LONGEST, max(timedelta(seconds=1), wait))
