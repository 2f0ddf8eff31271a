"""What holds wherever a call is placed: who asked for it is not dialled, his clock is seen, the screen stays on."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

SECOND = {"Second number": "(212) 555-0166"}
HOLDS = """
  () => {
    const real = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (kind) => (globalThis.held = await real(kind))
  }
"""


@pytest.fixture
def rep(rep: Rep) -> Rep:
    rep.adds_prospect(DANA | SECOND)
    return rep


def asks_not_to_be_called(rep: Rep) -> str:
    dana = rep.id_of("Dana")
    rep.page.evaluate(f"(id) => {PHONE}.block(id, 'Asked us twice to stop')", dana)
    return dana


def is_stopped(rep: Rep, call: Locator) -> None:
    call.click()
    stop = rep.page.locator("dialog[open]")
    expect(stop).to_contain_text("Asked us twice to stop")
    stop.get_by_role("button", name="Do not call", exact=True).click()
    expect(stop).to_have_count(0)


def test_who_asked_not_to_be_called_is_dialled_from_no_page(rep: Rep) -> None:
    dana = asks_not_to_be_called(rep)
    for path in (f"/prospect/{dana}", f"/brief/{dana}"):
        rep.goes(path)
        is_stopped(rep, rep.page.get_by_role("main").get_by_label("Call Dana Whitfield: asked not to be called"))
    rep.goes(f"/prospect/{dana}")
    is_stopped(rep, rep.page.get_by_label("on the second number"))
    assert rep.dialled() == []


def test_an_extension_is_of_the_first_number_alone(rep: Rep) -> None:
    rep.edits_prospect("Dana", {"Ext.": "12"})
    again = rep.page.locator("rb-read a[href^='tel:']")
    rep.prepares("Dana")
    expect(again).to_have_attribute("href", "tel:+12125550142,12")
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name="Call Dana Whitfield on the second number").click()
    rep.waits_until(f"async () => (await {PHONE}.draft('reading'))?.number === '+12125550166'")
    rep.goes(f"/read/{rep.id_of('Dana')}")
    expect(again).to_have_attribute("href", "tel:+12125550166")


def test_nothing_is_promised_any_more_to_who_asked_not_to_be_called(rep: Rep, ledger: Ledger) -> None:
    rep.calls("Dana")
    rep.logs("No answer")
    dana = rep.id_of("Dana")
    rep.waits_until(f"async (id) => (await {PHONE}.followUps(id)).length === 1", dana)
    rep.goes(f"/prospect/{dana}")
    rep.button("Do not call").click()
    sheet = rep.page.locator("dialog[open]")
    sheet.get_by_role("textbox").fill("Asked us twice to stop")
    sheet.get_by_role("button", name="Do not call them any more").click()
    rep.is_told("Noted. They will not be called.")
    rep.has_sent_everything()
    assert [row["state"] for row in ledger.rows("SELECT state FROM follow_ups")] == ["cancelled"]
    assert "rank" not in ledger.prospect("Whitfield")["fields"]


def test_a_second_number_is_dialled_and_asked_about_like_the_first(rep: Rep) -> None:
    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    rep.page.get_by_role("link", name="Call Dana Whitfield on the second number").click()
    rep.has_dialled("+12125550166")
    rep.waits_until(f"async () => (await {PHONE}.draft('reading'))?.number === '+12125550166'")
    rep.comes_back_to_the_app()
    expect(rep.heading("What happened?")).to_be_visible()


def test_a_stop_that_comes_while_the_words_are_open_holds_there(rep: Rep) -> None:
    rep.prepares("Dana")
    rep.has_dialled("+12125550142")
    asks_not_to_be_called(rep)
    rep.goes(f"/read/{rep.id_of('Dana')}")
    is_stopped(rep, rep.page.get_by_role("link", name="Call again"))
    assert rep.dialled() == ["+12125550142"]


def test_the_screen_stays_on_and_the_keyboard_in_place_while_it_is_read(rep: Rep) -> None:
    rep.page.evaluate(HOLDS)
    rep.prepares("Dana")
    rep.page.evaluate("dispatchEvent(new CustomEvent('toast', { detail: { text: 'Of the last call' } }))")
    rep.is_told("Of the last call")
    rep.waits_until("() => globalThis.held?.released === false")
    rep.button("Beep").focus()
    rep.page.keyboard.press("Enter")
    expect(rep.page.get_by_role("timer")).to_be_focused()
    rep.page.keyboard.press("Space")
    rep.waits_until(f"async () => (await {PHONE}.draft('reading')).marker.place >= 1")
    expect(rep.button("Stop")).to_be_visible()
    expect(rep.page.get_by_text("Of the last call")).to_have_count(0, timeout=2_000)
    rep.button("Stop").focus()
    rep.page.keyboard.press("Enter")
    expect(rep.page.get_by_role("link", name="Log it")).to_be_focused()
    rep.page.keyboard.press("Enter")
    expect(rep.heading("What happened?")).to_be_visible()
    rep.waits_until("() => held.released")


def test_the_prospects_own_clock_stands_beside_the_call_button(rep: Rep) -> None:
    dana = rep.id_of("Dana")
    for path in ("/", f"/prospect/{dana}"):
        rep.goes(path)
        clock = rep.page.get_by_role("main").locator(".clock time, rb-when time").first
        expect(clock).to_be_visible()
        now = datetime.now(ZoneInfo("America/New_York"))
        assert clock.inner_text()[-5:] in {f"{now - timedelta(minutes=k):%H:%M}" for k in range(2)}


def test_a_zone_that_the_number_tells_wrongly_is_put_right_and_stays_so(rep: Rep) -> None:
    rep.goes(f"/prospect/{rep.id_of('Dana')}/edit")
    rep.page.get_by_label("Time zone").select_option("Europe/London")
    rep.button(re.compile("^Save")).click()
    expect(rep.page.locator("rb-prospect")).to_be_visible()
    rep.reads("London")
    rep.edits_prospect("Dana", {"Number": "(312) 555-0142"})
    rep.reads("London")
    rep.reads("(312) 555-0142")


def test_settings_say_what_is_kept_and_how_safe_it_is(rep: Rep) -> None:
    rep.is_ready_for_no_signal()
    rep.is_up_to_date()
    rep.goes("/settings")
    sees(rep, {"Last time all was sent": "just now", "Waiting here": "nothing", "Prospects": "1", "Calls": "0"})
    sees(rep, {"Room": "B", "Kept by the browser": "as long as there is room"})
    rep.loses_signal()
    rep.calls("Dana")
    rep.logs("No answer")
    rep.goes("/settings")
    sees(rep, {"Waiting here": "the oldest for", "Calls": "1"})


def sees(rep: Rep, facts: dict[str, str]) -> None:
    for fact, value in facts.items():
        line = rep.page.locator(".facts > div").filter(has=rep.page.get_by_text(fact, exact=True))
        expect(line.locator("dd")).to_contain_text(value)
