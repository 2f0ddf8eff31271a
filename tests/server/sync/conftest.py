"""The cast: a lead, a rep with two phones, another rep, and a stranger's office on the same machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.sync.cast import Desk, Phone, opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path / "office") as desk:
        yield desk


@pytest.fixture
def lead(desk: Desk) -> Phone:
    return desk.phone(desk.hire("Dana Whitlock", "lead"))


@pytest.fixture
def rep(desk: Desk) -> Phone:
    return desk.phone(desk.hire("Sam Okafor"))


@pytest.fixture
def rep_second_phone(desk: Desk, rep: Phone) -> Phone:
    return desk.phone(rep.member)


@pytest.fixture
def other_rep(desk: Desk) -> Phone:
    return desk.phone(desk.hire("Ines Duarte"))
