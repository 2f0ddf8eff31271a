"""The office's one file: opened, checked, read by many, written by one.

All writing goes through one thread. While a commit waits for the disk, further work gathers; the next transaction
takes all of it and commits once. A work that fails takes nothing else with it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from pysqlite3 import dbapi2 as sqlite
from sqlite_utils import Database

from ringback.store.checkpoints import AT_LAST, Checkpoints
from ringback.store.epoch import Marker
from ringback.store.migrations import migrations
from ringback.store.soundness import refuse_damage, refuse_stranger
from ringback.store.trouble import StoreTrouble, is_trouble, told

__all__ = ["FILE", "MARKER", "AlreadyThere", "Store", "StoreTrouble", "bump", "savepoint", "write_tx"]

FILE = "ringback.sqlite3"
MARKER = "ringback.epoch"

AlreadyThere = sqlite.IntegrityError
"""A work wrote what has to be new and is not."""
T = TypeVar("T")
Job = tuple[Callable[[Database], Any], "Future[Any]"]
Answers = list[tuple["Future[Any]", Any]]

TOGETHER = 64  # works that one commit may hold, so that the first of them does not wait long
OLDEST_SQLITE = (3, 51, 3)  # below it, SQLite can lose commits when it resets its write-ahead log


class Store:
    """The office's file. `reading()` from any thread; `write()` hands work to the only writer."""

    def __init__(self, path: Path, db: Database, marker: Marker) -> None:
        self.path = path
        self._db = db
        self._marker = marker
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._readers: list[Database] = []
        self._gate = threading.Lock()
        self._closed = False
        self._checkpoints = Checkpoints(lambda: connect(path, cache_kib=1024))
        self._writer = threading.Thread(target=self._write_all, name="ringback-writer", daemon=True)
        self._writer.start()

    @classmethod
    def open(cls, folder: Path, mark_every: float = 1.0) -> Store:
        """Make what is missing, bring an older file up to date. Raises StoreTrouble, and nothing else for bad files.
        The marker is `mark_every` seconds behind the database at most."""
        path = folder / FILE
        refuse_old_sqlite()
        db = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            marker = Marker(folder / MARKER, mark_every)
            if not path.exists() or not path.stat().st_size:
                marker.refuse_loss(path)  # before SQLite makes a new file, and throws the log of the lost one away
                path.touch(mode=0o600)  # for its owner alone; SQLite makes what stands beside it alike
            else:
                refuse_stranger(path)
            db = connect(path)
            refuse_damage(db, path)
            with write_tx(db):
                _bring_up_to_date(db, path)
                marker.settle(db, path)
            marker.write(db)
        except (sqlite.Error, OSError, StoreTrouble) as error:
            if db is not None:
                db.conn.close()
            raise told(error, path) from error
        return cls(path, db, marker)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A read transaction: everything read inside is of one moment. It cannot write."""
        db = self._reader()
        db.conn.execute("BEGIN")
        try:
            yield db
        finally:
            db.conn.execute("ROLLBACK")
            self._give_back(db)

    def write(self, work: Callable[[Database], T]) -> Future[T]:
        """Run `work` in the writer's next transaction. The future holds its answer once that is on the disk. It may be
        run again when another work in the same transaction fails: it changes the database and nothing else."""
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                raise StoreTrouble("The office is stopping. Nothing was lost: the phone keeps it and sends it again.")
            self._jobs.put((work, future))
        return future

    def close(self) -> None:
        """Finish all work that was taken, then let go of the file. All of it is in the file itself by then, also while
        another process has it open: backups are copies of that."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
            self._jobs.put(None)
        self._writer.join()
        self._checkpoints.close()
        for db in self._readers:
            db.conn.close()
        with suppress(sqlite.Error):
            self._db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        self._db.conn.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reader(self) -> Database:
        try:
            return self._readers.pop()
        except IndexError:
            db = connect(self.path, cache_kib=1024)
            db.conn.execute("PRAGMA query_only = 1")
            return db

    def _give_back(self, db: Database) -> None:
        if self._closed or len(self._readers) >= 8:
            db.conn.close()
        else:
            self._readers.append(db)

    def _write_all(self) -> None:
        going = True
        while going:
            batch, going = self._gather()
            if batch:
                self._commit(batch)
                self._marker.touch()
                self._checkpoints.committed(self._db.conn.total_changes)
            if self._marker.wait == 0 or not going:
                self._mark()

    def _gather(self) -> tuple[list[Job], bool]:
        """All work waiting, up to TOGETHER; whether to go on after it."""
        batch: list[Job] = []
        try:
            job = self._jobs.get(timeout=self._marker.wait)
            while job is not None:
                batch.append(job)
                if len(batch) == TOGETHER:
                    return batch, True
                job = self._jobs.get_nowait()
        except queue.Empty:
            return batch, True
        return batch, False

    def _commit(self, batch: list[Job]) -> None:
        """One transaction for all. Only when something goes wrong in it is it done again, with a savepoint for each:
        every statement costs a turn of Python's lock, and those are what a busy office waits for."""
        jobs = [job for job in batch if job[1].set_running_or_notify_cancel()]
        try:
            answers = self._together(jobs)
        except Exception:  # noqa: BLE001 - it is met again below, and told to whom it belongs
            answers = self._apart(jobs)
        for future, answer in answers:
            future.set_result(answer)

    def _together(self, jobs: list[Job]) -> Answers:
        answers: Answers = []
        with write_tx(self._db):
            for work, future in jobs:
                answers.append((future, work(self._db)))
                if not self._db.conn.in_transaction:
                    raise StoreTrouble("A work has ended the transaction that it shared with others.")
        return answers

    def _apart(self, jobs: list[Job]) -> Answers:
        answers: Answers = []
        try:
            with write_tx(self._db):
                for work, future in jobs:
                    self._try(work, future, answers)
        except Exception as error:  # noqa: BLE001 - whatever it was, everyone who waits must hear of it
            for _, future in jobs:
                if not future.done():
                    future.set_exception(told(error, self.path))
            return []
        return answers

    def _try(self, work: Callable[[Database], Any], future: Future[Any], answers: Answers) -> None:
        try:
            with savepoint(self._db):
                answers.append((future, work(self._db)))
        except Exception as error:
            if not self._db.conn.in_transaction:
                raise  # SQLite gave up the whole transaction: the works before this one are gone as well
            future.set_exception(told(error, self.path) if is_trouble(error) else error)

    def _mark(self) -> None:
        try:
            self._marker.write(self._db)
        except (OSError, sqlite.Error):
            self._marker.touch()  # tried again later: an older marker only makes a restore harder to notice


@contextmanager
def write_tx(db: Database) -> Iterator[None]:
    """One write transaction that holds the write lock from its first statement, so that nothing can slip in between."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """All of what is inside or, when it raises, none of it; what came before stays."""
    db.conn.execute("SAVEPOINT inside")
    try:
        yield
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK TO inside")
            db.conn.execute("RELEASE inside")
        raise
    db.conn.execute("RELEASE inside")


def bump(db: Database, office_id: str, by: int = 1) -> int:
    """Move the office's change counter on by `by`; its new value. Only inside a write transaction."""
    row = db.conn.execute("UPDATE offices SET counter = counter + ? WHERE id = ? RETURNING counter", (by, office_id))
    return int(row.fetchone()[0])


def connect(path: Path, cache_kib: int = 4096) -> Database:
    """One connection as the office uses it: write-ahead log, and a commit is on the disk when it returns."""
    conn = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
    try:
        for pragma in PRAGMAS:
            conn.execute(f"PRAGMA {pragma}")
        conn.execute(f"PRAGMA cache_size = -{cache_kib}")
        return Database(conn, recursive_triggers=False, execute_plugins=False)
    except sqlite.Error:
        conn.close()
        raise


PRAGMAS = (
    "page_size = 8192",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 10000",
    f"wal_autocheckpoint = {AT_LAST}",
)


def refuse_old_sqlite(found: tuple[int, ...] = sqlite.sqlite_version_info) -> None:
    if found < OLDEST_SQLITE:
        raise StoreTrouble(
            f"SQLite {'.'.join(map(str, found))} is too old: below 3.51.3 it can lose saved entries. "
            "Install Ringback again with its own pysqlite3, by `make serve` or pip."
        )


def _bring_up_to_date(db: Database, path: Path) -> None:
    known = {step.name for step in migrations.pending(Database(memory=True))}
    newer = {step.name for step in migrations.applied(db)} - known
    if newer:
        raise StoreTrouble(
            f"The office's file {path} was made by a newer Ringback ({', '.join(sorted(newer))}). Nothing was changed. "
            "Install that version again, or put back a backup from before it."
        )
    if migrations.pending(db):
        migrations.apply(db)
