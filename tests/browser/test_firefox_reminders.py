"""A promise rings in Firefox: real encryption, the browser's own push, with the page open, with none, and after a
restart; and a tap on what it shows opens the right brief. Its push service may have forgotten everybody meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser.firefox_desktop import FirefoxDesktop, firefox_desktop
from tests.browser.ledger import Ledger
from tests.browser.mozilla_push import MozillaPush, mozilla_push
from tests.browser.rep import Rep
from tests.browser.stage import Stage
from tests.browser.test_reminders import PROMISES, confirmed, sees_brief, taps, trusts
from tests.browser.test_the_loop_without_signal import DANA, OMAR


@pytest.fixture
def mozilla() -> Iterator[MozillaPush]:
    with mozilla_push() as service:
        yield service


@pytest.fixture
def screen() -> Iterator[FirefoxDesktop]:
    with firefox_desktop() as one:
        yield one


@pytest.fixture
def armed(
    mozilla: MozillaPush, screen: FirefoxDesktop, hires: Callable[[str], Rep], scene: Stage, tmp_path: Path
) -> Rep:
    trusts(scene.office, mozilla.host, mozilla.certificate, tmp_path)
    rosa = hires("Rosa Vale")
    rosa.engine = screen.phone
    rosa.settings = {"firefox_user_prefs": mozilla.settings()}
    rosa.has_notifications_on()
    return rosa


def test_in_firefox_it_rings_and_a_tap_opens_the_brief_with_the_page_open_with_none_and_after_a_restart(
    armed: Rep, mozilla: MozillaPush, screen: FirefoxDesktop, ledger: Ledger
) -> None:
    for one in (DANA, OMAR):
        armed.adds_prospect(one)
    dana, omar = armed.id_of("Dana"), armed.id_of("Omar")
    first = armed.page.evaluate(PROMISES, [dana, 1])
    shown = screen.wait_for("Call Dana Whitfield")
    ledger.wait_until(lambda: confirmed(ledger) == [first], "the office hears that it was shown")
    screen.presses(shown)
    sees_brief(armed, dana, "Dana Whitfield")

    armed.page.goto("about:blank")
    before = subscribed(ledger)
    mozilla.forgets_everybody()
    ledger.wait_until(lambda: subscribed(ledger) != before, "the worker has subscribed anew, and told the office")
    armed.page.goto(armed.origin)
    second = armed.page.evaluate(PROMISES, [omar, 4])
    armed.has_sent_everything()
    armed.page.goto("about:blank")
    ledger.wait_until(lambda: second in confirmed(ledger), "it was shown with no page open")
    taps(armed, screen, screen.wait_for("Call Omar Reyes"))
    sees_brief(armed, omar, "Omar Reyes")

    mozilla.holds = True  # however soon it falls due, nothing comes before the browser is off
    armed.page.evaluate(PROMISES, [dana, 1])
    armed.has_sent_everything()
    armed.closes()
    mozilla.wait_for_one_that_waits()
    armed.switches_on()
    mozilla.lets_go()
    taps(armed, screen, screen.wait_for("Call Dana Whitfield"))
    sees_brief(armed, dana, "Dana Whitfield")


def subscribed(ledger: Ledger) -> list[str]:
    return [row["endpoint"] for row in ledger.rows("SELECT endpoint FROM subscriptions")]
