"""The prospects of all reps, as a lead finds them and hands them over."""

from __future__ import annotations

import pytest
from tests.server.cast import AT, Office, Phone, Reading, prospect, words_of
from tests.server.sync.cast import follow_up

RUTH = "01990000-0000-7000-8000-000000000020"


def found(lead: Phone, **asked: str) -> str:
    return words_of(lead.get("/office/prospects", params=asked))


def test_an_empty_list_says_how_it_fills(lead: Phone) -> None:
    assert "No prospects yet. Reps add theirs in the app" in found(lead)


def test_somebody_is_found_by_any_part_of_name_company_or_number(lead: Phone, rep: Phone) -> None:
    rep.sync(
        [prospect(RUTH), prospect(first_name="Leon", last_name="Ashby", company="Ashby & Co", phone="+13035550199")]
    )

    for part in ("delg", "uth De", "bakery", "0142", "555-0142"):
        words = found(lead, q=part)
        assert "1 prospect" in words, part
        assert "Ruth Delgado Delgado Bakery (303) 555-0142 Sam Okafor" in words
    for nobody in ("100%", "R_th", "000", "555-01429"):
        assert "Nobody fits." in found(lead, q=nobody)


def test_somebody_is_found_by_what_he_goes_by_and_by_his_switchboard_as_on_the_phone(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH, first_name="Robert", preferred_name="Bob", switchboard="+13035550111"), prospect()])

    for part in ("bob", "555-0111"):
        words = found(lead, q=part)
        assert "1 prospect" in words, part
        assert "Robert Delgado" in words


def test_who_is_known_by_the_name_that_he_goes_by_alone_has_that_name(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH, first_name="", last_name="", preferred_name="Bob")])

    assert "Bob Delgado Bakery" in found(lead)
    page = lead.sends(f"/office/prospects/{RUTH}/block", why="Wrote to us.")
    assert "Bob is not to be called." in words_of(page)


def test_a_british_lead_finds_a_number_as_the_page_shows_it(lead: Phone, rep: Phone) -> None:
    lead.sends("/office/settings", name="Harbor Ovens", country="GB", locale="en-GB")
    rep.sync([prospect(RUTH, phone="+442079460123"), prospect(first_name="Leon", phone="+441164960199")])
    assert "Ruth Delgado Delgado Bakery 020 7946 0123" in found(lead)

    for typed in (
        "020 7946 0123",
        "02079460123",
        "+44 20 7946 0123",
        "0044 20 7946",
        "+44 (0)20 7946",
        "0207",
        "7946 0123",
    ):
        words = found(lead, q=typed)
        assert "1 prospect" in words, typed
        assert "Ruth Delgado" in words


@pytest.mark.parametrize("typed", ["özil", "ÖZIL", "ozil", "o\u0308zil", "çağ", "straße", "STRASSE", "łukasz", "d'arc"])
def test_letters_are_found_however_they_are_typed(lead: Phone, rep: Phone, typed: str) -> None:
    rep.sync([prospect(RUTH, first_name="Łukasz", last_name="Özil", company="Çağrı D’Arcy, Straße"), prospect()])

    words = found(lead, q=typed)

    assert "1 prospect" in words
    assert "Łukasz Özil" in words


def test_a_prospect_is_handed_over_and_back_and_both_phones_hear_of_it(
    lead: Phone, rep: Phone, another_rep: Phone
) -> None:
    rep.sync([prospect(RUTH)])
    page = lead.sends(f"/office/prospects/{RUTH}/assign", to=another_rep.member.id)

    assert "Ruth Delgado is Ines Duarte's now." in words_of(page)
    assert [row.gone for row in rep.sync().rows if row.kind == "prospect"] == ["assigned"]
    assert [row.id for row in another_rep.sync().rows if row.kind == "prospect"] == [RUTH]

    lead.sends(Reading(page.text).action(f"/assign/{rep.member.id}"))
    assert [row.fields.company for row in rep.sync().rows if row.kind == "prospect"] == ["Delgado Bakery"]
    assert [row.gone for row in another_rep.sync().rows if row.kind == "prospect"] == ["assigned"]


def test_a_lead_is_told_that_what_was_promised_goes_along(lead: Phone, rep: Phone, another_rep: Phone) -> None:
    promise = follow_up(prospect_id=RUTH, reason="The second oven.")
    rep.sync([prospect(RUTH), {"kind": "follow_up.add", "v": 1, "at": AT, "body": promise}])

    page = lead.sends(f"/office/prospects/{RUTH}/assign", to=another_rep.member.id)

    assert "Ruth Delgado is Ines Duarte's now. What was promised goes along." in words_of(page)
    assert [row.reason for row in another_rep.sync().rows if row.kind == "follow_up"] == ["The second oven."]


def test_a_hand_over_that_is_sent_twice_offers_no_undo_that_would_change_nothing(
    lead: Phone, rep: Phone, another_rep: Phone
) -> None:
    rep.sync([prospect(RUTH)])
    lead.sends(f"/office/prospects/{RUTH}/assign", to=another_rep.member.id)

    page = lead.sends(f"/office/prospects/{RUTH}/assign", to=another_rep.member.id)

    assert "Ruth Delgado is Ines Duarte's already. Nothing was changed." in words_of(page)
    assert f"/office/prospects/{RUTH}/assign/{another_rep.member.id}" not in Reading(page.text).actions


def test_who_changes_something_in_a_narrowed_list_sees_that_list_again(
    lead: Phone, rep: Phone, another_rep: Phone
) -> None:
    rep.sync([prospect(RUTH), prospect(first_name="Élan & Sons")])
    narrowed = {"q": "élan & s", "owner": rep.member.id}
    page = Reading(lead.get("/office/prospects", params=narrowed).text)

    for form, told in (("/block?", {"why": "Wrote to us."}), ("/assign?", {"to": another_rep.member.id})):
        (action,) = (action for action in page.actions if form in action)
        after = lead.sends(action, **told)
        assert dict(after.url.params) == narrowed
    assert "Nobody fits." in words_of(after)


def test_only_the_office_clears_do_not_call_and_the_phone_hears_of_it(lead: Phone, rep: Phone) -> None:
    blocked = {"kind": "prospect.block", "v": 1, "at": AT, "body": {"id": RUTH, "reason": "Asked not to be called."}}
    rep.sync([prospect(RUTH), blocked])
    words = found(lead, blocked="1")
    assert "1 prospect" in words
    assert "Since 23 Nov 2026, by Sam Okafor Asked not to be called." in words

    lead.sends(f"/office/prospects/{RUTH}/unblock")

    assert [row.do_not_call for row in rep.sync().rows if row.kind == "prospect"] == [None]


def test_a_lead_sets_do_not_call_and_may_undo_it_at_once(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH)])

    page = lead.sends(f"/office/prospects/{RUTH}/block", why="Wrote to us.")

    (row,) = (row for row in rep.sync().rows if row.kind == "prospect")
    assert (row.do_not_call.reason, row.do_not_call.by) == ("Wrote to us.", "Office lead")
    assert f"/office/prospects/{RUTH}/unblock" in Reading(page.text).actions


def test_a_name_that_a_page_was_pasted_into_takes_neither_the_sentence_nor_undo_away(
    office: Office, lead: Phone, rep: Phone
) -> None:
    rep.sync([prospect(RUTH, first_name="Ruth", last_name="👩‍🍳" * 2000)])
    longest = office.hires("👩‍🍳" * 66)
    origin = {"origin": office.settings.origin}

    answer = lead.post(f"/office/prospects/{RUTH}/assign", data={"to": longest.id}, headers=origin)

    assert len(answer.headers["set-cookie"]) < 4096
    page = lead.get("/office/prospects")
    assert "Ruth 👩‍🍳" in words_of(page)
    assert "… is 👩‍🍳" in words_of(page)
    assert f"/office/prospects/{RUTH}/assign/{rep.member.id}" in Reading(page.text).actions


def test_nobody_is_handed_over_to_somebody_unknown(office: Office, lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH)])

    assert lead.sends(f"/office/prospects/{RUTH}/assign", to="nobody").status_code == 404
    assert office.rows("SELECT owner_id FROM prospects") == [(rep.member.id,)]


def test_what_a_rep_has_blocked_meanwhile_stays_as_he_said_it(lead: Phone, rep: Phone) -> None:
    blocked = {"kind": "prospect.block", "v": 1, "at": AT, "body": {"id": RUTH, "reason": "Asked not to be called."}}
    rep.sync([prospect(RUTH), blocked])

    page = lead.sends(f"/office/prospects/{RUTH}/block", why="Wrote to us.")

    assert "by Sam Okafor Asked not to be called." in words_of(page)
    assert "Ruth Delgado was not to be called already." in words_of(page)
    assert Reading(page.text).action("/unblock"), "no undo beside it: that would clear what he said"


def test_a_page_that_the_list_has_become_too_short_for_shows_the_last_one(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH)])

    words = found(lead, page="2")

    assert "No prospects yet" not in words
    assert "1 prospect" in words
    assert "Ruth Delgado" in words


def test_a_list_by_name_is_turned_over_and_is_no_older_on_its_next_page(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(first_name=f"Ruth {number:03}") for number in range(101)])

    assert "Previous Page 2 of 3 Next" in found(lead, page="2")


def test_prospects_stand_by_name_whatever_letters_they_have(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(first_name=name, last_name="") for name in ("Zoe", "Émile", "anna", "Łukasz")])

    words = found(lead)

    places = [words.index(f"{name} Delgado Bakery") for name in ("anna", "Émile", "Łukasz", "Zoe")]
    assert places == sorted(places)
