"""What a phone says it has saved, it has; where it cannot save, it says so before anything is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

NO_STORAGE = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })"
STORAGE_FAILS = """
  IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError') }
"""
# A set of its own, which goes through two names before the office forgets all of it.
RENAMED_THEN_RESTORED = f"""async () => {{
  const outbox = new ({PHONE}.local.outbox.constructor)('renamed', () => 'z')
  const writes = (id, at) => outbox.add([{{ kind: 'prospect.edit', body: {{ id, edits: [] }} }}], `2026-11-2${{at}}`)
  const waits = () => outbox.peek(9, 9999)
  const sends = async () => outbox.settle((await waits()).map(({{ n }}) => ({{ n, status: 'ok', rev: n }})), 0, '')
  await writes('one', 0)
  await writes('two', 1)
  await sends()
  await outbox.renumber('a')
  await writes('three', 2)
  await sends()
  await writes('four', 3)
  await outbox.reset('restored', {{ held: [], others: [{{ device: 'z', held: [[1, 1]] }}] }})
  const {{ strays, waiting }} = await outbox.state()
  await outbox.renumber('m')
  const after = await outbox.state()
  const turns = (await waits()).map(({{ n, body }}) => `${{n}} ${{body.id}}`)
  return [strays, waiting, after.strays, after.next_n, ...turns]
}}"""

# Rows of its own: a prospect with three calls goes to somebody else, another one is deleted.
GIVEN_AWAY = f"""async () => {{
  const rows = new ({PHONE}.local.rows.constructor)('given', async () => 'me')
  const made = {{ kind: 'call', made_at: '2026-11-20' }}
  const call = (id, seq, prospect_id, rep_id) => ({{ ...made, id, seq, prospect_id, rep_id }})
  const prospect = (id, seq, more) => ({{ kind: 'prospect', id, seq, ...more }})
  const calls = [call('mine', 3, 'ann', 'me'), call('his', 4, 'ann', 'kim'), call('of bo', 5, 'bo', 'kim')]
  await rows.take({{ rows: [prospect('ann', 1), prospect('bo', 2), ...calls], cursor: 5, more: false }})
  const gone = [prospect('bo', 6, {{ gone: 'deleted' }}), prospect('ann', 7, {{ gone: 'assigned', to: 'kim' }})]
  await rows.take({{ rows: gone, cursor: 7, more: false }})
  return rows.db.read(async (db) => [...await db.getAllKeys('prospects'), ...await db.getAllKeys('calls')])
}}"""


def test_what_a_phone_keeps_when_the_office_is_restored_and_when_a_prospect_is_given_away(rep: Rep) -> None:
    rep.is_ready_for_no_signal()
    turns = rep.page.evaluate(RENAMED_THEN_RESTORED)
    assert turns == [True, 3, False, 4, "1 two", "2 three", "3 four"], "what was sent under an earlier name comes first"
    assert rep.page.evaluate(GIVEN_AWAY) == ["mine", "of bo"], "calls of colleagues go with the prospect, own ones stay"


def test_the_battery_is_pulled_right_after_saved(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    rep.is_ready_for_no_signal()
    rep.loses_signal()
    rep.calls("Dana Whitfield")
    rep.logs("Left message")
    rep.dies()

    rep.opens(offline=True)
    rep.sees_in_history("Dana Whitfield", "Left message")
    rep.finds_signal()
    rep.pairs()  # the crash may have taken the youngest cookies, and with them the session
    ledger.wait_until(lambda: len(ledger.calls()) == 1, "the entry reaches the office after the crash")
    assert ledger.outcomes() == [("Dana Whitfield", "left_message")]


def test_a_full_phone_says_so_and_loses_nothing(rep: Rep, ledger: Ledger) -> None:
    rep.adds_prospect(DANA)
    rep.has_sent_everything()
    rep.is_ready_for_no_signal()
    rep.has_no_room_left(at=f"/log/{rep.id_of('Dana')}")
    expect(rep.heading("What happened?")).to_be_visible()
    rep.tries_to_log("Left message", note="x" * 4000)
    said = rep.page.get_by_role("alert")
    expect(said).to_contain_text("no room left")
    expect(said).to_contain_text("What you chose here is kept")
    rep.has_room_again()
    rep.button(re.compile("^Save")).click()
    rep.is_told("Saved on this phone: left message")
    rep.finds_signal()
    ledger.wait_until(lambda: len(ledger.calls()) == 1, "the entry reaches the office once there is room")
    assert ledger.calls()[0]["note"] == "x" * 4000, "what was typed before the phone was full is kept"


def test_a_browser_that_keeps_nothing_says_so_before_anything_is_typed(hires: Callable[[str], Rep]) -> None:
    for script in (NO_STORAGE, STORAGE_FAILS):
        rep = hires("Rosa Vale")
        rep.opens(script=script)
        rep.reads("Ringback cannot keep anything here")
        assert rep.page.get_by_role("textbox").count() == 0
        assert rep.page.get_by_role("searchbox").count() == 0


def test_what_is_being_typed_into_the_settings_is_kept_when_the_app_goes_out_of_sight(rep: Rep) -> None:
    rep.goes("/settings")
    rep.page.get_by_label("Your company, as you say it", exact=True).fill("Vale and Sons")
    rep.comes_back_to_the_app()
    rep.waits_until(f"async () => (await {PHONE}.profile()).company === 'Vale and Sons'")
    rep.page.get_by_label("Number to call back", exact=True).fill("(212) 555-0109")
    rep.comes_back_to_the_app()
    rep.waits_until(f"async () => (await {PHONE}.profile()).number === '+12125550109'")
