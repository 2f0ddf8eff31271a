"""One entry that the office cannot take holds back nothing: it is set aside, and both sides see it."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

# Only a lead may, and the phone's own pages never offer it to a rep.
NOT_HIS_TO_RETIRE = f"""
  async () => {{
    const shared = (await {PHONE}.templates()).find((one) => one.owner_id === null)
    await {PHONE}.retireTemplate(shared.id, true)
  }}
"""


def test_the_others_are_kept_and_the_bad_one_is_seen_by_both(rep: Rep, ledger: Ledger, lead: Lead) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.calls("Dana")
    rep.logs("Busy")
    rep.page.evaluate(NOT_HIS_TO_RETIRE)
    rep.calls("Dana")
    rep.logs("Spoke")
    rep.finds_signal()
    rep.has_sent_everything()

    assert [outcome for _, outcome in ledger.outcomes()] == ["busy", "spoke"]
    (aside,) = ledger.rows("SELECT * FROM quarantine")
    assert '"retired"' in aside["raw"], "the office keeps it, word for word"
    rep.reads("1 entry needs a look")
    rep.goes("/settings?part=sync")
    expect(rep.page.get_by_role("main")).to_contain_text(aside["sentence"])
    lead.sees_what_was_set_aside(aside["sentence"])
