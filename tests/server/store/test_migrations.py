"""Every step of the file's shape, from an empty file on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlite_utils import Database

from ringback.store import set_aside
from ringback.store.database import Store, connect
from ringback.store.migrations import migrations

STEPS = [step.name for step in migrations.pending(Database(memory=True))]


def tables(db: Database) -> set[str]:
    return {name for name in db.table_names() if not name.startswith(("_", "sqlite_"))}


def test_steps_are_numbered_in_their_order() -> None:
    assert [int(name[1:5]) for name in STEPS] == list(range(1, len(STEPS) + 1))


@pytest.mark.parametrize("step", STEPS)
def test_an_office_that_stopped_before_a_step_is_brought_up_to_date(tmp_path: Path, step: str) -> None:
    db = connect(tmp_path / "ringback.sqlite3")
    migrations.apply(db, stop_before=step)
    db.conn.close()
    with Store.open(tmp_path) as store, store.reading() as db:
        assert [done.name for done in migrations.applied(db)] == STEPS


def test_the_first_step_makes_an_office(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, store.reading() as db:
        assert {"offices", "members", "devices", "operations", "quarantine", "prospects", "calls"} <= tables(db)


def test_every_table_is_strict_and_begins_its_key_with_the_office(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, store.reading() as db:
        for name in tables(db) - {"offices"}:
            assert re.search(r"PRIMARY KEY \(office_id, .*STRICT", db[name].schema, re.DOTALL), name


def test_places_in_the_call_list_that_wait_to_be_looked_at_do_so_no_more(tmp_path: Path) -> None:
    db = connect(tmp_path / "ringback.sqlite3")
    migrations.apply(db, stop_before="m0005_places")
    for field in ("rank", "title"):
        db.execute("INSERT INTO lost_values VALUES ('o', ?, 'p', ?, 'b', 'c', 'm', 'then', NULL)", [field, field])
    db.conn.commit()
    db.conn.close()

    with Store.open(tmp_path) as store, store.reading() as db:
        assert [lost.field for lost in set_aside.lost_values(db, "o")] == ["title"]


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    before = (tmp_path / "ringback.sqlite3").read_bytes()
    Store.open(tmp_path).close()
    assert (tmp_path / "ringback.sqlite3").read_bytes() == before
