"""Who is in: how long a session lasts, how it ends, and how it moves with a phone that needs another id."""

from __future__ import annotations

import pytest
from tests.server.cast import AT, Clock, Office, Phone, cookie_of

MOVED_PACE = {
    "n": 1,
    "kind": "profile.edit",
    "v": 1,
    "at": AT,
    "body": {"edits": [{"field": "pace", "old": "", "new": "140"}]},
}


def test_the_session_lasts_for_half_a_year_from_its_last_use(rep: Phone, clock: Clock) -> None:
    clock.goes_on(days=170)
    renewed = rep.get("/api/me")
    assert cookie_of(renewed, "ringback")["max-age"] == str(180 * 86400)

    clock.goes_on(days=170)
    assert rep.get("/api/me").status_code == 200
    clock.goes_on(days=181)
    assert rep.get("/api/me").json()["error"] == "signed_out"


def test_the_cookie_is_out_of_reach_of_scripts(office: Office) -> None:
    kept = cookie_of(Phone(office).asks_to_pair(office.first_secret.token), "ringback")

    assert {"httponly", "samesite"} <= set(kept)
    assert kept["samesite"].lower() == "lax"
    assert kept["path"] == "/"


def test_signing_out_ends_the_session_and_only_this_one(rep: Phone, another_rep: Phone) -> None:
    assert rep.post("/api/sign-out").json() == {"ringback": 1}

    assert rep.get("/api/me").status_code == 401
    assert another_rep.get("/api/me").status_code == 200


def test_a_clone_moves_its_session_to_a_device_of_its_own(office: Office, rep: Phone) -> None:
    old, rep.device = rep.device, "01990000-0000-7000-8000-000000000011"

    answer = rep.post("/api/device", json={"id": rep.device, "name": "Sam's new phone"})

    assert answer.json()["device"] == rep.device
    assert office.rows("SELECT count(*) FROM devices WHERE id IN (?, ?)", old, rep.device) == [(2,)]
    assert rep.sync().have_through == 0


def test_a_clone_that_never_heard_of_its_move_asks_again_and_goes_on(office: Office, rep: Phone) -> None:
    moved = {"id": "01990000-0000-7000-8000-000000000011", "name": ""}
    rep.post("/api/device", json=moved)  # the answer is lost: it goes on under the old id

    assert (rep.asks_to_sync([]).status_code, rep.asks_to_sync([]).json()["error"]) == (409, "device_taken")
    rep.device = moved["id"]
    assert rep.post("/api/device", json=moved).json()["device"] == rep.device
    assert rep.sync([MOVED_PACE]).have_through == 1
    assert office.rows("SELECT count(*) FROM devices WHERE id = ?", rep.device) == [(1,)]


def test_of_two_clones_with_one_session_each_takes_it_back_under_its_own_name(office: Office, rep: Phone) -> None:
    clone = Phone(office)
    clone.device, clone.epoch = "01990000-0000-7000-8000-000000000011", rep.epoch
    clone.http.cookies = rep.http.cookies
    for phone in (clone, rep, clone, rep):
        assert phone.asks_to_sync([]).status_code == 409
        answer = phone.post("/api/device", json={"id": phone.device, "name": ""}).json()
        assert (answer["device"], answer["member"]["id"]) == (phone.device, rep.member.id)
        phone.sync([MOVED_PACE] if phone.next_n == 1 else [])

    assert office.rows("SELECT count(*) FROM devices WHERE member_id = ?", rep.member.id) == [(2,)]


@pytest.mark.parametrize("path", ["/api/device", "/api/return"])
def test_a_revoked_name_is_not_taken_back(lead: Phone, rep: Phone, path: str) -> None:
    old = rep.device
    rep.post("/api/device", json={"id": "01990000-0000-7000-8000-000000000011", "name": ""})
    lead.sends(f"/office/devices/{old}/revoke")

    answer = rep.post(path, json={"id": old, "name": ""})

    assert (answer.status_code, answer.json()["error"]) == (403, "revoked")


def test_a_phone_whose_storage_was_emptied_goes_on_as_the_same_person_and_is_told(office: Office, rep: Phone) -> None:
    rep.sync([MOVED_PACE])
    old, rep.device = rep.device, "01990000-0000-7000-8000-000000000011"

    answer = rep.post("/api/return", json={"id": rep.device, "name": "Sam's phone"}).json()

    assert (answer["member"]["name"], answer["device"]) == ("Sam Okafor", rep.device)
    assert "up to number 1" in answer["notice"]["sentence"]
    assert office.rows("SELECT id FROM devices WHERE lost_at IS NOT NULL") == [(old,)]
    assert rep.sync().have_through == 0


def test_a_phone_that_never_wrote_is_not_told_that_it_lost_something(rep: Phone) -> None:
    answer = rep.post("/api/return", json={"id": "01990000-0000-7000-8000-000000000011", "name": ""}).json()

    assert answer["notice"] is None


def test_a_phone_without_a_session_is_nobodys(stranger: Phone) -> None:
    answer = stranger.post("/api/return", json={"id": "01990000-0000-7000-8000-000000000011", "name": ""})

    assert (answer.status_code, answer.json()) == (200, {"ringback": 1, "member": None})


def test_a_clone_may_not_take_the_device_of_somebody_else(rep: Phone, another_rep: Phone) -> None:
    answer = rep.post("/api/device", json={"id": another_rep.device, "name": ""})

    assert (answer.status_code, answer.json()["error"]) == (409, "device_taken")
