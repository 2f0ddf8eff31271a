"""Firefox and WebKit load the app, keep it, and work with the office switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Playwright, expect
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from tests.browser.engines import program, webkit
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork

CONTROLLED = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


def test_firefox_works_with_the_office_switched_off(
    playwright: Playwright, network: BadNetwork, office: Office
) -> None:
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=program("firefox-esr"))
    try:
        page = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-US").new_page()
        page.goto(network.origin)
        expect(page.get_by_role("heading", name="Today")).to_be_visible()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        office.stop()
        page.goto(f"{network.origin}/#/prospects/new")
        page.reload()
        page.get_by_label("First name", exact=True).fill("Dana")
        page.get_by_label("Last name", exact=True).fill("Whitfield")
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("heading", name="Dana Whitfield")).to_be_visible()
        page.goto(f"{network.origin}/#/")
        page.reload()
        page.get_by_role("searchbox").first.fill("whi")
        expect(page.get_by_text("Dana Whitfield").first).to_be_visible()
    finally:
        browser.close()


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")  # selenium warns of itself
def test_webkit_works_with_the_office_switched_off(network: BadNetwork, office: Office) -> None:
    with webkit() as driver:
        soon = WebDriverWait(driver, 30)
        driver.get(network.origin)
        soon.until(lambda d: d.find_element(By.TAG_NAME, "h1").text == "Today")
        driver.execute_async_script("navigator.serviceWorker.ready.then(() => arguments[0](1))")
        office.stop()
        driver.get(f"{network.origin}/#/prospects/new")
        driver.refresh()
        soon.until(lambda d: d.find_elements(By.NAME, "first_name"))
        driver.find_element(By.NAME, "first_name").send_keys("Dana")
        driver.find_element(By.NAME, "last_name").send_keys("Whitfield")
        driver.find_element(By.CSS_SELECTOR, "button[type=submit]").click()
        soon.until(lambda d: "/new" not in d.current_url)
        driver.get(f"{network.origin}/#/")
        driver.refresh()
        soon.until(lambda d: d.find_elements(By.CSS_SELECTOR, "input[type=search]"))
        driver.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys("whi")
        soon.until(lambda d: "Dana Whitfield" in d.find_element(By.TAG_NAME, "main").text)
