"""The write-ahead log goes over into the office's file while the office goes on writing."""

from __future__ import annotations

import time
from pathlib import Path

from sqlite_utils import Database
from tests.server.store.test_database import add_office

from ringback.store.checkpoints import ENOUGH
from ringback.store.database import FILE, Store


def test_much_that_was_written_is_carried_over_without_the_writer(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        before = (tmp_path / FILE).stat().st_size

        def write_many(db: Database) -> None:
            for n in range(ENOUGH + 1):
                add_office(db, f"office {n}")

        store.write(write_many).result()
        until = time.monotonic() + 30
        while (tmp_path / FILE).stat().st_size == before:
            assert time.monotonic() < until, "nothing has been carried over"
            store.write(lambda _: None).result()

    assert not (tmp_path / f"{FILE}-wal").exists(), "nobody holds the file any more"
