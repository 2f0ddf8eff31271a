"""The browser itself says that Ringback can be installed. A page that has not come yet is said to be on its way."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep

SIZE = """
  async (src) => {
    const picture = await createImageBitmap(await (await fetch(src)).blob())
    return `${picture.width}x${picture.height}`
  }
"""


def test_the_browser_would_install_it(rep: Rep) -> None:
    rep.is_ready_for_no_signal()
    assert rep.context
    cdp = rep.context.new_cdp_session(rep.page)
    assert cdp.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest = cdp.send("Page.getAppManifest")
    assert manifest["errors"] == []


def test_every_picture_that_the_manifest_names_is_there(rep: Rep) -> None:
    manifest = rep.page.evaluate("fetch('/manifest.webmanifest').then((answer) => answer.json())")
    pictures = [*manifest["icons"], *manifest["screenshots"]]
    assert any(picture.get("purpose") == "maskable" for picture in pictures)
    assert {picture["form_factor"] for picture in manifest["screenshots"]} == {"narrow", "wide"}
    for picture in pictures:
        if picture["type"] == "image/png":
            assert rep.page.evaluate(SIZE, picture["src"]) == picture["sizes"], picture["src"]
    for shortcut in manifest["shortcuts"]:
        rep.page.goto(rep.origin + shortcut["url"])
        rep.page.get_by_role("main").wait_for()


def test_each_machine_is_told_its_own_way_to_the_home_screen(rep: Rep) -> None:
    rep.goes("/install")
    steps = rep.page.get_by_label("Steps", exact=True)
    ways = {"iPhone": "Add to Home Screen", "Android": "three points", "Computer": "address bar"}
    for machine, way in ways.items():
        rep.button(machine).click()
        expect(steps).to_contain_text(way)
        for other in set(ways.values()) - {way}:
            expect(steps).not_to_contain_text(other)


def test_a_page_whose_code_is_late_or_lost_says_so(hires: Callable[[str], Rep], network: BadNetwork) -> None:
    rosa = hires("Rosa Vale")
    with network.faulty("refuse", "/assets/page-"):
        rosa.opens()
        rosa.goes("/prospects")
        expect(rosa.heading("This page is not here yet")).to_be_visible()
    with network.faulty("hang", "/assets/page-"):
        rosa.goes("/")
        rosa.goes("/settings")
        expect(rosa.heading("This page is on its way")).to_be_visible()
    rosa.goes("/")
    rosa.goes("/settings")
    expect(rosa.heading("Settings")).to_be_visible()
