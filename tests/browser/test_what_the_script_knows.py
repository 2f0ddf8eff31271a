"""What was tried already, by whomever, decides the next words; a tap checks a link; a last try closes kindly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

LEFT = """
async ([id, made_at, reason]) => {
  const { fields } = await PHONE.prospect(id)
  await PHONE.logCall({
    call: {
      prospect_id: id, prospect_name: `${fields.first_name} ${fields.last_name}`, company: fields.company,
      direction: 'out', channel: 'phone', outcome: 'left_message', made_at, zone: 'America/New_York',
      prospect_zone: 'America/New_York',
      number: fields.phone, template_id: null, version_id: null, variant: '', plan: 'voicemail', script: 'Hi Dana.',
      seconds: 18, estimate: 18, left_out: [], flags: [], note: '', reason,
    },
    followUp: null, fulfils: [], edits: [], stop: '', clearDrafts: [],
  })
}
""".replace("PHONE", PHONE)
FIELDS = f"async (id) => (await {PHONE}.prospect(id)).fields"


def leaves(rep: Rep, prospect: str, days: int, reason: str) -> None:
    """As it was logged so many days ago."""
    made_at = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    rep.page.evaluate(LEFT, [prospect, made_at, reason])


def test_earlier_reasons_are_seen_a_new_one_is_asked_for_and_a_link_is_checked(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    dana = rep.id_of("Dana")
    linked = {"hook": "two trucks were waiting", "reason": "your gate", "connection": "Ewan Blythe", "say_as": "DAY-na"}
    rep.page.evaluate(f"([id, fields]) => {PHONE}.editProspect(id, fields)", [dana, linked])
    leaves(rep, dana, 9, "your gate: two trucks were waiting")
    page = rep.page
    rep.goes(f"/prepare/{dana}")

    expect(page.get_by_role("heading", name="1 unreturned message")).to_be_visible()
    expect(page.locator(".reasons")).to_contain_text("“your gate: two trucks were waiting”")
    expect(page.locator(".know-facts")).to_contain_text("DAY-na")
    expect(page.locator(".picked")).to_contain_text("Second message, new reason")
    rep.fills_the_gaps()
    page.get_by_role("button", name="Message", exact=True).click()
    heard = page.locator(".coach-finding", has_text="They have heard this reason")
    expect(heard).to_be_visible()
    page.get_by_text("Known already").click()
    page.locator("[data-field=hook]").fill("your second shift starts in May")
    expect(heard).to_have_count(0)

    page.locator("rb-know").get_by_role("button", name="I checked it").click()
    rep.is_told("Noted: the link to Ewan Blythe is right.")
    expect(page.locator("rb-know")).to_contain_text("The link to Ewan Blythe is checked")
    assert page.evaluate(FIELDS, dana)["connection_verified"] == "yes"


def test_a_template_that_is_used_for_somebody_is_kept_with_his_card_and_brings_its_own_words(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    dana = rep.id_of("Dana")
    own = {
        "chosen": {},
        "tab": "voicemail",
        "values": {},
        "left_out": [],
        "words": {"voicemail": "Hi Dana."},
        "muted": [],
    }
    rep.page.evaluate(f"([id, card]) => {PHONE}.keepDraft(`prepare:${{id}}`, card)", [dana, own])
    referral = f"(await {PHONE}.templates()).find((one) => one.family === 'referral')"
    name, other = rep.page.evaluate(f"async () => {{ const one = {referral}; return [one.name, one.id] }}")
    rep.goes(f"/prepare/{dana}?template={other}")
    expect(rep.page.locator(".picked")).to_contain_text(name)
    rep.button(re.compile("^Keep it for")).click()
    rep.is_told("Kept for")
    card = rep.page.evaluate(f"(id) => {PHONE}.draft(`prepare:${{id}}`)", dana)
    assert (card["chosen"], card["words"]) == ({"voicemail": other}, {})
    rep.goes(f"/prepare/{dana}")
    expect(rep.page.locator(".picked")).to_contain_text(name)


def test_a_last_try_opens_in_its_time_and_closes_kindly(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    dana = rep.id_of("Dana")
    page = rep.page
    leaves(rep, dana, 30, "your gate")
    leaves(rep, dana, 20, "your second shift")
    rep.goes(f"/prepare/{dana}")
    page.get_by_role("button", name="Change").click()
    closed = page.locator(".pick", has_text="A last try, plain")
    expect(closed).to_be_disabled()
    expect(closed).to_contain_text("Opens after 1 more unanswered message. 2 of 3 so far.")
    page.keyboard.press("Escape")
    last_try = page.evaluate(f"async () => (await {PHONE}.templates()).find((one) => one.family === 'last_resort').id")
    rep.goes("/")
    rep.goes(f"/prepare/{dana}?template={last_try}")
    expect(page.get_by_text("A last try is not open yet.")).to_be_visible()
    expect(page.locator(".picked")).to_contain_text("Third message")

    leaves(rep, dana, 10, "the fair")
    rep.goes("/")
    rep.goes(f"/prepare/{dana}")
    expect(page.locator(".picked")).to_contain_text("A last try")
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    page.locator("label.outcome", has_text=re.compile(r"^\s*Left message")).click()
    expect(page.get_by_text("Then they are closed kindly:")).to_be_visible()
    rep.button(re.compile("^Save")).click()
    rep.is_told("Saved on this phone: left message")

    rep.goes(f"/prospect/{dana}")
    expect(page.get_by_text("Closed kindly", exact=True)).to_be_visible()
    expect(page.get_by_text("Not on the call list")).to_be_visible()
    page.get_by_role("button", name="Bring them back").click()
    expect(page.get_by_text("On the call list", exact=True)).to_be_visible()
    rep.has_sent_everything()
    ledger.wait_until(lambda: len(ledger.calls()) == 4, "the messages reach the office")
    assert [call.get("reason", "") for call in ledger.calls()][:3] == ["your gate", "your second shift", "the fair"]


def test_a_colleagues_message_counts_for_whoever_has_the_prospect_now(
    rep: Rep, hires: Callable[[str], Rep], lead: Lead
) -> None:
    rep.adds_prospect(DANA)
    dana = rep.id_of("Dana")
    leaves(rep, dana, 9, "your gate")
    rep.has_sent_everything()
    omar = hires("Omar Reyes")
    omar.opens()
    omar.pairs()

    lead.gives("Dana Whitfield", "Omar Reyes")
    omar.is_up_to_date()
    omar.id_of("Dana")
    omar.goes(f"/prepare/{dana}")

    expect(omar.page.get_by_role("heading", name="1 unreturned message")).to_be_visible()
    expect(omar.page.locator(".reasons")).to_contain_text("by Rosa Vale")
    expect(omar.page.locator(".picked")).to_contain_text("Second message, new reason")
