"""A rep prepares, reads and logs with no signal; the office has exactly that, once, whatever happened on the way."""

from __future__ import annotations

import pytest
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork, Fault
from tests.browser.rep import Rep

DANA = {"First name": "Dana", "Last name": "Whitfield", "Company": "Mill Lane Tools", "Number": "(212) 555-0142"}
OMAR = {"First name": "Omar", "Last name": "Reyes", "Company": "Harbour Foods", "Number": "(312) 555-0117"}
LOGGED = [
    ("Dana Whitfield", "left_message"),
    ("Omar Reyes", "no_answer"),
    ("Dana Whitfield", "spoke"),
]


@pytest.fixture
def rep(rep: Rep, ledger: Ledger) -> Rep:
    """Paired, with two prospects that the office has, and with a phone that was switched off and on without signal."""
    rep.adds_prospect(DANA)
    rep.adds_prospect(OMAR)
    ledger.wait_until(lambda: len(ledger.prospects()) == 2, "both prospects reach the office")
    rep.is_ready_for_no_signal()
    rep.has_sent_everything()
    rep.closes()
    rep.opens(offline=True)
    return rep


def works(rep: Rep) -> None:
    rep.prepares("Dana Whitfield")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.calls("Omar Reyes")
    rep.logs("No answer")
    rep.calls("Dana Whitfield")
    rep.logs("Spoke")
    rep.edits_prospect("Omar Reyes", {"Company": "Harbour Foods East"})


def everything_arrived_once(rep: Rep, ledger: Ledger) -> None:
    ledger.wait_until(lambda: len(ledger.calls()) >= len(LOGGED), "the calls reach the office")
    rep.has_sent_everything()
    assert ledger.outcomes() == LOGGED
    assert len(ledger.prospects()) == 2
    assert ledger.prospect("Reyes")["fields"]["company"] == "Harbour Foods East"
    message = ledger.calls()[0]
    assert "Dana" in message["script"]
    assert message["template_id"]
    assert message["version_id"]
    assert message["seconds"] is not None
    ledger.holds_every_number_once()


def test_the_office_has_exactly_what_was_done_offline(rep: Rep, ledger: Ledger) -> None:
    works(rep)
    assert ledger.calls() == []
    rep.finds_signal()
    everything_arrived_once(rep, ledger)


@pytest.mark.parametrize("when", ["kill_before", "kill_asked", "kill_answered"])
def test_the_office_is_killed_in_the_middle_of_a_sync(
    rep: Rep, ledger: Ledger, network: BadNetwork, office: Office, when: Fault
) -> None:
    works(rep)
    with network.faulty(when):
        rep.finds_signal()
        network.wait_for(when)
    office.kill()
    office.start()
    rep.asks_to_send()
    everything_arrived_once(rep, ledger)


def test_the_answer_is_lost_after_the_office_committed(rep: Rep, ledger: Ledger, network: BadNetwork) -> None:
    works(rep)
    with network.faulty("swallow"):
        rep.finds_signal()
        network.wait_for("swallow")
        ledger.wait_until(lambda: len(ledger.calls()) > 0, "the office commits what it could not answer for")
        assert rep.waiting() > 0, "without an answer nothing counts as sent"
    rep.asks_to_send()
    everything_arrived_once(rep, ledger)


@pytest.mark.parametrize("portal", ["portal", "redirect"])
def test_a_hotel_answers_in_place_of_the_office(rep: Rep, ledger: Ledger, network: BadNetwork, portal: Fault) -> None:
    works(rep)
    waiting = rep.waiting()
    with network.faulty(portal, path="/"):
        rep.finds_signal()
        network.wait_for(portal)
        rep.reads("This network wants you to sign in")
        assert rep.waiting() == waiting
    rep.asks_to_send()
    everything_arrived_once(rep, ledger)


def test_the_request_is_cut_in_the_middle(rep: Rep, ledger: Ledger, network: BadNetwork) -> None:
    works(rep)
    with network.faulty("cut"):
        rep.finds_signal()
        network.wait_for("cut")
    rep.asks_to_send()
    everything_arrived_once(rep, ledger)


def test_an_ended_session_stops_nothing_but_sending(rep: Rep, ledger: Ledger) -> None:
    ledger.end_sessions()
    rep.finds_signal()
    rep.asks_to_send()
    rep.reads("Signed out at the office")
    works(rep)
    assert ledger.calls() == []
    rep.pairs()
    everything_arrived_once(rep, ledger)
    assert len(ledger.devices()) == 1, "the same phone goes on as the same device"


def test_two_tabs_send_everything_once(rep: Rep, ledger: Ledger) -> None:
    first = rep.page
    second = rep.another_tab()
    rep.prepares("Dana Whitfield")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.page = second
    rep.calls("Omar Reyes")
    rep.logs("No answer")
    rep.page = first
    rep.calls("Dana Whitfield")
    rep.logs("Spoke")
    rep.page = second
    rep.edits_prospect("Omar Reyes", {"Company": "Harbour Foods East"})
    rep.finds_signal()
    everything_arrived_once(rep, ledger)
    rep.page = first
    rep.has_sent_everything()
