"""One entry that the office cannot take holds back nothing: it is set aside, and both sides see it."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

# Only a lead may publish to everybody, and the phone's own pages never offer it to a rep.
NOT_HIS_TO_SAVE = """
  {
    id: crypto.randomUUID(), version_id: crypto.randomUUID(), base: null, shared: true, name: 'For everybody',
    family: 'reason', band: '20', locale: 'en-US', variant_of: null, variant: '', tags: [], note: '',
    sections: [{ kind: 'greeting', text: 'Hello.' }],
  }
"""


def test_the_others_are_kept_and_the_bad_one_is_seen_by_both(rep: Rep, ledger: Ledger, lead: Lead) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.calls("Dana")
    rep.logs("Busy")
    rep.page.evaluate(f"() => {PHONE}.saveTemplate({NOT_HIS_TO_SAVE})")
    rep.calls("Dana")
    rep.logs("Spoke")
    rep.finds_signal()
    rep.has_sent_everything()

    assert [outcome for _, outcome in ledger.outcomes()] == ["busy", "spoke"]
    (aside,) = ledger.rows("SELECT * FROM quarantine")
    assert "For everybody" in aside["raw"], "the office keeps it, word for word"
    rep.reads("1 entry needs a look")
    rep.goes("/settings?part=sync")
    expect(rep.page.get_by_role("main")).to_contain_text(aside["sentence"])
    lead.sees_what_was_set_aside(aside["sentence"])
