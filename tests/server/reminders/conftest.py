"""The cast: a rep with a phone, the same rep's tablet, and another rep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.reminders.cast import Device, Team, team_at_work


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with team_at_work(tmp_path / "office") as team:
        yield team


@pytest.fixture
def rep(team: Team) -> Device:
    return team.hires()


@pytest.fixture
def tablet(team: Team, rep: Device) -> Device:
    """The rep's second device, which he has not touched for longer."""
    other = team.device(rep.phone.member)
    team.desk.later(seconds=1)
    rep.is_seen()
    return other


@pytest.fixture
def another_rep(team: Team) -> Device:
    return team.hires("Ines Duarte")
