"""Promises that fall due while the office is killed again and again, without warning, in the middle of sending.

500 promises of five reps with two devices each fall due while it is started and killed (SIGKILL). A push service with
real TLS takes its time and reads every message, as the phones would. Goals: each promise is accepted at least once; no
device shows one twice; 95 % are accepted within 60 s of the moment when they were due and the office was there.

RINGBACK_BENCH_KILLS says how often it is killed: 20 if nobody says, 200 for the full run, a quarter of an hour.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database
from tests.bench.rounds import spread
from tests.bench.sync import wait_for_door
from tests.server.reminders.push_service import Push, PushService, push_service

from ringback import founding
from ringback.domain.follow_ups import FollowUp
from ringback.domain.instants import written
from ringback.reminders import vapid
from ringback.store import devices, follow_ups, members, sessions, subscriptions
from ringback.store.database import Store

ROOT = Path(__file__).resolve().parents[2]
PORT = os.environ.get("RINGBACK_BENCH_PORT", "8110")
KILLS = int(os.environ.get("RINGBACK_BENCH_KILLS", "20"))
PROMISES, REPS, DEVICES = 500, 5, 2
EACH_START = 4.0  # seconds: about what a start and a life take
SLOW = 0.3  # seconds at most until the push service answers, so that many a kill comes before its answer
PATIENCE = 180.0  # seconds after the last start
GOAL, SHARE = 60.0, 0.95


@dataclass
class Lives:
    """When the office was there: from and until, in their order. The last one has no end."""

    spans: list[tuple[datetime, datetime]] = field(default_factory=list)

    def there_from(self, due: datetime) -> datetime:
        """The first moment when the promise was due and the office was there."""
        return next(max(due, start) for start, end in self.spans if end > due)


def main() -> None:
    chance = random.Random(int(os.environ.get("RINGBACK_BENCH_SEED", "1")))
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as name, push_service() as service:
        folder = Path(name)
        service.takes_seconds = lambda: chance.uniform(0, SLOW)
        due = prepare(folder / "office", service)
        environ = settings(folder, service)
        lives = Lives()
        for _ in range(KILLS):
            with serving(folder / "office", environ, lives) as server:
                threading.Event().wait(chance.uniform(0, 1.5))  # when it is killed is what is tried
                server.send_signal(signal.SIGKILL)
        with serving(folder / "office", environ, lives) as server:
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until and len({promise(push) for push in service.got}) < len(due):
                threading.Event().wait(0.2)
            server.terminate()
        report(due, service, lives)


def prepare(folder: Path, service: PushService) -> dict[str, datetime]:
    """An office with its promises, and when each is due: spread over the time that all the kills take."""
    now = datetime.now(UTC)
    folder.mkdir()
    key = vapid.load_or_make(folder)
    due = {str(uuid4()): now + timedelta(seconds=KILLS * EACH_START * n / PROMISES) for n in range(PROMISES)}

    def fill(db: Database) -> None:
        office = founding.found(db, now)
        reps = [members.add(db, office.id, name=f"Rep {n}", role="rep", now=now).id for n in range(REPS)]
        for rep in reps * DEVICES:
            device, browser = str(uuid4()), service.subscribes()
            devices.pair(db, office.id, device, member_id=rep, name="A phone", now=now)
            sessions.start(db, office.id, member_id=rep, device_id=device, now=now)
            keys = browser.json["keys"]
            subscriptions.keep(db, office.id, device, endpoint=browser.endpoint, **keys, key=key.public, now=now)
        for n, (id_, at) in enumerate(due.items()):
            body = FollowUp(id_, str(uuid4()), None, written(at), f"{at:%Y-%m-%dT%H:%M}", "UTC", "", None)
            follow_ups.add(db, office.id, reps[n % REPS], body, state="open", at=written(now))

    with Store.open(folder) as store:
        store.write(fill).result()
    return due


def settings(folder: Path, service: PushService) -> dict[str, str]:
    authority = folder / "authority.pem"
    authority.write_text(service.certificate.authority)
    return {**os.environ, "RINGBACK_PUSH_HOSTS": service.host, "SSL_CERT_FILE": str(authority)}


@contextmanager
def serving(data: Path, environ: dict[str, str], lives: Lives) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.bench.server", str(data), PORT]
    with subprocess.Popen(command, cwd=ROOT, env=environ) as server:
        wait_for_door(server)
        start = datetime.now(UTC)
        yield server
        lives.spans.append((start, datetime.now(UTC)))


def promise(push: Push) -> str:
    return str(push.says["notification"]["data"]["follow_up"])


def report(due: dict[str, datetime], service: PushService, lives: Lives) -> None:
    first: dict[str, datetime] = {}
    for push in service.got:
        first.setdefault(promise(push), push.at)
    late = [(at - lives.there_from(due[id_])).total_seconds() for id_, at in first.items()]
    within = sum(one <= GOAL for one in late) / len(due)
    shown = Counter((token, says["notification"]["data"]["follow_up"]) for token, browser in service.browsers.items()
                    for says in browser.shows.values())  # fmt: skip
    names = {(push.token, promise(push)): set[str]() for push in service.got}
    for push in service.got:
        names[push.token, promise(push)].add(push.headers["topic"])
    apart = sum(len(topics) > 1 for topics in names.values())
    print(f"{len(due)} promises, killed {KILLS} times")
    print(f"  accepted at least once   {len(first)}; goal {len(due)}: {word(len(first) == len(due))}")
    print(f"  shown twice on a device  {sum(n > 1 for n in shown.values())}, under two topics {apart}; goal 0: "
          f"{word(max(shown.values()) == 1 and apart == 0)}")  # fmt: skip
    print(f"  within {GOAL:.0f} s              {within:.1%}; goal {SHARE:.0%}: {word(within >= SHARE)}")
    print(f"  seconds late             {spread(late, digits=1)} (min / median / max)")
    print(f"  sent again after a kill  {len(service.got) - len(names)}; refused by the service {len(service.refused)}")


def word(met: bool) -> str:
    return "met" if met else "MISSED"
