"""A promise rings: real encryption, the browser's own push, with the page open, with none, and after a restart; and
what somebody presses on his screen comes about."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.desktop import Desktop, Shown, desktop
from tests.browser.engines import FLAGS
from tests.browser.firefox_desktop import FirefoxDesktop
from tests.browser.google_push import GooglePush, google_push
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import PHONE, Rep
from tests.browser.stage import Stage
from tests.browser.test_the_loop_without_signal import DANA, OMAR
from tests.server.reminders.certificates import Certificate

PROMISES = f"""
  async ([id, seconds]) => {{
    const due = new Date(Date.now() + seconds * 1000).toISOString()
    const promise = {{ due, wall: due.slice(0, 16), zone: 'UTC', reason: 'Asked for a call' }}
    return {PHONE}.addFollowUp({{ prospect_id: id, call_id: null, supersedes: null, ...promise }})
  }}
"""


@pytest.fixture
def google() -> Iterator[GooglePush]:
    with google_push() as service:
        yield service


@pytest.fixture
def screen() -> Iterator[Desktop]:
    with desktop() as one:
        yield one


@pytest.fixture
def rosa(google: GooglePush, screen: Desktop, hires: Callable[[str], Rep], scene: Stage, tmp_path: Path) -> Rep:
    """A rep with a phone that may show notifications, and asks for none yet."""
    reaches(scene.office, scene.network, google, tmp_path)
    rosa = hires("Rosa Vale")
    rosa.settings = {
        "args": [*FLAGS, *google.flags()],
        "ignore_default_args": ["--disable-background-networking"],
        "env": os.environ | screen.environment,
    }
    rosa.has_permitted("notifications")
    return rosa


@pytest.fixture
def armed(rosa: Rep) -> Rep:
    """Her phone has switched notifications on, and had its test back."""
    rosa.has_notifications_on()
    return rosa


def reaches(office: Office, network: BadNetwork, google: GooglePush, folder: Path) -> None:
    """The office is told this service's address where the browser names Google's."""
    trusts(office, google.host, google.certificate, folder)

    def told(body: bytes) -> bytes:
        asked = json.loads(body)
        return json.dumps(asked | {"endpoint": google.here(asked["endpoint"])}).encode()

    network.rewrites["/api/push"] = lambda body: told(body) if body else body


def trusts(office: Office, host: str, made: Certificate, folder: Path) -> None:
    """Starts the office again as one whose operator has named this push service."""
    authority = folder / "authority.pem"
    authority.write_text(made.authority)
    office.stop()
    office.settings |= {"RINGBACK_PUSH_HOSTS": host, "SSL_CERT_FILE": str(authority)}
    office.start()


def test_a_promise_rings_and_its_button_works_with_no_signal(armed: Rep, screen: Desktop, ledger: Ledger) -> None:
    armed.adds_prospect(DANA)
    dana = armed.id_of("Dana")
    follow_up = armed.page.evaluate(PROMISES, [dana, 1])
    shown = screen.wait_for("Call Dana Whitfield")
    ledger.wait_until(lambda: confirmed(ledger) == [follow_up], "the office hears that it was shown")
    armed.has_sent_everything()

    armed.loses_signal()
    screen.presses(shown, "Done")
    sees_brief(armed, dana, "Dana Whitfield")
    armed.reads("Done: Dana Whitfield.")
    assert armed.waiting() == 1

    armed.finds_signal()
    armed.has_sent_everything()
    assert ledger.rows("SELECT state FROM follow_ups") == [{"state": "done"}]


def test_it_rings_with_no_page_open_and_after_a_restart_and_a_tap_opens_the_brief_with_no_signal(
    armed: Rep, google: GooglePush, screen: Desktop
) -> None:
    for one in (DANA, OMAR):
        armed.adds_prospect(one)
    dana, omar = armed.id_of("Dana"), armed.id_of("Omar")
    armed.page.evaluate(PROMISES, [omar, 4])
    armed.has_sent_everything()
    armed.page.goto("about:blank")
    shown = screen.wait_for("Call Omar Reyes")
    armed.loses_signal()
    taps(armed, screen, shown)
    sees_brief(armed, omar, "Omar Reyes")

    armed.finds_signal()
    google.holds = True  # however soon it falls due, nothing comes before the browser is off
    armed.page.evaluate(PROMISES, [dana, 1])
    armed.has_sent_everything()
    armed.closes()
    google.wait_for_one_that_waits()
    google.holds = False
    armed.switches_on()
    shown = screen.wait_for("Call Dana Whitfield")
    armed.loses_signal()
    taps(armed, screen, shown)
    sees_brief(armed, dana, "Dana Whitfield")


def test_a_push_service_that_never_answers_is_given_up_holds_up_nothing_and_is_asked_again_by_the_same_button(
    rosa: Rep, google: GooglePush
) -> None:
    google.silent = True
    rosa.opens()
    rosa.pairs()
    rosa.introduces_himself()
    rosa.is_ready_for_no_signal()
    rosa.page.clock.install()
    rosa.goes("/settings")
    rosa.button("Switch on").click()
    google.wait_for_unanswered(1)
    rosa.reads("Waiting for the test")
    rosa.button("Make an address").click()
    rosa.reads("No calendar has read it yet.")
    rosa.reads("Waiting for the test")
    rosa.page.clock.fast_forward(30_000)
    expect(rosa.page.get_by_role("alert")).to_contain_text("could not reach its push service. Nothing was changed.")

    rosa.button("Switch on").click()
    rosa.reads("Waiting for the test")
    rosa.adds_prospect(DANA)  # on another page, which goes on as ever
    rosa.has_sent_everything()
    rosa.page.clock.fast_forward(30_000)
    rosa.is_told("could not reach its push service")

    google.silent = False
    rosa.switches_notifications_on()


def taps(rep: Rep, screen: Desktop | FirefoxDesktop, shown: Shown) -> None:
    """On a notification, with no page of the app open: one opens, and is looked at from then on."""
    assert rep.context
    with rep.context.expect_page() as opened:
        screen.presses(shown)
    rep.page = opened.value


def sees_brief(rep: Rep, prospect: str, name: str) -> None:
    rep.page.wait_for_url(f"**/#/brief/{prospect}*")
    expect(rep.heading(name)).to_be_visible()


def confirmed(ledger: Ledger) -> list[str]:
    return [
        row["follow_up_id"] for row in ledger.rows("SELECT follow_up_id FROM reminders WHERE confirmed_at IS NOT NULL")
    ]
