"""Who may do what: each line of these tables is a sentence about the cast."""

from __future__ import annotations

import pytest
from tests.server.cast import Office, Phone, call, prospect

LEAD_PAGES = ["promises", "people", "calls", "prospects", "templates", "coach", "look", "rescue", "settings", "health"]
ID = "01990000-0000-7000-8000-000000000020"
LEAD_FORMS = {
    "/office/people/invite": {"name": "Eve", "role": "lead"},
    f"/office/people/{ID}/invite": {},
    f"/office/people/{ID}/rename": {"name": "Eve"},
    f"/office/invitations/{ID}/cancel": {},
    f"/office/devices/{ID}/revoke": {},
    f"/office/devices/{ID}/restore": {},
    f"/office/prospects/{ID}/assign": {"to": ID},
    f"/office/prospects/{ID}/assign/{ID}": {},
    f"/office/prospects/{ID}/block": {"why": "x"},
    f"/office/prospects/{ID}/unblock": {},
    f"/office/look/{ID}/1/00": {},
    f"/office/look/{ID}/1/00/undo": {},
    f"/office/look/lost/{ID}": {},
    f"/office/promises/{ID}/calendar/revoke": {},
    "/office/health/contact": {"contact": "eve@example.com"},
    "/office/coach": {},
    "/office/settings": {"name": "Mine", "country": "US", "locale": "en-US"},
}


@pytest.mark.parametrize("page", LEAD_PAGES)
def test_the_lead_sees_every_page_of_the_office(lead: Phone, page: str) -> None:
    assert lead.get(f"/office/{page}").status_code == 200


@pytest.mark.parametrize("page", LEAD_PAGES)
def test_for_a_rep_the_leads_pages_do_not_exist(rep: Phone, page: str) -> None:
    assert rep.get(f"/office/{page}").status_code == 404


@pytest.mark.parametrize("page", LEAD_PAGES)
def test_a_stranger_is_shown_the_way_in_instead(stranger: Phone, page: str) -> None:
    answer = stranger.get(f"/office/{page}")

    assert (answer.status_code, answer.headers["location"]) == (303, "/office/sign-in")


@pytest.mark.parametrize("path", LEAD_FORMS)
def test_a_rep_may_send_none_of_the_leads_forms(office: Office, rep: Phone, path: str) -> None:
    before = office.rows("SELECT counter FROM offices")

    assert rep.post(path, data=LEAD_FORMS[path]).status_code == 404
    assert office.rows("SELECT counter FROM offices") == before


@pytest.mark.parametrize("path", LEAD_FORMS)
def test_a_stranger_may_send_none_of_them_either(office: Office, stranger: Phone, path: str) -> None:
    before = office.rows("SELECT counter FROM offices")

    assert stranger.post(path, data=LEAD_FORMS[path]).headers["location"] == "/office/sign-in"
    assert office.rows("SELECT counter FROM offices") == before


def test_a_rep_finds_the_way_to_his_app(rep: Phone) -> None:
    page = rep.get("/office").text

    assert "Hello, Sam Okafor" in page
    assert 'href="/"' in page


@pytest.mark.parametrize("path", ["/api/me", "/api/sync", "/api/device", "/api/calendar"])
def test_a_stranger_is_signed_out_for_the_api(stranger: Phone, path: str) -> None:
    answer = stranger.get(path) if path == "/api/me" else stranger.post(path, json={"id": ID})

    assert (answer.status_code, answer.json()["error"]) == (401, "signed_out")


def test_a_rep_gets_his_own_prospects_and_calls_and_nobody_elses(rep: Phone, another_rep: Phone) -> None:
    mine = {row.kind for row in rep.sync([prospect(ID), call(ID)]).rows}
    theirs = {row.kind for row in another_rep.sync().rows}

    assert mine == {"office", "member", "profile", "template", "version", "prospect", "call"}
    assert theirs == {"office", "member", "profile", "template", "version"}


def test_a_rep_may_not_write_under_the_name_of_another_phone(rep: Phone, another_rep: Phone) -> None:
    answer = rep.asks_to_sync([], device=another_rep.device)

    assert (answer.status_code, answer.json()["error"]) == (409, "device_taken")


def test_a_revoked_phone_gets_nothing_more_until_it_is_let_in_again(lead: Phone, rep: Phone) -> None:
    lead.sends(f"/office/devices/{rep.device}/revoke")
    answers = [rep.get("/api/me"), rep.asks_to_sync([])]
    assert [(one.status_code, one.json()["error"]) for one in answers] == [(403, "revoked")] * 2

    lead.sends(f"/office/devices/{rep.device}/restore")
    assert rep.sync().ringback == 1


def test_a_member_who_was_removed_is_signed_out(office: Office, lead: Phone, rep: Phone) -> None:
    office.write(lambda db: db.execute("UPDATE members SET removed_at = 'now' WHERE id = ?", [rep.member.id]))

    assert rep.get("/api/me").status_code == 401
    assert lead.get("/api/me").status_code == 200
