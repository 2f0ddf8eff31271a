"""One call from preparing to saved: what stops the rep, what he need not do, and how a slip is taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

INES = {"First name": "Ines", "Last name": "Marlow", "Number": "(212) 555-0143"}
COUNT_TAPS = "globalThis.taps = 0; addEventListener('pointerup', () => { taps += 1 }, true)"


def letters(words: str) -> str:
    return re.sub("[^a-z]+", "", words.lower())


@pytest.fixture
def rep(rep: Rep) -> Rep:
    """With one prospect."""
    rep.adds_prospect(DANA)
    return rep


def test_a_gap_stops_the_reading_until_it_is_filled_or_left_out(rep: Rep) -> None:
    rep.goes(f"/prepare/{rep.id_of('Dana')}")
    gaps = rep.page.locator(".script button.gap")
    expect(gaps.first).to_be_visible()
    rep.button(re.compile("^Fill")).click()
    rep.reads(re.compile(r"(gap is|gaps are) left"))
    assert "/prepare/" in rep.page.url, "the reading page stays shut"

    rep.fills_the_gaps()
    expect(gaps).to_have_count(0)
    rep.button("Call and read").click()
    expect(rep.button("Beep")).to_be_visible()
    rep.has_dialled("+12125550142")
    words = rep.page.locator(".chunks")
    expect(words).not_to_contain_text("{")
    expect(words).to_contain_text("Dana")


def test_do_not_call_stops_first_with_its_reason(rep: Rep, ledger: Ledger) -> None:
    dana = rep.id_of("Dana")
    rep.page.evaluate(f"(id) => {PHONE}.block(id, 'Asked us twice to stop')", dana)
    rep.goes(f"/prepare/{dana}")
    rep.fills_the_gaps()
    rep.button("Call and read").click()
    stop = rep.page.get_by_role("dialog")
    expect(stop).to_contain_text("Do not call")
    expect(stop).to_contain_text("Asked us twice to stop")
    expect(stop.get_by_role("button", name="Do not call")).to_be_focused()
    stop.get_by_role("button", name="Do not call").click()
    expect(stop).to_be_hidden()
    assert "/prepare/" in rep.page.url
    assert rep.dialled() == []
    ledger.wait_until(lambda: bool(ledger.prospect("Whitfield")["blocked_at"]), "the office knows it, too")


def test_hang_up_to_saved_takes_two_taps(rep: Rep) -> None:
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.page.evaluate(COUNT_TAPS)
    rep.logs("Left message")
    assert rep.page.evaluate("taps") == 2


def test_the_exact_words_are_frozen_with_the_entry(rep: Rep, ledger: Ledger) -> None:
    rep.prepares("Dana")
    read = rep.reads_and_hangs_up()
    rep.logs("Left message", note="Sounded rushed")
    rep.has_sent_everything()
    (call,) = ledger.calls()
    assert letters(call["script"]) == letters(read), "what was shown is what is kept"
    assert call["note"] == "Sounded rushed"
    assert call["plan"] == "voicemail"
    assert call["estimate"] > 5
    follow_ups = ledger.rows("SELECT * FROM follow_ups")
    assert [f["state"] for f in follow_ups] == ["open"], "a follow-up was suggested, and kept"


def test_a_slip_of_the_thumb_is_undone(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Dana")
    rep.logs("Busy")
    rep.button("Undo").click()
    expect(rep.heading("What happened?")).to_be_visible()
    rep.logs("Spoke")
    rep.has_sent_everything()
    rep.goes("/history")
    standing = rep.page.evaluate(f"async () => (await {PHONE}.calls(null, 10)).filter((e) => e.state === 'stands')")
    assert [entry["call"]["outcome"] for entry in standing] == ["spoke"]
    slip, *later = ledger.calls()
    assert (slip["outcome"], slip["void"]) == ("busy", 0), "the slip is never erased"
    assert [call["void"] for call in later] == [1, 0]


def test_a_message_that_is_not_logged_yet_waits_while_somebody_else_is_called(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(INES)
    rep.prepares("Dana")
    read = rep.reads_and_hangs_up()
    ines = rep.id_of("Ines")
    rep.goes(f"/prospect/{ines}")
    rep.page.get_by_role("link", name="Call Ines Marlow").click()
    rep.has_dialled("+12125550142", "+12125550143")
    rep.waits_until(f"async (id) => (await {PHONE}.draft('reading')).prospect_id === id", ines)

    rep.goes("/")
    today = rep.page.locator("rb-today")
    expect(today.locator(".thumb")).to_contain_text("Log the call with Ines Marlow")
    expect(today.get_by_role("link", name="Log the call with Dana Whitfield")).to_be_visible()

    today.locator(".thumb a").click()
    rep.button("There was no call").click()
    rep.is_told("No call with Ines Marlow: nothing was logged")
    expect(today.locator(".thumb")).to_contain_text("Log the call with Dana Whitfield")
    today.locator(".thumb a").click()
    rep.logs("Left message")
    rep.has_sent_everything()
    assert [letters(call["script"]) for call in ledger.calls()] == [letters(read)]
    expect(today.locator(".thumb")).not_to_contain_text("Log the call")


def test_a_call_to_somebody_who_is_given_away_meanwhile_can_be_logged(rep: Rep, ledger: Ledger) -> None:
    dana = rep.id_of("Dana")
    rep.prepares("Dana")
    read = rep.reads_and_hangs_up()
    rep.page.locator("label.outcome", has_text="Left message").click()
    rep.page.get_by_label(re.compile("^Note")).fill("Behind the gate.")
    rep.page.evaluate(f"(id) => {PHONE}.deleteProspect(id)", dana)
    expect(rep.page.get_by_role("main")).to_contain_text("not on this phone any more")
    rep.goes("/")
    rep.page.get_by_role("link", name="Log the call with somebody no longer here").click()
    rep.button(re.compile("^Save")).click()
    rep.is_told("Saved on this phone: left message")
    rep.has_sent_everything()
    (call,) = ledger.calls()
    assert (call["prospect_id"], letters(call["script"]), call["note"]) == (dana, letters(read), "Behind the gate.")


def test_words_that_are_changed_after_an_undo_are_no_quarrel_with_the_first_ones(rep: Rep, ledger: Ledger) -> None:
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.button("Undo").click()
    expect(rep.heading("What happened?")).to_be_visible()
    rep.goes(f"/prepare/{rep.id_of('Dana')}")
    rep.page.locator(".gap-field textarea").first.fill("the lift that stood still")
    rep.button("Call and read").click()
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.has_sent_everything()
    assert "the lift that stood still" in ledger.prospect("Whitfield")["fields"].values()
    assert ledger.rows("SELECT field, value FROM lost_values") == []


def test_a_correction_is_a_new_entry(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Dana")
    rep.logs("No answer")
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name=re.compile("Correct")).first.click()
    expect(rep.heading("Correct the entry")).to_be_visible()
    rep.logs("Gatekeeper")
    rep.has_sent_everything()
    first, second = ledger.calls()
    assert (first["outcome"], second["outcome"], second["replaces"]) == ("no_answer", "gatekeeper", first["id"])
    rep.sees_in_history("Dana", "Gatekeeper")


def test_a_message_that_is_corrected_after_the_callback_stays_answered(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Dana")
    rep.logs("Left message")
    rep.goes(f"/brief/{rep.id_of('Dana')}")
    rep.button("They rang back").click()
    rep.is_told("The message has its credit")
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name="Correct").last.click()
    rep.logs("Left message", "Behind the gate.")
    rep.has_sent_everything()
    assert len(ledger.calls()) == 3
    rep.waits_until(f"async () => (await {PHONE}.today(new Date())).unreturned === 0")
    rep.goes("/history")
    expect(rep.page.locator(".entry.answered")).to_contain_text("Behind the gate.")
    rep.goes("/")
    expect(rep.page.locator("rb-today .foot")).to_contain_text("1 message left today")
    expect(rep.page.locator("rb-today .foot")).to_contain_text("0 of the last 30 days with no answer yet")


def test_three_keystrokes_show_the_last_words_and_one_tap_logs_the_callback(rep: Rep, ledger: Ledger) -> None:
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.has_sent_everything()
    (message,) = ledger.calls()
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.looks_up("whi").first.get_by_role("link").click()
    sentence = message["script"].split(". ")[0]
    expect(rep.page.get_by_role("main")).to_contain_text(sentence)

    rep.page.evaluate(COUNT_TAPS)
    rep.page.get_by_role("button", name="They rang back").click()
    rep.is_told("The message has its credit")
    assert rep.page.evaluate("taps") == 1
    rep.finds_signal()
    ledger.wait_until(lambda: len(ledger.calls()) == 2, "the callback reaches the office")
    answer = ledger.calls()[1]
    assert (answer["direction"], answer["credits"], answer["response"]) == ("in", message["id"], "callback")


def test_last_digits_of_a_number_find_who_is_ringing(rep: Rep) -> None:
    expect(rep.looks_up("142").first).to_contain_text("Dana Whitfield")
    expect(rep.looks_up("mil").first).to_contain_text("Dana Whitfield")
