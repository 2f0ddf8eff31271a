"""Where push services take messages for a device: one subscription a device, as its browser made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from ringback.domain.instants import written
from ringback.store.sessions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class Subscription:
    """`key` is the office's public key that it was made with. Armed: a test came back from the device itself."""

    device_id: str
    endpoint: str
    p256dh: str
    auth: str
    key: str
    tested_at: str | None
    armed_at: str | None
    sent_at: str | None
    trouble: str
    refused: int
    ended: int

    def is_same(self, endpoint: str, p256dh: str, auth: str, key: str) -> bool:
        return (self.endpoint, self.p256dh, self.auth, self.key) == (endpoint, p256dh, auth, key)


def find(db: Database, office_id: str, device_id: str) -> Subscription | None:
    row = db.execute(FIND, [office_id, device_id]).fetchone()
    return Subscription(*row) if row else None


FIND = """
    SELECT device_id, endpoint, p256dh, auth, key, tested_at, armed_at, sent_at, trouble, refused, ended
    FROM subscriptions WHERE office_id = ? AND device_id = ?
"""


def keep(
    db: Database, office_id: str, device_id: str, *, endpoint: str, p256dh: str, auth: str, key: str, now: datetime
) -> None:
    """The device's only one from now on, not armed yet. Whoever had this browser before gets nothing on it any more."""
    db.execute("DELETE FROM subscriptions WHERE endpoint = ?", [endpoint])
    given = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth, "key": key, "now": written(now)}
    db.execute(KEEP, {"office_id": office_id, "device_id": device_id} | given)


KEEP = """
    INSERT OR REPLACE INTO subscriptions (office_id, device_id, endpoint, p256dh, auth, key, made_at)
    VALUES (:office_id, :device_id, :endpoint, :p256dh, :auth, :key, :now)
"""


def drop(db: Database, office_id: str, device_id: str) -> None:
    db.execute("DELETE FROM subscriptions WHERE office_id = ? AND device_id = ?", [office_id, device_id])


def end(db: Database, office_id: str, device_id: str, endpoint: str, sentence: str, now: datetime) -> None:
    """Its push service let go of it. It stays, so that the phone is told when it comes with the same one again; a new
    one that the device may have by now is left alone."""
    db.execute(END, [sentence, written(now), office_id, device_id, endpoint])


END = """
    UPDATE subscriptions SET ended = 1, armed_at = NULL, trouble = ?, trouble_at = ?
    WHERE office_id = ? AND device_id = ? AND endpoint = ?
"""


def begin_test(db: Database, office_id: str, device_id: str, token: str, now: datetime) -> None:
    db.execute(
        "UPDATE subscriptions SET test_token = ?, tested_at = ? WHERE office_id = ? AND device_id = ?",
        [token, written(now), office_id, device_id],
    )


def arm(db: Database, office_id: str, device_id: str, token: str, now: datetime) -> bool:
    """True when this is the token of the last test. It works once."""
    return db.execute(ARM, [written(now), office_id, device_id, token]).rowcount > 0


ARM = """
    UPDATE subscriptions SET armed_at = ?, test_token = NULL, trouble = ''
    WHERE office_id = ? AND device_id = ? AND test_token = ?
"""


def went(db: Database, office_id: str, device_id: str, now: datetime) -> None:
    """A push service has accepted a message for it."""
    db.execute(WENT, [written(now), office_id, device_id])


WENT = """
    UPDATE subscriptions SET sent_at = ?, trouble = '', refused = 0, trouble_at = NULL
    WHERE office_id = ? AND device_id = ?
"""


def troubled(db: Database, office_id: str, device_id: str, sentence: str, *, refused: bool, now: datetime) -> None:
    """`refused`: by a push service that does not believe the office, so that only a new subscription may help."""
    db.execute(TROUBLED, [sentence, refused, written(now), office_id, device_id])


TROUBLED = """
    UPDATE subscriptions SET trouble = ?, refused = ?, trouble_at = ? WHERE office_id = ? AND device_id = ?
"""


def of(db: Database, office_id: str, member_id: str, *, key: str, now: datetime) -> list[Live]:
    """Those of the member that may be sent to: his devices that are signed in and were not revoked, subscribed with
    the office's present key."""
    given = {"office_id": office_id, "member_id": member_id, "key": key, "now": written(now)}
    rows = db.execute(OF, given)
    return [Live(Subscription(*row[:-1]), row[-1] or "") for row in rows]


@dataclass(frozen=True, slots=True)
class Live:
    subscription: Subscription
    seen_at: str


# Of a subscription `s` of a device `d`, the office's `:key`, `:now`: whether anything is sent there.
REACHED = f"(d.revoked_at IS NULL AND s.ended = 0 AND s.key = :key AND {SIGNED_IN})"
OF = f"""
    SELECT s.device_id, s.endpoint, s.p256dh, s.auth, s.key, s.tested_at, s.armed_at, s.sent_at, s.trouble, s.refused,
        s.ended, d.seen_at
    FROM devices AS d
    JOIN members AS m ON m.office_id = d.office_id AND m.id = d.member_id AND m.removed_at IS NULL
    JOIN subscriptions AS s ON s.office_id = d.office_id AND s.device_id = d.id
    WHERE d.office_id = :office_id AND d.member_id = :member_id AND {REACHED}
"""  # noqa: S608 - REACHED is a constant
