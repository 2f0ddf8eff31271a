"""A phone subscribes, is proven by a test that comes back, renews, and says what it has shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.server.cast import Clock, Office, Phone, opened
from tests.server.reminders.push_service import Push, PushService, Says, bytes64, push_service
from tests.server.sync.cast import follow_up

from ringback.domain.instants import written
from ringback.reminders.loop import real_wait
from ringback.reminders.services import Services
from ringback.reminders.wire import Wire

ARMED = {"subscribed": True, "armed": True, "renew": False}
NOT_ARMED = ARMED | {"armed": False}
NOTHING = NOT_ARMED | {"subscribed": False}


@pytest.fixture
def service(clock: Clock) -> Iterator[PushService]:
    with push_service(clock) as service:
        yield service


@pytest.fixture
def office(tmp_path: Path, clock: Clock, service: PushService) -> Iterator[Office]:
    wire = Wire(Services((service.host,)), trust=service.trust(), timeout=3)
    with opened(tmp_path / "data", clock, wire=wire, wait=real_wait) as office:
        yield office


def standing(phone: Phone) -> dict[str, Any]:
    told = phone.get("/api/push").json()
    return {name: told[name] for name in NOTHING}


def subscribes(phone: Phone, service: PushService) -> str:
    """The token under which the service knows it."""
    browser = service.subscribes()
    assert phone.post("/api/push", json=browser.json).status_code == 200
    return browser.token


def is_tested(phone: Phone, service: PushService) -> Push:
    """The push that a test brings."""
    before = len(service.got)
    assert phone.post("/api/push/test").json()["sent"]
    return service.wait_for(lambda got: len(got) > before)[-1]


def confirms(phone: Phone, token: str) -> bool:
    return bool(phone.post("/api/push/confirm", json={"token": token}).json()["known"])


def test_the_key_is_a_point_that_browsers_take_and_stays_the_same(rep: Phone) -> None:
    keys = {rep.get("/api/push").json()["key"] for _ in range(2)}

    point = bytes64(keys.pop())
    assert (keys, len(point), point[0]) == (set(), 65, 4)


def test_a_device_is_armed_only_when_the_token_came_back_through_push(rep: Phone, service: PushService) -> None:
    assert standing(rep) == NOTHING
    subscribes(rep, service)
    assert standing(rep) == NOT_ARMED

    push = is_tested(rep, service)
    assert standing(rep) == NOT_ARMED
    assert push.says["notification"]["data"] == {"kind": "test", "token": push.proof}
    assert not confirms(rep, "something else")
    assert standing(rep) == NOT_ARMED

    assert confirms(rep, push.proof)
    assert standing(rep) == ARMED
    assert not confirms(rep, push.proof)
    assert push.headers["ttl"] == "600"


def test_the_token_of_another_device_arms_nothing(rep: Phone, another_rep: Phone, service: PushService) -> None:
    for phone in (rep, another_rep):
        subscribes(phone, service)
    push = is_tested(rep, service)

    assert not confirms(another_rep, push.proof)
    assert (standing(rep), standing(another_rep)) == (NOT_ARMED, NOT_ARMED)


def test_only_the_last_test_counts(rep: Phone, clock: Clock, service: PushService) -> None:
    subscribes(rep, service)
    first = is_tested(rep, service)
    assert rep.post("/api/push/test").status_code == 429
    clock.goes_on(seconds=6)
    second = is_tested(rep, service)

    assert [confirms(rep, push.proof) for push in (first, second)] == [False, True]


def test_the_same_subscription_at_every_start_changes_nothing(rep: Phone, service: PushService) -> None:
    browser = service.subscribes()
    rep.post("/api/push", json=browser.json)
    confirms(rep, is_tested(rep, service).proof)

    assert rep.post("/api/push", json=browser.json).json()["armed"] is True


def test_a_new_subscription_takes_the_place_of_the_old_and_has_to_prove_itself(
    rep: Phone, clock: Clock, service: PushService
) -> None:
    subscribes(rep, service)
    confirms(rep, is_tested(rep, service).proof)

    token = subscribes(rep, service)

    assert standing(rep) == NOT_ARMED
    clock.goes_on(seconds=6)
    assert is_tested(rep, service).token == token


def test_a_test_that_the_service_refuses_says_why(rep: Phone, service: PushService) -> None:
    subscribes(rep, service)
    service.answers(Says(403))

    told = rep.post("/api/push/test").json()

    assert (told["sent"], told["sentence"]) == (
        False,
        "The push service does not let this office send to this device.",
    )
    assert standing(rep)["renew"] is True


def test_a_subscription_that_ended_is_to_be_renewed_even_if_the_phone_comes_with_it_again(
    rep: Phone, service: PushService
) -> None:
    browser = service.subscribes()
    rep.post("/api/push", json=browser.json)
    service.answers(410)
    rep.post("/api/push/test")

    assert rep.post("/api/push", json=browser.json).json()["renew"] is True
    assert rep.post("/api/push/test").status_code == 404
    subscribes(rep, service)
    assert standing(rep) == NOT_ARMED


def test_a_subscription_of_another_key_is_to_be_renewed(office: Office, rep: Phone, service: PushService) -> None:
    """The office was put back from a backup without its key."""
    subscribes(rep, service)
    office.write(lambda db: db.execute("UPDATE subscriptions SET key = 'of another office'"))

    assert standing(rep) == NOT_ARMED | {"renew": True}


def test_whoever_signs_in_on_the_same_browser_takes_its_pushes_over(
    rep: Phone, another_rep: Phone, service: PushService
) -> None:
    browser = service.subscribes()
    rep.post("/api/push", json=browser.json)

    another_rep.post("/api/push", json=browser.json)

    assert (standing(rep), standing(another_rep)) == (NOTHING, NOT_ARMED)


def test_a_device_can_take_itself_off(rep: Phone, service: PushService) -> None:
    subscribes(rep, service)

    assert rep.delete("/api/push").json()["subscribed"] is False
    assert rep.post("/api/push/test").json()["error"] == "not_found"


def test_a_reminder_that_was_shown_is_confirmed_with_its_token(
    office: Office, rep: Phone, clock: Clock, service: PushService
) -> None:
    subscribes(rep, service)
    promise = follow_up(due=written(clock()))
    rep.sync([{"kind": "follow_up.add", "v": 1, "at": written(clock()), "body": promise}])
    (push,) = service.wait_for(bool)

    assert confirms(rep, push.proof)

    ((confirmed, next_at),) = office.rows("SELECT confirmed_at, at FROM reminders")
    assert (confirmed, next_at) == (written(clock()), None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://evil.example/x"},
        {"endpoint": "https://localhost/x"},
        {"endpoint": 7},
        {"keys": {"p256dh": "a b", "auth": "c"}},
        {"keys": {}},
    ],
)
def test_what_is_no_subscription_is_refused_and_not_kept(
    office: Office, rep: Phone, service: PushService, wrong: dict[str, Any]
) -> None:
    answer = rep.post("/api/push", json=service.subscribes().json | wrong)

    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")
    assert office.rows("SELECT count(*) FROM subscriptions") == [(0,)]


@pytest.mark.parametrize("path", ["", "/test", "/confirm"])
def test_a_stranger_and_a_revoked_device_get_nothing(
    lead: Phone, rep: Phone, stranger: Phone, service: PushService, path: str
) -> None:
    body = {"token": "x"} if path == "/confirm" else service.subscribes().json
    subscribes(rep, service)
    lead.sends(f"/office/devices/{rep.device}/revoke")

    answers = [phone.post(f"/api/push{path}", json=body) for phone in (stranger, rep)]

    assert [answer.json()["error"] for answer in answers] == ["signed_out", "revoked"]
    assert service.got == []
