"""Lighthouse finds nothing to object to on the phone's first page."""

from __future__ import annotations

import pytest
from tests.browser.lighthouse import audit, complaints, scores
from tests.browser.proxy import BadNetwork


@pytest.mark.usefixtures("office")
def test_accessibility_and_best_practices_are_at_a_hundred(network: BadNetwork) -> None:
    report = audit(network.origin, throttling="provided", categories=("accessibility", "best-practices"))
    assert complaints(report) == []
    assert scores(report) == {"accessibility": 100, "best-practices": 100}
