"""The stage and the cast of a test: an office with a bad network before it, and reps with phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright
from tests.browser.lead import Lead
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep
from tests.browser.stage import Founded, Stage, found, stage

SCREENS = Path(__file__).resolve().parents[1] / "screens"
failed = pytest.StashKey[bool]()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """For this folder alone: as long as it is up its event loop runs, and other tests have loops of their own."""
    expect.set_options(timeout=20_000)
    with sync_playwright() as p:
        yield p


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return found(tmp_path_factory.mktemp("founded"), "Rosa Vale")


@pytest.fixture
def scene(founded: Founded, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """When it ends, no browser may have complained. A test that failed leaves pictures in tests/screens."""
    with stage(tmp_path, founded) as one:
        yield one
        for k, each in enumerate(one.everybody):
            if request.node.stash.get(failed, False):
                each.keeps_a_picture(SCREENS / f"{request.node.name}-{k}.png")
            assert each.alarms == []


@pytest.fixture
def network(scene: Stage) -> BadNetwork:
    return scene.network


@pytest.fixture
def office(scene: Stage) -> Office:
    return scene.office


@pytest.fixture
def ledger(scene: Stage) -> Ledger:
    return scene.ledger


@pytest.fixture
def hires(scene: Stage, playwright: Playwright) -> Callable[[str], Rep]:
    """`hires("Rosa Vale")` hands somebody a phone that has not been switched on yet."""
    return lambda name: scene.hires(name, playwright)


@pytest.fixture
def lead(scene: Stage, playwright: Playwright) -> Lead:
    return scene.seats_lead(playwright)


@pytest.fixture
def rep(hires: Callable[[str], Rep]) -> Rep:
    """A rep with a paired phone that knows his name and number, online."""
    rosa = hires("Rosa Vale")
    rosa.opens()
    rosa.pairs()
    rosa.introduces_himself()
    return rosa


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":  # type: ignore[attr-defined]
        item.stash[failed] = report.failed  # type: ignore[attr-defined]
    return report
