"""Reminders from real processes: the office's own, one beside it, and what the doctor says about them."""

from __future__ import annotations

import re
import signal
import stat
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from tests.ports import free_port
from tests.server.cli.running import Clone, Running
from tests.server.reminders.push_service import PushService, push_service
from tests.server.sync.cast import follow_up, new_id

from ringback.domain.follow_ups import FollowUp
from ringback.domain.instants import written
from ringback.store import follow_ups
from ringback.store.database import Store

TOKEN = re.compile(r"/#/join/([\w-]{43})")
KEY = "ringback.push-key.pem"


class Rep:
    """A phone that joins with a link and syncs over HTTP."""

    def __init__(self, running: Running) -> None:
        self.http = httpx.Client(base_url=f"http://localhost:{running.port}", trust_env=False)
        self.device, self.n = str(uuid4()), 0
        token = TOKEN.search(running.said)
        assert token
        knock = {"proto": 1, "secret": token[1], "device": {"id": self.device, "name": "A phone"}}
        self.epoch = self.http.post("/api/pair", json=knock).json()["epoch"]

    def subscribes(self, service: PushService) -> None:
        assert self.http.post("/api/push", json=service.subscribes().json).status_code == 200

    def promises(self, count: int, seconds: float = 0) -> list[str]:
        due = written(datetime.now(UTC) + timedelta(seconds=seconds))
        bodies: list[dict[str, Any]] = [follow_up(id=new_id(), due=due) for _ in range(count)]
        ops = [
            {"n": self.n + place, "kind": "follow_up.add", "v": 1, "at": due, "body": body}
            for place, body in enumerate(bodies, 1)
        ]
        self.n += count
        request = {"proto": 1, "schema": 1, "device": self.device, "epoch": self.epoch, "cursor": 0, "nonce": "n"}
        request |= {"now": due, "next_n": self.n + 1, "oldest_pending": ops[0]["n"], "ops": ops, "page": 0}
        answer = self.http.post("/api/sync", json=request).json()
        assert {result["status"] for result in answer["results"]} == {"ok"}, answer
        return [str(body["id"]) for body in bodies]


@contextmanager
def joined(running: Running) -> Iterator[Rep]:
    rep = Rep(running)
    with closing(rep.http):
        yield rep


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def settings(service: PushService, tmp_path: Path) -> dict[str, str]:
    """An operator who has a push service of his own, and a proxy that must not be asked."""
    authority = tmp_path / "authority.pem"
    authority.write_text(service.certificate.authority)
    proxies = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    return {"RINGBACK_PUSH_HOSTS": service.host, "SSL_CERT_FILE": str(authority), **proxies}


@contextmanager
def reminding(clone: Clone, data: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    environ = clone.environ(RINGBACK_DATA=str(data), **settings)
    with subprocess.Popen(
        clone.command("remind"), env=environ, cwd=clone.root, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            assert "Reminders are sent from here." in process.stdout.readline()
            yield process
        finally:
            process.kill()


def rung(service: PushService) -> list[str]:
    return sorted(push.says["notification"]["data"]["follow_up"] for push in service.got)


def test_an_office_with_two_helpers_rings_each_promise_once(
    clone: Clone, data: Path, service: PushService, settings: dict[str, str]
) -> None:
    with ExitStack() as stack:
        rep = stack.enter_context(joined(stack.enter_context(clone.serving(data=data, **settings))))
        for _ in range(2):
            stack.enter_context(reminding(clone, data, **settings))
        rep.subscribes(service)
        promised = rep.promises(60)
        service.wait_for(lambda got: len(got) >= 60)
        promised += rep.promises(1)  # a further look of each process would have doubled something by then
        service.wait_for(lambda got: len(got) >= 61)

    assert rung(service) == sorted(promised)


def test_reminders_go_on_from_beside_when_the_office_was_killed(
    clone: Clone, data: Path, service: PushService, settings: dict[str, str]
) -> None:
    with ExitStack() as stack:
        office = stack.enter_context(clone.serving(data=data, **settings))
        rep = stack.enter_context(joined(office))
        rep.subscribes(service)
        stack.enter_context(reminding(clone, data, **settings))
        promised = rep.promises(3, seconds=1)
        office.process.kill()
        service.wait_for(lambda got: {one.says["notification"]["data"]["follow_up"] for one in got} == {*promised})


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_when_asked(clone: Clone, data: Path, by: signal.Signals) -> None:
    with clone.serving(data=data), reminding(clone, data) as process:
        process.send_signal(by)

        assert process.wait(15) == 0


def test_the_push_key_is_made_once_for_its_owner_alone_and_never_told(clone: Clone, data: Path) -> None:
    with clone.serving(data=data) as first:
        made = (data / KEY).read_bytes()
    with clone.serving(data=data) as second:
        exported = clone.run("export", RINGBACK_DATA=str(data)).stdout
        secret = made.decode().splitlines()[1]

        assert stat.S_IMODE((data / KEY).stat().st_mode) == 0o600
        assert (data / KEY).read_bytes() == made
        assert secret not in first.said + second.said + exported
    assert [path.name for path in data.iterdir() if path.name.startswith(KEY)] == [KEY]


def test_a_damaged_key_stops_the_start_and_is_left_as_it_is(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        pass
    (data / KEY).write_text("This is no key.")

    done = clone.run("serve", RINGBACK_DATA=str(data), RINGBACK_PORT=str(free_port()))

    assert (done.returncode, "damaged" in done.stderr) == (1, True)
    assert (data / KEY).read_text() == "This is no key."


def doctor(clone: Clone, data: Path) -> tuple[int, str]:
    done = clone.run("doctor", RINGBACK_DATA=str(data))
    return done.returncode, done.stdout


def test_the_doctor_finds_a_new_office_well(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        status, said = doctor(clone, data)

    assert status == 0, said
    assert "soon Contact address: No contact address is set." in said


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda key: key.unlink(), "is missing"),
        (lambda key: key.write_text("x"), "is damaged"),
        (lambda key: key.chmod(0o644), "Run: chmod 600"),
    ],
)
def test_the_doctor_says_what_is_wrong_with_the_key(clone: Clone, data: Path, spoil: Any, sentence: str) -> None:  # noqa: ANN401
    with clone.serving(data=data):
        spoil(data / KEY)
        status, said = doctor(clone, data)

    assert status == 1
    assert sentence in said


def test_the_doctor_counts_the_devices_that_a_lost_key_cuts_off_until_it_is_put_back(
    clone: Clone, data: Path, service: PushService, settings: dict[str, str]
) -> None:
    with clone.serving(data=data, **settings) as office, joined(office) as rep:
        rep.subscribes(service)
    kept = (data / KEY).read_bytes()
    (data / KEY).unlink()

    status, said = doctor(clone, data)
    assert (status, "is missing" in said, "1 device is subscribed to another push key" in said) == (1, True, True)

    with clone.serving(data=data, **settings):  # makes a new key
        pass
    status, said = doctor(clone, data)
    assert (status, "soon Push key: 1 device is subscribed to another push key" in said) == (0, True)

    (data / KEY).write_bytes(kept)
    assert "ok   Push key: The key for push services is there" in doctor(clone, data)[1]


def test_the_doctor_notices_that_nobody_sends_reminders(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        pass
    promise = FollowUp(**follow_up(due=written(datetime.now(UTC) - timedelta(minutes=10, seconds=5))))
    with Store.open(data) as store:
        add = partial(follow_ups.add, promise=promise, state="open", at=promise.due)
        store.write(lambda db: add(db, *db.execute("SELECT office_id, id FROM members").fetchone())).result()

    status, said = doctor(clone, data)

    assert status == 1
    assert "Reminders are late: the first should have gone 10 minutes ago. Is the office running?" in said
