"""The stage and the cast: an office with a bad network before it, and reps with phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright
from tests.browser.ledger import Ledger
from tests.browser.office import Office
from tests.browser.proxy import BadNetwork
from tests.browser.rep import Rep

SCREENS = Path(__file__).resolve().parents[1] / "screens"
failed = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as p:
        p.selectors.set_test_id_attribute("id")
        yield p


@pytest.fixture
def network() -> Iterator[BadNetwork]:
    between = BadNetwork()
    yield between
    between.end()


@pytest.fixture
def office(network: BadNetwork, tmp_path: Path) -> Iterator[Office]:
    one = Office(tmp_path / "data", network.origin)
    network.leads_to(one.port, one.kill)
    one.start()
    yield one
    one.kill()


@pytest.fixture
def ledger(office: Office) -> Ledger:
    return Ledger(office.data)


@pytest.fixture
def hires(
    playwright: Playwright, network: BadNetwork, office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], Rep]]:
    """`hires("Rosa Vale")` hands somebody a phone that has not been opened yet."""
    team: list[Rep] = []

    def hire(name: str) -> Rep:
        team.append(Rep(name, playwright, network, office, tmp_path / f"phone-{len(team)}"))
        return team[-1]

    yield hire
    for rep in team:
        if request.node.stash.get(failed, False):
            rep.keeps_a_picture(SCREENS / f"{request.node.name}-{rep.name}.png")
        rep.puts_away()
    for rep in team:
        assert rep.alarms == [], f"the browser complained on {rep.name}'s phone"


@pytest.fixture
def rep(hires: Callable[[str], Rep]) -> Rep:
    """A rep with a paired phone, online, on Today."""
    rosa = hires("Rosa Vale")
    rosa.opens()
    rosa.pairs()
    return rosa


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":  # type: ignore[attr-defined]
        item.stash[failed] = report.failed  # type: ignore[attr-defined]
    return report
