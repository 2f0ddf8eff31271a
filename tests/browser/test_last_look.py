"""Today is on the screen before the databases are open, as it was last; and never as it is no longer."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

NEVER_OPEN = """
  IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => {} } })
"""
KEPT = "() => localStorage.getItem('ringback-today') !== null"
RENAMES = f"""
  async (id) => {{
    const kept = []
    const hear = () => kept.push(localStorage.getItem('ringback-today'))
    {PHONE}.changes.addEventListener('change', hear, {{ once: true }})
    await {PHONE}.editProspect(id, {{ first_name: 'Diana' }})
    return kept
  }}
"""


def test_today_is_there_before_the_databases_are_open(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.goes("/")
    expect(rep.page.get_by_role("link", name="Prepare Dana Whitfield")).to_be_visible()
    rep.is_ready_for_no_signal()
    rep.waits_until(KEPT)
    rep.closes()
    rep.opens(offline=True, script=NEVER_OPEN)
    expect(rep.page.get_by_role("link", name="Prepare Dana Whitfield")).to_be_visible()
    expect(rep.page.get_by_text("Nothing waits to be sent")).to_be_visible()


def test_what_changed_is_forgotten_before_anybody_hears_of_the_change(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.goes("/prospects")
    rep.waits_until(KEPT)
    assert rep.page.evaluate(RENAMES, rep.id_of("Dana")) == [None]
    rep.waits_until("() => localStorage.getItem('ringback-today')?.includes('Diana')")
