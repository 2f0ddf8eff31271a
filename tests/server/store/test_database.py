"""The office's file: what is answered for is on the disk, and one bad work spoils no other."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlite_utils import Database

from ringback.store import database
from ringback.store.database import FILE, Store, StoreTrouble, bump
from ringback.store.trouble import told


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as store:
        yield store


def add_office(db: Database, office_id: str = "o") -> str:
    row = [office_id, "Harbor Ovens", "US", "en-US", f"epoch of {office_id}", 0, "2026-11-21T10:15:00.000Z"]
    db.execute("INSERT INTO offices (id, name, country, locale, epoch, seq, made_at) VALUES (?,?,?,?,?,?,?)", row)
    return office_id


def offices(store: Store) -> list[str]:
    with store.reading() as db:
        return [row[0] for row in db.execute("SELECT id FROM offices ORDER BY id")]


def hold(store: Store) -> tuple[threading.Event, Future[None]]:
    """Keep the writer busy until the event is set, so that work gathers behind it."""
    go, begun = threading.Event(), threading.Event()

    def wait(_: Database) -> None:
        begun.set()
        go.wait(10)

    future = store.write(wait)
    begun.wait(10)
    return go, future


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new" / "folder") as store:
        assert store.write(add_office).result() == "o"
    with Store.open(tmp_path / "new" / "folder") as store:
        assert offices(store) == ["o"]


def test_nobody_else_on_the_machine_can_read_what_the_office_holds(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    with Store.open(tmp_path / "data") as store:
        store.write(add_office).result()

        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").glob(f"{FILE}*")}

    assert modes == {FILE: 0o600, f"{FILE}-wal": 0o600, f"{FILE}-shm": 0o600}


def test_the_file_is_kept_so_that_a_commit_survives_a_power_cut(store: Store) -> None:
    with store.reading() as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_a_work_that_fails_takes_nothing_else_with_it(store: Store) -> None:
    go, _ = hold(store)
    before = store.write(lambda db: add_office(db, "before"))
    bad = store.write(lambda db: (add_office(db, "half"), 1 / 0))
    after = store.write(lambda db: add_office(db, "after"))
    go.set()
    assert (before.result(), after.result()) == ("before", "after")
    assert isinstance(bad.exception(), ZeroDivisionError)
    assert offices(store) == ["after", "before"]


def test_works_that_wait_share_one_commit(store: Store) -> None:
    go, _ = hold(store)
    futures = [store.write(partial(add_office, office_id=f"o{n}")) for n in range(10)]
    seen = store.write(lambda db: db.execute("SELECT count(*) FROM offices").fetchone()[0])
    assert offices(store) == []
    go.set()
    assert seen.result() == 10
    assert [future.result() for future in futures] == [f"o{n}" for n in range(10)]


def test_a_commit_that_fails_is_told_to_everybody_who_waits_for_it(store: Store) -> None:
    go, _ = hold(store)
    good = store.write(add_office)
    broken = store.write(lambda db: db.conn.execute("ROLLBACK"))
    go.set()
    assert isinstance(broken.exception(), Exception)
    assert isinstance(good.exception(), StoreTrouble)
    assert offices(store) == []
    assert store.write(add_office).result() == "o"


def test_a_work_that_was_given_up_in_time_does_not_happen(store: Store) -> None:
    go, _ = hold(store)
    assert store.write(add_office).cancel()
    go.set()
    assert store.write(lambda _: "next").result() == "next"
    assert offices(store) == []


def test_closing_finishes_what_was_taken_and_takes_nothing_more(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    go, _ = hold(store)
    futures = [store.write(partial(add_office, office_id=f"o{n}")) for n in range(200)]
    go.set()
    store.close()
    store.close()
    assert all(future.done() for future in futures)
    with pytest.raises(StoreTrouble):
        store.write(add_office)


def test_a_stopped_offices_file_is_all_of_it_though_another_process_has_it_open_as_well(tmp_path: Path) -> None:
    """Whoever makes a backup copies that one file."""
    with Store.open(tmp_path / "data"), Store.open(tmp_path / "data") as stopped:
        stopped.write(add_office).result()
        stopped.close()
        (tmp_path / "copy").mkdir()
        shutil.copy(tmp_path / "data" / FILE, tmp_path / "copy")

    with Store.open(tmp_path / "copy") as copy:
        assert offices(copy) == ["o"]


def test_reading_sees_one_moment_and_cannot_write(store: Store) -> None:
    with store.reading() as db:
        assert db.execute("SELECT count(*) FROM offices").fetchone()[0] == 0
        store.write(add_office).result()
        assert db.execute("SELECT count(*) FROM offices").fetchone()[0] == 0
        with pytest.raises(Exception, match="readonly"):
            add_office(db)
    assert offices(store) == ["o"]


def test_the_counter_only_rises_and_falls_back_with_its_work(store: Store) -> None:
    store.write(add_office).result()
    assert store.write(lambda db: bump(db, "o")).result() == 1
    assert store.write(lambda db: (bump(db, "o", 100), 1 / 0)).exception()
    assert store.write(lambda db: bump(db, "o", 10)).result() == 11


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_damaged_file_is_told_in_a_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(StoreTrouble, match="damaged"):
        Store.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_damage_inside_a_file_is_found_at_the_start(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for n in range(300):
            store.write(partial(add_office, office_id=f"office {n}")).result()
    content = bytearray((tmp_path / FILE).read_bytes())
    content[8192:12288] = b"\x07" * 4096
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(StoreTrouble, match="damaged"):
        Store.open(tmp_path)


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreTrouble, match="cannot write"):
        Store.open(tmp_path / "file")


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    plain = sqlite3.connect(tmp_path / FILE)
    plain.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ringback', 'm9999', '')")
    plain.commit()
    plain.close()
    with pytest.raises(StoreTrouble, match="newer Ringback"):
        Store.open(tmp_path)


def test_an_sqlite_that_can_lose_commits_is_refused() -> None:
    with pytest.raises(StoreTrouble, match=r"3\.51\.2 is too old"):
        database.refuse_old_sqlite((3, 51, 2))
    database.refuse_old_sqlite((3, 51, 3))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("database is locked", "Another program"),
        ("database or disk is full", "disk that holds"),
        ("disk I/O error", "did not work"),
        ("attempt to write a readonly database", "cannot write"),
        ("table calls already exists", "not an office of Ringback"),
        ("something new", "could not be used"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence(said: str, sentence: str) -> None:
    assert sentence in told(sqlite.OperationalError(said), Path("data") / FILE).sentence
