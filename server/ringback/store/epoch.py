"""The epoch: a random id that tells the phones whether the office still remembers what they sent.

It stands in the office's row and in a marker file beside the database, with the highest counter seen. A database
that was put back from a backup is behind its marker, has another epoch, or came without one: then a new epoch starts,
and the phones send again what the backup lacks.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from ringback.store.trouble import StoreTrouble

Marks = dict[str, tuple[str, int]]
"""Office id to its epoch and counter."""


@dataclass(slots=True)
class Marker:
    """The file beside the database. Written at most once in `every` seconds, so that commits do not wait for it."""

    path: Path
    every: float = 1.0
    _due: float | None = field(default=None)

    def settle(self, db: Database, file: Path) -> None:
        """Compare the database with its marker; start a new epoch where they disagree. Inside a write transaction.
        Raises StoreTrouble where an office was and none is."""
        marked, marks = self._read(), _marks(db)
        if not marks:
            self.refuse_loss(file)
        for office_id, (epoch, counter) in marks.items():
            was = marked.get(office_id)
            if was is None or was[0] != epoch or was[1] > counter:
                db.execute("UPDATE offices SET epoch = ? WHERE id = ?", [str(uuid4()), office_id])

    def refuse_loss(self, file: Path) -> None:
        """For a file that holds no office: a new one is begun in it only where none was before."""
        if self._read():
            raise StoreTrouble(LOST.format(file=file, marker=self.path))

    def write(self, db: Database) -> None:
        """Say what the database holds now. A half-written file can never be seen: not after a power cut, and not when a
        command in a terminal writes its own at the same moment."""
        self._due = None
        marks = _marks(db)
        fresh = self.path.with_suffix(f".{uuid4().hex}.new")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(marks, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        finally:
            fresh.unlink(missing_ok=True)

    def touch(self) -> None:
        """A commit happened; the marker is due some time from now."""
        if self._due is None:
            self._due = time.monotonic() + self.every

    @property
    def wait(self) -> float | None:
        """Seconds until the marker is due, 0 when it is late, None when it is up to date."""
        return None if self._due is None else max(0.0, self._due - time.monotonic())

    def _read(self) -> Marks:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            return {office: (str(epoch), int(counter)) for office, (epoch, counter) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # lost or damaged: a new epoch costs the phones one repetition, a wrong one costs entries


LOST = (
    "The office's file {file} is empty or gone, but {marker} beside it remembers an office. Nothing was changed. Move "
    "{file}-wal and {file}-shm away if they are there, put the newest backup in place of {file} and start again: the "
    "phones then send again what the backup lacks. To begin a new office on purpose, move {marker} away."
)


def _marks(db: Database) -> Marks:
    return {office: (epoch, counter) for office, epoch, counter in db.execute("SELECT id, epoch, counter FROM offices")}
