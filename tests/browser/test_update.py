"""A phone with yesterday's shell comes to today's in one tap, and what it had not sent yet comes along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect
from tests.browser import older
from tests.browser.rep import Rep
from tests.browser.stage import Stage
from tests.browser.test_the_loop_without_signal import DANA


@pytest.fixture
def hires(scene: Stage, playwright: Playwright, tmp_path: Path) -> Callable[[str], Rep]:
    """The office runs yesterday's Ringback until it is started again."""
    scene.office.stop()
    scene.office.settings["PYTHONPATH"] = str(older.build(tmp_path))
    scene.office.start()
    return lambda name: scene.hires(name, playwright)


def test_one_tap_brings_the_new_version_and_unsent_rows_stay(rep: Rep, scene: Stage) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.is_ready_for_no_signal()
    rep.goes("/")
    expect(rep.page).to_have_title("Yesterday · Ringback")
    scene.office.stop()
    del scene.office.settings["PYTHONPATH"]
    rep.calls("Dana Whitfield")
    rep.logs("Left message")
    waiting = rep.waiting()
    assert waiting > 0

    with scene.network.faulty("refuse"):
        scene.office.start()
        rep.page.reload()
        update = rep.page.get_by_role("button", name="A new version is ready")
        expect(update).to_be_visible()
        expect(rep.page).to_have_title("Yesterday · Ringback")  # offered, never forced
        update.click()
        expect(rep.page).to_have_title("Today · Ringback")
        rep.still_has_waiting(waiting)

    rep.asks_to_send()
    rep.has_sent_everything()
    assert scene.ledger.outcomes() == [("Dana Whitfield", "left_message")]
