"""The coach under the words says what keeps a message from being called back, mends it, and can be told to leave it."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.rep import Rep
from tests.browser.test_the_loop_without_signal import DANA


def test_the_coach_speaks_up_mends_and_keeps_quiet(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.goes(f"/prepare/{rep.id_of('Dana')}")
    rep.fills_the_gaps()
    page = rep.page
    page.get_by_role("button", name="Message").click()
    expect(page.get_by_role("heading", name="Before you say it")).to_be_visible()

    page.get_by_role("button", name="Edit these words").click()
    words = page.get_by_label("Exactly what you will say")
    said = words.input_value()
    words.fill(said.replace("Thanks", "You must call me today. Thanks"))
    demand = page.locator(".coach-finding", has_text="must")
    expect(demand).to_be_visible()
    demand.get_by_role("button").first.click()
    expect(words).not_to_have_value(said.replace("Thanks", "You must call me today. Thanks"))
    expect(demand).to_have_count(0)

    words.fill("Hi Dana, just touching base.")
    findings = page.locator(".coach-finding")
    expect(findings).to_have_count(3)
    first = findings.first.inner_text()
    findings.first.get_by_role("button", name="Leave it").click()
    expect(findings.filter(has_text=first.split("\n")[0])).to_have_count(0)
