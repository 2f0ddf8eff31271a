"""The coach under the words says what keeps a message from being called back, mends it, and can be told to leave it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect
from tests.browser.lead import Lead
from tests.browser.rep import Rep
from tests.browser.test_the_loop_without_signal import DANA

TYPES_AND_TAPS = """
  (fix) => {
    const words = document.querySelector('#words')
    words.value += ' Mind the gate'
    words.dispatchEvent(new InputEvent('input', { bubbles: true }))
    fix.click()
  }
"""
MENDED = """
  (slip) => {
    document.querySelector('.coach-finding button:not(.quiet)')?.click()
    return !document.querySelector('#words').value.includes(slip)
  }
"""
# From now on: every control of this page that is drawn in one place and then in another.
WATCHES = """
  (page) => {
    const places = new Map()
    window.moved = new Set()
    const look = () => {
      for (const each of document.querySelectorAll(`${page} :is(a, button, input, summary)`)) {
        const place = Math.round(each.getBoundingClientRect().top + (each.closest('.thumb') ? 0 : scrollY))
        if (places.has(each) && places.get(each) !== place) window.moved.add(each.textContent.trim() || each.className)
        places.set(each, place)
      }
      requestAnimationFrame(look)
    }
    look()
  }
"""


def prepares_own_words(rep: Rep) -> Locator:
    rep.adds_prospect(DANA)
    rep.goes(f"/prepare/{rep.id_of('Dana')}")
    rep.fills_the_gaps()
    rep.page.get_by_role("button", name="Message", exact=True).click()
    expect(rep.page.get_by_role("heading", name="Before you say it")).to_be_visible()
    rep.page.get_by_role("button", name="Edit these words").click()
    return rep.page.get_by_label("Exactly what you will say")


def test_the_coach_speaks_up_mends_and_keeps_quiet(rep: Rep) -> None:
    words = prepares_own_words(rep)
    page = rep.page
    said = words.input_value()
    words.fill(said.replace("Thanks", "You must call me today. Thanks"))
    demand = page.locator(".coach-finding", has_text="must")
    expect(demand).to_be_visible()

    # A fix that is tapped in the middle of a word waits for the words as they are now.
    demand.get_by_role("button").first.evaluate(TYPES_AND_TAPS)
    expect(words).to_have_value(re.compile("You must call me today.*Mind the gate"))
    page.wait_for_function(MENDED, arg="You must call me today")
    assert "Mind the gate" in words.input_value()
    expect(demand).to_have_count(0)

    # While he types, findings come and go below; what is under his thumb stays where it is.
    words.fill("Hi Dana, I am Rosa")
    expect(page.get_by_text(re.compile("about . s, .* short")).first).to_be_visible()
    expect(page.get_by_text("It only says who you are")).to_be_visible()
    words.focus()
    place = words.bounding_box()
    words.press_sequentially(", just touching base.")
    findings = page.locator(".coach-finding")
    expect(findings).to_have_count(3)
    assert words.bounding_box() == place
    expect(words).to_be_focused()

    first = findings.first.inner_text()
    findings.first.get_by_role("button", name="Leave it").click()
    expect(findings.filter(has_text=first.split("\n")[0])).to_have_count(0)
    page.get_by_role("button", name="Look again").click()
    expect(findings.first).to_contain_text(first.split("\n")[0])

    # Each finding leads to the advice behind it, and back.
    findings.first.get_by_role("link", name="Why").click()
    expect(rep.heading("Advice")).to_be_visible()
    expect(page.get_by_label("What you asked for").get_by_role("listitem").first).to_be_visible()
    page.get_by_role("searchbox").fill("monday")
    expect(page.get_by_role("listitem").filter(has_text="ends of the week")).to_be_visible()


def test_what_comes_late_moves_nothing_away_from_under_a_thumb(rep: Rep) -> None:
    """Advice and good hours are worked out after the page stands: a tap meanwhile meets what it was meant for."""
    prepares_own_words(rep).fill("Um, I am just touching base, you must call me today.")
    page = rep.page
    findings = page.locator(".coach-finding")
    expect(findings).to_have_count(3)
    for path in ("prepare", "prospect"):
        rep.goes("/prospects")
        expect(rep.heading("Prospects")).to_be_visible()
        page.evaluate(WATCHES, f"rb-{path}")
        rep.goes(f"/{path}/{rep.id_of('Dana')}")
        expect(page.locator(".own-hours")).to_be_visible()
        expect(findings).to_have_count(3 if path == "prepare" else 0)
        assert page.evaluate("() => [...window.moved]") == []


def test_the_leads_rules_hold_on_the_phone_and_what_was_left_stands_in_both_logs(rep: Rep, lead: Lead) -> None:
    words = prepares_own_words(rep)
    page = rep.page
    words.fill(words.input_value().replace("Thanks", "Um, you must call me. Thanks"))
    filler, demand = page.get_by_text("A filler"), page.get_by_text("This is an order")
    expect(filler).to_be_visible()

    lead.goes("/office/coach")
    lead.page.get_by_label("Fillers", exact=True).uncheck()
    lead.page.get_by_role("button", name="Save").click()
    expect(lead.page.get_by_text("Every phone goes by it")).to_be_visible()
    rep.asks_to_send()
    expect(filler).to_have_count(0)  # at once, while the page is open
    expect(demand).to_be_visible()

    page.get_by_role("button", name="Leave it: This is an order", exact=False).click()
    page.get_by_role("button", name="Bullets").click()
    expect(page.locator(".script .sections, .script .words").first).to_be_visible()
    rep.button(re.compile("^(Call and read|Read)")).click()
    said = rep.reads_and_hangs_up()
    assert "calling about two late orders" in said.replace("\n", " ")
    rep.logs("Left message")

    rep.goes(f"/prospect/{rep.id_of('Dana')}")
    entry = page.locator(".entry").first
    expect(entry).to_contain_text("in bullets")
    entry.locator("summary").click()
    expect(entry.get_by_role("link", name="demand")).to_be_visible()
    rep.is_up_to_date()
    lead.goes("/office/calls")
    lead.page.locator("summary", has_text="The words").click()
    expect(lead.page.get_by_text("The coach spoke up, and it was left: Orders and claims")).to_be_visible()
