"""A promise rings: real encryption, the browser's own push, with the page open and with none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.engines import FLAGS
from tests.browser.google_push import GooglePush, google_push
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import PHONE, Rep
from tests.browser.stage import Stage
from tests.browser.test_the_loop_without_signal import DANA

PROMISES = f"""
  async ([id, seconds]) => {{
    const due = new Date(Date.now() + seconds * 1000).toISOString()
    const promise = {{ due, wall: due.slice(0, 16), zone: 'UTC', reason: 'Asked for a call' }}
    return {PHONE}.addFollowUp({{ prospect_id: id, call_id: null, supersedes: null, ...promise }})
  }}
"""
RINGS = """
  async (title) => (await (await navigator.serviceWorker.ready).getNotifications()).some((one) => one.title === title)
"""
COMES = """
  async (title) => {
    for (;;) {
      const all = await self.registration.getNotifications()
      if (all.some((one) => one.title === title)) return
      await new Promise((again) => setTimeout(again, 100))
    }
  }
"""
TAP = """
  async ([title, action]) => {
    const notification = (await self.registration.getNotifications()).find((one) => one.title === title)
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action }))
  }
"""


@pytest.fixture
def google() -> Iterator[GooglePush]:
    with google_push() as service:
        yield service


@pytest.fixture
def armed(hires: Callable[[str], Rep], scene: Stage, google: GooglePush, tmp_path: Path) -> Rep:
    """A rep whose phone has switched notifications on, and had its test back."""
    reaches(scene.office, scene.network, google, tmp_path)
    rosa = hires("Rosa Vale")
    rosa.settings = {"args": [*FLAGS, *google.flags()], "ignore_default_args": ["--disable-background-networking"]}
    rosa.opens()
    rosa.permits("notifications")
    rosa.pairs()
    rosa.introduces_himself()
    rosa.is_ready_for_no_signal()
    rosa.goes("/settings")
    rosa.button("Switch on").click()
    expect(rosa.page.get_by_text("A test has come back")).to_be_visible(timeout=60_000)
    return rosa


def reaches(office: Office, network: BadNetwork, google: GooglePush, folder: Path) -> None:
    """The office trusts this push service, and is told its address where the browser names Google's."""
    authority = folder / "authority.pem"
    authority.write_text(google.certificate.authority)
    office.stop()
    office.settings |= {"RINGBACK_PUSH_HOSTS": google.host, "SSL_CERT_FILE": str(authority)}
    office.start()

    def told(body: bytes) -> bytes:
        asked = json.loads(body)
        return json.dumps(asked | {"endpoint": google.here(asked["endpoint"])}).encode()

    network.rewrites["/api/push"] = lambda body: told(body) if body else body


def test_a_promise_rings_and_its_button_works_with_no_signal(armed: Rep, ledger: Ledger) -> None:
    armed.adds_prospect(DANA)
    dana = armed.id_of("Dana")
    follow_up = armed.page.evaluate(PROMISES, [dana, 1])
    armed.waits_until(RINGS, "Call Dana Whitfield")
    ledger.wait_until(lambda: confirmed(ledger) == [follow_up], "the office hears that it was shown")
    armed.has_sent_everything()

    armed.loses_signal()
    armed.worker().evaluate(TAP, ["Call Dana Whitfield", "done"])
    armed.page.wait_for_url(f"**/#/brief/{dana}*")
    expect(armed.heading("Dana Whitfield")).to_be_visible()
    armed.reads("Done: Dana Whitfield.")
    assert armed.waiting() == 1

    armed.finds_signal()
    armed.has_sent_everything()
    assert ledger.rows("SELECT state FROM follow_ups") == [{"state": "done"}]


def test_it_rings_with_no_page_open(armed: Rep) -> None:
    armed.adds_prospect(DANA)
    armed.page.evaluate(PROMISES, [armed.id_of("Dana"), 5])
    armed.has_sent_everything()
    armed.page.goto("about:blank")
    armed.worker().evaluate(COMES, "Call Dana Whitfield")


def confirmed(ledger: Ledger) -> list[str]:
    return [
        row["follow_up_id"] for row in ledger.rows("SELECT follow_up_id FROM reminders WHERE confirmed_at IS NOT NULL")
    ]
