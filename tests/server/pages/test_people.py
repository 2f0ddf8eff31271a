"""Bringing people in, and taking phones off the office."""

from __future__ import annotations

import base64
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.server.cast import Clock, Office, Phone, Reading, prospect, words_of

from ringback.domain.people import Member

RUTH = "01990000-0000-7000-8000-000000000020"


def test_the_first_lead_is_told_what_to_do_next(lead: Phone) -> None:
    assert "You are alone here. Invite your first rep" in words_of(lead.get("/office/people"))


def test_an_invitation_is_shown_as_link_code_and_picture_and_lets_its_member_in(office: Office, lead: Phone) -> None:
    page = lead.sends("/office/people/invite", name="  Sam   Okafor ", role="rep")

    words = words_of(page)
    assert "Let Sam Okafor in" in words
    assert "ends in 7 days" in words
    assert 'src="data:image/svg+xml' in page.text
    token = re.search(r"/#/join/([\w-]{43})", page.text)
    code = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", page.text)
    assert token
    assert code
    assert Phone(office).pairs(token[1]).member.name == "Sam Okafor"
    assert Phone(office).asks_to_pair(code[0]).status_code == 404


def test_the_secret_is_shown_for_a_quarter_of_an_hour_and_then_no_more(lead: Phone, clock: Clock) -> None:
    shown = lead.sends("/office/people/invite", name="Sam Okafor", role="rep").url.path
    assert "/#/join/" in lead.get(shown).text

    clock.goes_on(minutes=16)

    assert "/#/join/" not in lead.get(shown, follow_redirects=True).text


def test_reloading_the_page_after_a_form_makes_nothing_twice(office: Office, lead: Phone) -> None:
    shown = lead.sends("/office/people/invite", name="Sam Okafor", role="rep").url.path
    lead.get(shown)

    assert office.rows("SELECT count(*) FROM members WHERE name = 'Sam Okafor'") == [(1,)]


def test_two_people_do_not_get_one_name(lead: Phone, rep: Phone) -> None:
    page = lead.sends("/office/people/invite", name="sam okafor", role="lead")

    assert "is here already" in words_of(page)
    assert 'value="sam okafor"' in page.text
    assert '<option value="lead" selected>' in page.text
    assert 'value="sam okafor"' not in lead.get("/office/people").text
    assert words_of(lead.get("/office/people")).count("Sam Okafor") == words_of(page).count("Sam Okafor")
    assert rep.get("/api/me").status_code == 200


def test_a_form_that_is_sent_twice_at_once_makes_one_member(office: Office, lead: Phone) -> None:
    form, origin = {"name": "Sam Okafor", "role": "rep"}, {"origin": office.settings.origin}
    go_on = threading.Event()
    office.store.write(lambda _: go_on.wait(10))
    with ThreadPoolExecutor(2) as hands:
        sent = [hands.submit(lead.post, "/office/people/invite", data=form, headers=origin) for _ in range(2)]
        until_waiting(office, 2)
        go_on.set()

    assert office.rows("SELECT count(*) FROM members WHERE name = 'Sam Okafor'") == [(1,)]
    led_to = sorted(answer.result().headers["location"].rpartition("/")[0] for answer in sent)
    assert led_to == ["/office", "/office/invitations"]


def until_waiting(office: Office, works: int) -> None:
    """Until so many works stand before the writer."""
    until = time.monotonic() + 10
    while office.store._jobs.qsize() < works:
        assert time.monotonic() < until


def test_nobody_is_renamed_to_a_name_that_another_has(lead: Phone, rep: Phone, another_rep: Phone) -> None:
    page = lead.sends(f"/office/people/{another_rep.member.id}/rename", name=" sam  OKAFOR")

    assert "sam OKAFOR is here already. Ines Duarte keeps the old name." in words_of(page)
    assert re.search(r"<details[^>]* open>.{,400}value=\"sam OKAFOR\"", page.text)
    assert another_rep.get("/api/me").json()["member"]["name"] == "Ines Duarte"
    own = lead.sends(f"/office/people/{rep.member.id}/rename", name="SAM Okafor")
    assert "Sam Okafor is now called SAM Okafor." in words_of(own)


@pytest.mark.parametrize("name", ["", "   "])
def test_an_invitation_needs_a_name(office: Office, lead: Phone, name: str) -> None:
    assert "needs a name" in words_of(lead.sends("/office/people/invite", name=name, role="rep"))
    assert office.rows("SELECT count(*) FROM members") == [(1,)]


def test_a_member_is_invited_on_a_further_phone(office: Office, lead: Phone, rep: Phone) -> None:
    page = lead.sends(f"/office/people/{rep.member.id}/invite")
    token = re.search(r"/#/join/([\w-]{43})", page.text)

    assert token
    assert Phone(office).pairs(token[1]).member.id == rep.member.id


def test_a_cancelled_invitation_lets_nobody_in_and_takes_who_never_came_off_the_list(
    office: Office, lead: Phone
) -> None:
    token = re.search(r"/#/join/([\w-]{43})", lead.sends("/office/people/invite", name="Sam Okafor", role="rep").text)
    page = Reading(lead.get("/office/people").text)

    done = lead.sends(page.action("/cancel"))

    assert "The invitation for Sam Okafor is cancelled" in words_of(done)
    assert token
    assert Phone(office).asks_to_pair(token[1]).status_code == 404
    assert "Sam Okafor" not in words_of(lead.get("/office/people"))


def test_cancelling_a_further_invitation_leaves_the_member_where_he_is(lead: Phone, rep: Phone) -> None:
    lead.sends(f"/office/people/{rep.member.id}/invite")

    lead.sends(Reading(lead.get("/office/people").text).action("/cancel"))

    assert rep.get("/api/me").status_code == 200


def test_who_was_handed_prospects_ahead_of_time_stays_when_a_wrong_link_is_cancelled(
    office: Office, lead: Phone, rep: Phone
) -> None:
    rep.sync([prospect(RUTH)])
    newcomer = office.hires("Ines Duarte")
    lead.sends(f"/office/people/{newcomer.id}/invite")
    lead.sends(f"/office/prospects/{RUTH}/assign", to=newcomer.id)

    lead.sends(Reading(lead.get("/office/people").text).action("/cancel"))

    assert "Ines Duarte" in words_of(lead.get("/office/people"))
    again = re.search(r"/#/join/([\w-]{43})", lead.sends(f"/office/people/{newcomer.id}/invite").text)
    assert again
    assert [row.id for row in Phone(office).pairs(again[1]).sync().rows if row.kind == "prospect"] == [RUTH]


def test_what_was_done_is_said_once(lead: Phone, rep: Phone) -> None:
    page = lead.sends(f"/office/people/{rep.member.id}/rename", name="Samuel Okafor")

    assert "Sam Okafor is now called Samuel Okafor." in words_of(page)
    assert "is now called" not in words_of(lead.get("/office/people"))
    assert "Samuel Okafor" in {row.name for row in rep.sync().rows if row.kind == "member"}


def test_revoking_a_phone_can_be_undone_where_it_is_said(lead: Phone, rep: Phone) -> None:
    page = lead.sends(f"/office/devices/{rep.device}/revoke")
    assert "A phone is revoked" in words_of(page)
    assert rep.get("/api/me").status_code == 403

    lead.sends(next(action for action in Reading(page.text).actions if action.endswith("/restore")))

    assert rep.get("/api/me").status_code == 200


def test_the_only_lead_cannot_lock_himself_out(lead: Phone) -> None:
    page = lead.sends(f"/office/devices/{lead.device}/revoke")

    assert "only way a lead gets in" in words_of(page)
    assert lead.get("/api/me").status_code == 200


def test_two_leads_who_revoke_themselves_or_each_other_at_once_do_not_both_go(office: Office, lead: Phone) -> None:
    other = Phone(office).pairs(office.invites(office.hires("Dana Holt", "lead")).token)
    for targets in ((lead.device, other.device), (other.device, lead.device)):
        go_on = threading.Event()
        office.store.write(lambda _, go_on=go_on: go_on.wait(10))  # type: ignore[misc]
        with ThreadPoolExecutor(2) as hands:
            for who, device in zip((lead, other), targets, strict=True):
                hands.submit(who.sends, f"/office/devices/{device}/revoke")
            until_waiting(office, 2)
            go_on.set()

        assert office.rows("SELECT count(*) FROM devices WHERE revoked_at IS NOT NULL") == [(1,)]
        office.write(lambda db: db.execute("UPDATE devices SET revoked_at = NULL"))


def test_a_browser_that_was_signed_out_is_no_other_way_in_for_the_only_lead(office: Office, lead: Phone) -> None:
    lead.post("/api/sign-out")
    new = Phone(office).pairs(office.invites(Member(**vars(lead.member))).token)

    page = new.sends(f"/office/devices/{new.device}/revoke")

    assert "only way a lead gets in" in words_of(page)
    assert new.get("/api/me").status_code == 200
    another = office.invites(office.hires("Ines Duarte", "lead"))
    Phone(office).pairs(another.token)
    new.sends(f"/office/devices/{new.device}/revoke")
    assert new.get("/api/me").status_code == 403


def test_the_lead_sees_what_waits_on_a_phone_and_when_it_was_seen(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.asks_to_sync([], next_n=4, oldest_pending=1)
    clock.goes_on(hours=3)

    words = words_of(lead.get("/office/people"))

    assert "3 hours ago" in words
    assert "3 entries" in words


def test_what_came_past_an_entry_that_still_waits_does_not_wait(lead: Phone, rep: Phone) -> None:
    """As after a rescue file with an entry that could not be read."""
    rep.asks_to_sync([{"n": n, **prospect()} for n in (1, 3, 4, 5)], oldest_pending=2, next_n=7)

    assert "2 entries" in words_of(lead.get("/office/people"))


def test_entries_that_a_phone_lost_are_an_alarm_after_a_day(lead: Phone, rep: Phone, clock: Clock) -> None:
    rep.asks_to_sync([], next_n=4)
    assert "Entries are missing" not in words_of(lead.get("/office/people"))

    clock.goes_on(hours=25)

    assert "Entries are missing for over a day" in words_of(lead.get("/office/people"))


def test_a_name_is_shown_as_it_is_and_never_as_markup(lead: Phone) -> None:
    page = lead.sends("/office/people/invite", name="<script>alert(1)</script>", role="rep")

    assert "<script>" not in page.text
    assert "<script>" not in lead.get("/office/people").text


def test_a_forged_cookie_that_cannot_be_read_says_nothing(lead: Phone) -> None:
    forged = base64.urlsafe_b64encode(b'{"x":' + b"[" * 5000).decode()

    assert lead.get("/office/sign-in", headers={"cookie": f"ringback-done={forged}"}).status_code == 200


def test_the_message_of_a_forged_cookie_leads_nowhere_else(lead: Phone) -> None:
    forged = "eyJzZW50ZW5jZSI6ICJDbGljayIsICJ1bmRvIjogImh0dHBzOi8vZWxzZXdoZXJlLmV4YW1wbGUvIn0"
    page = lead.get("/office/people", headers={"cookie": f"ringback-done={forged}"}, follow_redirects=True)

    assert "elsewhere.example" not in page.text


def test_people_stand_by_name_whatever_letters_they_have(office: Office, lead: Phone) -> None:
    for name in ("Zoe", "Émile", "anna", "Łukasz"):
        office.hires(name)

    words = words_of(lead.get("/office/people"))

    places = [words.index(f"{name} Rep ") for name in ("anna", "Émile", "Łukasz", "Zoe")]
    assert places == sorted(places)


def test_who_never_came_leaves_with_his_last_link_however_many_have_ended_before(
    office: Office, lead: Phone, clock: Clock
) -> None:
    lead.sends("/office/people/invite", name="Sam Okafor", role="rep")
    clock.goes_on(days=8)
    (sam,) = office.rows("SELECT id FROM members WHERE name = 'Sam Okafor'")
    lead.sends(f"/office/people/{sam[0]}/invite")

    lead.sends(Reading(lead.get("/office/people").text).action("/cancel"))

    assert "Sam Okafor" not in words_of(lead.get("/office/people"))
