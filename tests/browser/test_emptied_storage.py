"""A browser may throw away what a phone keeps and leave its session: the office knows who it is, and what is gone."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import Rep
from tests.browser.test_the_loop_without_signal import DANA


def test_a_phone_whose_storage_was_emptied_gets_its_people_back_without_a_new_invitation(
    rep: Rep, ledger: Ledger
) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()

    rep.loses_its_storage()
    rep.sees_in_history("Dana")
    rep.goes("/settings")
    expect(rep.page.get_by_text(re.compile("storage was emptied")).first).to_be_visible()

    rep.calls("Dana")
    rep.logs("Left message")
    rep.has_sent_everything()
    assert ledger.outcomes() == [("Dana Whitfield", "left_message")]
    assert ledger.rows("SELECT count(*) AS n FROM quarantine")[0]["n"] == 0
    assert ledger.rows("SELECT count(*) AS n FROM devices WHERE lost_at IS NOT NULL")[0]["n"] == 1
