"""A rate without enough messages behind it is shown as not known yet."""

from __future__ import annotations

import re

from tests.browser.rep import Rep
from tests.browser.test_the_loop_without_signal import DANA


def test_one_message_is_not_enough_for_a_rate(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.goes("/results")
    rep.reads(re.compile("Not known yet|not enough yet", re.IGNORECASE))
    assert not re.search(r"\d+\s*%", rep.page.get_by_role("main").inner_text()), "no rate is pretended"


def test_without_any_message_the_page_says_how_to_begin(rep: Rep) -> None:
    rep.goes("/results")
    rep.reads("No messages to count yet")
