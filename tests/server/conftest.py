"""The named cast: a lead, a rep, another rep, and a stranger whom no office knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.cast import Clock, Office, Phone, opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    with opened(tmp_path / "data", clock) as office:
        yield office


@pytest.fixture
def lead(office: Office) -> Phone:
    return office.lead()


@pytest.fixture
def rep(office: Office) -> Phone:
    return office.rep("Sam Okafor")


@pytest.fixture
def another_rep(office: Office) -> Phone:
    return office.rep("Ines Duarte")


@pytest.fixture
def stranger(office: Office) -> Phone:
    return Phone(office)
