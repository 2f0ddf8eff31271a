"""Every page, for every eye, thumb and keyboard: axe, sizes, reach by Tab, and no scrolling sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Playwright, expect
from tests.browser.lead import Lead
from tests.browser.looking import FINGER, axe_findings, out_of_reach, sideways, too_small
from tests.browser.office import ROOT
from tests.browser.rep import PHONE, Rep
from tests.browser.stage import Founded, stage
from tests.browser.test_the_loop_without_signal import DANA, OMAR

PAGES = [
    "/",
    "/prospects",
    "/prospects/new",
    "/prospects/import",
    "/prospect/DANA",
    "/prospect/DANA/edit",
    "/prospect/OMAR",
    "/brief/DANA",
    "/prepare/DANA",
    "/prepare/OMAR",
    "/read/DANA",
    "/rehearse/DANA",
    "/rehearse/OMAR",
    "/log/DANA",
    "/log/DANA?incoming=1",
    "/templates",
    "/template/FIRST",
    "/template/FIRST/edit",
    "/results",
    "/history",
    "/advice",
    "/settings",
    "/join",
    "/install",
]
PROMISED = f"""
  (prospect_id) => {PHONE}.addFollowUp({{
    prospect_id, call_id: null, supersedes: null, reason: 'Call back as agreed',
    due: '2026-01-15T15:00:00.000Z', wall: '2026-01-15T15:00', zone: 'UTC',
  }})
"""
OFFICE_PAGES = [
    "calls",
    "coach",
    "health",
    "look",
    "people",
    "promises",
    "prospects",
    "rescue",
    "settings",
    "sign-in",
    "templates",
]


@pytest.fixture(scope="module")
def rep(playwright: Playwright, founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rep]:
    """Rosa in the middle of her day: a message left, somebody not to be called, a call under way."""
    with stage(tmp_path_factory.mktemp("day"), founded) as one:
        rosa = one.hires("Rosa Vale", playwright)
        rosa.opens()
        rosa.pairs()
        rosa.introduces_himself()
        rosa.adds_prospect(DANA)
        rosa.adds_prospect(OMAR)
        rosa.page.evaluate(f"(id) => {PHONE}.block(id, 'Asked us to stop')", rosa.id_of("Omar"))
        rosa.page.evaluate(PROMISED, rosa.id_of("Omar"))
        rosa.prepares("Dana")
        rosa.reads_and_hangs_up()
        rosa.logs("Left message", note="Sounded rushed")
        rosa.prepares("Dana")
        rosa.has_sent_everything()
        yield rosa


@pytest.fixture(scope="module")
def lead(playwright: Playwright, rep: Rep, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lead]:
    """At the desk of Rosa's office."""
    one = Lead(playwright, rep.office, tmp_path_factory.mktemp("desk"))
    one.signs_in()
    yield one
    one.puts_away()
    assert one.alarms == []


def visits(rep: Rep, path: str) -> None:
    template = rep.page.evaluate(f"async () => (await {PHONE}.templates())[0].id")
    names = {"DANA": rep.id_of("Dana"), "OMAR": rep.id_of("Omar"), "FIRST": str(template)}
    for name, its_id in names.items():
        path = path.replace(name, its_id)
    rep.goes("/install")
    rep.goes(path)
    rep.page.wait_for_function("(path) => location.hash === '#' + path", arg=path)
    is_there(rep)


def is_there(rep: Rep) -> None:
    """The page has read what it shows, and nothing lies over it."""
    expect(rep.page.get_by_role("heading", level=1)).to_be_visible()
    rep.page.evaluate("document.querySelector('main > *').updateComplete.then(() => true)")
    rep.page.mouse.move(0, 0)  # a word under the pointer stays as long as the pointer does
    expect(rep.page.locator(".toast")).to_have_count(0)


@contextmanager
def seen(rep: Rep | Lead, scheme: str = "light", width: int = 0, text: int = 16) -> Iterator[None]:
    """Dark, narrow, or with the letters that somebody chose in his browser (in px), and back as it was."""
    size = rep.page.viewport_size
    assert size
    letters = rep.page.context.new_cdp_session(rep.page)
    rep.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if width:
        rep.page.set_viewport_size({"width": width, "height": size["height"]})
    letters.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})
    try:
        yield
    finally:
        letters.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        letters.detach()
        rep.page.set_viewport_size(size)
        rep.page.emulate_media(color_scheme=None)


def test_no_page_is_left_out() -> None:
    shapes = re.findall(r"path: '([^']+)'", (ROOT / "web/app/views/routes.ts").read_text())
    shown = [path.split("?")[0] for path in [*PAGES, "/join/TOKEN"]]
    assert [
        shape for shape in shapes if not any(re.fullmatch(shape.replace(":", "[A-Z]+"), path) for path in shown)
    ] == []
    desks = "\n".join(path.read_text() for path in (ROOT / "server/ringback/routes/office").glob("*.py"))
    assert set(re.findall(r'(?:@get\(|HERE = )"/office/([a-z-]+)"', desks)) == set(OFFICE_PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_phone(rep: Rep, path: str) -> None:
    visits(rep, path)
    for scheme in ("light", "dark"):
        with seen(rep, scheme):
            assert axe_findings(rep.page) == [], f"axe, {scheme}"
    assert too_small(rep.page) == [], "a thumb needs 44 px"
    assert sideways(rep.page) == 0
    with seen(rep, width=320):
        assert sideways(rep.page) == 0, "at 320 px"
    with seen(rep, text=32):
        rep.page.reload()
        is_there(rep)
        assert sideways(rep.page) == 0, "with text at 200 %"
    assert out_of_reach(rep.page) == [], "what Tab never comes to"
    assert rep.alarms == []


def test_the_sheet_of_a_promise(rep: Rep) -> None:
    visits(rep, "/")
    rep.button("Later, or another time: Omar Reyes").click()
    sheet = rep.page.get_by_role("dialog")
    sheet.get_by_role("button", name="Pick a time").click()
    for scheme in ("light", "dark"):
        with seen(rep, scheme):
            assert axe_findings(rep.page) == [], f"axe, {scheme}"
    for button in sheet.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= FINGER
    with seen(rep, width=320):
        assert sheet.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0, "at 320 px"
    rep.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(rep.button("Later, or another time: Omar Reyes")).to_be_focused()


@pytest.mark.parametrize("path", OFFICE_PAGES)
def test_a_page_of_the_office(lead: Lead, path: str) -> None:
    lead.goes(f"/office/{path}")
    expect(lead.page.get_by_role("heading", level=1)).to_be_visible()
    for scheme in ("light", "dark"):
        with seen(lead, scheme):
            assert axe_findings(lead.page) == [], f"axe, {scheme}"
    with seen(lead, width=320):
        assert sideways(lead.page) == 0, "at 320 px"
    assert out_of_reach(lead.page) == [], "what Tab never comes to"
    assert lead.alarms == []


def test_a_name_without_a_place_to_break_makes_no_page_of_the_office_wider(lead: Lead) -> None:
    lead.invites("wolfeschlegelsteinhausenbergerdorff@a-very-long-name-of-a-company.example.com")
    invitation = lead.page.url.removeprefix(lead.origin)

    for path in (invitation, "/office/people", "/office/promises"):
        lead.goes(path)
        with seen(lead, width=320):
            assert sideways(lead.page) == 0, path


def test_the_reading_page_at_twice_its_size(rep: Rep) -> None:
    visits(rep, "/read/DANA")
    chunks = rep.page.locator(".chunk").first
    assert float(chunks.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")) >= 24
    rep.button("How you read").click()
    for scheme in ("light", "dark"):
        with seen(rep, scheme):
            assert axe_findings(rep.page) == [], f"axe, {scheme}"
    assert too_small(rep.page) == [], "a thumb needs 44 px"
    larger = rep.button("Larger text")
    while larger.is_enabled():
        larger.click()
    assert float(chunks.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")) >= 48
    with seen(rep, width=320):
        assert sideways(rep.page) == 0
    smaller = rep.button("Smaller text")
    while smaller.is_enabled():
        smaller.click()


def test_with_the_largest_letters_the_clock_and_the_words_of_now_stay_in_sight(rep: Rep) -> None:
    visits(rep, "/read/DANA")
    with seen(rep, text=32):
        rep.page.reload()
        is_there(rep)
        rep.button("Beep").click()
        expect(rep.page.get_by_role("timer")).to_be_in_viewport(ratio=1)
        expect(rep.page.locator(".chunk[aria-current=step]")).to_be_in_viewport(ratio=0.9)
        rep.page.locator(".chunk").last.click()
        expect(rep.page.locator(".chunk").last).to_be_in_viewport(ratio=0.9)
        expect(rep.page.get_by_role("timer")).to_be_in_viewport(ratio=1)
        expect(rep.button("Stop")).to_be_in_viewport(ratio=1)
