"""What the office really holds: its SQLite file, read directly and read-only."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite3

Row = dict[str, Any]


class Ledger:
    def __init__(self, data: Path) -> None:
        self.data = data

    @property
    def file(self) -> Path:
        (only,) = (p for p in self.data.iterdir() if p.suffix in (".db", ".sqlite", ".sqlite3"))
        return only

    def rows(self, sql: str, *values: object) -> list[Row]:
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=10)) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql, values)]

    def change(self, sql: str, *values: object) -> None:
        """For what only a test may do, such as ending a session behind the phone's back."""
        with closing(sqlite3.connect(self.file, timeout=10)) as db:
            db.execute(sql, values)
            db.commit()

    def calls(self) -> list[Row]:
        """Oldest first; the entry's own fields with the columns of the office."""
        found = self.rows("SELECT * FROM calls ORDER BY seq")
        return [json.loads(row["body"]) | {k: v for k, v in row.items() if k != "body"} for row in found]

    def prospects(self) -> list[Row]:
        found = self.rows("SELECT * FROM prospects ORDER BY made_at, id")
        return [row | {"fields": json.loads(row["fields"])} for row in found]

    def prospect(self, last_name: str) -> Row:
        found = [row for row in self.prospects() if row["fields"].get("last_name") == last_name]
        assert len(found) == 1, f"{len(found)} prospects are called {last_name}: {found}"
        return found[0]

    def outcomes(self) -> list[tuple[str, str]]:
        """(prospect's name, outcome) of every entry, in the order in which they were made."""
        return [(c["prospect_name"], c["outcome"]) for c in sorted(self.calls(), key=lambda c: str(c["made_at"]))]

    def numbers(self, device: str | None = None) -> list[int]:
        sql = "SELECT n FROM operations WHERE device_id = coalesce(?, device_id) ORDER BY device_id, n"
        return [int(row["n"]) for row in self.rows(sql, device)]

    def devices(self) -> list[Row]:
        return self.rows("SELECT * FROM devices ORDER BY made_at")

    def end_sessions(self) -> None:
        self.change("DELETE FROM sessions")

    def holds_every_number_once(self) -> None:
        """Dense per device, no number twice (the key says so), none aside in quarantine."""
        for device in self.devices():
            numbers = self.numbers(str(device["id"]))
            assert numbers == list(range(1, len(numbers) + 1)), f"{device['name']} has a hole: {numbers}"
        assert self.rows("SELECT * FROM quarantine") == []

    def wait_until(self, true: Callable[[], bool], why: str, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < until, f"not in {seconds} s: {why}; outcomes: {self.outcomes()}"
            time.sleep(0.05)
