"""Wherever the command's words go: to a reader that leaves early, or to a terminal that knows few letters."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.server.cast import START
from tests.server.cli.running import Clone

from ringback import founding
from ringback.store import members
from ringback.store.database import Store


@pytest.fixture
def office(data: Path) -> Path:
    """It has a member whose name is not in ASCII."""
    with Store.open(data) as store:
        office_id = founding.open_office(store, START).office.id
        store.write(lambda db: members.add(db, office_id, name="Zoë Brandt", role="rep", now=START)).result()
    return data


@pytest.mark.parametrize("unbuffered", ["1", ""])
def test_a_reader_that_left_is_no_trouble(clone: Clone, office: Path, unbuffered: str) -> None:
    """Noticed in the middle of a line, or only when the last of it is handed over."""
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "wb") as pipe:
        done = subprocess.run(
            clone.command("export"),
            env=clone.environ(RINGBACK_DATA=str(office), PYTHONUNBUFFERED=unbuffered),
            cwd=clone.root,
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert (done.returncode, done.stderr) == (141, b"")


def test_a_terminal_of_few_letters_gets_the_link_and_the_code_without_the_picture(clone: Clone, data: Path) -> None:
    with clone.serving(data=data, PYTHONIOENCODING="ascii") as running:
        said = running.said

    assert "/#/join/" in said
    assert "Or this code, typed in the app: " in said
    assert "\\u" not in said


def test_everything_is_exported_to_a_terminal_of_few_letters(clone: Clone, office: Path) -> None:
    done = clone.run("export", RINGBACK_DATA=str(office), PYTHONIOENCODING="ascii")

    names = [json.loads(line).get("name") for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert "Zoë Brandt" in names


def test_somebody_is_invited_from_a_terminal_of_few_letters(clone: Clone, office: Path) -> None:
    done = clone.run("invite", "Zoë Brandt", RINGBACK_DATA=str(office), PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (0, "")
    assert "This link lets Zo\\xeb Brandt (rep) in" in done.stdout
