"""Getting in with an invitation: once, in time, and not by guessing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.server.cast import Clock, Office, Phone, cookie_of


def test_a_link_lets_its_member_in_and_the_phone_knows_who_he_is(office: Office) -> None:
    sam = office.hires("Sam Okafor")

    answer = Phone(office).asks_to_pair(office.invites(sam).token).json()

    assert answer["ringback"] == 1
    assert answer["member"] == {"id": sam.id, "name": "Sam Okafor", "role": "rep"}
    assert set(answer) == {"ringback", "office", "member", "device", "epoch"}


def test_the_code_is_as_good_as_the_link_however_it_is_typed(office: Office) -> None:
    code = office.invites(office.hires("Sam Okafor")).spaced.lower()

    assert Phone(office).asks_to_pair(f" {code} ").status_code == 200


def test_a_link_works_once_and_then_neither_it_nor_its_code_do(office: Office) -> None:
    secret = office.invites(office.hires("Sam Okafor"))
    Phone(office).pairs(secret.token)

    again = [Phone(office).asks_to_pair(word) for word in (secret.token, secret.code)]

    assert [answer.status_code for answer in again] == [404, 404]


def lost_on_the_way(phone: Phone, secret: str) -> Phone:
    """The office has let it in, and the phone never heard of it."""
    phone.asks_to_pair(secret)
    phone.http.cookies.clear()
    return phone


def test_a_phone_whose_answer_was_lost_gets_in_with_the_same_code(office: Office, clock: Clock) -> None:
    secret = office.invites(office.hires("Sam Okafor"))
    phone = lost_on_the_way(Phone(office), secret.code)

    clock.goes_on(minutes=5)
    phone = lost_on_the_way(phone, secret.code)
    clock.goes_on(minutes=4)

    assert phone.asks_to_pair(secret.code).json()["member"]["name"] == "Sam Okafor"
    assert phone.get("/api/me").status_code == 200
    assert office.rows("SELECT count(*) FROM sessions WHERE device_id = ?", phone.device) == [(1,)]


def test_the_session_that_never_arrived_ends(office: Office) -> None:
    secret, phone = office.invites(office.hires("Sam Okafor")), Phone(office)
    lost = cookie_of(phone.asks_to_pair(secret.token), "ringback")["value"]

    phone.pairs(secret.token)

    assert Phone(office, cookie=f"ringback={lost}").get("/api/me").status_code == 401


def test_a_lost_answer_opens_the_door_to_no_other_phone_and_not_for_long(office: Office, clock: Clock) -> None:
    secret = office.invites(office.hires("Sam Okafor"))
    phone = lost_on_the_way(Phone(office), secret.token)

    assert Phone(office).asks_to_pair(secret.token).status_code == 404
    assert phone.asks_to_pair("ABCD2345").status_code == 404
    clock.goes_on(minutes=10)
    assert phone.asks_to_pair(secret.token).status_code == 404


def test_who_signed_out_or_was_revoked_does_not_come_back_by_the_code_that_he_used(office: Office, lead: Phone) -> None:
    left, revoked = (office.invites(office.hires(name)) for name in ("Sam Okafor", "Ines Duarte"))
    gone, taken = Phone(office).pairs(left.code), Phone(office).pairs(revoked.code)

    gone.post("/api/sign-out")
    lead.sends(f"/office/devices/{taken.device}/revoke")

    assert gone.asks_to_pair(left.code).status_code == 404
    assert taken.asks_to_pair(revoked.code).status_code == 404


def test_of_eight_phones_that_come_at_once_with_one_link_one_gets_in(office: Office) -> None:
    token = office.invites(office.hires("Sam Okafor")).token

    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(lambda phone: phone.asks_to_pair(token), [Phone(office) for _ in range(8)]))

    assert sorted(answer.status_code for answer in answers) == [200] + [404] * 7


def test_an_invitation_ends_after_a_week(office: Office, clock: Clock) -> None:
    early, late = (office.invites(office.hires(name)) for name in ("Sam Okafor", "Ines Duarte"))

    clock.goes_on(days=6.9)
    assert Phone(office).asks_to_pair(early.token).status_code == 200
    clock.goes_on(days=0.2)
    assert Phone(office).asks_to_pair(late.token).status_code == 404


def test_the_first_leads_link_ends_after_a_day(office: Office, clock: Clock) -> None:
    clock.goes_on(hours=24.1)

    assert Phone(office).asks_to_pair(office.first_secret.token).status_code == 404


def test_wrong_used_and_expired_codes_are_told_apart_by_nobody(office: Office, clock: Clock) -> None:
    used, expired = (office.invites(office.hires(name)) for name in ("Sam Okafor", "Ines Duarte"))
    Phone(office).pairs(used.token)
    clock.goes_on(days=8)

    answers = [Phone(office).asks_to_pair(code) for code in (used.code, expired.code, "ABCD2345", "nonsense")]

    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["error"] == "invitation"


def test_guessing_is_slowed_from_one_address_and_the_wait_is_told(office: Office, clock: Clock) -> None:
    right = office.invites(office.hires("Sam Okafor"))
    for _ in range(10):
        assert Phone(office).asks_to_pair("ABCD2345").status_code == 404

    slowed = Phone(office).asks_to_pair(right.code)
    assert (slowed.status_code, slowed.json()["error"]) == (429, "too_many")
    assert 0 < int(slowed.headers["retry-after"]) <= 900

    clock.goes_on(minutes=15)
    assert Phone(office).asks_to_pair(right.code).status_code == 200


def test_a_rep_who_typed_his_code_right_is_never_slowed_by_it(office: Office) -> None:
    for number in range(15):
        code = office.invites(office.hires(f"Rep {number}")).code
        assert Phone(office).asks_to_pair(code).status_code == 200


def test_a_proxys_word_for_the_address_is_not_taken_unasked(office: Office) -> None:
    for number in range(10):
        Phone(office).asks_to_pair("ABCD2345", **{"x-forwarded-for": f"192.0.2.{number}"})

    slowed = Phone(office).asks_to_pair("ABCD2345", **{"x-forwarded-for": "192.0.2.99"})

    assert slowed.status_code == 429


def test_only_hashes_of_secrets_are_kept(office: Office) -> None:
    secret = office.invites(office.hires("Sam Okafor"))
    phone = Phone(office)
    session = cookie_of(phone.asks_to_pair(secret.token), "ringback")["value"]

    kept = repr(office.rows("SELECT * FROM invitations")) + repr(office.rows("SELECT * FROM sessions"))

    assert not any(word in kept for word in (secret.token, secret.code, session))


def test_a_phone_that_belongs_to_somebody_else_is_refused_and_the_invitation_stays_good(office: Office) -> None:
    sam = office.rep("Sam Okafor")
    secret = office.invites(office.hires("Ines Duarte"))
    taken = Phone(office)
    taken.device = sam.device

    refused = taken.asks_to_pair(secret.token)

    assert (refused.status_code, refused.json()["error"]) == (409, "device_taken")
    assert Phone(office).asks_to_pair(secret.token).status_code == 200


def test_pairing_again_as_the_same_member_goes_on_with_the_same_device(office: Office) -> None:
    sam = office.rep("Sam Okafor")
    member = office.rows("SELECT member_id FROM devices WHERE id = ?", sam.device)

    sam.pairs(office.invites(sam.member).token)

    assert office.rows("SELECT member_id FROM devices WHERE id = ?", sam.device) == member


def test_a_phone_of_another_age_is_told_to_update(stranger: Phone, office: Office) -> None:
    knock = {"proto": 2, "secret": office.first_secret.token, "device": {"id": stranger.device, "name": ""}}

    answer = stranger.post("/api/pair", json=knock)

    assert (answer.status_code, answer.json()["error"]) == (426, "proto")
    assert stranger.asks_to_pair(office.first_secret.token).status_code == 200


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"proto": 1}', b'{"proto":1,"secret":"x","device":{"id":"../x"}}']
)
def test_what_is_no_knock_is_malformed(stranger: Phone, body: bytes) -> None:
    answer = stranger.post("/api/pair", content=body, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")


def test_a_device_id_that_no_sync_could_name_uses_no_invitation(stranger: Phone, office: Office) -> None:
    own, stranger.device = stranger.device, f"{stranger.device}\n"

    assert stranger.asks_to_pair(office.first_secret.token).status_code == 400

    stranger.device = own
    assert stranger.asks_to_pair(office.first_secret.token).status_code == 200
