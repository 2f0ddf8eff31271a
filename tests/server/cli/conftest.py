"""A clone to run the command from, and a folder for its data."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.server.cli.running import Clone, make_clone


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return make_clone(tmp_path_factory.mktemp("clone"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
