"""How a phone comes to an office and how a lead shuts one out."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.proxy import BadNetwork
from tests.browser.rep import AWAY_AND_BACK, FILLINGS, PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA


def test_the_code_from_the_leads_screen_is_typed_inside_the_app(hires: Callable[[str], Rep], lead: Lead) -> None:
    link = lead.invites("Tom Marsh")
    code = lead.page.locator(".copy.big").inner_text()
    tom = hires("Tom Marsh")
    tom.opens("/#/join")
    tom.page.get_by_label("Code of the invitation").fill(code.lower().replace("-", " "))
    tom.button("Join").click()
    tom.reads("Tom Marsh")
    assert tom.status("paired") is not None

    late = hires("Tom Marsh")
    late.opens(f"/#/join/{link.rsplit('/', 1)[1]}")
    expect(late.page.get_by_role("alert")).to_be_visible()
    assert late.status("paired") is None, "an invitation works once, by code or by link"


def test_a_pasted_link_is_tried_until_the_hotel_lets_it_through(
    hires: Callable[[str], Rep], network: BadNetwork
) -> None:
    rosa = hires("Rosa Vale")
    rosa.opens("/#/join")
    rosa.page.clock.install()
    with network.faulty("portal", path="/api/pair"):
        rosa.page.get_by_label("Code of the invitation").focus()
        rosa.page.keyboard.insert_text(f"https://ringback.example.com/#/join/{rosa.invitation()}")
        rosa.button("Join").click()
        rosa.reads("This network wants something of you first")
        rosa.page.evaluate(AWAY_AND_BACK)
        network.wait_for("portal", times=2, path="/api/pair")
        rosa.reads("This network wants something of you first")
    rosa.page.clock.fast_forward(31_000)
    rosa.reads("You are in")


def test_an_invitation_leaves_no_trace_in_the_address(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    token = rosa.invitation()
    rosa.opens(f"/#/join/{token}")
    rosa.reads("Rosa Vale")
    assert token not in rosa.page.url


def test_a_revoked_phone_says_so_and_keeps_everything(rep: Rep, lead: Lead, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    lead.revokes_the_phone_of(rep.name)
    rep.calls("Dana")
    rep.logs("Busy")
    rep.reads("The office has removed this phone")
    rep.sees_in_history("Dana", "Busy")
    assert rep.waiting() > 0
    assert ledger.calls() == []


def test_what_is_prepared_before_signing_in_again_comes_along(rep: Rep) -> None:
    rep.page.evaluate(f"{PHONE}.signOut(true)")
    rep.adds_prospect(DANA)
    prepared = f"/prepare/{rep.id_of('Dana')}"
    rep.goes(prepared)
    rep.fills_the_gaps()
    rep.pairs()
    rep.goes(prepared)
    expect(rep.page.get_by_role("main")).to_contain_text(FILLINGS)
