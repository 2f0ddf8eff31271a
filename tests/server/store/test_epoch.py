"""An office that was put back from a backup knows it, and says so by a new epoch."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.server.store.test_database import add_office

from ringback.store.database import FILE, MARKER, Store, StoreTrouble, bump
from ringback.store.epoch import Marker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office whose counter stands at 5, closed."""
    folder = tmp_path / "office"
    with Store.open(folder) as store:
        store.write(add_office).result()
        store.write(lambda db: bump(db, "o", 5)).result()
    return folder


def epoch(folder: Path) -> str:
    with Store.open(folder) as store, store.reading() as db:
        return str(db.execute("SELECT epoch FROM offices").fetchone()[0])


def mark(folder: Path, epoch: str, counter: int) -> None:
    (folder / MARKER).write_text(json.dumps({"o": [epoch, counter]}))


def test_a_restart_is_no_new_epoch(folder: Path) -> None:
    assert epoch(folder) == epoch(folder) == "epoch of o"


def test_the_marker_says_what_the_database_holds(folder: Path) -> None:
    assert json.loads((folder / MARKER).read_text()) == {"o": ["epoch of o", 5]}


def test_the_marker_is_written_while_the_office_runs(tmp_path: Path) -> None:
    """Killed later, it would still be known how far it had come."""
    with Store.open(tmp_path, mark_every=0) as store:
        store.write(add_office).result()
        store.write(lambda db: bump(db, "o", 7)).result()
        store.write(lambda _: None).result()
        assert json.loads((tmp_path / MARKER).read_text()) == {"o": ["epoch of o", 7]}


def test_the_office_and_a_command_in_a_terminal_may_mark_at_the_same_moment(folder: Path) -> None:
    def marks(store: Store) -> None:
        with store.reading() as db:
            for _ in range(200):
                Marker(folder / MARKER).write(db)

    with Store.open(folder) as store, ThreadPoolExecutor(2) as both:
        for turn in [both.submit(marks, store) for _ in range(2)]:
            turn.result()

    assert [file.name for file in folder.glob("*.new")] == []
    assert epoch(folder) == "epoch of o"


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(lambda folder: mark(folder, "epoch of o", 6), id="the database is behind its marker"),
        pytest.param(lambda folder: mark(folder, "another", 5), id="the marker is of another database"),
        pytest.param(lambda folder: (folder / MARKER).unlink(), id="the database came alone"),
        pytest.param(lambda folder: (folder / MARKER).write_text("{"), id="the marker is damaged"),
        pytest.param(lambda folder: (folder / MARKER).write_text("[1]"), id="the marker is something else"),
    ],
)
def test_a_database_that_is_not_the_marked_one_starts_a_new_epoch(
    folder: Path, happens: Callable[[Path], object]
) -> None:
    happens(folder)
    new = epoch(folder)
    assert new != "epoch of o"
    assert epoch(folder) == new


def test_a_backup_put_back_over_a_newer_database_starts_a_new_epoch(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / FILE, tmp_path / "backup")
    with Store.open(folder) as store:
        store.write(lambda db: bump(db, "o")).result()
    shutil.copy(tmp_path / "backup", folder / FILE)
    assert epoch(folder) != "epoch of o"


def holds_no_office(file: Path) -> None:
    file.unlink()
    with Store.open(file.parent / "another"):
        pass
    shutil.copy(file.parent / "another" / FILE, file)


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="emptied"),
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(holds_no_office, id="without an office"),
    ],
)
def test_an_office_that_is_lost_is_not_silently_begun_anew(folder: Path, happens: Callable[[Path], object]) -> None:
    shutil.copy(folder / FILE, folder / "backup")
    happens(folder / FILE)
    (folder / f"{FILE}-wal").write_bytes(b"What was written last.")
    before = contents(folder)

    with pytest.raises(StoreTrouble, match="remembers an office") as refused:
        Store.open(folder)

    assert str(folder / MARKER) in refused.value.sentence
    if happens is not holds_no_office:  # there SQLite has to look into the file, and so into its log
        assert contents(folder) == before
    assert json.loads((folder / MARKER).read_text()) == {"o": ["epoch of o", 5]}
    shutil.copy(folder / "backup", folder / FILE)
    (folder / f"{FILE}-wal").unlink(missing_ok=True)
    assert epoch(folder) == "epoch of o"


def test_a_new_office_may_be_begun_once_the_marker_of_the_lost_one_is_away(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / MARKER).rename(folder / "old marker")
    with Store.open(folder) as store:
        assert store.write(add_office).result() == "o"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
