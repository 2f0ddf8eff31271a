"""Whether a file is an office's and whole, seen before anything is done with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlite_utils import Database

from ringback.store.trouble import STRANGER, StoreTrouble

CHECKED_BYTES = 256 << 20  # above this a look at every page would hold up the start; `doctor` still takes it
MIGRATIONS = "_sqlite_migrations"  # where sqlite-utils keeps which steps a file has behind it


def refuse_stranger(path: Path) -> None:
    """Another program's file is left as it is: only to open it the way the office does would change it."""
    with closing(sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as db:
        held = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if held - {MIGRATIONS} and not {MIGRATIONS, "offices"} <= held:
        raise StoreTrouble(STRANGER.format(path=path))


def refuse_damage(db: Database, path: Path) -> None:
    check = "quick_check(1)" if path.stat().st_size <= CHECKED_BYTES else "schema_version"
    found = db.conn.execute(f"PRAGMA {check}").fetchone()[0]
    if found != "ok" and not isinstance(found, int):
        raise sqlite.DatabaseError(f"corrupt: {found}")
