"""Prospects come in by file, each of them once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.ledger import Ledger
from tests.browser.rep import PHONE, Rep

CSV = """Full name;Firm;Telephone;Remark;Do not call
Dana Whitfield;Mill Lane Tools;(212) 555-0142;"met in Leeds; likes mornings";no
Omar Reyes;Harbour Foods;312 555 0117;;Asked by letter
Nobody;;not a number;;
"""
VCARD = """BEGIN:VCARD
VERSION:3.0
N:Okafor;Ada;;;
FN:Ada Okafor
ORG:Quarry Supply
TEL;TYPE=WORK:+1 617 555 0133
END:VCARD
"""
# Reading further down the list takes as long as the test wants it to.
SLOW_FURTHER_DOWN = f"""
  () => {{
    const phone = {PHONE}
    const real = phone.prospects.bind(phone)
    const held = new Promise((resolve) => (globalThis.letGo = resolve))
    phone.prospects = async (offset, limit) => {{
      const answer = await real(offset, limit)
      if (offset + limit > 50) globalThis.asked = true
      if (offset > 0) await held
      return answer
    }}
  }}
"""

# Of two thousand who are here the first thousand has been read when it lets go.
SLOW_TO_SAY_WHO_IS_HERE = f"""
  () => {{
    const held = new Promise((resolve) => (globalThis.letGo = resolve))
    {PHONE}.prospects = async (offset) => {{
      await held
      return {{ lines: [], total: 2000 }}
    }}
  }}
"""


def brings(rep: Rep, file: Path) -> None:
    rep.goes("/prospects")
    expect(rep.heading("Prospects")).to_be_visible()
    rep.goes("/prospects/import")
    rep.page.locator("rb-import input[type=file]").set_input_files(file)
    rep.button(re.compile("^Check")).click()
    rep.reads("Nothing has been added yet")


def test_a_file_that_comes_twice_doubles_nobody(rep: Rep, ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "from a spreadsheet.csv"
    file.write_text(CSV, encoding="utf-8")
    brings(rep, file)
    rep.button(re.compile("^Add 2|^Add 3")).click()
    rep.reads(re.compile(r"\d prospects added"))
    rep.has_sent_everything()
    dana = ledger.prospect("Whitfield")["fields"]
    assert (dana["phone"], dana["company"]) == ("+12125550142", "Mill Lane Tools")
    assert dana["zone"] == "America/New_York", "the number says where he is"
    omar = ledger.prospect("Reyes")
    assert (omar["blocked_at"] is not None, omar["blocked_why"]) == (True, "Asked by letter")
    assert ledger.prospect("Whitfield")["blocked_at"] is None
    held = len(ledger.prospects())

    brings(rep, file)
    expect(rep.button(re.compile("^Add "))).to_have_count(0)
    rep.has_sent_everything()
    assert len(ledger.prospects()) == held


def test_who_is_here_already_and_asks_not_to_be_called_is_marked(rep: Rep, ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "stops.csv"
    file.write_text("Full name,Do not call\nDana Whitfield,no\nOmar Reyes,no\n", encoding="utf-8")
    brings(rep, file)
    rep.button("Add 2 prospects").click()
    rep.reads("2 prospects added.")
    file.write_text("Full name,Do not call\nDana Whitfield,Asked by letter\nAda Okafor,\n", encoding="utf-8")
    brings(rep, file)
    rep.reads("One who is here already asked not to be called")
    rep.button("Add 1 prospect, mark 1").click()
    rep.reads("1 prospect added. 1 marked")
    rep.has_sent_everything()
    assert [ledger.prospect(name)["blocked_why"] for name in ("Whitfield", "Reyes", "Okafor")] == [
        "Asked by letter", None, None,
    ]  # fmt: skip


def test_cards_of_an_address_book_come_in(rep: Rep, ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "cards.vcf"
    file.write_text(VCARD, encoding="utf-8")
    brings(rep, file)
    rep.button("Add 1 prospect").click()
    rep.reads("1 prospect added")
    rep.has_sent_everything()
    ada = ledger.prospect("Okafor")["fields"]
    assert (ada["first_name"], ada["company"], ada["phone"]) == ("Ada", "Quarry Supply", "+16175550133")


def test_who_leaves_while_they_come_gets_them_all(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("First name,Company\n" + "".join(f"Rep {n},Shop {n}\n" for n in range(450)), encoding="utf-8")
    brings(rep, file)
    expect(rep.button("Add 450 prospects")).to_be_visible()
    rep.page.evaluate("document.querySelector('rb-import .thumb .primary').click(); location.hash = '#/results'")
    rep.is_told("450 prospects added.")
    expect(rep.heading("Results")).to_be_visible()
    assert rep.page.evaluate(f"async () => (await {PHONE}.prospects(0, 1)).total") == 450


def test_checking_that_is_stopped_says_of_nobody_that_he_is_new(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "stopped.csv"
    file.write_text("First name,Last name\nDana,Whitfield\n", encoding="utf-8")
    rep.goes("/prospects/import")
    rep.page.evaluate(SLOW_TO_SAY_WHO_IS_HERE)
    rep.page.locator("rb-import input[type=file]").set_input_files(file)
    rep.button("Check 1 line").click()
    rep.button("Stop").click()
    rep.page.evaluate("letGo()")
    expect(rep.button("Check 1 line")).to_be_visible()


def test_a_list_that_changes_while_it_is_scrolled_shows_everybody_once(rep: Rep) -> None:
    many = [{"first_name": f"Rep {n}", "company": "Mill Lane Tools"} for n in range(120)]
    rep.page.evaluate(f"(many) => {PHONE}.addProspects(many)", many)
    rep.has_sent_everything()
    rep.page.evaluate(SLOW_FURTHER_DOWN)
    rep.goes("/prospects")
    rows = rep.page.locator("rb-prospects .list > li")
    rows.nth(49).scroll_into_view_if_needed()
    rep.waits_until("() => globalThis.asked")
    rep.page.evaluate(f"{PHONE}.changes.dispatchEvent(new CustomEvent('change', {{ detail: {{ kinds: [] }} }}))")
    expect(rows).to_have_count(100)
    rep.page.evaluate("letGo()")
    rows.nth(99).scroll_into_view_if_needed()
    expect(rows).to_have_count(120)
    assert len(set(rows.locator(".row-title").all_text_contents())) == 120


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 50])
def test_a_file_that_is_no_list_is_refused_in_a_sentence(rep: Rep, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    rep.goes("/prospects/import")
    box = rep.page.locator("rb-import input[type=file]")
    box.set_input_files(file)
    expect(rep.page.get_by_role("alert").or_(rep.page.get_by_text("Say which column holds"))).to_be_visible()
    if box.count():
        assert box.input_value() == "", "a browser says nothing when the same file is chosen again"


def test_who_leaves_the_form_at_once_is_not_pulled_back_when_it_is_saved(rep: Rep, ledger: Ledger) -> None:
    rep.goes("/prospects/new")
    rep.page.get_by_label("First name", exact=True).fill("Dana")
    rep.page.get_by_label("Last name", exact=True).fill("Whitfield")
    rep.page.evaluate("document.querySelector('form [type=submit]').click(); location.hash = '#/results'")
    rep.reads("Saved on this phone.")
    expect(rep.heading("Results")).to_be_visible()
    rep.has_sent_everything()
    assert ledger.prospect("Whitfield")["fields"]["first_name"] == "Dana"
