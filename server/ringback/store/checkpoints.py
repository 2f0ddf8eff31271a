"""What commits put into the write-ahead log is carried over into the office's file beside the writing. SQLite would do
it within a commit now and then, and all that wait for that commit would wait for it as well."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from pysqlite3 import dbapi2 as sqlite
from sqlite_utils import Database

ENOUGH = 2000  # changed rows that are worth carrying over: some 10 MB of log
AT_LAST = 4000  # pages of log, after which the writer does it all the same


class Checkpoints:
    """A thread with a connection of its own. It holds up neither the writer nor the readers, and nothing depends on it:
    what it leaves, the writer carries over at `AT_LAST`, and SQLite when the file is closed."""

    def __init__(self, connect: Callable[[], Database]) -> None:
        self._connect = connect
        self._carried = 0
        self._due = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="ringback-checkpoints", daemon=True)
        self._thread.start()

    def committed(self, changes: int) -> None:
        """`changes` is how many rows the writer has changed since it began."""
        if changes - self._carried >= ENOUGH:
            self._carried = changes
            self._due.set()

    def close(self) -> None:
        self._closed = True
        self._due.set()
        self._thread.join()

    def _run(self) -> None:
        db: Database | None = None
        while self._due.wait():
            self._due.clear()  # first: what is asked for from here on is seen, the end as well
            if self._closed:
                break
            with suppress(sqlite.Error):
                db = db or self._connect()
                db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if db:
            db.conn.close()
